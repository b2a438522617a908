package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The commands for a running server, typed against a real one on loopback whose failover partner
/// does not exist.
@Timeout(60)
@Tag("socket")
final class ControlTest extends Typed {

    private static final String CONF =
            """
            ping-check off;
            failover peer "fo" {
              primary;
              address 127.0.0.1; port PORT;
              peer address 127.0.0.1; peer port 1;
              mclt 1800; split 128;
              max-response-delay 30; max-unacked-updates 10; load balance max seconds 3;
            }
            shared-network all {
              subnet 127.0.0.0 netmask 255.0.0.0 { }
              subnet 10.5.0.0 netmask 255.255.255.0 {
                pool { failover peer "fo"; range 10.5.0.1 10.5.0.100; }
                pool { range 10.5.0.200 10.5.0.250; }
              }
            }
            """;

    @TempDir Path folder;
    private @Nullable LoopbackServer server;
    private String url = "";
    private Path token = Path.of("");

    @BeforeEach
    void aServer() throws Exception {
        String conf = CONF.replace("PORT", "" + FreePort.next());
        server = new LoopbackServer(folder.resolve("data"), conf);
        url = server.url;
        token = server.token;
    }

    @AfterEach
    void end() throws Exception {
        Objects.requireNonNull(server).close();
    }

    /// Types a command with the server's URL and token behind it.
    private int to(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--connect", url, "--token-file", token.toString()));
        return run(all.toArray(new String[0]));
    }

    @Test
    void statusIsToldToPeopleAndToPrograms() throws Exception {
        // A partner that was never there is something an operator should know.
        assertThat(to("status")).as("%s", err).isIn(0, 1);
        assertThat(out.toString())
                .contains("alpha, Twinlease 0, up")
                .contains("failover peer \"fo\", this is the primary, mclt 30 min")
                .contains("10.5.0.1 10.5.0.100")
                .contains("never heard");

        assertThat(to("status", "--json")).isIn(0, 1);
        JsonNode status = new ObjectMapper().readTree(out.toString());
        assertThat(status.get("name").asText()).isEqualTo("alpha");
        JsonNode pair = status.get("failover").get(0);
        assertThat(pair.get("role").asText()).isEqualTo("primary");
        assertThat(pair.get("connected").asBoolean()).isFalse();
        assertThat(pair.get("lastHeard").isNull()).isTrue();
        assertThat(pair.get("mclt").asLong()).isEqualTo(1800);
        assertThat(status.get("pools").get(0).get("failover").asText()).isEqualTo("fo");
        assertThat(status.get("pools").get(1).get("failover").isNull()).isTrue();
        long all = 0;
        for (JsonNode count : status.get("leases")) all += count.asLong();
        assertThat(all).isEqualTo(151);
    }

    @Test
    void anOrderIsExplainedThenDoneAndARefusalHasItsReason() throws Exception {
        assertThat(to("rebalance")).isEqualTo(1);
        assertThat(err.toString()).contains("in normal only").hasLineCount(1);
        assertThat(to("maintenance", "full-update")).isEqualTo(1);
        assertThat(err.toString()).contains("no connection to the partner");
        assertThat(to("partner-down", "--as-of", "yesterday")).isEqualTo(2);
        assertThat(to("partner-down", "--peer", "of")).isEqualTo(2);
        assertThat(err.toString()).contains("\"fo\"");
        assertThat(to("maintenance", "dance")).isEqualTo(2);

        assertThat(to("partner-down")).isEqualTo(1);
        assertThat(err.toString()).as("it never had a lease").contains("--no-leases");
        assertThat(to("partner-down", "--no-leases")).isEqualTo(1);
        assertThat(err.toString()).contains("--i-have-checked");
        assertThat(out.toString()).contains("MCLT 30 min");
        assertThat(state()).isNotEqualTo("partner-down");

        assertThat(to("partner-down", "--no-leases", "--i-have-checked", "--dry-run")).isZero();
        assertThat(state()).isNotEqualTo("partner-down");

        assertThat(
                        to(
                                "partner-down",
                                "--no-leases",
                                "--i-have-checked",
                                "--reason=its power is off"))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("done: this server is in partner-down");
        assertThat(state()).isEqualTo("partner-down");
        assertThat(to("partner-down", "--i-have-checked")).isEqualTo(1);
        assertThat(err.toString()).contains("in partner-down already");
    }

