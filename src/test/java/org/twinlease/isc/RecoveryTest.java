package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Token;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What happens around mistakes: one slip is one error, at the right place, and the rest is read.
class RecoveryTest {
    private static final String GOOD =
            """
            option domain-name "example.net";
            default-lease-time 600;
            max-lease-time 7200;
            subnet 10.0.0.0 netmask 255.255.255.0 {
              option routers 10.0.0.1;
              range 10.0.0.10 10.0.0.20;
              pool {
                range 10.0.0.30 10.0.0.40;
                deny unknown-clients;
              }
            }
            host a {
              hardware ethernet 0:1:2:3:4:5;
              fixed-address 10.0.0.5;
            }
            """;

    /// Each semicolon of a good file is left out in turn.
    @Test
    void reportsOneMissingSemicolonOnce() {
        assertEquals(List.of(), Conf.errors(GOOD));
        int tried = 0;
        for (int at = GOOD.indexOf(';'); at >= 0; at = GOOD.indexOf(';', at + 1)) {
            String text = GOOD.substring(0, at) + GOOD.substring(at + 1);
            List<String> errors = Conf.errors(text);
            assertEquals(1, errors.size(), text + errors);
            assertTrue(errors.getFirst().endsWith("semicolon-expected"), errors.getFirst());
            tried++;
        }
        assertEquals(9, tried);
    }

    @Test
    void understandsTheRestOfAFileBehindAMissingSemicolon() {
        Config config = Conf.read(GOOD.replace("7200;", "7200")).config();
        assertEquals(1, config.networks().size());
        assertEquals(2, config.networks().getFirst().pools().size());
        assertEquals(1, config.hosts().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "255.255.255.0 { | 255.255.255.0 | 5:3 left-brace-expected",
                "pool { | pool | 8:5 left-brace-expected",
                "host a { | host a | 13:3 left-brace-expected",
                "600; | 600;; | 2:23 empty-statement",
                "\"example.net\" | \"example.net | 1:20 string-not-closed",
                "max-lease-time | max-leese-time | 3:16 unknown-statement",
                "routers | router | 5:10 unknown-option",
                "0:1:2:3:4:5 | 0:1:2:3:4:5g | 13:31 octets-expected",
            })
    void reportsOneSlipOnce(String words, String instead, String error) {
        assertEquals(List.of(error), Conf.errors(GOOD.replace(words, instead)));
    }

    @Test
    void saysWhichBlockIsStillOpenAtTheEnd() {
        DhcpdConf.Reading reading = Conf.read("group {\n host a {\n  hardware ethernet;\n }\n");
        assertEquals(List.of("4:2 unexpected-end"), Conf.errors(reading));
        assertTrue(reading.problems().getFirst().message().contains("line 1"));
        assertEquals(1, reading.config().hosts().size());
    }

    @Test
    void guessesWhatAMistypedWordWasMeantToBe() {
        assertEquals("Did you mean 'max-lease-time'?", remedy("max-leese-time 5;"));
        assertEquals("Did you mean 'authoritative'?", remedy("authoritatve;"));
        assertEquals("Did you mean 'shared-network'?", remedy("sharednetwork n { }"));
        assertEquals("Did you mean 'domain-name-servers'?", remedy("option dns-servers 1.2.3.4;"));
        assertEquals("Did you mean 'routers'?", remedy("option router 1.2.3.4;"));
        assertEquals("Check its spelling.", remedy("qwertyuiop 5;"));
    }

    private static String remedy(String text) {
        return Conf.read(text).problems().getFirst().remedy();
    }

    @Test
    void readsIncludedFilesWhereTheyStand() {
        DhcpdConf.Reading reading =
                Conf.read(
                        "include \"a\"; subnet 10.0.0.0 netmask 255.0.0.0 { include \"b\"; }",
                        Map.of("a", "max-lease-time 5;", "b", "range 10.0.0.5;\ninclude \"c\";"));
        assertEquals(List.of("2:1 include-not-readable"), Conf.errors(reading));
        assertEquals("b", reading.problems().getFirst().file());
        assertEquals(1, reading.config().networks().getFirst().pools().size());
    }

    @Test
    void refusesAFileThatIncludesItself() {
        assertEquals(
                List.of("1:1 include-loop"),
                Conf.errors(
                        Conf.read(
                                "include \"a\";",
                                Map.of("a", "include \"b\";", "b", "include \"a\";"))));
    }

    @Test
    void boundsIncludesThatHideTheirLoop() {
        DhcpdConf.Reading reading =
                DhcpdConf.read(
                        "a",
                        name ->
                                ("include \"" + name + "x\";")
                                        .getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of("nested-too-deep"),
                reading.problems().stream().map(Problem::code).toList());
    }

    @Test
    void refusesPoolStatementsFromAnIncludedFile() {
        DhcpdConf.Reading reading =
                Conf.read(
                        "subnet 10.0.0.0 netmask 255.0.0.0 { pool { include \"a\"; } }",
                        Map.of("a", "range 10.0.0.1;"));
        assertEquals(List.of("1:1 not-allowed-here"), Conf.errors(reading));
    }

    @Test
    void saysThatTheFileIsNotThere() {
        DhcpdConf.Reading reading = DhcpdConf.read("none", name -> null);
        assertFalse(reading.isUsable());
        assertEquals("file-not-readable", reading.problems().getFirst().code());
    }

    @Test
    void boundsTheDepthOfBlocksAndTheNumberOfProblems() {
        assertEquals(1, Conf.errors("group { ".repeat(100) + "}".repeat(100)).size());
        assertTrue(Conf.read("; ".repeat(10_000)).problems().size() <= 2000);
    }

    /// Whatever the octets are, reading ends with a configuration and the tree of the file.
    @Test
    void survivesEveryMutationOfTheCorpus() {
        var random = new Random(11);
        List<ConfTree> trees =
                Corpus.files("conf", ".conf").stream()
                        .map(f -> ConfTree.of("f", Corpus.bytes(f)))
                        .toList();
        for (int i = 0; i < 3_000; i++) {
            String text = mutant(trees, random);
            byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
            DhcpdConf.Reading reading =
                    DhcpdConf.read("f", name -> name.equals("f") ? octets : null);
            assertEquals(text, new String(reading.tree().bytes(), StandardCharsets.ISO_8859_1));
            for (Problem p : reading.problems()) assertEquals(p.line() == 0, p.column() == 0);
        }
    }

    private static String mutant(List<ConfTree> trees, Random random) {
        ConfTree tree = trees.get(random.nextInt(trees.size()));
        ConfTree other = trees.get(random.nextInt(trees.size()));
        int victim = random.nextInt(tree.size());
        int kind = random.nextInt(3);
        var text = new StringBuilder();
        for (int i = 0; i < tree.size(); i++) {
            Token token = tree.token(i);
            text.append(token.trivia());
            if (i != victim) text.append(token.raw());
            else if (kind == 0) text.append(token.raw()).append(' ').append(token.raw());
            else if (kind == 1)
                text.append(other.token(random.nextInt(other.size())).raw()).append(' ');
        }
        return text.toString();
    }
}
