package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.pair.PairLint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Two servers that are meant for each other.
class PairLintTest {
    private static final String ONE =
            """
            option domain-name "a.example";
            failover peer "fo" {
              primary; address 10.0.0.2; peer address 10.0.0.3; mclt 600; split 128;
              max-response-delay 60; max-unacked-updates 10; load balance max seconds 3; }
            class "c" { match if option host-name = "x"; }
            host a { hardware ethernet 0:1:2:3:4:5; fixed-address 10.0.0.5; }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              pool { failover peer "fo"; range 10.0.0.10 10.0.0.99; } }
            """;
    private static final String TWO =
            ONE.replace("primary;", "secondary;")
                    .replace("mclt 600; split 128;", "")
                    .replace(
                            "address 10.0.0.2; peer address 10.0.0.3;",
                            "address 10.0.0.3; peer address 10.0.0.2;");

    @Test
    void findsWhatIsWrongWithEveryPairAndNothingElse() {
        List<String> differences = new ArrayList<>();
        List<Path> pairs = Corpus.files("conf/suspicious/pairs", "one.conf");
        assertTrue(pairs.size() >= 7, pairs.size() + " pairs");
        for (Path one : pairs) {
            DhcpdConf.Reading first = Corpus.read(one);
            DhcpdConf.Reading second = Corpus.read(one.resolveSibling("two.conf"));
            List<Problem> all = new ArrayList<>(first.findings());
            all.addAll(second.findings());
            all.addAll(PairLint.check(Site.of(first.files()), Site.of(second.files())));
            Set<String> must = new TreeSet<>();
            Set<String> may = new TreeSet<>();
            for (Problem p : all) {
                if (!p.code().matches("[FS][0-9]{2}")) continue;
                may.add(p.code());
                if (p.severity() != Severity.INFO) must.add(p.code());
            }
            Path file = one.resolveSibling("pair.conf");
            Set<String> expected = new TreeSet<>(LintCorpusTest.lines(file, ".lint"));
            if (may.containsAll(expected) && expected.containsAll(must)) continue;
            differences.add(one + ": " + expected + " found " + must + may);
        }
        assertEquals(List.of(), differences);
    }

    private static List<Problem> check(String one, String two) {
        return PairLint.check(Site.of(Conf.read(one).files()), Site.of(Conf.read(two).files()));
    }

    @Test
    void saysOfAGoodPairWhichPortsItNeedsAndNothingElse() {
        List<Problem> problems = check(ONE, TWO);
        assertEquals(List.of("failover-port"), problems.stream().map(Problem::code).toList());
        assertTrue(problems.getFirst().message().contains("10.0.0.3 port 647"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "secondary; | primary; mclt 600; split 128; | F13",
                "\"fo\" | \"FO\" | F12",
                "address 10.0.0.3; | address 10.0.0.4; | F10",
                "secondary; | secondary; port 648; | F10",
                "secondary; | secondary; mclt 700; | F30",
                "secondary; | secondary; mclt 600; | -",
                "10.0.0.99 | 10.0.0.50 | F14",
                "10.0.0.99 | 10.0.0.120 | F14",
                "failover peer \"fo\"; range | range | F15",
                "a.example | b.example | F28",
                "10.0.0.5; | 10.0.0.6; | F28",
                "0:1:2:3:4:5 | 0:1:2:3:4:6 | F28 F28",
                "\"x\" | \"y\" | F28",
                "class \"c\" | class \"d\" | F28 F28",
                "max-response-delay 60; | | F28",
                "subnet 10.0.0.0 netmask 255.255.255.0 { | subnet 10.0.0.0 netmask 255.255.255.0 {"
                        + " max-lease-time 7200; | F28",
                "option domain-name | omapi-port 7911; option domain-name | -",
            })
    void comparesThePartnersFile(String words, String instead, String codes) {
        String two = TWO.replace(words, instead == null ? "" : instead);
        String found =
                check(ONE, two).stream()
                        .map(Problem::code)
                        .filter(c -> !c.equals("failover-port"))
                        .collect(Collectors.joining(" "));
        assertEquals(codes == null ? "" : codes, found);
    }

    @Test
    void countsTheAddressesThatTheOtherSideDoesNotKnow() {
        Problem found =
                check(ONE, TWO.replace("range 10.0.0.10 10.0.0.99", "range 10.0.0.20 10.0.0.89"))
                        .stream()
                        .filter(p -> p.code().equals("F14"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                found.message().startsWith("10 addresses of the relation \"fo\", 10.0.0.10 to"),
                found.message());
    }

    @Test
    void warnsOfAddressesThatBothHandOutOnTheirOwn() {
        String bare = "subnet 10.1.0.0 netmask 255.255.0.0 { range 10.1.0.5 10.1.0.9; }";
        assertTrue(
                check(ONE + bare, TWO + bare).stream()
                        .anyMatch(p -> p.code().equals("F17") && p.line() == 9));
    }

    @Test
    void saysThatARelationHasNoOtherSide() {
        String none =
                TWO.replaceAll("(?s)failover peer \"fo\" \\{.*?}", "")
                        .replace("failover peer \"fo\";", "");
        assertTrue(check(ONE, none).stream().anyMatch(p -> p.code().equals("F12")));
    }
}
