package org.twinlease.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.files.ChangeMemory;
import org.twinlease.app.files.PairFiles;
import org.twinlease.console.model.ConsoleFiles.Saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Files that a person has chosen: whole, or as they were.
final class FileDialogsTest {

    @TempDir Path folder;

    private final FileDialogs files =
            new FileDialogs(
                    Runnable::run,
                    _ -> _ -> {},
                    (_, _) -> _ -> {},
                    fault -> "because of " + fault.getMessage(),
                    new PairFiles(),
                    new ChangeMemory("ada"));

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long count() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void whatIsWrittenTakesThePlaceOfAnOlderFile() throws IOException {
        Path place = folder.resolve("leases.csv");
        Files.writeString(place, "old");
        Saved saved = files.write(place, out -> out.write(octets("new")));
        assertThat(saved).isEqualTo(new Saved(place.toString(), true, ""));
        assertThat(place).hasContent("new");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatFailsHalfWayLeavesTheOlderFileAndSaysWhy() throws IOException {
        Path place = folder.resolve("leases.csv");
        Files.writeString(place, "old");
        Saved saved =
                files.write(
                        place,
                        out -> {
                            out.write(octets("half"));
                            throw new IOException("a full disk");
                        });
        assertThat(saved.done()).isFalse();
        assertThat(saved.why()).isEqualTo("because of a full disk");
        assertThat(place).hasContent("old");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Saved saved = files.write(folder.resolve("none").resolve("x.csv"), _ -> {});
        assertThat(saved.done()).isFalse();
        assertThat(saved.why()).startsWith("because of");
    }
}
