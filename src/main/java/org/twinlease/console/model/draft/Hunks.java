package org.twinlease.console.model.draft;

import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;
import org.twinlease.console.model.Text;

import java.util.ArrayList;
import java.util.List;

/// The lines of a text that changed, with some around them.
public final class Hunks {
    private static final int AROUND = 3;

    private Hunks() {}

    /// As people read them.
    public static List<MarkedLine> of(List<MarkedLine> lines) {
        return shown(raw(lines));
    }

    /// Lines of [#raw] as people read them.
    public static List<MarkedLine> shown(List<MarkedLine> raw) {
        return raw.stream().map(line -> line.number() == 0 ? line : shown(line)).toList();
    }

    private static MarkedLine shown(MarkedLine line) {
        return new MarkedLine(line.mark(), line.number(), FileText.shown(line.text()));
    }

    /// As they are in the file, one character an octet. A gap between them has the number 0.
    public static List<MarkedLine> raw(List<MarkedLine> lines) {
        boolean[] near = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).mark() == Mark.SAME) continue;
            int last = Math.min(lines.size() - 1, i + AROUND);
            for (int k = Math.max(0, i - AROUND); k <= last; k++) near[k] = true;
        }
        List<MarkedLine> hunks = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!near[i]) {
                left++;
                continue;
            }
            if (left > 0) hunks.add(gap(left));
            left = 0;
            hunks.add(lines.get(i));
        }
        if (left > 0) hunks.add(gap(left));
        return List.copyOf(hunks);
    }

    /// Lines that are as they were; a gap has the number 0.
    private static MarkedLine gap(int lines) {
        return new MarkedLine(Mark.SAME, 0, Text.of("review.gap", lines));
    }
}
