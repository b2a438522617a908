package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.twinlease.config.Problem;

import java.util.List;

/// The general rules (S), one by one.
final class GeneralRulesTest {

    static final List<RuleCase> HOSTS =
            List.of(
                    RuleCase.of(
                            "S01",
                            "NET{ range 10.0.0.5 10.0.0.9; }\n@host a { fixed-address 10.0.0.9; }",
                            "NET{ range 10.0.0.5 10.0.0.9; } host a { fixed-address 10.0.0.10; }",
                            "10.0.0.9 of the host a | one of the 5 | line 1"),
                    RuleCase.of(
                            "S02",
                            "host a { hardware ethernet 1:2:3:4:5:6; }\n"
                                    + "@host b { hardware ethernet 01:02:03:04:05:06; }",
                            "host a { hardware ethernet 1:2:3:4:5:6; }\n"
                                    + "host b { hardware ethernet 1:2:3:4:5:7; }",
                            "hosts a (line 1) and b | 01:02:03:04:05:06"),
                    RuleCase.of(
                            "S02",
                            "NET{ } NEXT{ }\n"
                                    + "host a { hardware ethernet 1:2:3:4:5:6; fixed-address"
                                    + " 10.0.0.5, 10.0.1.5; }\n"
                                    + "@host b { hardware ethernet 1:2:3:4:5:6; fixed-address"
                                    + " 10.0.1.6; }",
                            "NET{ } NEXT{ }\n"
                                    + "host a { hardware ethernet 1:2:3:4:5:6; fixed-address"
                                    + " 10.0.0.5; }\n"
                                    + "host b { hardware ethernet 1:2:3:4:5:6; fixed-address"
                                    + " 10.0.1.6; }",
                            "hosts a (line 2) and b"),
                    RuleCase.of(
                            "S03",
                            "NET{ }\nhost a { fixed-address 10.0.0.5; }\n"
                                    + "@host b { fixed-address 10.0.0.6, 10.0.0.5; }",
                            "NET{ }\nhost a { fixed-address 10.0.0.5, 10.0.0.5; }\n"
                                    + "host b { fixed-address 10.0.0.6; }",
                            "hosts a (line 2) and b | address 10.0.0.5"),
                    RuleCase.of(
                            "S04",
                            "NET{ }\nhost a { hardware ethernet 1:2:3:4:5:6;\n"
                                    + " @fixed-address 10.0.0.5, 10.0.7.5; }",
                            "NET{ }\nhost a { fixed-address 10.0.0.5, 10.0.0.255; }",
                            "10.0.7.5 of the host a"),
                    RuleCase.of(
                            "S14",
                            "NET{ group { @host a { fixed-address 10.0.0.5; } } }\nNEXT{ }",
                            "NET{ }\ngroup { host a { fixed-address 10.0.0.5; } }",
                            "host a stands in subnet 10.0.0.0 netmask 255.255.255.0 | 2 networks"));

