package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Edit;
import org.twinlease.config.Problem;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.pair.PairLint;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The rules that take both files of a pair (`spec/dhcpd-conf.md` 11.2): where each is told, with
/// which words, and what its fix makes of the file.
final class PairRulesTest {

    private static final String FIRST =
            """
            failover peer "fo" {
              primary;
              address 10.0.0.2;
              peer address 10.0.0.3;
              mclt 600; split 128;
              max-response-delay 60;
              load balance max seconds 3;
            }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              pool { failover peer "fo";
                range 10.0.0.10 10.0.0.99;
              }
            }
            """;
    private static final String SECOND =
            FIRST.replace("primary;", "secondary;")
                    .replace("  mclt 600; split 128;\n", "")
                    .replace("address 10.0.0.2;\n  peer", "address 10.0.0.3;\n  peer")
                    .replace("peer address 10.0.0.3", "peer address 10.0.0.2");

    private static final String OWN =
            """
            subnet 10.1.0.0 netmask 255.255.0.0 {
              range 10.1.0.5 10.1.0.9;
            }
            """;

    private static List<Problem> check(String one, String two) {
        Site first = Site.of(Conf.read(one).files());
        Site second = Site.of(Conf.read(two).files());
        return PairLint.check(first, second).stream()
                .filter(problem -> !problem.code().equals("failover-port"))
                .toList();
    }

    /// Changes of the secondary's file, `/` for a new line: code, place in it and words.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "peer address 10.0.0.2 | peer address 10.0.0.9 | F10 4:3 | takes 10.0.0.9 for its"
                        + " partner, but the partner's address is 10.0.0.2 (dhcpd.conf line 1)",
                "mclt 0 | peer port 700;/  mclt 0 | - | -",
                "secondary; | secondary; peer port 700; | F10 2:14 | connects to port 700, but the"
                        + " partner listens on 647",
                "\"fo\" | \"Fo\" | F12 1:1 | called \"fo\" at one server (dhcpd.conf line 1) and"
                        + " \"Fo\" at the other",
                "secondary; | primary; | F13 1:1 | Both servers of \"fo\" are primary",
                "secondary; | secondary; split 100; | F30 2:14 | says split 100, but the primary's"
                        + " 128",
                "max-response-delay 60 | max-response-delay 70 | F28 5:3 | is 60 at one server"
                        + " (dhcpd.conf line 1) and 70 at the other",
                "load balance max seconds 3; | # none | F28 1:1 | load balance max seconds is 3 at"
                        + " one server (dhcpd.conf line 1) and not set at the other",
                "10.0.0.99 | 10.0.0.100 | F14 10:5 | 1 addresses of the relation \"fo\","
                        + " 10.0.0.100, are unknown",
                "failover peer \"fo\"; | # alone | F15 11:5 | 90 addresses, 10.0.0.10 to 10.0.0.99,"
                        + " are in the relation \"fo\" here and in none at the partner",
            })
    void whatDoesNotFitIsToldAtItsPlace(
            String words, String instead, String place, String message) {
        String two = SECOND.replace(words, instead.replace('/', '\n'));
        List<Problem> found = check(FIRST, two);
        if (place.equals("-")) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found)
                .extracting(each -> each.code() + " " + each.line() + ":" + each.column())
                .containsExactly(place);
        assertThat(found.getFirst().message()).contains(message);
        assertThat(found.getFirst().remedy()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peer address 10.0.0.2 | peer address 10.0.0.9",
                "secondary; | secondary; split 100;",
                "secondary; | secondary; mclt 700;"
            })
    void whatAMachineCanMendIsAsItWas(String words, String instead) {
        String broken = SECOND.replace(words, instead);
        Problem problem = check(FIRST, broken).getFirst();
        byte[] octets = broken.getBytes(StandardCharsets.ISO_8859_1);
        byte[] after = Edit.apply(problem.file(), octets, problem.fix());
        assertThat(new String(after, StandardCharsets.ISO_8859_1)).isEqualTo(SECOND);
    }

    /// A range is cut where the other server's begin and end.
    @Test
    void onlyTheAddressesThatThePartnerHasNotAreCounted() {
        String holes =
                SECOND.replace(
                        "range 10.0.0.10 10.0.0.99;",
                        "range 10.0.0.20 10.0.0.29; range 10.0.0.40 10.0.0.89;");
        assertThat(check(FIRST, holes))
                .extracting(problem -> problem.message().replaceFirst(", are unknown.*", ""))
                .containsExactly(
                        "10 addresses of the relation \"fo\", 10.0.0.10 to 10.0.0.19",
                        "10 addresses of the relation \"fo\", 10.0.0.30 to 10.0.0.39",
                        "10 addresses of the relation \"fo\", 10.0.0.90 to 10.0.0.99");
    }

    @Test
    void addressesOfBothAloneAreToldOnceAndThoseOfOneAreNobodysMatter() {
        assertThat(check(FIRST + OWN, SECOND)).isEmpty();
        assertThat(check(FIRST + OWN, SECOND + OWN.replace("0.5 10.1.0.9", "0.8 10.1.0.12")))
                .extracting(problem -> problem.code() + " " + problem.message().substring(0, 45))
                .containsExactly("F17 Both servers hand out 10.1.0.8 to 10.1.0.9 on");
    }

    /// Names that differ are meant for each other where the addresses cross, however many there
    /// are.
    @Test
    void ofSeveralRelationsThoseThatMeetAreCompared() {
        String more =
                """
                failover peer "%s" {
                  %s; address 10.7.0.%d; peer address 10.7.0.%d; load balance max seconds 3; }
                """;
        String one = FIRST + more.formatted("x", "primary", 2, 3);
        String two = SECOND + more.formatted("y", "secondary", 3, 2);
        assertThat(check(one, two))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("\"x\" at one server", "\"y\" at the other");
        String strange = two + more.formatted("z", "secondary", 8, 9);
        assertThat(check(one, strange))
                .extracting(Problem::message)
                .hasSize(2)
                .anyMatch(message -> message.contains("no failover peer \"z\""));
    }

    /// A client that moves between networks has a declaration in each.
    @Test
    void aClientWithSeveralHostsIsComparedHostByHost() {
        String host = "host %s { hardware ethernet 1:2:3:4:5:6; fixed-address %s; }\n";
        String own = host.formatted("a", "10.0.0.5") + host.formatted("b", "10.1.0.5");
        String other = host.formatted("x", "10.1.0.5") + host.formatted("y", "10.0.0.5");
        assertThat(check(FIRST + own, SECOND + own)).isEmpty();
        assertThat(check(FIRST + own, SECOND + other)).isEmpty();
        assertThat(check(FIRST + own, SECOND + other.replace("10.0.0.5", "10.0.0.6")))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("host y has the fixed address 10.0.0.6 here and 10.0.0.5 at the other");
        assertThat(check(FIRST + own, SECOND + host.formatted("a", "10.0.0.5")))
                .extracting(Problem::message)
                .containsExactly("The host b is declared at this server only.");
    }

    @Test
    void whatSubnetsAreToldDifferentlyIsToldOnceForAllOfThem() {
        var nets = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            nets.append("subnet 10.%d.0.0 netmask 255.255.0.0 { }\n".formatted(i));
        }
        assertThat(check(FIRST + nets, SECOND + "max-lease-time 600;\n" + nets))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("10.0.0.0/24, 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16 and 3 more")
                .contains("told nothing of it by one server and 'max-lease-time 600'");
    }
}
