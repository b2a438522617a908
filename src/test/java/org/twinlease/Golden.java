package org.twinlease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Compares what a test printed with the file that reviewers read, under
/// `src/test/resources/golden`. `mvn -q test -Dgolden.update` rewrites the files; then `git diff`
/// is the thing to judge.
public final class Golden {

    private static final Path ROOT = Path.of("src", "test", "resources", "golden");
    private static final int SHOWN = 12;

    private Golden() {}

    /// Fails with the first difference when `actual` is not what the file says.
    public static void check(String name, String actual) {
        check(ROOT.resolve(name), actual);
    }

    /// The same for a file that people read elsewhere, a page of the documentation.
    public static void check(Path file, String actual) {
        String text = actual.endsWith("\n") ? actual : actual + "\n";
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            if (!Files.exists(file)) {
                throw new AssertionError(file + " is not there yet; write it with -Dgolden.update");
            }
            String expected = Files.readString(file);
            if (!expected.equals(text)) {
                throw new AssertionError(file + " says otherwise\n" + difference(expected, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines between the common beginning and the common end, `-` as in the file, `+` as
    /// printed.
    static String difference(String expected, String actual) {
        List<String> was = expected.lines().toList();
        List<String> is = actual.lines().toList();
        int from = 0;
        while (from < was.size() && from < is.size() && was.get(from).equals(is.get(from))) {
            from++;
        }
        int common = 0;
        int most = Math.min(was.size(), is.size()) - from;
        while (common < most
                && was.get(was.size() - 1 - common).equals(is.get(is.size() - 1 - common))) {
            common++;
        }
        var text = new StringBuilder("from line " + (from + 1) + ":\n");
        append(text, "- ", was.subList(from, was.size() - common));
        append(text, "+ ", is.subList(from, is.size() - common));
        return text.append("To accept it: -Dgolden.update, then read git diff.").toString();
    }

    private static void append(StringBuilder text, String sign, List<String> lines) {
        for (String line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
            text.append(sign).append(line).append('\n');
        }
        if (lines.size() > SHOWN) {
            text.append(sign).append("... and ").append(lines.size() - SHOWN).append(" more\n");
        }
    }
}