    static final List<RuleCase> NETWORKS =
            List.of(
                    RuleCase.of(
                            "S05",
                            "NET{ option routers 10.0.0.1, @10.0.1.1; }\nNEXT{ }",
                            "shared-network n { NET{ option routers 10.0.1.1; } NEXT{ } }",
                            "router 10.0.1.1 | (10.0.0.0/24)"),
                    RuleCase.of(
                            "S05",
                            "shared-network n { option routers @10.0.2.1; NET{ range 10.0.0.5; }"
                                    + " NEXT{ } }",
                            "option routers 10.0.2.1; NET{ }",
                            "10.0.2.1 | 10.0.0.0/24, 10.0.1.0/24"),
                    RuleCase.of(
                            "S06",
                            "NET{ @range 10.0.0.0 10.0.0.20; }",
                            "subnet 10.0.0.0 netmask 255.255.0.0 { range 10.0.0.255 10.0.1.0; }",
                            "10.0.0.0, the network address of 10.0.0.0/24",
                            "NET{ range 10.0.0.1 10.0.0.20; }"),
                    RuleCase.of(
                            "S06",
                            "NET{ @range dynamic-bootp 10.0.0.0 10.0.0.255; }",
                            "NET{ range dynamic-bootp 10.0.0.1 10.0.0.254; }",
                            "10.0.0.0 and 10.0.0.255, network and broadcast",
                            "NET{ range dynamic-bootp 10.0.0.1 10.0.0.254; }"),
                    RuleCase.of(
                            "S06",
                            "NET{ pool { @range 10.0.0.255; } }",
                            "NET{ pool { range 10.0.0.254; } }",
                            "nothing but 10.0.0.255, the broadcast address"),
                    RuleCase.of(
                            "S07",
                            "NET{ @option subnet-mask 255.255.0.0; }",
                            "NET{ option subnet-mask 255.255.255.0; }",
                            "subnet-mask 255.255.0.0 | 255.255.255.0",
                            "NET{ option subnet-mask 255.255.255.0; }"),
                    RuleCase.of(
                            "S07",
                            "@option broadcast-address 10.0.0.127;\nNET{ range 10.0.0.5; }",
                            "option broadcast-address 10.0.0.127;\nNET{ }",
                            "broadcast-address 10.0.0.127 | 10.0.0.255"),
                    RuleCase.of(
                            "S15",
                            "subnet 10.0.0.0 netmask 255.255.254.0 { }\n@NEXT{ }",
                            "NET{ } NEXT{ }",
                            "10.0.1.0/24 overlaps the subnet 10.0.0.0/23 of line 1"),
                    RuleCase.of(
                            "S15",
                            "NEXT{ }\n@subnet 10.0.0.0 netmask 255.255.254.0 { }",
                            "NEXT{ }\nsubnet 10.0.2.0 netmask 255.255.254.0 { }",
                            "10.0.0.0/23 overlaps the subnet 10.0.1.0/24 of line 1"),
                    RuleCase.of(
                            "S15",
                            "NET{ }\n@NET{ }",
                            "NET{ }",
                            "10.0.0.0/24 overlaps the subnet 10.0.0.0/24 of line 1"),
                    RuleCase.of(
                            "S22",
                            "NET{ option domain-name-servers 10.0.0.1, @ns.corp.example; }",
                            "NET{ option domain-name-servers 10.0.0.1; option domain-name"
                                    + " 'ns.corp.example'; }",
                            "name ns.corp.example"),
                    RuleCase.of(
                            "S22",
                            "host a { fixed-address @one.example; }",
                            "host a { fixed-address 192.0.2.1; }",
                            "name one.example"),
                    RuleCase.of(
                            "S26",
                            "@NET{ range 10.0.0.5 10.0.0.9; }",
                            "NET{ authoritative; range 10.0.0.5 10.0.0.9; }",
                            "5 dynamic addresses in"),
                    RuleCase.of(
                            "S26",
                            "@shared-network n { NET{ range 10.0.0.5; } NEXT{ range 10.0.1.5; } }",
                            "not authoritative; NET{ range 10.0.0.5; }",
                            "2 dynamic addresses in | n"),
                    RuleCase.of(
                            "S36",
                            "subnet 10.0.0.0 netmask @255.0.255.0 { }",
                            "subnet 10.0.0.0 netmask 255.128.0.0 { }",
                            "255.0.255.0"));

    static final List<RuleCase> TIMES =
            List.of(
                    RuleCase.of(
                            "S08",
                            "max-lease-time 900;\n@default-lease-time 901;",
                            "max-lease-time 900; default-lease-time 900;",
                            "901 is above max-lease-time 900 and"),
                    RuleCase.of(
                            "S08",
                            "NET{ @default-lease-time 86401; }",
                            "NET{ default-lease-time 86400; }",
                            "86401 is above max-lease-time 86400 (dhcpd"),
                    RuleCase.of(
                            "S08",
                            "@min-lease-time 601; default-lease-time 600;",
                            "min-lease-time 600; default-lease-time 600;",
                            "601 is above default-lease-time 600"),
                    RuleCase.of(
                            "S08",
                            "max-lease-time 700;\n"
                                    + "NET{ pool { @min-lease-time 800; range 10.0.0.5; } }",
                            "max-lease-time 700;\n"
                                    + "NET{ pool { min-lease-time 700; range 10.0.0.5; } }",
                            "800 is above max-lease-time 700 and wins"));

