package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.Golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The documentation is true: pages that the program writes are those that it writes now, and what
/// is linked is there.
final class HandbookTest extends Typed {

    private static final Path DOCS = Path.of("docs");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

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
