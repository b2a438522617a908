package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.Problem;
import org.twinlease.isc.lint.Lint;
import org.twinlease.isc.outline.Site;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Set;

/// The rules about failover (F) that one file alone can break, one by one.
final class FailoverRulesTest {

    /// A relation without fault: what a case changes stands in its own words.
    private static final String ROLE = "failover peer 'fo' { ";

    private static final String MEETING =
            "address 10.0.0.2; peer address 10.0.0.3; max-response-delay 60;"
                    + " max-unacked-updates 10; ";
    private static final String LEADING = "split 128; mclt 600; load balance max seconds 3; ";
    private static final String GOOD = ROLE + "primary; " + MEETING + LEADING + "}\n";
    private static final String POOL =
            "NET{ pool { failover peer 'fo'; deny dynamic bootp clients; range 10.0.0.10"
                    + " 10.0.0.99; } }";

    private static String peer(String items) {
        return ROLE + items + " }\n" + POOL;
    }

    static final List<RuleCase> NUMBERS =
            List.of(
                    RuleCase.of(
                            "F01",
                            "@" + peer("primary; " + MEETING + "mclt 600; split 128;"),
                            GOOD + POOL,
                            "of 'fo' answers every client | split 128 has no effect",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; split 128; load balance max seconds 3;")),
                    RuleCase.of(
                            "F01",
                            peer("secondary; " + MEETING + "@load balance max seconds 0;"),
                            peer("secondary; " + MEETING + "load balance max seconds 1;"),
                            "DISCOVER gets two offers.",
                            peer("secondary; " + MEETING + "load balance max seconds 3;")),
                    RuleCase.of(
                            "F03",
                            peer(
                                    "secondary; "
                                            + MEETING
                                            + "@mclt 600; load balance max seconds 3;"),
                            GOOD + POOL,
                            "mclt 600 on a secondary",
                            peer("secondary; " + MEETING + "load balance max seconds 3;")),
                    RuleCase.of(
                            "F04",
                            "default-lease-time 1200;\n"
                                    + peer(
                                            "primary; "
                                                    + MEETING
                                                    + "split 128; @mclt 1200; load balance max"
                                                    + " seconds 3;"),
                            "default-lease-time 1201;\n"
                                    + peer(
                                            "primary; "
                                                    + MEETING
                                                    + "split 128; mclt 1200; load balance max"
                                                    + " seconds 3;"),
                            "mclt 1200 s | default-lease-time 1200 s | recovery waits 1200 s"),
                    RuleCase.of(
                            "F04",
                            "max-lease-time 900;\n"
                                    + peer(
                                            "primary; "
                                                    + MEETING
                                                    + "split 128; @mclt 1000; load balance max"
                                                    + " seconds 3;"),
                            "max-lease-time 900;\n" + GOOD + POOL,
                            "mclt 1000 s | lease-time 900 s"),
                    RuleCase.of(
                            "F05",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "split 100; mclt 600; load balance max seconds 3;\n"
                                            + "@hba "
                                            + "ff:".repeat(31)
                                            + "00;"),
                            GOOD + POOL,
                            "of line 1",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; load balance max seconds 3;\nhba "
                                            + "ff:".repeat(31)
                                            + "00;")),
                    RuleCase.of(
                            "F06",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; load balance max seconds 3; @split 255;"),
                            GOOD + POOL,
                            "255 of 256 buckets | 1 to the secondary: one of them",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; load balance max seconds 3; split 128;")),
                    RuleCase.of(
                            "F06",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; load balance max seconds 3; @split 64;"),
                            GOOD + POOL,
                            "64 of 256 buckets of clients to the primary and 192 to the"
                                    + " secondary."),
                    RuleCase.of(
                            "F19",
                            peer("primary; " + MEETING + LEADING + "@auto-partner-down 300;"),
                            peer("primary; " + MEETING + LEADING + "auto-partner-down 0;"),
                            "300 s after the link is cut",
                            peer("primary; " + MEETING + LEADING).replace("3;  }", "3; }")),
                    RuleCase.of(
                            "F20",
                            peer(
                                    "primary; address 10.0.0.2; peer address 10.0.0.3;"
                                            + " @max-response-delay 9; max-unacked-updates 10; "
                                            + LEADING),
                            GOOD + POOL,
                            "a pause of 9 s",
                            peer(
                                    "primary; address 10.0.0.2; peer address 10.0.0.3;"
                                            + " max-response-delay 60; max-unacked-updates 10; "
                                            + LEADING)),
                    RuleCase.of(
                            "F20",
                            peer(
                                    "primary; address 10.0.0.2; peer address 10.0.0.3;"
                                            + " @max-response-delay 301; max-unacked-updates 10; "
                                            + LEADING),
                            GOOD.replace("delay 60", "delay 300") + POOL,
                            "noticed after 301 s"),
                    RuleCase.of(
                            "F21",
                            peer(
                                    "primary; address 10.0.0.2; peer address 10.0.0.3;"
                                            + " max-response-delay 60; @max-unacked-updates 4; "
                                            + LEADING),
                            GOOD.replace("updates 10", "updates 5") + POOL,
                            "no more than 4 updates",
                            peer(
                                    "primary; address 10.0.0.2; peer address 10.0.0.3;"
                                            + " max-response-delay 60; max-unacked-updates 10; "
                                            + LEADING)),
                    RuleCase.of(
                            "F26",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; split 128; @load balance max seconds 11;"),
                            GOOD.replace("seconds 3", "seconds 10") + POOL,
                            "waits 11 s",
                            peer(
                                    "primary; "
                                            + MEETING
                                            + "mclt 600; split 128; load balance max seconds 3;")));

