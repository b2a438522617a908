package org.twinlease.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.files.ChangeMemory;
import org.twinlease.app.files.PairFiles;
import org.twinlease.console.model.ConsoleFiles.Opened;
import org.twinlease.console.model.ConsoleFiles.Saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

    @Test
    void aFolderGetsAllFilesOrAWordWhyNot() throws IOException {
        var report = new TreeMap<>(Map.of("a.html", octets("page"), "junit.xml", octets("tests")));
        assertThat(files.writeAll(folder, report))
                .isEqualTo(new Saved(folder.toString(), true, ""));
        assertThat(folder.resolve("a.html")).hasContent("page");
        assertThat(folder.resolve("junit.xml")).hasContent("tests");
        Saved refused = files.writeAll(folder.resolve("none"), report);
        assertThat(refused.done()).isFalse();
        assertThat(refused.why()).startsWith("because of ");
    }

    @Test
    void aTextIsReadWithItsFolderOrAWordWhyNot() throws IOException {
        Path drill = folder.resolve("mine.drill");
        Files.writeString(drill, "begin 08:00\n");
        assertThat(files.read(drill))
                .isEqualTo(new Opened(folder.toString(), "mine.drill", "begin 08:00\n", true, ""));
        Opened refused = files.read(folder.resolve("none.drill"));
        assertThat(refused.done()).isFalse();
        assertThat(refused.name()).isEqualTo("none.drill");
        assertThat(refused.why()).startsWith("because of ");
        Files.write(drill, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(files.read(drill).done()).as("what is no text").isFalse();
    }
}
