package org.twinlease.console.model.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.config.Edit;
import org.twinlease.console.model.ChangeBook.FilePatch;
import org.twinlease.console.model.draft.Hunks;
import org.twinlease.console.model.draft.MemoryDocuments;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Changed lines taken back in a text that went on changing.
final class InverseTest {

    private static final MemoryDocuments DOCUMENTS = MemoryDocuments.pair();
    private static final String BEFORE = lines("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    private static final String AFTER = BEFORE.replace("b\n", "B\nB2\n").replace("i\n", "");

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    /// What becomes of a text; null when it cannot be.
    private static @Nullable String undone(String before, String after, String now) {
        var patch = new FilePatch("x", Hunks.raw(DOCUMENTS.compare(before, after)));
        List<Edit> edits = Inverse.of(patch, now);
        if (edits == null) return null;
        byte[] octets = now.getBytes(StandardCharsets.ISO_8859_1);
        return new String(Edit.apply("x", octets, edits), StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyHunkGoesBack() {
        assertThat(undone(BEFORE, AFTER, AFTER)).isEqualTo(BEFORE);
        assertThat(undone(AFTER, BEFORE, BEFORE)).isEqualTo(AFTER);
    }

    @Test
    void whatChangedElsewhereMeanwhileStays() {
        String now = "# new\n" + AFTER + "z\n";
        assertThat(undone(BEFORE, AFTER, now)).isEqualTo("# new\n" + BEFORE + "z\n");
    }

    @Test
    void linesThatChangedAgainOrAreThereTwiceAreLeftAlone() {
        assertThat(undone(BEFORE, AFTER, AFTER.replace("B2", "B3"))).isNull();
        assertThat(undone(BEFORE, AFTER, AFTER + AFTER)).isNull();
    }

    @Test
    void lineEndsAreThoseOfTheFileAndTheLastOneMayBeMissing() {
        String windows = AFTER.replace("\n", "\r\n");
        assertThat(undone(BEFORE.replace("\n", "\r\n"), windows, windows))
                .isEqualTo(BEFORE.replace("\n", "\r\n"));
        assertThat(undone("a\nb", "a\nc", "a\nc")).isEqualTo("a\nb");
    }

    @Test
    void aFileThatWasNewBecomesEmptyAgainAndOneThatWasEmptiedIsFull() {
        assertThat(undone("", "a\nb\n", "a\nb\n")).isEmpty();
        assertThat(undone("a\nb\n", "", "")).isEqualTo("a\nb\n");
    }
}
