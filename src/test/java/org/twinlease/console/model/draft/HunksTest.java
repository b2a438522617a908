package org.twinlease.console.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;

import java.util.ArrayList;
import java.util.List;

/// What is left of a long text when only a few of its lines changed.
final class HunksTest {

    private static List<MarkedLine> lines(int count, int... changed) {
        List<MarkedLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Mark mark = Mark.SAME;
            for (int each : changed) if (each == i) mark = Mark.ADDED;
            lines.add(new MarkedLine(mark, i, "line " + i));
        }
        return lines;
    }

    private static List<Integer> numbers(List<MarkedLine> hunks) {
        return hunks.stream().map(MarkedLine::number).toList();
    }

    @Test
    void threeLinesAroundAChangeAreLeftAndTheOthersAreCounted() {
        var hunks = Hunks.of(lines(20, 10));
        assertThat(numbers(hunks)).containsExactly(0, 7, 8, 9, 10, 11, 12, 13, 0);
        assertThat(hunks.getFirst().text()).isEqualTo("\u22ef 6 lines as they are");
        assertThat(hunks.getLast().text()).isEqualTo("\u22ef 7 lines as they are");
    }

    @Test
    void changesThatAreNearAreOneAndThoseFarApartAreTwo() {
        assertThat(numbers(Hunks.of(lines(12, 3, 8))))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0);
        assertThat(numbers(Hunks.of(lines(12, 1, 12))))
                .containsExactly(1, 2, 3, 4, 0, 9, 10, 11, 12);
    }

    @Test
    void aTextAsItWasIsOneGap() {
        assertThat(numbers(Hunks.of(lines(5)))).containsExactly(0);
    }
}
