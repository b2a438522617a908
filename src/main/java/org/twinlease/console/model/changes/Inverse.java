package org.twinlease.console.model.changes;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;
import org.twinlease.console.model.ChangeBook.FilePatch;

import java.util.ArrayList;
import java.util.List;

/// Takes the changed lines of a file back in a text that may have changed since elsewhere.
final class Inverse {

    private Inverse() {}

    /// The edits; null when what was changed is not there any more as it was made, or is there more
    /// than once.
    static @Nullable List<Edit> of(FilePatch patch, String now) {
        List<Edit> edits = new ArrayList<>();
        for (List<MarkedLine> hunk : hunks(patch.lines())) {
            Edit edit = inverse(patch.name(), hunk, now);
            if (edit == null) return null;
            edits.add(edit);
        }
        return edits;
    }

    private static List<List<MarkedLine>> hunks(List<MarkedLine> lines) {
        List<List<MarkedLine>> hunks = new ArrayList<>();
        List<MarkedLine> hunk = new ArrayList<>();
        for (MarkedLine line : lines) {
            if (line.number() > 0) {
                hunk.add(line);
                continue;
            }
            if (!hunk.isEmpty()) hunks.add(hunk);
            hunk = new ArrayList<>();
        }
        if (!hunk.isEmpty()) hunks.add(hunk);
        return hunks;
    }

    private static @Nullable Edit inverse(String file, List<MarkedLine> hunk, String now) {
        String newLine = now.contains("\r\n") ? "\r\n" : "\n";
        String made = text(hunk, Mark.REMOVED, newLine);
        String former = text(hunk, Mark.ADDED, newLine);
        int at = find(made, now);
        if (at < 0) {
            // The last line of a file may have no end.
            made = made.substring(0, Math.max(0, made.length() - newLine.length()));
            former = former.substring(0, Math.max(0, former.length() - newLine.length()));
            at = now.endsWith(made) ? find(made, now) : -1;
        }
        return at < 0 ? null : new Edit(file, at, at + made.length(), former);
    }

    /// The lines without those of a mark.
    private static String text(List<MarkedLine> hunk, Mark without, String newLine) {
        var text = new StringBuilder();
        for (MarkedLine line : hunk) {
            if (line.mark() == without) continue;
            String bare =
                    line.text().endsWith("\r")
                            ? line.text().substring(0, line.text().length() - 1)
                            : line.text();
            text.append(bare).append(newLine);
        }
        return text.toString();
    }

    /// The only place at the beginning of a line where some lines stand; -1 for none or several.
    private static int find(String lines, String in) {
        if (lines.isEmpty()) return in.isEmpty() ? 0 : -1;
        int found = -1;
        for (int at = in.indexOf(lines); at >= 0; at = in.indexOf(lines, at + 1)) {
            if (at > 0 && in.charAt(at - 1) != '\n') continue;
            if (found >= 0) return -1;
            found = at;
        }
        return found;
    }
}
