package org.twinlease.isc.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfTree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Edits touch their own octets only and follow the file's layout.
class EditorTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "isc", "conf");

    private static ConfTree tree(String text) {
        return ConfTree.of("f", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String after(String text, Edit... edits) {
        return new String(
                Edit.apply("f", bytes(text), List.of(edits)), StandardCharsets.ISO_8859_1);
    }

    private static Entry entry(String text, String word) {
        return Outline.of(List.of(tree(text))).all().stream()
                .filter(e -> e.is(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesAStatementOutWithItsLineAndItsComments() {
        String text = "a;\n\n# why b\n  # and how\nb 5; # five\n\nc;\n";
        assertEquals("a;\n\nc;\n", after(text, remove(text, "b")));
        String first = "# about the file\nb;\nc;\n";
        assertEquals("# about the file\nc;\n", after(first, remove(first, "b")));
    }

    @Test
    void takesAStatementOutOfALineThatHasOthers() {
        String text = "host x { a; b 5; c; }\n";
        assertEquals("host x { a; c; }\n", after(text, remove(text, "b")));
        assertEquals("host x { b 5; c; }\n", after(text, remove(text, "a")));
        assertEquals("host x { a; b 5; }\n", after(text, remove(text, "c")));
    }

    private static Edit remove(String text, String word) {
        Entry entry = entry(text, word);
        return new Editor(entry.tree()).remove(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pool {~^a;~} | pool {~^a;~^n 1;~}",
                "pool {~    a;~    host x { }~} | pool {~    a;~    n 1;~    host x { }~}",
                "pool { a; } | pool { a; n 1; }",
                "pool { } | pool { n 1; }",
                "pool {} | pool { n 1; }",
                "pool {~} | pool {~  n 1;~}",
                "group {~    pool {~    }~} | group {~    pool {~        n 1;~    }~}",
                "pool {~ a; # c~ option b 1;~} | pool {~ a; # c~ n 1;~ option b 1;~}",
                "pool {~ option b 1;~ } | pool {~ n 1;~ option b 1;~ }",
                "pool {@~^a;@~} | pool {@~^a;@~^n 1;@~}",
            })
    void putsAStatementInTheWayTheFileIsLaidOut(String before, String wanted) {
        String text = before.replace('~', '\n').replace('^', '\t').replace('@', '\r');
        Entry pool = entry(text, "pool");
        Edit edit = new Editor(pool.tree()).insert(pool, pool.children(), "n 1;");
        assertEquals(
                wanted.replace('~', '\n').replace('^', '\t').replace('@', '\r'), after(text, edit));
    }

    @Test
    void indentsAWholeBlockByTheUnitOfTheFile() {
        String text = "a {\n   b;\n}\n";
        Edit edit = new Editor(tree(text)).insertAfter(entry(text, "a"), "pool {\n\tn 1;\n}");
        assertEquals("a {\n   b;\n}\npool {\n   n 1;\n}\n", after(text, edit));
        Edit atEnd = new Editor(tree("x;")).insert(null, List.of(), "n;");
        assertEquals("x;\nn;\n", after("x;", atEnd));
    }

    @Test
    void givesTheFileBackWhenRandomEditsAreTakenBack() throws IOException {
        var random = new Random(11);
        for (Path file : files()) {
            byte[] before = Files.readAllBytes(file);
            ConfTree tree = ConfTree.of("f", before);
            List<Entry> all = Outline.of(List.of(tree)).all();
            for (int round = 0; round < 8 && !all.isEmpty(); round++) {
                List<Edit> edits = randomEdits(tree, all, random);
                byte[] after = Edit.apply("f", before, edits);
                assertArrayEquals(after, ConfTree.of("f", after).bytes());
                List<Edit> back = Edit.inverse("f", before, edits);
                assertArrayEquals(before, Edit.apply("f", after, back), file.toString());
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS)) {
            return all.filter(p -> p.toString().endsWith(".conf")).sorted().toList();
        }
    }

    private static List<Edit> randomEdits(ConfTree tree, List<Entry> all, Random random) {
        var editor = new Editor(tree);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Entry entry = all.get(random.nextInt(all.size()));
            if (entry.length() == 0) continue;
            Edit edit =
                    switch (random.nextInt(4)) {
                        case 0 -> editor.remove(entry);
                        case 1 -> editor.value(entry, 1, "\"caf\u00e9\"");
                        case 2 -> editor.insertAfter(entry, "host h {\n\tuid \"1\";\n}");
                        default ->
                                editor.insert(
                                        entry.isBlock() ? entry : null,
                                        entry.isBlock() ? entry.children() : all,
                                        "option host-name \"x\";");
                    };
            if (edits.stream().noneMatch(edit::overlaps)) edits.add(edit);
        }
        return edits;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "failover peer \"fo\" / mclt | 1800 | mclt 600; | mclt 1800;",
                "subnet 10.0.0.0 / pool[2] / range | 10.0.0.7 | 10.0.0.5  10.0.0.6 ; | 10.0.0.7 ;",
                "option domain-name | \"b\" | \"a\" | \"b\"",
                "OPTION domain-NAME | \"a\" | x | x",
                "subnet 10.0.0.0 / pool[1] / range[1] | 10.0.0.2 | 10.0.0.1; | 10.0.0.2;",
                "default-lease-time | 600 | OPTION | default-lease-time 600;~OPTION",
            })
    void setsOneValueAndNothingElse(String path, String value, String was, String is)
            throws ConfPath.Lost {
        String text =
                """
                OPTION domain-name "a";
                failover peer "fo" {	mclt 600; } # caf\u00e9
                subnet 10.0.0.0 netmask 255.0.0.0 {
                  pool { range 10.0.0.1; }
                  pool { range 10.0.0.5  10.0.0.6 ; }
                }
                """;
        List<Edit> edits = Assignment.set(List.of(tree(text)), path, value);
        String wanted = text.replace(was, is.replace('~', '\n'));
        assertEquals(wanted, after(text, edits.toArray(new Edit[0])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pool / range | 1 | there is no block 'pool'",
                "subnet 10.0.0.0 / pool / range | 1 | there are 2 blocks 'pool'; name one by its"
                        + " number, as in 'pool[1]'",
                "a / / b | 1 | the path 'a / / b' has an empty part",
                "subnet 10.0.0.0 | 1 | 'subnet 10.0.0.0' is a block; name a statement in it",
                "default-lease-time | 1; evil | '1; evil' is not one value",
                "default-lease-time | 1 } | '1 }' is not one value",
                "default-lease-time | 1 # x | '1 # x' is not one value",
            })
    void saysWhyAPathLeadsNowhere(String path, String value, String why) {
        String text = "subnet 10.0.0.0 netmask 255.0.0.0 { pool { } pool { } }";
        List<ConfTree> files = List.of(tree(text));
        var lost = assertThrows(ConfPath.Lost.class, () -> Assignment.set(files, path, value));
        assertEquals(why, lost.getMessage());
    }

    @Test
    void editsTheIncludedFileThatHoldsTheStatement() throws ConfPath.Lost {
        List<ConfTree> files =
                List.of(
                        tree("include \"in\";\n"),
                        ConfTree.of("in", bytes("group {\r\n  mclt 5;\r\n}\r\n")));
        List<Edit> edits = Assignment.set(files, "group / mclt", "6");
        assertEquals("in", edits.getFirst().file());
        List<Edit> added = Assignment.set(files, "group / split", "6");
        assertEquals(new Edit("in", 18, 18, "\r\n  split 6;"), added.getFirst());
    }
}
