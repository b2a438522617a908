package org.twinlease.console.model.review;

import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.FileText;

import java.util.ArrayList;
import java.util.List;

/// The lines of a text that changed, with some around them.
final class Hunks {
    private static final int AROUND = 3;

    private Hunks() {}

    static List<MarkedLine> of(List<MarkedLine> lines) {
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
            MarkedLine line = lines.get(i);
            hunks.add(new MarkedLine(line.mark(), line.number(), FileText.shown(line.text())));
        }
        if (left > 0) hunks.add(gap(left));
        return List.copyOf(hunks);
    }

    /// Lines that are as they were; a gap has the number 0.
    private static MarkedLine gap(int lines) {
        return new MarkedLine(Mark.SAME, 0, Text.of("review.gap", lines));
    }
}
