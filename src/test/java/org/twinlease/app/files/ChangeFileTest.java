package org.twinlease.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;
import org.twinlease.console.model.ChangeBook.Change;
import org.twinlease.console.model.ChangeBook.End;
import org.twinlease.console.model.ChangeBook.FilePatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The file with everything that was changed.
final class ChangeFileTest {

    @TempDir Path folder;
    private Path file;
    private ChangeFile book;

    @BeforeEach
    void open() {
        file = folder.resolve("some").resolve("changes.jsonl");
        book = new ChangeFile(file, "ada");
    }

    private static Change change(long id, String text) {
        var lines =
                List.of(
                        new MarkedLine(Mark.SAME, 0, "gap"),
                        new MarkedLine(Mark.REMOVED, 4, "\"old\"; # \u00fc"),
                        new MarkedLine(Mark.ADDED, 4, text));
        return new Change(
                id,
                1_000 + id,
                "ada",
                "a.conf",
                "split",
                End.WAITING,
                "a.conf.bak",
                List.of(new FilePatch("a.conf", lines)));
    }

    @Test
    void aFileThatIsNotThereIsAnEmptyOneAndAChangeIsThereAgain() {
        assertThat(book.read()).isEmpty();
        book.add(change(1, "new"));
        assertThat(new ChangeFile(file, "grace").read()).containsExactly(change(1, "new"));
    }

    @Test
    void theLastWordOnAChangeCountsAndALineThatNobodyCanReadIsPassedOver() throws IOException {
        book.add(change(1, "one"));
        Files.writeString(file, "{\"id\": 2, \"end\n", StandardOpenOption.APPEND);
        Files.writeString(file, "{\"id\": 3, \"end\": \"NO\"}\n", StandardOpenOption.APPEND);
        book.add(change(4, "four"));
        book.add(change(1, "one").ended(End.KEPT));
        assertThat(book.read())
                .containsExactly(change(1, "one").ended(End.KEPT), change(4, "four"));
    }

    @Test
    void theNewestStayWhenThereIsTooMuch() throws IOException {
        String large = "x".repeat(100_000);
        for (int i = 0; i < 60; i++) book.add(change(i, large));
        assertThat(Files.size(file)).isLessThan(5L << 20);
        List<Change> kept = book.read();
        assertThat(kept.getLast()).isEqualTo(change(59, large));
        assertThat(kept.size()).isBetween(15, 45);
    }

    @Test
    void aPlaceThatCannotBeWrittenCostsTheRecordAlone() throws IOException {
        Files.writeString(folder.resolve("some"), "a file where the folder should be");
        book.add(change(1, "new"));
        assertThat(book.read()).isEmpty();
    }
}
