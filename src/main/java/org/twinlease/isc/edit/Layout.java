package org.twinlease.isc.edit;

import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// How a file is laid out: its lines, line ends and unit of indentation. Positions are octets from
/// the beginning of the file.
final class Layout {
    private static final String USUAL = "  ";

    private final String text;
    private final String newLine;
    private final String unit;

    private Layout(String text, String unit) {
        this.text = text;
        this.unit = unit;
        long ends = text.chars().filter(c -> c == '\n').count();
        long both = text.split("\r\n", -1).length - 1L;
        this.newLine = both * 2 > ends ? "\r\n" : "\n";
    }

    static Layout of(ConfTree tree) {
        String text = new String(tree.bytes(), StandardCharsets.ISO_8859_1);
        var plain = new Layout(text, USUAL);
        return new Layout(text, plain.mostFrequentStep(tree));
    }

    /// What a block's statements are indented by more than the block, in most of the blocks.
    private String mostFrequentStep(ConfTree tree) {
        Map<String, Integer> steps = new HashMap<>();
        Deque<ConfNode> open = new ArrayDeque<>(tree.items());
        while (!open.isEmpty()) {
            if (!(open.pop() instanceof ConfNode.Block block) || block.items().isEmpty()) continue;
            block.items().forEach(open::push);
            int outer = tree.offset(block.from());
            int inner = tree.offset(block.items().getFirst().from());
            boolean lines = isBlank(lineStart(outer), outer) && isBlank(lineStart(inner), inner);
            String around = text(lineStart(outer), outer);
            String within = text(lineStart(inner), inner);
            boolean deeper = within.startsWith(around) && within.length() > around.length();
            if (lines && deeper) steps.merge(within.substring(around.length()), 1, Integer::sum);
        }
        return steps.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(USUAL);
    }

    String newLine() {
        return newLine;
    }

    String unit() {
        return unit;
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    /// Where the line of a position begins.
    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// Where the line of a position ends, before its line end.
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) return text.length();
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// Where the line behind that of a position begins.
    int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    boolean isBlankAt(int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
    }

    boolean isBlank(int from, int to) {
        return text(from, to).isBlank();
    }

    boolean isBlankOrComment(int from, int to) {
        String rest = text(from, to).strip();
        return rest.isEmpty() || rest.startsWith("#");
    }

    boolean isEmptyLineAt(int lineStart) {
        return lineStart < text.length() && isBlank(lineStart, lineEnd(lineStart));
    }

    /// Whether the line before is empty, or there is none.
    boolean isEmptyLineBefore(int lineStart) {
        return lineStart == 0 || isEmptyLineAt(lineStart(lineStart - 1));
    }

    /// The beginning of the comment lines right above a line, which belong to what stands on it. A
    /// comment at the very beginning of a file is about the file.
    int ownComments(int lineStart) {
        int first = lineStart;
        while (first > 0) {
            int above = lineStart(first - 1);
            if (!text(above, lineEnd(above)).strip().startsWith("#")) return first;
            first = above;
        }
        return first == 0 && lineStart > 0 ? lineStart : first;
    }
}
