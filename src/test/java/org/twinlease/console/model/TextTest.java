package org.twinlease.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every word of the console is in one bundle: none is missing, none is left over, none twice.
final class TextTest {

    private static final Path CODE = Path.of("src/main/java/org/twinlease/console");
    private static final Path WORDS = Path.of("src/main/resources/org/twinlease/console");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"");
    private static final Pattern OF = Pattern.compile("Text\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z.]+)\"");

    private static List<String> found(Path folder, String ending, Pattern pattern)
            throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(m -> found.add(m.group(1)));
            }
        }
        return found;
    }

    private static List<String> keysAsWritten() throws IOException {
        return Files.readAllLines(WORDS.resolve("text.properties")).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        assertThat(Text.bundle().keySet())
                .containsAll(found(CODE, ".java", OF))
                .containsAll(found(WORDS, ".fxml", IN_FXML));
    }

    @Test
    void everyKeyIsAskedForSomewhere() throws IOException {
        var unused = new TreeSet<>(Text.bundle().keySet());
        found(CODE, ".java", LITERAL).forEach(unused::remove);
        found(WORDS, ".fxml", IN_FXML).forEach(unused::remove);
        assertThat(unused).isEmpty();
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        assertThat(keysAsWritten()).doesNotHaveDuplicates();
    }

    @Test
    void noPageHasWordsOfItsOwn() throws IOException {
        var text = Pattern.compile("(?:text|promptText|accessibleText)=\"([^%\"][^\"]*)\"");
        assertThat(found(WORDS, ".fxml", text)).isEmpty();
    }

    @Test
    void argumentsStandWhereTheyBelong() {
        assertThat(Text.of("leases.some", "3", "320")).isEqualTo("3 of 320 leases");
    }
}
