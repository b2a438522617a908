package org.twinlease.isc.edit;

import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;

/// A statement as it stands in a file, to be put into another one.
public final class Excerpt {
    private Excerpt() {}

    /// Its lines, comments inside it among them, with one tab for each level below the first line,
    /// as [Editor] takes them.
    public static String of(Entry entry) {
        ConfTree tree = entry.tree();
        Layout layout = Layout.of(tree);
        int start = tree.offset(entry.from());
        byte[] octets = tree.bytes();
        int end = tree.end(Editor.last(entry));
        String text = new String(octets, start, end - start, StandardCharsets.ISO_8859_1);
        String around = indentation(layout.text(layout.lineStart(start), start));
        var lines = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (lines.isEmpty()) {
                lines.append(line);
                continue;
            }
            String indent = indentation(line);
            String rest = line.substring(indent.length());
            String more = indent.startsWith(around) ? indent.substring(around.length()) : "";
            int depth = more.length() / layout.unit().length();
            lines.append('\n').append("\t".repeat(depth)).append(rest);
        }
        return lines.toString();
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
