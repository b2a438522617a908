package org.twinlease.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Edits that are taken back, also behind later ones.
final class EditLawsTest {

    private static final String FILE = "a.conf";

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String after(String text, List<Edit> edits) {
        byte[] next = Edit.apply(FILE, octets(text), edits);
        return new String(next, StandardCharsets.ISO_8859_1);
    }

    /// Edits of words that are apart, so that none is in the way of another.
    private static List<Edit> edits(SplittableRandom random, String text, int from, int to) {
        List<Edit> edits = new ArrayList<>();
        int at = from;
        while (at + 4 < to) {
            int start = at + random.nextInt(1, 3);
            int end = Math.min(to, start + random.nextInt(3));
            String put = "x".repeat(random.nextInt(4));
            if (start < to) edits.add(new Edit(FILE, start, end, put));
            at = end + 1;
        }
        assertThat(text.length()).isGreaterThanOrEqualTo(to);
        return edits;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theInverseOfEditsGivesTheTextBack(long seed) {
        var random = new SplittableRandom(seed);
        String text = "abcdefghijklmnopqrstuvwxyz0123456789";
        List<Edit> edits = edits(random, text, 0, text.length());
        List<Edit> back = Edit.inverse(FILE, octets(text), edits);
        assertThat(after(after(text, edits), back)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void anEarlierEditIsTakenBackBehindOneOfAnotherPlace(long seed) {
        var random = new SplittableRandom(seed);
        String text = "abcdefghijklmnopqrstuvwxyz0123456789";
        List<Edit> first = edits(random, text, 0, 16);
        String once = after(text, first);
        int moved = once.length() - text.length();
        List<Edit> later = edits(random, once, 18 + moved, once.length());
        List<Edit> back = new ArrayList<>();
        for (Edit edit : Edit.inverse(FILE, octets(text), first)) {
            Edit behind = edit.behind(later);
            assertThat(behind).isNotNull();
            if (behind != null) back.add(behind);
        }
        String alone = after(after(once, later), back);
        assertThat(alone).startsWith(text.substring(0, 18));
        assertThat(alone.substring(18)).isEqualTo(after(once, later).substring(18 + moved));
    }

    @Test
    void anEditWhoseOctetsChangedSinceIsNowhere() {
        var edit = new Edit(FILE, 4, 8, "x");
        assertThat(edit.behind(List.of(new Edit(FILE, 6, 7, "y")))).isNull();
        assertThat(edit.behind(List.of(new Edit("b.conf", 6, 7, "y")))).isEqualTo(edit);
        assertThat(edit.behind(List.of(new Edit(FILE, 0, 2, "abc"))))
                .isEqualTo(new Edit(FILE, 5, 9, "x"));
        assertThat(edit.behind(List.of(new Edit(FILE, 8, 9, "abc")))).isEqualTo(edit);
    }
}
