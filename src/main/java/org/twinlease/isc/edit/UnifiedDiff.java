package org.twinlease.isc.edit;

import org.twinlease.config.document.MarkedLine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What differs between two states of a file, in the form that `patch` reads: the shortest list of
/// removed and added lines (E. Myers, "An O(ND) Difference Algorithm", 1986), with three lines
/// around each.
public final class UnifiedDiff {
    private static final int AROUND = 3;
    private static final String NO_END = "\n\\ No newline at end of file\n";

    private final List<String> before;
    private final List<String> after;
    private final boolean[] removed;
    private final boolean[] added;

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.removed = new boolean[before.size()];
        this.added = new boolean[after.size()];
    }

    /// The difference of a file, empty when there is none. Octets become characters of the same
    /// number.
    public static String of(String file, byte[] before, byte[] after) {
        var diff = new UnifiedDiff(lines(before), lines(after));
        diff.mark();
        String hunks = diff.hunks();
        return hunks.isEmpty() ? "" : "--- " + file + "\n+++ " + file + "\n" + hunks;
    }

    /// The same as octets, those of the file as they are.
    public static byte[] octets(String file, byte[] before, byte[] after) {
        String named =
                new String(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return of(named, before, after).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Every line of a text beside a former state of it, without line ends.
    public static List<MarkedLine> lines(byte[] before, byte[] after) {
        var diff = new UnifiedDiff(lines(before), lines(after));
        diff.mark();
        return diff.marked();
    }

    private List<MarkedLine> marked() {
        List<MarkedLine> marked = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && removed[i]) {
                marked.add(new MarkedLine(MarkedLine.Mark.REMOVED, j + 1, plain(before.get(i++))));
            } else {
                var mark = added[j] ? MarkedLine.Mark.ADDED : MarkedLine.Mark.SAME;
                if (!added[j]) i++;
                marked.add(new MarkedLine(mark, j + 1, plain(after.get(j++))));
            }
        }
        return List.copyOf(marked);
    }

    private static String plain(String line) {
        return line.replaceAll("[\r\n]+$", "");
    }

    /// Lines with their ends.
    private static List<String> lines(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, next));
            at = next;
        }
        return lines;
    }

    private void mark() {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) start++;
        int tail = 0;
        while (tail < most - start
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        middle(start, before.size() - tail, after.size() - tail);
    }

    /// Myers' greedy walk over what is left between the common ends.
    private void middle(int start, int beforeEnd, int afterEnd) {
        int rows = beforeEnd - start;
        int columns = afterEnd - start;
        int most = rows + columns;
        int[] reach = new int[2 * most + 2];
        List<int[]> trace = new ArrayList<>();
        for (int d = 0; d <= most; d++) {
            trace.add(reach.clone());
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && reach[most + k - 1] < reach[most + k + 1]);
                int x = down ? reach[most + k + 1] : reach[most + k - 1] + 1;
                int y = x - k;
                while (x < rows
                        && y < columns
                        && before.get(start + x).equals(after.get(start + y))) {
                    x++;
                    y++;
                }
                reach[most + k] = x;
                if (x >= rows && y >= columns) {
                    back(start, rows, columns, trace, most);
                    return;
                }
            }
        }
    }

    private void back(int start, int rows, int columns, List<int[]> trace, int most) {
        int x = rows;
        int y = columns;
        for (int d = trace.size() - 1; d > 0; d--) {
            int[] reach = trace.get(d);
            int k = x - y;
            boolean down = k == -d || (k != d && reach[most + k - 1] < reach[most + k + 1]);
            int fromK = down ? k + 1 : k - 1;
            int fromX = reach[most + fromK];
            int fromY = fromX - fromK;
            if (down) added[start + fromY] = true;
            else removed[start + fromX] = true;
            x = fromX;
            y = fromY;
        }
    }

    private String hunks() {
        var out = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (!changed(i, j)) {
                i++;
                j++;
                continue;
            }
            int back = Math.min(AROUND, i);
            var body = new StringBuilder();
            for (int k = i - back; k < i; k++) line(body, ' ', before.get(k));
            int fromI = i - back;
            int fromJ = j - back;
            int same = 0;
            while ((i < before.size() || j < after.size()) && same <= 2 * AROUND) {
                if (changed(i, j)) {
                    same = 0;
                    if (i < before.size() && removed[i]) line(body, '-', before.get(i++));
                    else line(body, '+', after.get(j++));
                } else {
                    same++;
                    if (same > AROUND && !changesWithin(i, j)) break;
                    line(body, ' ', before.get(i));
                    i++;
                    j++;
                }
            }
            out.append("@@ -").append(range(fromI, i - fromI));
            out.append(" +").append(range(fromJ, j - fromJ)).append(" @@\n").append(body);
        }
        return out.toString();
    }

    private boolean changesWithin(int i, int j) {
        for (int k = 0; k <= AROUND; k++) if (changed(i + k, j + k)) return true;
        return false;
    }

    private boolean changed(int i, int j) {
        return (i < before.size() && removed[i]) || (j < after.size() && added[j]);
    }

    private static String range(int from, int count) {
        int first = count == 0 ? from : from + 1;
        return count == 1 ? "" + first : first + "," + count;
    }

    private static void line(StringBuilder out, char sign, String line) {
        out.append(sign).append(line);
        if (!line.endsWith("\n")) out.append(NO_END);
    }
}
