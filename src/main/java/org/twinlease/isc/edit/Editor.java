package org.twinlease.isc.edit;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;

import java.util.List;

/// Makes edits of one file. New statements are given as lines with one tab for each level of depth;
/// they get the file's own indentation and line ends.
public final class Editor {
    private final ConfTree tree;
    private final Layout layout;

    /// An editor of a file as it is.
    public Editor(ConfTree tree) {
        this.tree = tree;
        this.layout = Layout.of(tree);
    }

    /// Another spelling for some tokens of a statement, counted from its first.
    public Edit replace(Entry entry, int from, int to, String text) {
        int start = tree.offset(entry.from() + from);
        return edit(start, Math.max(start, tree.end(entry.from() + to - 1)), text);
    }

    /// Another value for a statement, which begins `index` tokens behind its first.
    public Edit value(Entry entry, int index, String text) {
        if (index < entry.length()) return replace(entry, index, entry.length(), text);
        int behind = tree.end(entry.end() - 1);
        return edit(behind, behind, " " + text);
    }

    /// Puts another statement in the place of one, be they blocks or not.
    public Edit exchange(Entry entry, String statement) {
        int start = tree.offset(entry.from());
        return edit(start, tree.end(last(entry)), lines(statement, indentOf(entry)).stripLeading());
    }

    /// Takes a statement out: its lines with the comments that belong to it, or, where other things
    /// stand on its lines, its tokens and one blank.
    public Edit remove(Entry entry) {
        int start = tree.offset(entry.from());
        int end = tree.end(last(entry));
        int lineStart = layout.lineStart(start);
        int lineEnd = layout.lineEnd(end);
        boolean alone = layout.isBlank(lineStart, start) && layout.isBlankOrComment(end, lineEnd);
        if (alone) {
            int first = layout.ownComments(lineStart);
            int next = layout.nextLine(end);
            boolean twoGaps = layout.isEmptyLineBefore(first) && layout.isEmptyLineAt(next);
            return edit(first, twoGaps ? layout.nextLine(next) : next, "");
        }
        if (start > lineStart && layout.isBlankAt(start - 1)) return edit(start - 1, end, "");
        return edit(start, layout.isBlankAt(end) ? end + 1 : end, "");
    }

    /// Puts a statement into a block, or at the outermost level of this file (null), behind its
    /// likes: parameters stand before options, options before ranges, then pools, then hosts.
    public Edit insert(@Nullable Entry block, List<Entry> siblings, String statement) {
        Entry after = null;
        Entry first = null;
        int rank = rank(statement);
        for (Entry sibling : siblings) {
            if (sibling.tree() != tree) continue;
            if (first == null) first = sibling;
            int own = rank(sibling.word());
            if ((sibling.isBlock() ? Math.max(3, own) : own) <= rank) after = sibling;
        }
        if (after != null) return insertAfter(after, statement);
        if (first != null) return insertBefore(first, statement);
        return block == null ? insertIntoFile(statement) : insertIntoEmpty(block, statement);
    }

    /// Puts a statement behind another.
    public Edit insertAfter(Entry sibling, String statement) {
        int end = tree.end(last(sibling));
        int lineEnd = layout.lineEnd(end);
        if (!layout.isBlankOrComment(end, lineEnd)) {
            return edit(end, end, " " + oneLine(statement));
        }
        return edit(lineEnd, lineEnd, layout.newLine() + lines(statement, indentOf(sibling)));
    }

    /// Puts a statement before another and the comments that belong to it.
    public Edit insertBefore(Entry sibling, String statement) {
        int start = tree.offset(sibling.from());
        int lineStart = layout.lineStart(start);
        if (!layout.isBlank(lineStart, start)) return edit(start, start, oneLine(statement) + " ");
        int first = layout.ownComments(lineStart);
        return edit(first, first, lines(statement, indentOf(sibling)) + layout.newLine());
    }

    private Edit insertIntoFile(String statement) {
        int end = tree.offset(tree.size() - 1);
        boolean fresh = end == layout.lineStart(end);
        String before = fresh ? "" : layout.newLine();
        return edit(end, end, before + lines(statement, "") + layout.newLine());
    }

    private Edit insertIntoEmpty(Entry block, String statement) {
        int open = tree.end(block.end());
        int lineEnd = layout.lineEnd(open);
        int close = block.node() instanceof ConfNode.Block b && b.close() >= 0 ? b.close() : -1;
        boolean oneLine = close >= 0 && tree.offset(close) <= lineEnd;
        if (oneLine) {
            String gap = tree.offset(close) == open ? " " : "";
            return edit(open, open, " " + oneLine(statement) + gap);
        }
        String indent = indentOf(block) + layout.unit();
        return edit(lineEnd, lineEnd, layout.newLine() + lines(statement, indent));
    }

    /// The indentation that the siblings of an entry have.
    private String indentOf(Entry entry) {
        int start = tree.offset(entry.from());
        int lineStart = layout.lineStart(start);
        if (layout.isBlank(lineStart, start)) return layout.text(lineStart, start);
        Entry parent = entry.parent();
        boolean here = parent != null && parent.tree() == tree;
        return here && parent != null ? indentOf(parent) + layout.unit() : "";
    }

    private String lines(String statement, String indent) {
        var text = new StringBuilder();
        for (String line : statement.lines().toList()) {
            if (!text.isEmpty()) text.append(layout.newLine());
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '\t') depth++;
            text.append(line.length() > depth ? indent + layout.unit().repeat(depth) : "");
            text.append(line, depth, line.length());
        }
        return text.toString();
    }

    private static String oneLine(String statement) {
        return statement.replaceAll("\n\t*", " ");
    }

    /// The index of a statement's last token.
    static int last(Entry entry) {
        return switch (entry.node()) {
            case ConfNode.Simple simple ->
                    entry.end() < simple.end() ? entry.end() - 1 : Math.max(simple.to() - 1, 0);
            case ConfNode.Block block -> block.to() - 1;
        };
    }

    private static int rank(String statement) {
        int end = 0;
        while (end < statement.length() && Character.isLetter(statement.charAt(end))) end++;
        return switch (statement.substring(0, end)) {
            case "option" -> 1;
            case "range" -> 2;
            case "subnet", "pool", "shared", "group", "class", "subclass" -> 3;
            case "host" -> 4;
            default -> 0;
        };
    }

    private Edit edit(int from, int to, String text) {
        return new Edit(tree.name(), from, to, text);
    }
}
