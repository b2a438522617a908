package org.twinlease.isc.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class UnifiedDiffTest {
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

    private static String diff(String before, String after) {
        return UnifiedDiff.of("f", bytes(before), bytes(after));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void saysNothingWhereNothingDiffers() {
        assertEquals("", diff("a\nb", "a\nb"));
        assertEquals("", diff("", ""));
    }

    @Test
    void showsThreeLinesAroundAChange() {
        assertEquals(
                """
                --- f
                +++ f
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +x
                 6
                 7
                 8
                """,
                diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"));
    }

    @Test
    void saysWhereALastLineHasNoEnd() {
        assertEquals(
                "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
                diff("a", "a\n"));
    }

    @Test
    void givesTheOtherStateWhenItIsApplied() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<String> before = lines(random);
            List<String> after = new ArrayList<>(before);
            for (int i = random.nextInt(4); i > 0; i--) {
                int at = random.nextInt(after.size() + 1);
                if (random.nextBoolean() || at == after.size()) after.add(at, "new " + i + "\n");
                else after.remove(at);
            }
            String diff = diff(String.join("", before), String.join("", after));
            assertEquals(after, patched(before, diff), diff);
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) lines.add(random.nextInt(5) + "\n");
        return lines;
    }

    /// What `patch` does, for lines that all have an end.
    private static List<String> patched(List<String> before, String diff) {
        List<String> result = new ArrayList<>();
        int at = 0;
        for (String line : diff.lines().skip(2).toList()) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                int from = Integer.parseInt(hunk.group(1));
                int first = "0".equals(hunk.group(2)) ? from : from - 1;
                while (at < first) result.add(before.get(at++));
                assertEquals(
                        Integer.parseInt(hunk.group(3)),
                        result.size() + ("0".equals(hunk.group(4)) ? 0 : 1));
                continue;
            }
            String text = line.substring(1) + "\n";
            if (line.charAt(0) != '+') assertEquals(before.get(at++), text);
            if (line.charAt(0) != '-') result.add(text);
        }
        while (at < before.size()) result.add(before.get(at++));
        return result;
    }
}
