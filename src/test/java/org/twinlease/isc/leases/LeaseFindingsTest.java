package org.twinlease.isc.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.LeasesFile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lease files against their configuration, each other and a clock.
class LeaseFindingsTest {
    /// 2027/01/15 08:00:00
    private static final long NOW = 1_800_000_000L;

    private static final String CONF =
            "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.10 10.0.0.99; }\n";

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static LeaseFindings.File file(String name, String text) {
        return new LeaseFindings.File(name, LeasesFile.read(name, octets(text), NOW));
    }

    private static String lease(int last, String client, String more) {
        return "lease 10.0.0.%d {\n  binding state active;\n  ends 4 2030/01/01 00:00:00;\n"
                        .formatted(last)
                + "  hardware ethernet 02:00:00:00:00:"
                + client
                + ";\n"
                + more
                + "}\n";
    }

    private static List<Problem> alone(String leases) {
        Config config = DhcpdConf.read("c", name -> octets(CONF)).config();
        return LeaseFindings.of(file("a.leases", leases), config, NOW);
    }

    private static List<Problem> both(String one, String two) {
        return LeaseFindings.of(file("a.leases", one), file("b.leases", two), NOW);
    }

    @Test
    void whatIsInOrderIsNotSpokenOf() {
        String leases = lease(10, "01", "") + lease(11, "02", "  cltt 4 2027/01/15 08:00:00;\n");
        assertThat(alone(leases)).isEmpty();
        assertThat(both(leases, leases)).isEmpty();
    }

    @Test
    void leasesOutsideOfAllRangesAreCounted() {
        List<Problem> problems =
                alone(lease(9, "01", "") + lease(10, "02", "") + lease(100, "03", ""));
        assertThat(problems).extracting(Problem::code).containsExactly("leases-outside");
        assertThat(problems.getFirst().message())
                .startsWith(
                        "2 of 3 leases are in no range of the configuration, the first 10.0.0.9:");
    }

    @ParameterizedTest
    @CsvSource({"08:01:00, 0", "08:01:01, 1", "09:00:00, 1", "07:00:00, 0"})
    void aTransactionThatIsStillToComeIsAClocks(String time, int found) {
        List<Problem> problems =
                alone(lease(10, "01", "  cltt 4 2027/01/15 %s;\n".formatted(time)));
        assertThat(problems).hasSize(found).allMatch(p -> p.code().equals("leases-clock"));
    }

    @Test
    void anAddressOfTwoClientsIsNamed() {
        List<Problem> problems = both(lease(10, "01", ""), lease(10, "02", ""));
        assertThat(problems).extracting(Problem::code).containsExactly("leases-two-clients");
        assertThat(problems.getFirst().message())
                .contains("10.0.0.10", "02:00:00:00:00:01", "02:00:00:00:00:02", "b.leases");
    }

    @Test
    void aClientIsTheSameByItsIdentifierWhateverItsHardware() {
        String id = "  uid \"a\";\n";
        assertThat(both(lease(10, "01", id), lease(10, "02", id))).isEmpty();
        assertThat(both(lease(10, "01", id), lease(10, "01", ""))).isEmpty();
        assertThat(both(lease(10, "01", id), lease(10, "01", "  uid \"b\";\n"))).hasSize(1);
    }

    @Test
    void manyAddressesOfTwoClientsAreCounted() {
        var one = new StringBuilder();
        var two = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            one.append(lease(10 + i, "01", ""));
            two.append(lease(10 + i, "02", ""));
        }
        List<Problem> problems = both(one.toString(), two.toString());
        assertThat(problems).hasSize(21);
        assertThat(problems.getLast().message()).startsWith("5 more addresses");
    }

    @Test
    void leasesThatOnlyOneOfThemKnowsAreCounted() {
        String free = "lease 10.0.0.12 {\n  binding state free;\n}\n";
        String over = lease(13, "03", "").replace("2030", "2020");
        List<Problem> problems =
                both(
                        lease(10, "01", "") + free + over,
                        lease(11, "02", "") + lease(12, "03", "") + over);
        assertThat(problems).extracting(Problem::code).containsExactly("leases-not-told");
        assertThat(problems.getFirst().message()).startsWith("3 leases run by only one");
    }

    private static String pair(String mine, String partner) {
        return """
        failover peer "fo" state {
          my state %s at 4 2026/01/01 00:00:00;
          partner state %s at 4 2026/01/01 00:00:00;
        }
        """
                .formatted(mine, partner);
    }

    @ParameterizedTest
    @CsvSource({
        "normal, normal, normal, normal, 0",
        "communications-interrupted, normal, normal, normal, 1",
        "recover, normal, partner-down, recover, 1",
        "normal, partner-down, normal, partner-down, 2",
    })
    void whatEachHeardOfTheOtherIsComparedWithWhatItSays(
            String mine, String heard, String theirs, String theyHeard, int found) {
        List<Problem> problems = both(pair(mine, heard), pair(theirs, theyHeard));
        assertThat(problems).hasSize(found).allMatch(p -> p.code().equals("leases-states-differ"));
    }

    @Test
    void bothInPartnerDownIsSaid() {
        String down = pair("partner-down", "partner-down");
        assertThat(both(down, down))
                .extracting(Problem::code)
                .containsExactly("leases-both-partner-down");
        assertThat(both(down, down.replace("\"fo\"", "\"other\""))).isEmpty();
    }
}
