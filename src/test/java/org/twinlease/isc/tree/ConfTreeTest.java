package org.twinlease.isc.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

class ConfTreeTest {
    private static final String[] PIECES = {
        "subnet",
        "{",
        "}",
        ";",
        "\"",
        "\\",
        "#",
        "\n",
        "\r\n",
        " ",
        "\t",
        "option x code 1 = {",
        "10.0.0.1",
        "key k {",
        "};",
        "=",
        ",",
        "ü",
        "\u0000",
        "-",
        "host a",
        "lease"
    };

    @Test
    void givesBackEveryOctetOfRandomFiles() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] octets = new byte[random.nextInt(400)];
            random.nextBytes(octets);
            check(octets);
        }
    }

    @Test
    void givesBackEveryOctetOfRandomPieces() {
        var random = new Random(8);
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            int pieces = random.nextInt(60);
            for (int j = 0; j < pieces; j++) text.append(PIECES[random.nextInt(PIECES.length)]);
            check(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void holdsBracesThatAreNestedDeeperThanAnyStack() {
        check("{".repeat(200_000).getBytes(StandardCharsets.ISO_8859_1));
        check("}".repeat(200_000).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void makesStatementsOfSemicolonsAndBlocksOfBraces() {
        assertEquals("[a b;] [c{[d;] [e{}]}] [f;]", shape("a b; c { d; e { } } f;"));
    }

    @Test
    void endsAStatementWithoutSemicolonAtTheBrace() {
        assertEquals("[a{[b c]}]", shape("a { b c }"));
        assertEquals("[a]", shape("a"));
    }

    @Test
    void keepsTheBracesOfARecordInItsStatement() {
        assertEquals(
                "[option x code 1 = { text , flag } ;] [a;]",
                shape("option x code 1 = { text, flag }; a;"));
        assertEquals(
                "[option x code 1 = array of { text } ;]",
                shape("option x code 1 = array of { text };"));
    }

    @Test
    void givesTheSemicolonBehindAKeyToItsBlock() {
        assertEquals("[key k{[a;]};]", shape("key k { a; };"));
        assertEquals("[zone k{[a;]}] [;]", shape("zone k { a; };"));
    }

    @Test
    void makesAStatementOfABraceThatClosesNothing() {
        assertEquals("[}] [a;]", shape("} a;"));
    }

    @Test
    void leavesABlockOpenWhereTheFileEnds() {
        var block = (ConfNode.Block) of("a { b; c {").items().getFirst();
        assertEquals(-1, block.close());
        assertEquals(2, block.items().size());
    }

    /// Every token is in one node, nodes are in order, and nothing is lost.
    private static void check(byte[] octets) {
        ConfTree tree = ConfTree.of("f", octets);
        assertArrayEquals(octets, tree.bytes());
        int at = 0;
        for (ConfNode node : tree.items()) {
            assertEquals(at, node.from());
            assertTrue(node.to() > node.from());
            at = node.to();
        }
        assertEquals(tree.size() - 1, at);
    }

    private static ConfTree of(String text) {
        return ConfTree.of("f", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String shape(String text) {
        ConfTree tree = of(text);
        return shape(tree, tree.items());
    }

    private static String shape(ConfTree tree, List<ConfNode> items) {
        return String.join(" ", items.stream().map(n -> "[" + shape(tree, n) + "]").toList());
    }

    private static String shape(ConfTree tree, ConfNode node) {
        return switch (node) {
            case ConfNode.Simple s -> words(tree, s.from(), s.to());
            case ConfNode.Block b ->
                    words(tree, b.from(), b.open())
                            + "{"
                            + shape(tree, b.items())
                            + words(tree, b.close(), b.to());
        };
    }

    private static String words(ConfTree tree, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            String raw = tree.token(i).raw();
            boolean glued = raw.equals(";") && to - from <= 3;
            text.append(i == from || glued ? "" : " ").append(raw);
        }
        return text.toString();
    }
}