    static final List<RuleCase> CLASSES =
            List.of(
                    RuleCase.of(
                            "S09",
                            "@class 'a' { option domain-name 'x'; }",
                            "class 'a' { } if known { add 'a'; }",
                            "class 'a'"),
                    RuleCase.of(
                            "S10",
                            "class 'a' { @match option host-name; }",
                            "class 'a' { match option host-name; }\nsubclass 'a' 'x';",
                            "class 'a' | option host-name"),
                    RuleCase.of(
                            "S11",
                            "class 'a' { match if hardware = @00:11:22:33:44:55; }",
                            "class 'a' { match if hardware = 1:00:11:22:33:44:55; }",
                            "6 octets",
                            "class 'a' { match if hardware = 1:00:11:22:33:44:55; }"),
                    RuleCase.of(
                            "S11",
                            "class 'a' { match if @00:11:22:33:44:55 != hardware; }",
                            "class 'a' { match if 1:00:11:22:33:44:55 != hardware; }",
                            "6 octets",
                            "class 'a' { match if 1:00:11:22:33:44:55 != hardware; }"),
                    RuleCase.of(
                            "S11",
                            "class 'a' { match hardware; }\nsubclass 'a' @00:11:22:33:44:55;",
                            "class 'a' { match hardware; }\nsubclass 'a' 1:00:11:22:33:44:55;",
                            "class 'a'",
                            "class 'a' { match hardware; }\nsubclass 'a' 1:00:11:22:33:44:55;"),
                    RuleCase.of(
                            "S11",
                            "class 'a' { match hardware; }\nsubclass 'a' @'\\000abcde';",
                            "class 'a' { match hardware; }\nsubclass 'a' '\\001\\000abcde';",
                            "class 'a'",
                            "class 'a' { match hardware; }\nsubclass 'a' '\\001\\000abcde';"),
                    RuleCase.of(
                            "S12",
                            "class 'a' { }\n"
                                    + "NET{ pool { @allow members of 'a'; range 10.0.0.5 10.0.0.6;"
                                    + " } }",
                            "class 'a' { match if known; }\n"
                                    + "NET{ pool { allow members of 'a'; range 10.0.0.5; } }",
                            "class 'a' (line 1) | the 2 addresses"),
                    RuleCase.of(
                            "S12",
                            "class 'a' { match hardware; }\n"
                                    + "NET{ pool { @deny members of 'a'; range 10.0.0.5; } }",
                            "NET{ pool { deny members of 'nowhere'; range 10.0.0.5; } }",
                            "keeps nobody out"));

