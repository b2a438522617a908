package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.Golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The documentation is true: pages that the program writes are those that it writes now, and what
/// is linked is there.
final class HandbookTest extends Typed {

    private static final Path DOCS = Path.of("docs");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^(?: {4}|sudo )?(?:target/twinlease/bin/)?twinlease ([a-z-].*)$");

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"commands.md", "notices.md"})
    void aPageThatTheProgramWritesIsAsItWritesItNow(String page) throws Exception {
        assertThat(run("manual", "--out", folder.toString())).as(err.toString()).isZero();
        Golden.check(DOCS.resolve(page), Files.readString(folder.resolve(page)));
    }

    @Test
    void whatIsLinkedIsThere() throws Exception {
        for (Path page : pages()) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                Path target = page.resolveSibling(links.group(1));
                assertThat(Files.exists(target)).as("%s links %s", page, target).isTrue();
            }
        }
    }

    /// With `--help` a command reads all its words, refuses those that it does not know, and does
    /// nothing.
    @ParameterizedTest
    @MethodSource("shown")
    void aCommandThatIsShownIsOneThatThereIs(String where, String line) {
        List<String> words = new ArrayList<>(words(line));
        words.add("--help");
        assertThat(run(words.toArray(String[]::new))).as("%s: %s: %s", where, line, err).isZero();
    }

    /// The lines of code blocks that begin with the program's name.
    static List<Arguments> shown() throws IOException {
        List<Arguments> lines = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page).replace("\\\n", " ");
            var commands = COMMAND.matcher(text);
            while (commands.find()) {
                String line = commands.group(1);
                // What stands in brackets is a synopsis, nothing to type.
                if (!line.contains("[--help]")) lines.add(Arguments.of(page.toString(), line));
            }
        }
        return lines;
    }

    /// The words after the program's name as a shell takes them, up to a pipe, a redirection or a
    /// comment.
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        var each = WORD.matcher(line);
        while (each.find()) {
            String word = each.group();
            if (word.matches("[|>&#;].*|2>.*")) break;
            words.add(word.replaceAll("['\"]", ""));
        }
        return words;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(DOCS);
                Stream<Path> top = Files.list(Path.of("."))) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
