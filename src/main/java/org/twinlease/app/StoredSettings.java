package org.twinlease.app;

import org.twinlease.app.files.WholeFile;
import org.twinlease.console.model.ConsoleSettings;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;

/// A person's choices in a file of the place that the system has for such files. A home that cannot
/// be read or written costs the memory of the choices and nothing else.
final class StoredSettings implements ConsoleSettings {

    private final Path file;
    private final Properties values = new Properties();

    StoredSettings(Path file) {
        this.file = file;
        reload();
    }

    /// Takes over what the file says, which another console may have written since.
    private void reload() {
        Properties stored = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            stored.load(in);
            values.putAll(stored);
        } catch (IOException | IllegalArgumentException none) {
            // No file yet, or none that is readable: what is known stays.
        }
    }

    /// The file for this system: XDG, AppData, or Library.
    static Path usual() {
        String system = System.getProperty("os.name", "");
        Path home = Path.of(System.getProperty("user.home", "."));
        return folder(system, home, System.getenv())
                .resolve("twinlease")
                .resolve("console.properties");
    }

    /// Where a system of this name has the settings of all programs of a person with this home. A
    /// variable of the environment that is not a whole path says nothing (XDG Base Directory
    /// Specification): it would be another place in each folder that a console is started from.
    static Path folder(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Mac")) return home.resolve("Library", "Application Support");
        boolean windows = system.startsWith("Windows");
        String named = environment.get(windows ? "APPDATA" : "XDG_CONFIG_HOME");
        if (named != null && Path.of(named).isAbsolute()) return Path.of(named);
        return windows ? home.resolve("AppData", "Roaming") : home.resolve(".config");
    }

    /// Another file of the same place.
    Path beside(String name) {
        return file.resolveSibling(name);
    }

    @Override
    public synchronized String read(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    @Override
    public synchronized void write(String key, String value) {
        reload();
        values.setProperty(key, value);
        try {
            store();
        } catch (IOException unwritable) {
            // The choice holds until the console is closed.
        }
    }

    /// As a whole, so that a console that starts at this moment finds the choices from before or
    /// those from now.
    private void store() throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path next = Files.createTempFile(folder, "console", ".tmp");
        try {
            var text = new StringWriter();
            values.store(text, "Twinlease console");
            WholeFile.write(next, text.toString().getBytes(StandardCharsets.UTF_8));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
