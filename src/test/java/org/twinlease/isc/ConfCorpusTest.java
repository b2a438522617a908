package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.Golden;
import org.twinlease.config.Problem;
import org.twinlease.isc.lint.Lint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what dhcpd accepts and rejects, and holds the differences in a list that may only shrink.
class ConfCorpusTest {
    private static final Pattern LINE = Pattern.compile("(\\S+) line (\\d+): (.*)");

    @Test
    void acceptsEveryFileThatDhcpdAccepts() {
        List<String> refused = new ArrayList<>();
        List<Path> files = new ArrayList<>(Corpus.files("conf/valid", ".conf"));
        assertTrue(files.size() >= 66);
        for (Path file : files) {
            firstError(file).ifPresent(p -> refused.add(file.getFileName() + ": " + p));
        }
        assertEquals(List.of(), refused);
    }

    @Test
    void differsFromDhcpdInListedFilesOnly() {
        var accepted = new StringBuilder();
        var elsewhere = new StringBuilder();
        int met = 0;
        List<Path> files = Corpus.files("conf/invalid", ".conf");
        assertTrue(files.size() >= 150);
        for (Path file : files) {
            String expect = expectation(file);
            Optional<Problem> error = firstError(file);
            if (expect.startsWith("exit: 0")) {
                error.ifPresent(
                        p -> elsewhere.append(file.getFileName() + " refused: " + p + "\n"));
                continue;
            }
            if (error.isEmpty()) {
                accepted.append(file.getFileName()).append("\n");
                continue;
            }
            Matcher line = LINE.matcher(expect);
            boolean same = !line.find() || sameLine(line, error.get());
            if (same) met++;
            else elsewhere.append(difference(file, line, error.get()));
        }
        Golden.check(
                "isc/conf-differences.txt",
                "# Files that dhcpd rejects and this reader accepts\n"
                        + accepted
                        + "\n# Files whose first error is found on another line\n"
                        + elsewhere
                        + "\n# Rejected as by dhcpd: "
                        + met
                        + "\n");
    }

    @Test
    void saysTheSameThingsAboutEveryRejectedFileAsBefore() {
        var text = new StringBuilder();
        for (Path file : Corpus.files("conf/invalid", ".conf")) {
            text.append("== ").append(file.getFileName()).append("\n");
            for (Problem p : Corpus.read(file).problems()) {
                text.append(
                        "%s:%d:%d %s %s: %s %s\n"
                                .formatted(
                                        p.file(),
                                        p.line(),
                                        p.column(),
                                        p.severity(),
                                        p.code(),
                                        p.message(),
                                        p.remedy()));
            }
        }
        Golden.check("isc/conf-problems.txt", text.toString());
    }

    /// dhcpd prints the line as far as it has read, which is never more than the line.
    @Test
    void givesTheSameSourceLineAsDhcpdWhereItFindsTheSameErrorThere() {
        int compared = 0;
        for (Path file : Corpus.files("conf/invalid", ".conf")) {
            List<String> expect = expectation(file).lines().toList();
            Matcher line = LINE.matcher(expect.size() > 3 ? expect.get(3) : "");
            DhcpdConf.Reading reading = Corpus.read(file);
            Optional<Problem> error = firstError(file);
            if (!line.matches() || line.group(2).equals("0") || error.isEmpty()) continue;
            if (!sameLine(line, error.get())) continue;
            String shown = expect.get(4).replace("\r", "");
            assertTrue(
                    reading.line(error.get()).startsWith(shown),
                    () -> file + ": " + reading.line(error.get()) + " | " + shown);
            compared++;
        }
        assertTrue(compared > 100, "only " + compared);
    }

    private static String difference(Path file, Matcher line, Problem ours) {
        return "%s dhcpd %s line %s: %s | here %s line %d: %s\n"
                .formatted(
                        file.getFileName(),
                        line.group(1),
                        line.group(2),
                        line.group(3),
                        ours.file(),
                        ours.line(),
                        ours.code());
    }

    /// dhcpd says line 0 where the very first token of a file is at fault.
    private static boolean sameLine(Matcher dhcpd, Problem ours) {
        int line = Integer.parseInt(dhcpd.group(2));
        return dhcpd.group(1).equals(ours.file())
                && (line == 0 ? ours.line() <= 2 : line == ours.line());
    }

    private static Optional<Problem> firstError(Path file) {
        return Corpus.read(file).findings().stream().filter(Lint::isRefusedByDhcpd).findFirst();
    }

    private static String expectation(Path file) {
        String name = String.valueOf(file.getFileName()).replace(".conf", ".expect");
        return new String(Corpus.bytes(file.resolveSibling(name)), StandardCharsets.ISO_8859_1);
    }
}
