package org.twinlease.app;

import org.twinlease.cli.Version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// The versions that the build wrote down.
final class Versions {
    private Versions() {}

    static Version read() {
        Properties built = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
            built.load(Objects.requireNonNull(in, "version.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(
                built.getProperty("version", ""),
                built.getProperty("commit", ""),
                List.of(
                        "Java " + Runtime.version(),
                        "Netty " + built.getProperty("netty", ""),
                        "JavaFX " + built.getProperty("javafx", "")));
    }
}
