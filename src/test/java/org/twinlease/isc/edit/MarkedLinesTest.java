package org.twinlease.isc.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Every line of a text beside a former state of it: both states can be read off the marks.
final class MarkedLinesTest {

    private static List<MarkedLine> lines(List<String> before, List<String> after) {
        return UnifiedDiff.lines(octets(before), octets(after));
    }

    private static byte[] octets(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> texts(List<MarkedLine> lines, Mark without) {
        return lines.stream().filter(l -> l.mark() != without).map(MarkedLine::text).toList();
    }

    private static List<String> random(SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(1, 14);
        for (int i = 0; i < count; i++) lines.add("line " + random.nextInt(5));
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void bothStatesAreReadOffTheMarks(long seed) {
        var random = new SplittableRandom(seed);
        List<String> before = random(random);
        List<String> after = random(random);
        // The last line has no end; one that has one is another line.
        before.add("the end");
        after.add("the end");
        List<MarkedLine> marked = lines(before, after);
        assertThat(texts(marked, Mark.ADDED)).isEqualTo(before);
        assertThat(texts(marked, Mark.REMOVED)).isEqualTo(after);
        var numbers =
                marked.stream()
                        .filter(line -> line.mark() != Mark.REMOVED)
                        .map(MarkedLine::number)
                        .toList();
        for (int i = 0; i < numbers.size(); i++) assertThat(numbers.get(i)).isEqualTo(i + 1);
    }

    @Test
    void aTextAsItWasHasNoMarks() {
        var text = List.of("a", "b", "c");
        assertThat(lines(text, text)).allMatch(line -> line.mark() == Mark.SAME).hasSize(3);
        assertThat(lines(List.of(), List.of("a")))
                .extracting(MarkedLine::mark)
                .contains(Mark.ADDED);
    }
}
