package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.config.Problem;
import org.twinlease.isc.lint.Lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small configurations that were once read otherwise than dhcpd reads them, with its verdict on
/// each: `accepted`, the line of its first complaint, `refused` where it names none, or `crashes`.
/// `<ff>` stands for that octet.
class VerdictsTest {
    private static final Path FILE = Corpus.ROOT.resolve("verdicts.txt");
    private static final Pattern LINE = Pattern.compile(".* line (\\d+): .*");

    private record Case(String verdict, String what, String text) {}

    private static List<Case> cases() {
        String all = new String(Corpus.bytes(FILE), StandardCharsets.ISO_8859_1);
        List<Case> cases = new ArrayList<>();
        for (String block : all.split("(?m)^## ", -1)) {
            if (block.isEmpty()) continue;
            String head = block.lines().findFirst().orElseThrow();
            int colon = head.indexOf(": ");
            String text = block.substring(head.length() + 1).stripTrailing() + "\n";
            for (int octet : new int[] {0x00, 0xc8, 0xff}) {
                text = text.replace("<%02x>".formatted(octet), String.valueOf((char) octet));
            }
            cases.add(new Case(head.substring(0, colon), head.substring(colon + 2), text));
        }
        return cases;
    }

    @Test
    void areTheSameHere() {
        List<Case> cases = cases();
        assertTrue(cases.size() > 80, "only " + cases.size());
        var wrong = new StringBuilder();
        for (Case one : cases) {
            String ours = ours(one.text());
            if (ours.equals(one.verdict())) continue;
            // What crashes dhcpd is refused here, wherever.
            boolean nowhere = one.verdict().equals("refused") || one.verdict().equals("crashes");
            if (nowhere && !ours.equals("accepted")) continue;
            wrong.append(one.what() + ": dhcpd " + one.verdict() + ", here " + ours + "\n");
        }
        assertEquals("", wrong.toString());
    }

    private static String ours(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading reading =
                DhcpdConf.read("a.conf", name -> name.equals("a.conf") ? octets : null);
        Optional<Problem> first =
                reading.findings().stream().filter(Lint::isRefusedByDhcpd).findFirst();
        return first.map(problem -> "line " + problem.line()).orElse("accepted");
    }

    @Test
    void everyRefusalSaysWhatToDoOrWhatWasExpected() {
        for (Case one : cases()) {
            byte[] octets = one.text().getBytes(StandardCharsets.ISO_8859_1);
            for (Problem p : DhcpdConf.read("a.conf", name -> octets).findings()) {
                if (!Lint.isRefusedByDhcpd(p)) continue;
                boolean helps = !p.remedy().isEmpty() || p.message().contains("xpected");
                assertTrue(helps, one.what() + ": " + p);
            }
        }
    }

    /// The largest range takes dhcpd minutes and gigabytes, so it is not asked.
    @Test
    void takesTheLargestRangeThatDhcpdTakes() {
        assertEquals(
                "accepted",
                ours("subnet 10.0.0.0 netmask 255.0.0.0 { range 10.0.0.0 10.215.148.51; }\n"));
    }

    /// Asks the program itself again.
    @Test
    @Tag("lab")
    void areDhcpds(@TempDir Path folder) throws IOException, InterruptedException {
        var wrong = new StringBuilder();
        for (Case one : cases()) {
            Path file = folder.resolve("a.conf");
            Files.writeString(file, one.text(), StandardCharsets.ISO_8859_1);
            String verdict = dhcpds(folder);
            if (verdict.equals(one.verdict())) continue;
            wrong.append(one.what() + ": " + one.verdict() + " is " + verdict + "\n");
        }
        assertEquals("", wrong.toString());
    }

    private static String dhcpds(Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process dhcpd =
                new ProcessBuilder("/usr/sbin/dhcpd", "-t", "-cf", "a.conf")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int status = dhcpd.waitFor();
        if (status == 0) return "accepted";
        if (status > 128) return "crashes";
        for (String line : Files.readAllLines(said, StandardCharsets.ISO_8859_1)) {
            Matcher place = LINE.matcher(line);
            if (place.matches() && !place.group(1).equals("0")) return "line " + place.group(1);
        }
        return "refused";
    }
}
