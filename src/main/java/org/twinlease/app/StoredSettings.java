package org.twinlease.app;

import org.twinlease.console.model.ConsoleSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "");
        String xdg = System.getenv("XDG_CONFIG_HOME");
        String appData = System.getenv("APPDATA");
        Path folder;
        if (system.startsWith("Windows") && appData != null) folder = Path.of(appData);
        else if (system.startsWith("Mac")) {
            folder = Path.of(home, "Library", "Application Support");
        } else folder = xdg == null || xdg.isBlank() ? Path.of(home, ".config") : Path.of(xdg);
        return folder.resolve("twinlease").resolve("console.properties");
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
            try (var out = Files.newBufferedWriter(next)) {
                values.store(out, "Twinlease console");
            }
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
