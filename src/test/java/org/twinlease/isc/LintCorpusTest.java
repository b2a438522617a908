package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What dhcpd should have warned of, file by file.
class LintCorpusTest {

    @Test
    void findsWhatIsWrongWithEverySuspiciousFileAndNothingElse() {
        List<Path> files =
                Corpus.files("conf/suspicious", ".conf").stream()
                        .filter(f -> !f.toString().contains("pairs"))
                        .toList();
        assertTrue(files.size() >= 56, files.size() + " files");
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            Set<String> expected = new TreeSet<>(lines(file, ".lint"));
            Set<String> must = new TreeSet<>();
            Set<String> may = new TreeSet<>();
            for (Problem p : Corpus.read(file).findings()) {
                if (!p.code().matches("[FS][0-9]{2}")) continue;
                may.add(p.code());
                if (p.severity() != Severity.INFO) must.add(p.code());
            }
            boolean met = may.containsAll(expected) && expected.containsAll(must);
            if (!met) {
                differences.add(file.getFileName() + ": " + expected + " found " + must + may);
            }
        }
        assertEquals(List.of(), differences);
    }

    static List<String> lines(Path file, String ending) {
        String name = String.valueOf(file.getFileName()).replace(".conf", ending);
        byte[] text = Corpus.bytes(file.resolveSibling(name));
        return new String(text, StandardCharsets.ISO_8859_1).lines().toList();
    }
}