    static final List<RuleCase> POOLS =
            List.of(
                    RuleCase.of(
                            "S13",
                            "NET{ pool { allow unknown clients;\n"
                                    + " deny @unknown-clients; range 10.0.0.5; } }",
                            "NET{ pool { allow unknown clients; deny known clients;"
                                    + " range 10.0.0.5; } }",
                            "unknown-clients (line 1)"),
                    RuleCase.of(
                            "S13",
                            "NET{ pool { allow known clients; @deny all clients; range 10.0.0.5"
                                    + " 10.0.0.8; } }",
                            "NET{ pool { allow after 4 2030/1/1; deny all clients; range 10.0.0.5;"
                                    + " } }",
                            "4 addresses go to nobody",
                            "NET{ pool { allow known clients; range 10.0.0.5 10.0.0.8; } }"),
                    RuleCase.of(
                            "S13",
                            "class 'a' { match if known; } class 'A' { match if known; }\n"
                                    + "NET{ pool { allow members of 'a'; deny @members of 'a';"
                                    + " range 10.0.0.5; } }",
                            "class 'a' { match if known; } class 'A' { match if known; }\n"
                                    + "NET{ pool { allow members of 'a'; deny members of 'A';"
                                    + " range 10.0.0.5; } }",
                            "members of 'a' (line 2)"),
                    RuleCase.of(
                            "S39",
                            "NET{ @range dynamic-bootp 10.0.0.5 10.0.0.6; }",
                            "NET{ dynamic-bootp-lease-length 86400; range dynamic-bootp 10.0.0.5"
                                    + " 10.0.0.6; }",
                            "these 2 addresses"),
                    RuleCase.of(
                            "S39",
                            "NET{ pool { @allow dynamic bootp clients; range 10.0.0.5; } }",
                            "ignore bootp; NET{ pool { allow dynamic bootp clients; range 10.0.0.5;"
                                    + " } }",
                            "these 1 addresses"),
                    RuleCase.of(
                            "S42",
                            "NET{ pool { allow known-clients; range 10.0.0.5; }\n range 10.0.0.6;\n"
                                    + " @range 10.0.0.7 10.0.0.8; }",
                            "NET{ range 10.0.0.6; range 10.0.0.7 10.0.0.8;\n"
                                    + " pool { allow known-clients; range 10.0.0.5; } }",
                            "the pool of 10.0.0.5 in line 1",
                            "NET{ pool { allow known-clients; range 10.0.0.5; }\n range 10.0.0.6;\n"
                                    + " pool { range 10.0.0.7 10.0.0.8; } }"),
                    RuleCase.of(
                            "S42",
                            "failover peer 'fo' { primary; address 10.9.0.1; peer address 10.9.0.2;"
                                    + " mclt 60; split 128; load balance max seconds 3; }\n"
                                    + "NET{ pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.5 10.0.0.9; }\n @range 10.0.0.10; }",
                            "failover peer 'fo' { primary; address 10.9.0.1; peer address 10.9.0.2;"
                                    + " mclt 60; split 128; load balance max seconds 3; }\n"
                                    + "NET{ range 10.0.0.10; pool { failover peer 'fo'; deny"
                                    + " dynamic bootp clients; range 10.0.0.5 10.0.0.9; } }",
                            "so its 1 addresses are shared",
                            "failover peer 'fo' { primary; address 10.9.0.1; peer address 10.9.0.2;"
                                    + " mclt 60; split 128; load balance max seconds 3; }\n"
                                    + "NET{ pool { failover peer 'fo'; deny dynamic bootp clients;"
                                    + " range 10.0.0.5 10.0.0.9; }\n pool { range 10.0.0.10; } }"));

    static final List<RuleCase> EXPRESSIONS =
            List.of(
                    RuleCase.of(
                            "S16",
                            "on commit { set @ab = 'x'; }",
                            "on commit { set ab_ = 'x'; }",
                            "variable ab | (0xab)"),
                    RuleCase.of(
                            "S16",
                            "define fn (@dead) { return 'x'; }",
                            "define fn (deal) { return 'x'; }",
                            "variable dead cannot be read: in an expression the word is"
                                    + " hexadecimal octets."),
                    RuleCase.of(
                            "S17",
                            "on commit { set vx = encode-int(1 + 2 @* 3, 32); }",
                            "on commit { set vx = encode-int(1 + (2 * 3), 32); }",
                            "1 + 2 * 3 is 9"),
                    RuleCase.of(
                            "S18",
                            "if known or static @and known { }",
                            "if known or (static and known) { }",
                            "without parentheses"),
                    RuleCase.of(
                            "S19",
                            "define fn () { return 'x'; }\non commit { set vy = @fn; }",
                            "define fn () { return 'x'; }\non commit { set vy = option fn; }",
                            "fn is defined in line 1"),
                    RuleCase.of(
                            "S33",
                            "class 'a' { match if known; }\nclass 'b' { match if known; }\n"
                                    + "class 'c' { match if known; }\nclass 'd' { match if known;"
                                    + " }\nclass 'e' { match if known; }\n"
                                    + "@class 'f' { match if known; }",
                            "class 'a' { match if known; }\nclass 'b' { match if known; }\n"
                                    + "class 'c' { match if known; }\nclass 'd' { match if known;"
                                    + " }\nclass 'e' { match if option host-name = 'e'; }\n"
                                    + "class 'f' { match if option host-name = 'f'; }",
                            "6 classes | 'a', 'b', 'c', 'd', 'e', 'f'"),
                    RuleCase.of(
                            "S41",
                            "class 'a' { match if option host-name ~= @'(x'; }",
                            "class 'a' { match if option host-name ~= '(x)'; }",
                            "'(x' | is not closed"),
                    RuleCase.of(
                            "S43",
                            "class 'a' { match if @not (known and (static or known)); }",
                            "class 'a' { match if not known and static; }",
                            "left side, known,",
                            "class 'a' { match if ((not (known)) or (not ((static or known)))); }"),
                    RuleCase.of(
                            "S43",
                            "class 'a' { match if @not ((known and static)); }",
                            "class 'a' { match if not (known or (known and static)); }",
                            "left side, known,",
                            "class 'a' { match if ((not (known)) or (not (static))); }"),
                    RuleCase.of(
                            "S43",
                            "class 'a' { match if @not (known and static and known); }",
                            "class 'a' { match if (known and static) and known; }",
                            "left side, known,"));