    private String state() throws Exception {
        var _ = to("status", "--json");
        return new ObjectMapper()
                .readTree(out.toString())
                .get("failover")
                .get(0)
                .get("state")
                .asText();
    }

    @Test
    void aLeaseAClientAndAnUnknownOneAreExplained() {
        assertThat(
                        run(
                                "load",
                                "--server",
                                "127.0.0.1:" + Objects.requireNonNull(server).port(),
                                "--clients",
                                "3",
                                "--seconds",
                                "1"))
                .as("%s%s", out, err)
                .isZero();
        assertThat(to("explain", "10.5.0.200")).isZero();
        assertThat(out.toString()).contains("10.5.0.200 is active, client ").contains("DHCPACK");
        String mac = out.toString().replaceAll("(?s).*client ([0-9a-f:]{17}).*", "$1");

        assertThat(to("explain", mac)).isZero();
        assertThat(out.toString()).contains("10.5.0.200 is active").contains("DHCPDISCOVER");
        assertThat(to("explain", mac.replace(':', '-'))).isZero();

        assertThat(to("explain", "10.5.0.100")).isZero();
        assertThat(out.toString()).contains("Nothing was decided about it");
        assertThat(to("explain", "10.9.9.9")).isEqualTo(1);
        assertThat(to("explain", "02:00:00:00:99:99")).isEqualTo(1);
        assertThat(out.toString()).contains("relay");
        assertThat(to("explain", "some-client")).isEqualTo(1);
    }

    @Test
    void noticesAreWrittenAsTheyComeAndGoOnFromAToken() throws Exception {
        assertThat(to("watch", "--json", "--count", "2")).as("%s", err).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode last = new ObjectMapper().readTree(lines.getLast());
        assertThat(last.get("notice").asText()).isNotEmpty();

        String token = last.get("token").asText();
        assertThat(to("watch", "--json", "--count", "1", "--after", token)).isZero();
        String next = new ObjectMapper().readTree(out.toString()).get("token").asText();
        assertThat(number(next)).isEqualTo(number(token) + 1);

        assertThat(to("watch", "--json", "--count", "1", "--after", "gone.5")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("notice").asText())
                .isEqualTo("resync");
        assertThat(to("watch", "--all", "--count", "1")).isZero();
        assertThat(out.toString()).containsPattern("[0-9:.]+Z \\w+ ");
    }

    private static long number(String token) {
        return Long.parseLong(token.substring(token.indexOf('.') + 1));
    }

    @Test
    void whoIsNotLetInOrFindsNobodyIsToldApart() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "not-the-token\n");
        assertThat(run("status", "--connect", url, "--token-file", wrong.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--token-file").hasLineCount(1);
        assertThat(run("status", "--connect", url)).isEqualTo(2);
        assertThat(run("status", "--connect", "http://127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString()).contains("cannot be reached").hasLineCount(1);
        assertThat(run("status", "--connect", "ftp://x")).isEqualTo(2);
        assertThat(run("status", "--connect", url, "--token-file", "/nowhere/x")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1);
        assertThat(run("watch", "--connect", "http://127.0.0.1:1")).isEqualTo(3);
    }

    @Test
    void aTokenIsMadeOnceForItsOwnersEyesAlone() throws Exception {
        assertThat(Tokens.of(folder.resolve("data"))).isEqualTo(Files.readString(token).strip());
        assertThat(Files.getPosixFilePermissions(token)).hasSize(2);
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(Tokens.of(other)).isNotEqualTo(Files.readString(token).strip());
    }
}
