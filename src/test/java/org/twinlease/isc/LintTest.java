package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Edit;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.lint.Lint;
import org.twinlease.isc.lint.Rule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rules, each at what it is about and at what only looks like it.
class LintTest {
    private static final String PEER =
            "failover peer \"fo\" { primary; address 10.0.0.2; peer address 10.0.0.3;"
                    + " max-response-delay 60; max-unacked-updates 10; split 128; mclt 600;"
                    + " load balance max seconds 3; }\n";
    private static final String POOL =
            "subnet 10.0.0.0 netmask 255.255.255.0 { pool { failover peer \"fo\";"
                    + " deny dynamic bootp clients; range 10.0.0.10 10.0.0.99; } }";

    /// Subnets are written `NET{..}` for 10.0.0.0/24 and `NEXT{..}` for 10.0.1.0/24.
    private static String spelt(String text) {
        return text.replace("NET{", "subnet 10.0.0.0 netmask 255.255.255.0 {")
                .replace("NEXT{", "subnet 10.0.1.0 netmask 255.255.255.0 {")
                .replace('\'', '"');
    }

    private static String codes(String text) {
        return Conf.read(text).findings().stream()
                .filter(p -> p.code().matches("[FS][0-9]{2}"))
                .filter(p -> !p.code().matches("S24|S26|F27"))
                .map(Problem::code)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "NET{ range 10.0.0.5 10.0.0.9; } host a { fixed-address 10.0.0.4, 10.0.0.10; } | -",
                "NET{ } NEXT{ } host a { hardware ethernet 0:1:2:3:4:5; fixed-address 10.0.0.5; }"
                        + " host b { hardware ethernet 00:01:02:03:04:05; fixed-address 10.0.1.5; }"
                        + " | -",
                "NET{ } host a { hardware ethernet 0:1:2:3:4:5; fixed-address 10.0.0.5; } host b {"
                        + " hardware token-ring 0:1:2:3:4:5; fixed-address 10.0.0.6; } | -",
                "NET{ } host a { hardware ethernet 0:1:2:3:4:5; } host b { hardware ethernet"
                        + " 0:1:2:3:4:5; fixed-address 10.0.0.6; } | S02",
                "NET{ } host a { fixed-address 10.0.7.5; } | S04",
                "host a { fixed-address 10.0.7.5; } | -",
                "option routers 10.0.1.1; NET{ } NEXT{ range 10.0.1.5; } | -",
                "option routers 10.0.1.1; NET{ range 10.0.0.5; } NEXT{ range 10.0.1.5; } | S05",
                "NET{ pool { option routers 10.0.0.1, 10.9.0.1; range 10.0.0.5; } } | S05",
                "shared-network n { NET{ option routers 10.0.1.1; } NEXT{ } } | -",
                "NET{ range 10.0.0.1 10.0.0.254; } | -",
                "subnet 10.0.0.2 netmask 255.255.255.254 { range 10.0.0.2 10.0.0.3; } | -",
                "option subnet-mask 255.255.0.0; NET{ range 10.0.0.5; } | S07",
                "NET{ option subnet-mask 255.255.255.0; option broadcast-address 10.0.0.255; } | -",
                "default-lease-time 600; | -",
                "max-lease-time 600; | -",
                "default-lease-time 604800; | S08",
                "default-lease-time 600; max-lease-time 900; NET{ default-lease-time 1000; } | S08",
                "min-lease-time 700; NET{ default-lease-time 600; } | S08",
            })
    void judgesNetworksHostsAndLeaseTimes(String text, String codes) {
        assertEquals(codes == null ? "" : codes, codes(spelt(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "class 'a' { } add 'a'; | -",
                "class 'a' { spawn with hardware; } | -",
                "class 'a' { match hardware; } subclass 'a' 1:0:1:2:3:4:5; | -",
                "class 'a' { match hardware; } subclass 'a' '\\000\\001\\002\\003\\004\\005'; |"
                        + " S11",
                "class 'a' { match if 0:1:2:3:4:5 = hardware; } | S11",
                "class 'a' { match if substring(hardware, 1, 6) = 0:1:2:3:4:5; } | -",
                "class 'a' { match if hardware = 1:0:1:2:3:4:5; } | -",
                "class 'a' { match hardware; } NET{ pool { deny members of 'a'; range 10.0.0.5; } }"
                        + " | S10 S12",
                "NET{ pool { allow known-clients; deny all clients; range 10.0.0.5; } } | S13",
                "NET{ pool { allow known clients; deny known-clients; range 10.0.0.5; } } | S13",
                "NET{ pool { deny all clients; range 10.0.0.5; } } | -",
                "NET{ } subnet 10.0.0.128 netmask 255.255.255.128 { } | S15",
                "on commit { set v_ab = 'x'; } | -",
                "define fn (b) { return 'x'; } | S16",
                "on commit { set v1x = encode-int((1 + 2) * 3, 32); } | -",
                "on commit { set v1x = encode-int(1 & 2 + 3, 32); } | S17",
                "if (known and static) or known { } | -",
                "if known or static and known { } | S18",
                "if concat('a', 'b') = 'c' and known { } elsif known or static { } | -",
                "define fn (xs) { return 'x'; } fn('y'); | -",
                "define vx = 'x'; on commit { log(info, vx); } | S19",
                "define name = 'x'; on commit { log(info, option host-name); } | -",
                "class 'a' { match if option host-name ~= '^[a-z]+(x*y){1,3}$'; } | -",
                "class 'a' { match if option host-name ~~ '*x'; } | S41",
                "NET{ range 10.0.0.5; pool { allow known-clients; range 10.0.0.6; } } | -",
                "class 'a' { match if not (known or static); } | -",
                "class 'a' { match if not (((known) and (static))); } | S43",
                "NET{ pool { allow dynamic bootp clients; range 10.0.0.5; } } | S39",
                "deny bootp; NET{ range dynamic-bootp 10.0.0.5; } | -",
                "dynamic-bootp-lease-length 600; NET{ range dynamic-bootp 10.0.0.5; } | -",
                "if known { zone a.b { primary 10.0.0.1; } log(info, 'x'); } | S44",
                "key k { algorithm hmac-sha256; secret c2VjcmV0LXNlY3JldC1zZWNyZXQ=; } | -",
                "key k { algorithm hmac-md5; secret c2VjcmV0LXNlY3JldC1zZWNyZXQ=; } | S29",
                "option domain-name-servers 10.0.0.1, ns.example; | S22",
                "option host-name abc; option domain-name corp; | -",
            })
    void judgesClassesExpressionsAndPools(String text, String codes) {
        assertEquals(codes == null ? "" : codes, codes(spelt(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "split 128 | split 128 | -",
                "split 128 | split 200 | F06",
                "split 128 | split 256 | F06",
                "split 128; | split 128; split 100; | F06 F25",
                "mclt 600 | mclt 43200 | F04",
                "max-response-delay 60 | max-response-delay 9 | F20",
                "max-response-delay 60 | max-response-delay 900 | F20",
                "max-unacked-updates 10 | max-unacked-updates 4 | F21",
                "max-unacked-updates 10 | max-unacked-updates 500 | F21",
                "load balance max seconds 3 | load balance max seconds 11 | F26",
                "load balance max seconds 3 | load balance max seconds 0 | F01",
                "address 10.0.0.2; peer | peer | F07",
                "peer address 10.0.0.3 | peer address 10.0.0.2 | F09",
                "peer address 10.0.0.3 | peer address 10.0.0.2; peer port 700 | -",
                "primary; | primary; port 0; | F11",
                "primary; | | F02",
                "mclt 600; | mclt 600; auto-partner-down 0; | -",
            })
    void judgesAFailoverPeer(String item, String instead, String codes) {
        String other = instead == null ? "" : instead;
        assertEquals(codes == null ? "" : codes, codes(PEER.replace(item, other) + POOL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "deny dynamic bootp clients; | | F16",
                "deny dynamic bootp clients; | ignore bootp; | -",
                "10.0.0.99 | 10.0.0.12 | F29",
                "} } | } pool { range 10.0.0.200; } } | F17",
            })
    void judgesThePoolsOfARelation(String words, String instead, String codes) {
        String other = instead == null ? "" : instead;
        String found = codes(PEER + POOL.replace(words, other));
        assertEquals(codes == null ? "" : codes, found);
    }

    @Test
    void countsTheClassesThatOneClientCanBeIn() {
        var apart = new StringBuilder();
        var together = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            apart.append("class \"a%d\" { match if option host-name = \"%d\"; }\n".formatted(i, i));
            together.append(
                    "class \"b%d\" { match if substring(option host-name, 0, %d) = \"%s\"; }\n"
                            .formatted(i, i + 1, "x".repeat(i + 1)));
        }
        assertEquals("", codes(apart.toString()));
        assertEquals("S33", codes(together.toString()));
    }

    @Test
    void pointsIntoTheIncludedFile() {
        DhcpdConf.Reading reading =
                Conf.read(
                        "include \"a\";\nhost b { fixed-address 10.0.0.5; }",
                        Map.of(
                                "a",
                                "subnet 10.0.0.0 netmask 255.0.0.0 {\n"
                                        + " range 10.0.0.5 10.0.0.9; }"));
        Problem found =
                reading.findings().stream()
                        .filter(p -> p.code().equals("S01"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("dhcpd.conf:2", found.file() + ":" + found.line());
        assertTrue(found.message().contains("line 2 of a"), found.message());
    }

    @Test
    void mendsWhatItSaysItCanMend() {
        List<String> left = new ArrayList<>();
        int mended = 0;
        for (Path file : Corpus.files("conf/suspicious", ".conf")) {
            DhcpdConf.Reading before = Corpus.read(file);
            for (Problem problem : before.findings()) {
                if (problem.fix().isEmpty()) continue;
                byte[] octets = before.tree().bytes();
                byte[] after = Edit.apply(problem.file(), octets, problem.fix());
                String text = new String(after, StandardCharsets.ISO_8859_1);
                Map<String, Long> was = count(before.findings());
                Map<String, Long> is = count(Conf.read(text).findings());
                boolean better =
                        was.getOrDefault(problem.code(), 0L) > is.getOrDefault(problem.code(), 0L);
                boolean worse =
                        is.keySet().stream().anyMatch(c -> !c.equals("F17") && !was.containsKey(c));
                if (!better || worse) left.add(file.getFileName() + " " + problem.code() + is);
                mended++;
            }
        }
        assertEquals(List.of(), left);
        assertTrue(mended > 15, mended + " fixes");
    }

    private static Map<String, Long> count(List<Problem> problems) {
        Map<String, Long> counts = new HashMap<>();
        for (Problem p : problems) counts.merge(p.code(), 1L, Long::sum);
        return counts;
    }

    @Test
    void givesEveryRuleItsNumberOnceAndSaysWhatItIsAbout() {
        var codes = new TreeSet<String>();
        for (Rule rule : Lint.rules()) {
            assertTrue(codes.add(rule.code()), rule.code());
            assertFalse(rule.summary().isBlank());
        }
        assertEquals(52, codes.size());
    }

    @Test
    void knowsWhichErrorsDhcpdDoesNotSee() {
        DhcpdConf.Reading reading = Conf.read(PEER.replace("address 10.0.0.2; ", "") + POOL);
        List<Problem> errors =
                reading.findings().stream().filter(p -> p.severity() == Severity.ERROR).toList();
        assertEquals(List.of("F07"), errors.stream().map(Problem::code).toList());
        assertFalse(Lint.isRefusedByDhcpd(errors.getFirst()));
        assertFalse(reading.isUsable());
    }
}
