package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.cli.Refused;

import java.nio.file.Files;
import java.nio.file.Path;

class ShowConsoleTest {
    @TempDir Path folder;

    @Test
    void aFolderForPicturesIsMadeWithThoseAroundIt() throws Exception {
        Path wanted = folder.resolve("a/b");
        ShowConsole.makeFolder(wanted);
        assertThat(wanted).isDirectory();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsSaidByItsName() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path wanted : new Path[] {file, file.resolve("below")}) {
            assertThatThrownBy(() -> ShowConsole.makeFolder(wanted))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("--snapshots needs a folder")
                    .hasMessageContaining(file.toString());
        }
    }
}
