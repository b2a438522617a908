package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@Tag("sim")
final class SimCommandTest extends Typed {

    @Test
    void livesAreSimulatedAndTheSameTwice() throws IOException {
        String[] words = {"sim", "--seeds", "3", "--first", "11", "--days", "0.05", "--json"};
        assertThat(run(words)).isZero();
        String told = out.toString();
        JsonNode document = new ObjectMapper().readTree(told);
        assertThat(document.get("seeds").asLong()).isEqualTo(3);
        assertThat(document.get("seconds").asLong()).isGreaterThan(3 * 4320);
        assertThat(document.get("injected").asLong()).isPositive();
        assertThat(run(words)).isZero();
        assertThat(out.toString()).isEqualTo(told);
    }

    @Test
    void onlyTheTroublesThatWereAskedForHappen() throws IOException {
        assertThat(run("sim", "--seed", "2", "--days", "0.05", "--only", "0", "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("injected").asLong()).isZero();
    }

    private static String conf(String role, String rest) {
        return """
        failover peer "fo" {
          %s; address 192.0.2.1; peer address 192.0.2.2; max-response-delay 30;
          max-unacked-updates 10; %s
        }
        default-lease-time 900;
        subnet 10.0.0.0 netmask 255.255.0.0 {
          pool { failover peer "fo"; range 10.0.1.0 10.0.1.99; }
        }
        """
                .formatted(role, rest);
    }

    @Test
    void thePairOfTwoConfigurationsIsSimulated(@TempDir Path folder) throws IOException {
        Path a = folder.resolve("a.conf");
        Path b = folder.resolve("b.conf");
        Files.writeString(a, conf("primary", "mclt 120; split 200;"));
        Files.writeString(b, conf("secondary", ""));
        String[] words = {
            "sim", "--seed", "1", "--days", "0.02", "--config", a + "", "--partner-config", b + ""
        };
        assertThat(run(words)).isZero();
        assertThat(out.toString()).contains("1 seeds", "double=0");

        assertThat(run("sim", "--config", a + "", "--partner-config", a + "")).isEqualTo(2);
        assertThat(err.toString()).contains("primary in both");
    }

    @Test
    void onePartOfAPairIsNotEnough() {
        assertThat(run("sim", "--config", "a.conf")).isEqualTo(2);
        assertThat(err.toString()).contains("--partner-config");
    }

    @Test
    void anUnknownFaultIsRefusedWithThoseThatThereAre() {
        assertThat(run("sim", "--faults", "kill,flood")).isEqualTo(2);
        assertThat(err.toString()).contains("flood", "lost-disk").hasLineCount(1);
    }
}
