package org.twinlease.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The lines that a dhcpd logs when its partner is a dhcpd too, with addresses, numbers and states
/// taken out. Every other line says that something is wrong with the partner.
final class DhcpdLog {
    private static final Path KNOWN = Path.of("src/test/resources/lab/dhcpd-says.txt");
    private static final Pattern TIME = Pattern.compile("^\\d+\\.\\d+ ");
    private static final Pattern FILES = Pattern.compile("/\\S+/(?=dhcpd\\.)");
    private static final Pattern HARDWARE = Pattern.compile("([0-9a-f]{2}:){2,}[0-9a-f]{2}");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+(/\\d+)?");
    private static final Pattern POOL = Pattern.compile("\\bpool [0-9a-f]{6,}");
    private static final Pattern STATE =
            Pattern.compile(
                    "\\b(unknown-state|startup|normal|communications-interrupted|partner-down"
                            + "|potential-conflict|recover-wait|recover-done|recover|paused"
                            + "|shutdown|resolution-interrupted|conflict-done)\\b");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private DhcpdLog() {}

    /// The lines of a log that a dhcpd with a dhcpd would not have said.
    static List<String> strange(String log) {
        Set<String> known = known();
        return log.lines().filter(line -> !known.contains(kind(line))).toList();
    }

    private static Set<String> known() {
        try (var lines = Files.lines(KNOWN, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(DhcpdLog::wherever)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line without what differs from run to run.
    static String kind(String line) {
        String kind = TIME.matcher(line).replaceFirst("");
        kind = FILES.matcher(kind).replaceAll("");
        kind = HARDWARE.matcher(kind).replaceAll("MAC");
        kind = ADDRESS.matcher(kind).replaceAll("IP");
        kind = POOL.matcher(kind).replaceAll("pool ID");
        kind = STATE.matcher(kind).replaceAll("STATE");
        return wherever(NUMBER.matcher(kind).replaceAll("N"));
    }

    /// Whether a relay was in between makes no difference.
    private static String wherever(String kind) {
        return kind.replace(" via IP", " via ethN");
    }
}
