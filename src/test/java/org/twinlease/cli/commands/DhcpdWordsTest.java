package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.Golden;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The first complaint about every file that dhcpd rejects, beside dhcpd's own.
class DhcpdWordsTest {
    private static final Path FILES = Path.of("src", "test", "resources", "isc", "conf", "invalid");

    @Test
    void saysWhatDhcpdSaysAndShowsWhatItShows() {
        var different = new StringBuilder();
        int same = 0;
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            List<String> dhcpd =
                    text(file.resolveSibling(name.replace(".conf", ".expect"))).lines().toList();
            if (dhcpd.size() < 6 || !dhcpd.get(3).matches("\\S+ line \\d+: .*")) continue;
            DhcpdConf.Reading reading = DhcpdConf.read(name, other -> octets(file, other));
            Problem first =
                    reading.problems().stream()
                            .filter(p -> p.severity() == Problem.Severity.ERROR)
                            .findFirst()
                            .orElseThrow();
            List<String> ours = DhcpdComplaint.lines(first, reading.line(first)).subList(0, 3);
            if (ours.equals(dhcpd.subList(3, 6))) {
                same++;
            } else {
                for (int i = 0; i < 3; i++) {
                    if (ours.get(i).equals(dhcpd.get(i + 3))) continue;
                    different.append(dhcpd.get(i + 3)).append("\n    ").append(ours.get(i) + "\n");
                }
            }
        }
        Golden.check("cli/dhcpd-words.txt", "same " + same + "\n" + different);
    }

    private static List<Path> files() {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.filter(p -> p.toString().endsWith(".conf")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] octets(Path beside, String name) {
        Path file = beside.resolveSibling(name);
        return Files.isRegularFile(file) ? text(file).getBytes(StandardCharsets.ISO_8859_1) : null;
    }
}