    static final List<RuleCase> ITEMS =
            List.of(
                    RuleCase.of(
                            "F02",
                            "@" + peer(MEETING + LEADING),
                            GOOD + POOL,
                            "neither primary nor secondary | its partner at 10.0.0.3",
                            peer("primary; " + MEETING + LEADING)),
                    RuleCase.of(
                            "F07",
                            "@" + peer("primary; peer address 10.0.0.3; " + LEADING),
                            GOOD + POOL,
                            "no address of this server"),
                    RuleCase.of(
                            "F09",
                            peer(
                                    "primary; address 10.0.0.2; port 647; @peer address 10.0.0.2; "
                                            + LEADING),
                            peer(
                                    "primary; address 10.0.0.2; port 648; peer address 10.0.0.2; "
                                            + LEADING),
                            "both 10.0.0.2 port 647"),
                    RuleCase.of(
                            "F11",
                            peer("primary; " + MEETING + LEADING + "peer port @65536;"),
                            peer("primary; " + MEETING + LEADING + "peer port 65535;"),
                            "no port 65536; dhcpd takes 647",
                            peer("primary; " + MEETING + LEADING + "peer port 647;")),
                    RuleCase.of(
                            "F11",
                            peer("primary; " + MEETING + LEADING + "port @66183;"),
                            peer("primary; " + MEETING + LEADING + "port 1;"),
                            "no port 66183; dhcpd takes 647",
                            peer("primary; " + MEETING + LEADING + "port 647;")),
                    RuleCase.of(
                            "F22",
                            peer(
                                    "primary; address 10.0.0.2; peer address @one.example; "
                                            + LEADING),
                            GOOD + POOL,
                            "peer address of 'fo' is the name one.example"),
                    RuleCase.of(
                            "F24",
                            peer("primary; " + MEETING + LEADING + "@peer max-response-delay 60;"),
                            peer("primary; " + MEETING + LEADING + "peer port 647;"),
                            "the item is about this server"),
                    RuleCase.of(
                            "F25",
                            peer("primary; " + MEETING + LEADING + "@mclt 700;"),
                            peer("primary; " + MEETING + LEADING + "port 647; peer port 647;"),
                            "given twice for 'fo'"),
                    RuleCase.of(
                            "F25",
                            peer("primary; " + MEETING + LEADING + "@secondary;"),
                            GOOD + POOL,
                            "given twice for 'fo'"),
                    RuleCase.of(
                            "F27",
                            "@" + GOOD + POOL,
                            POOL.replace("failover peer 'fo'; ", ""),
                            "omapi-port and omapi-key"),
                    RuleCase.of(
                            "F27",
                            "omapi-port 7911;\n@" + GOOD + POOL,
                            "key k { algorithm hmac-sha256; secret"
                                    + " c2VjcmV0LXNlY3JldC1zZWNyZXQ=; }\n"
                                    + "omapi-port 7911; omapi-key k;\n"
                                    + GOOD
                                    + POOL,
                            "Without omapi-key nobody"));

