package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class StoredSettingsTest {

    @TempDir Path folder;

    @Test
    void aChoiceIsThereTheNextTime() {
        Path file = folder.resolve("deep").resolve("console.properties");
        new StoredSettings(file).write("theme", "dark");
        assertThat(new StoredSettings(file).read("theme", "system")).isEqualTo("dark");
    }

    @Test
    void aHomeThatCannotBeWrittenCostsOnlyTheMemory() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("home"), "");
        var settings = new StoredSettings(notAFolder.resolve("console.properties"));
        settings.write("theme", "dark");
        assertThat(settings.read("theme", "system")).isEqualTo("dark");
        assertThat(new StoredSettings(notAFolder.resolve("console.properties")).read("theme", "-"))
                .isEqualTo("-");
    }

    @Test
    void twoConsolesAtOnceKeepEachOthersChoices() {
        Path file = folder.resolve("console.properties");
        var one = new StoredSettings(file);
        var other = new StoredSettings(file);
        one.write("theme", "dark");
        other.write("rail", "narrow");
        var next = new StoredSettings(file);
        assertThat(next.read("theme", "-")).isEqualTo("dark");
        assertThat(next.read("rail", "-")).isEqualTo("narrow");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_CONFIG_HOME, /elsewhere, /elsewhere",
        "Linux, XDG_CONFIG_HOME, elsewhere, /ada/.config",
        "Linux, XDG_CONFIG_HOME, '', /ada/.config",
        "Linux, APPDATA, /elsewhere, /ada/.config",
        "Windows 11, APPDATA, /elsewhere, /elsewhere",
        "Windows 11, APPDATA, elsewhere, /ada/AppData/Roaming",
        "Mac OS X, XDG_CONFIG_HOME, /elsewhere, /ada/Library/Application Support"
    })
    void settingsAreWhereTheSystemHasThem(String system, String name, String value, Path where) {
        Path home = Path.of("/ada");
        assertThat(StoredSettings.folder(system, home, Map.of(name, value))).isEqualTo(where);
    }

    @Test
    void withoutAnyWordOfTheEnvironmentTheHomeCounts() {
        Path home = Path.of("/ada");
        assertThat(StoredSettings.folder("Linux", home, Map.of()))
                .isEqualTo(home.resolve(".config"));
    }

    @Test
    void aChoiceReplacesTheFileAsAWhole() throws Exception {
        Path file = folder.resolve("console.properties");
        new StoredSettings(file).write("theme", "dark");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatIsNoneIsAsGoodAsNone() throws Exception {
        Path file = folder.resolve("console.properties");
        Files.write(file, new byte[] {'a', '=', '\\', 'u', 'z', 'z', (byte) 0xff});
        assertThat(new StoredSettings(file).read("a", "-")).isEqualTo("-");
    }

    @Test
    void aScratchFolderIsGoneWhenItIsClosed() throws Exception {
        Scratch scratch = Scratch.open();
        Path place = Path.of(scratch.disk().name());
        assertThat(place).isDirectory();
        scratch.disk().create("x").close();
        scratch.close();
        assertThat(place).doesNotExist();
    }
}
