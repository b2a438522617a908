package org.twinlease.failover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tables of the protocol's test vectors, one case a line.
final class Vectors {

    private Vectors() {}

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src", "test", "resources", "failover", file))
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