    static final List<RuleCase> POOLS =
            List.of(
                    RuleCase.of(
                            "F16",
                            GOOD
                                    + "NET{ pool { @failover peer 'fo'; range 10.0.0.10 10.0.0.99;"
                                    + " } }",
                            GOOD
                                    + "NET{ pool { failover peer 'fo'; deny bootp; range 10.0.0.10"
                                    + " 10.0.0.99; } }",
                            "the 90 addresses",
                            GOOD
                                    + "NET{ pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.10 10.0.0.99; } }"),
                    RuleCase.of(
                            "F17",
                            GOOD
                                    + "NET{ pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.10 10.0.0.99; }\n"
                                    + " @pool { range 10.0.0.100 10.0.0.101; } }",
                            GOOD
                                    + "NET{ pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.10 10.0.0.99; } }\n"
                                    + "NEXT{ pool { range 10.0.1.100 10.0.1.101; } }",
                            "The 2 addresses | relation 'fo' of the same network"),
                    RuleCase.of(
                            "F18",
                            GOOD
                                    + "shared-network n { NET{ pool { range 10.0.0.10 10.0.0.19; }"
                                    + " }\n @failover peer 'fo';\n NEXT{ pool { failover peer 'fo';"
                                    + " range 10.0.1.10 10.0.1.19; } } }",
                            GOOD
                                    + "shared-network n { failover peer 'fo'; NET{ pool { range"
                                    + " 10.0.0.10 10.0.0.19; } } }",
                            "the 10 addresses of the 1 pool before it"),
                    RuleCase.of(
                            "F29",
                            GOOD
                                    + "NET{ @pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.10 10.0.0.12; } }",
                            GOOD
                                    + "NET{ pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.10 10.0.0.13; } }",
                            "relation 'fo' has 3 addresses"));

    @ParameterizedTest
    @FieldSource({"NUMBERS", "ITEMS", "POOLS"})
    void aRuleIsBrokenThereAndMendedThere(RuleCase rule) {
        rule.check();
    }

    /// What has to be there is told, however little is.
    @ParameterizedTest
    @ValueSource(strings = {"", "primary;", "address 10.0.0.2;", "include \"gone\";", ";"})
    void aRelationThatSaysNextToNothingIsJudgedAllTheSame(String items) {
        assertThat(Conf.read("failover peer \"fo\" { " + items + " }").findings())
                .extracting(Problem::severity)
                .contains(Problem.Severity.ERROR);
    }

    @Test
    void aPartnerWithoutAnAddressIsNotNamed() {
        assertThat(Conf.read("failover peer \"fo\" { }").findings())
                .filteredOn(problem -> problem.code().matches("F0[27]"))
                .flatExtracting(Problem::message, Problem::remedy)
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("  ", "at ."));
    }

    @Test
    void onAMachineItsOwnAddressIsOneOfThatMachines() {
        String text = RuleCase.spelt(GOOD + POOL);
        Site site = Site.of(Conf.read(text).files());
        assertThat(Lint.here(site, Set.of(Ip4.of("10.0.0.2"), Ip4.of("10.9.9.9")))).isEmpty();
        List<Problem> elsewhere = Lint.here(site, Set.of(Ip4.of("10.0.0.3")));
        assertThat(elsewhere).hasSize(1);
        Problem problem = elsewhere.getFirst();
        assertThat(problem.code()).isEqualTo("F08");
        assertThat(problem.column()).isEqualTo(text.indexOf("10.0.0.2") + 1);
        assertThat(problem.message()).contains("10.0.0.2 of \"fo\" is none of this machine's");
    }
}
