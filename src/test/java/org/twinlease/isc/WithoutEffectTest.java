package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.Problem;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Parameters that dhcpd acts on and this server does not: named, with what to do instead.
class WithoutEffectTest {

    private static List<Problem> problems(String text) {
        byte[] octets =
                ("key k { algorithm hmac-sha256; secret c2VjcmV0LXNlY3JldC1zZWNyZXQ=; }\n" + text)
                        .getBytes(StandardCharsets.ISO_8859_1);
        return DhcpdConf.read("f", name -> octets).problems().stream()
                .filter(problem -> problem.line() == 2)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "omapi-port 7911; | omapi-port | --api",
                "omapi-key k; | omapi-key | token",
                "allow leasequery; | leasequery | twinlease leases",
                "leasequery true; | leasequery | twinlease leases",
                "remote-port 1068; | remote-port | port above",
                "local-address 10.0.0.1; | local-address | --interface",
                "get-lease-hostnames true; | get-lease-hostnames | use-host-decl-names",
                "server.omapi-port = 1e:e7; | omapi-port | --api",
            })
    void isNamedWithWhatToDoInstead(String statement, String name, String instead) {
        String text = statement.startsWith("server.") ? "supersede " + statement : statement;
        List<Problem> problems = problems(text + "\n");
        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.code()).isEqualTo("not-acted-on");
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(problem.message()).endsWith("the parameter " + name + ".");
        assertThat(problem.remedy()).contains(instead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deny leasequery;",
                "get-lease-hostnames false;",
                "ddns-update-style none;",
                "log-facility local7;",
                "delayed-ack 28;",
            })
    void whatChangesNothingIsAWordOnly(String statement) {
        assertThat(problems(statement + "\n"))
                .hasSize(1)
                .allMatch(problem -> problem.severity() == Problem.Severity.INFO);
    }
}
