package org.twinlease.cli.commands;

import org.twinlease.cli.lines.DhcpdWords;
import org.twinlease.config.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A problem in ISC dhcpd's own words and layout (`spec/dhcpd-conf.md` section 9): file and line,
/// the source line as far as it was read, and a caret below the place; then the same in this
/// program's words and what helps, where dhcpd, too, puts further lines.
final class DhcpdComplaint {

    private static final int WIDTH = 80;
    private static final int TAB = 8;

    /// Problems that dhcpd finds while it looks at a token without taking it.
    private static final Set<String> LOOKED_AHEAD =
            Set.of(
                    "statement-expected",
                    "empty-statement",
                    "stray-right-brace",
                    "expression-expected",
                    "operand-expected",
                    "zone-two-primaries",
                    "types-differ",
                    "wrong-operand",
                    "wrong-type",
                    "not-needs-parentheses");

    private DhcpdComplaint() {}

    /// The lines for a problem and the line of its file, which is empty where there is none.
    static List<String> lines(Problem problem, String source) {
        List<String> lines = new ArrayList<>();
        String words = DhcpdWords.of(problem);
        lines.add(problem.file() + " line " + problem.line() + ": " + words);
        String shown = source.substring(0, Math.min(WIDTH, read(problem, source)));
        lines.add(shown.replaceAll("[\\p{Cntrl}\u0080-\u009f&&[^\t]]", "?"));
        lines.add(" ".repeat(caret(problem.column(), source)) + "^");
        String ours = words.equals(problem.message()) ? "" : problem.message() + " ";
        String more = (ours + problem.remedy()).strip();
        if (!more.isEmpty()) lines.add(more);
        return lines;
    }

    /// How far dhcpd has read: to the end of the token at a place and, of a word, one octet more;
    /// where it has only looked at the token behind, to that one's end, too.
    private static int read(Problem problem, String source) {
        int at = Math.min(Math.max(0, problem.column() - 1), source.length());
        int end = token(at, source);
        if (!LOOKED_AHEAD.contains(problem.code())) return end;
        int next = end;
        while (next < source.length() && Character.isWhitespace(source.charAt(next))) next++;
        boolean more = next < source.length() && source.charAt(next) != '#';
        return more ? token(next, source) : source.length();
    }

    private static int token(int at, String source) {
        if (at >= source.length()) return source.length();
        int end = at + 1;
        if (source.charAt(at) == '"') {
            while (end < source.length() && source.charAt(end) != '"') end++;
            return Math.min(end + 1, source.length());
        }
        if (!isWord(source.charAt(at))) return end;
        while (end < source.length() && isWord(source.charAt(end))) end++;
        return Math.min(end + 1, source.length());
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /// How far the place is from the margin on a terminal, which goes to a multiple of eight for a
    /// tab; a place beyond the line's end, or the 80th column, is shown at the margin.
    private static int caret(int column, String source) {
        int at = 0;
        // dhcpd's caret stands one behind the first octet of the token, if blanks are before that.
        int place = column > 1 ? column : 0;
        for (int i = 0; i < Math.min(place, source.length()); i++) {
            at = source.charAt(i) == '\t' ? (at / TAB + 1) * TAB : at + 1;
        }
        return at < WIDTH ? at : 0;
    }
}
