package org.twinlease.isc;

import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.value.Ip4;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Short ways to read a configuration in tests.
final class Conf {
    private Conf() {}

    /// Reads a text; its includes are not there, names are those of [#resolve].
    static DhcpdConf.Reading read(String text) {
        return read(text, Map.of());
    }

    /// Reads a text with files that it may include.
    static DhcpdConf.Reading read(String text, Map<String, String> files) {
        return DhcpdConf.read(
                "dhcpd.conf",
                name -> {
                    String found = name.equals("dhcpd.conf") ? text : files.get(name);
                    return found == null ? null : found.getBytes(StandardCharsets.ISO_8859_1);
                },
                Conf::resolve);
    }

    /// What a text means; fails with the problems when it has errors.
    static Config config(String text) {
        DhcpdConf.Reading reading = read(text);
        if (!reading.isUsable()) throw new AssertionError(String.join("\n", errors(reading)));
        return reading.config();
    }

    /// The errors of a text as `line:column code`.
    static List<String> errors(String text) {
        return errors(read(text));
    }

    static List<String> errors(DhcpdConf.Reading reading) {
        return codes(reading, Severity.ERROR);
    }

    /// The warnings and remarks of a text as `line:column code`, but for those that nearly every
    /// short text gets.
    static List<String> warnings(String text) {
        return read(text).findings().stream()
                .filter(p -> p.severity() != Severity.ERROR)
                .filter(p -> !p.code().matches("S24|S26|S28|F27"))
                .map(Conf::words)
                .toList();
    }

    private static List<String> codes(DhcpdConf.Reading reading, Severity severity) {
        return reading.problems().stream()
                .filter(p -> p.severity() == severity)
                .map(Conf::words)
                .toList();
    }

    private static String words(Problem p) {
        return p.line() + ":" + p.column() + " " + p.code();
    }

    private static List<Ip4> resolve(String name) {
        return switch (name) {
            case "one.example" -> List.of(Ip4.of("192.0.2.1"));
            case "two.example" -> List.of(Ip4.of("192.0.2.1"), Ip4.of("192.0.2.2"));
            default -> List.of();
        };
    }
}