    static final List<RuleCase> SERVER =
            List.of(
                    RuleCase.of(
                            "S24",
                            "NET{ }\n@log(info, 'x');",
                            "NET{ log(info, 'x'); }",
                            "at the top level"),
                    RuleCase.of(
                            "S28",
                            "@omapi-port 7911;",
                            "omapi-port 7911; key k { algorithm hmac-sha256; secret"
                                    + " c2VjcmV0LXNlY3JldC1zZWNyZXQ=; } omapi-key k;",
                            "omapi-port 7911 is open"),
                    RuleCase.of(
                            "S29",
                            "key k { algorithm hmac-sha256; @secret c2VjcmV0; }",
                            "key k { algorithm hmac-sha256; secret MDEyMzQ1Njc4OTAxMjM0NQ==; }",
                            "key k has 6 octets"),
                    RuleCase.of(
                            "S29",
                            "key k { @algorithm HMAC-MD5; secret MDEyMzQ1Njc4OTAxMjM0NQ==; }",
                            "key K { algorithm hmac-md5; secret MDEyMzQ1Njc4OTAxMjM0NQ==; }\n"
                                    + "omapi-port 7911; omapi-key k;",
                            "key k uses hmac-md5"),
                    RuleCase.of(
                            "S44",
                            "on commit { @zone a.b { primary 10.0.0.1; }\n log(info, 'x'); }",
                            "zone a.b { primary 10.0.0.1; } log(info, 'x');",
                            "in the body of | line 2 behind it"));

    @ParameterizedTest
    @FieldSource({"HOSTS", "NETWORKS", "TIMES", "CLASSES", "POOLS", "EXPRESSIONS", "SERVER"})
    void aRuleIsBrokenThereAndMendedThere(RuleCase rule) {
        rule.check();
    }

    /// Not yet a crash, and no error then.
    @Test
    void aZoneThatStandsLastInABodyIsOnlyAWarning() {
        String text = "on commit { log(info, \"x\"); zone a.b { primary 10.0.0.1; } }";
        assertThat(Conf.read(text).findings())
                .filteredOn(problem -> problem.code().equals("S44"))
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.WARNING);
    }

    @Test
    void aRuleThatIsBrokenEverywhereIsToldTwoHundredTimes() {
        String text = "subnet 10.0.0.0 netmask 255.255.255.0 { }\n";
        var hosts = new StringBuilder(text);
        for (int i = 0; i < 250; i++) {
            hosts.append("host h%d { fixed-address 10.9.0.%d; }\n".formatted(i, i));
        }
        assertThat(Conf.read(hosts.toString()).findings())
                .filteredOn(problem -> problem.code().equals("S04"))
                .hasSize(200);
    }
}
