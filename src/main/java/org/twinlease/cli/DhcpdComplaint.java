package org.twinlease.cli;

import org.twinlease.config.Problem;

import java.util.ArrayList;
import java.util.List;

/// A problem in ISC dhcpd's own layout (`spec/dhcpd-conf.md` section 9): file and line, the source
/// line as far as column 80, and a caret below the place; then what helps, where dhcpd, too, puts
/// further lines.
final class DhcpdComplaint {

    private static final int WIDTH = 80;
    private static final int TAB = 8;

    private DhcpdComplaint() {}

    /// The lines for a problem and the line of its file, which is empty where there is none.
    static List<String> lines(Problem problem, String source) {
        List<String> lines = new ArrayList<>();
        lines.add(problem.file() + " line " + problem.line() + ": " + problem.message());
        String shown = source.substring(0, Math.min(WIDTH, source.length()));
        lines.add(shown.replaceAll("[\\p{Cntrl}\u0080-\u009f&&[^\t]]", "?"));
        lines.add(" ".repeat(caret(problem.column(), source)) + "^");
        if (!problem.remedy().isEmpty()) lines.add(problem.remedy());
        return lines;
    }

    /// How far the place is from the margin on a terminal, which goes to a multiple of eight for a
    /// tab; a place beyond the line's end, or the 80th column, is shown at the margin.
    private static int caret(int column, String source) {
        int at = 0;
        for (int i = 0; i < Math.min(column - 1, source.length()); i++) {
            at = source.charAt(i) == '\t' ? (at / TAB + 1) * TAB : at + 1;
        }
        return at < WIDTH ? at : 0;
    }
}
