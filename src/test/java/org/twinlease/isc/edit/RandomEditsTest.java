package org.twinlease.isc.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfTree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Random edits of every file of the corpus, laid out in every way that files are: what they touch
/// is their own, and taken back they leave the file as it was, octet for octet.
class RandomEditsTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "isc", "conf");

    /// Another way to lay the same file out.
    enum Layout {
        AS_IT_IS,
        CARRIAGE_RETURNS,
        TABS,
        OCTETS_ABOVE_127,
        NO_LINE_AT_THE_END,
        ALL_OF_THEM;

        String of(String text) {
            String laid = text.replace("\r\n", "\n");
            if (this == TABS || this == ALL_OF_THEM) laid = laid.replace("  ", "\t");
            if (this == OCTETS_ABOVE_127 || this == ALL_OF_THEM) {
                laid = laid.replace(";\n", "; # caf\u00e9 \u00ff\u0080\n");
            }
            if (this == NO_LINE_AT_THE_END || this == ALL_OF_THEM) laid = laid.stripTrailing();
            if (this == CARRIAGE_RETURNS || this == ALL_OF_THEM) laid = laid.replace("\n", "\r\n");
            return this == AS_IT_IS ? text : laid;
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS)) {
            return all.filter(p -> p.toString().endsWith(".conf")).sorted().toList();
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Edit> edits(List<ConfTree> trees, Random random) {
        List<Entry> all = Outline.of(trees).all();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < 5 && !all.isEmpty(); i++) {
            Entry entry = all.get(random.nextInt(all.size()));
            if (entry.length() == 0) continue;
            Edit edit = edit(new Editor(entry.tree()), entry, all, random);
            if (edits.stream().noneMatch(edit::overlaps)) edits.add(edit);
        }
        return edits;
    }

    private static Edit edit(Editor editor, Entry entry, List<Entry> all, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> editor.remove(entry);
            case 1 -> editor.value(entry, 1, "\"caf\u00e9\"");
            case 2 -> editor.insertAfter(entry, "host h {\n\tuid \"1\";\n}");
            case 3 -> editor.insertBefore(entry, "group {\n\thost i {\n\t\tuid \"2\";\n\t}\n}");
            case 4 -> editor.exchange(entry, "option domain-name \"y\";");
            default ->
                    editor.insert(
                            entry.isBlock() ? entry : null,
                            entry.isBlock()
                                    ? entry.children()
                                    : all.stream().filter(e -> e.tree() == entry.tree()).toList(),
                            "option host-name \"x\";");
        };
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void takenBackTheyLeaveNothing(Layout layout) throws IOException {
        var random = new Random(layout.ordinal() + 23);
        int touched = 0;
        for (Path file : files()) {
            byte[] original = Files.readAllBytes(file);
            byte[] before = octets(layout.of(new String(original, StandardCharsets.ISO_8859_1)));
            ConfTree tree = ConfTree.of("f", before);
            assertArrayEquals(before, tree.bytes(), file.toString());
            for (int round = 0; round < 4; round++) {
                List<Edit> edits = edits(List.of(tree), random);
                byte[] after = Edit.apply("f", before, edits);
                if (!Arrays.equals(before, after)) touched++;
                List<Edit> back = Edit.inverse("f", before, edits);
                assertArrayEquals(before, Edit.apply("f", after, back), file.toString());
            }
        }
        assertTrue(touched > 500, "only " + touched);
    }

    /// Every line end that comes in is one of the file's own kind.
    @Test
    void newLinesEndAsTheFilesDo() throws IOException {
        var random = new Random(5);
        for (Path file : files()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            byte[] before = octets(Layout.CARRIAGE_RETURNS.of(text));
            ConfTree tree = ConfTree.of("f", before);
            if (count(before, '\n') < 2) continue;
            for (int round = 0; round < 4; round++) {
                byte[] after = Edit.apply("f", before, edits(List.of(tree), random));
                assertEquals(count(after, '\n'), count(after, '\r'), file.toString());
            }
        }
    }

    private static int count(byte[] octets, char wanted) {
        int count = 0;
        for (byte octet : octets) if (octet == wanted) count++;
        return count;
    }

    @Test
    void everyEditLandsInTheFileOfItsStatement() {
        byte[] main =
                octets("include \"a\";\nsubnet 10.0.0.0 netmask 255.0.0.0 {\n\toption x 1;\n}\n");
        byte[] a = octets("group {\r\n    host h { }\r\n    include \"b\";\r\n}\r\n");
        byte[] b = octets("# caf\u00e9\nhost i {\n  uid \"\u00ff\";\n}");
        List<ConfTree> trees =
                List.of(ConfTree.of("main", main), ConfTree.of("a", a), ConfTree.of("b", b));
        var random = new Random(9);
        var seen = new HashSet<String>();
        for (int round = 0; round < 500; round++) {
            List<Edit> edits = edits(trees, random);
            for (Edit edit : edits) seen.add(edit.file());
            for (ConfTree tree : trees) {
                byte[] before = tree.bytes();
                byte[] after = Edit.apply(tree.name(), before, edits);
                boolean own = edits.stream().anyMatch(e -> e.file().equals(tree.name()));
                if (!own) assertArrayEquals(before, after);
                List<Edit> back = Edit.inverse(tree.name(), before, edits);
                assertArrayEquals(before, Edit.apply(tree.name(), after, back), tree.name());
            }
        }
        assertEquals(Set.of("main", "a", "b"), seen);
    }
}
