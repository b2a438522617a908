package org.twinlease.isc;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that dhcpd 4.4.3-P1 accepts, rejects or should have warned of, with its own words.
final class Corpus {
    static final Path ROOT = Path.of("src", "test", "resources", "isc");

    private Corpus() {}

    /// The files of a folder with an ending, in order.
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a configuration as dhcpd is run: in the folder of the file.
    static DhcpdConf.Reading read(Path file) {
        return DhcpdConf.read(String.valueOf(file.getFileName()), name -> beside(file, name));
    }

    private static byte @Nullable [] beside(Path file, String name) {
        Path other = file.resolveSibling(name);
        return Files.isRegularFile(other) ? bytes(other) : null;
    }
}
