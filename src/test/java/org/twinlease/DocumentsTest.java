package org.twinlease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the table of followed documents promises is there: the code that follows each, and the test
/// that holds it to that.
final class DocumentsTest {

    private static final Path TABLE = Path.of("docs", "rfcs.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    private record Row(String document, String tests) {}

    @Test
    void everyDocumentIsHeldByATestThatIsThere() throws IOException {
        Map<String, String> sources = testsByName();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            Matcher named = TEST.matcher(row.tests());
            int found = 0;
            while (named.find()) {
                found++;
                String source = sources.get(named.group(1));
                String method = named.group(2);
                boolean there =
                        source != null && (method == null || source.contains(" " + method + "("));
                if (!there) wrong.add(row.document() + ": no test " + named.group());
            }
            if (found == 0) wrong.add(row.document() + ": no test is named");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableHasTheDocumentsOfACompleteServer() throws IOException {
        String all = rows().stream().map(Row::document).collect(Collectors.joining(" "));
        assertThat(all)
                .contains("2131", "2132", "951", "1534", "3011", "3046", "3396", "3442", "3527")
                .contains("4361", "4702", "5107", "6842", "8925");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|", -1);
            boolean isRow = cells.length == 6 && !cells[1].strip().matches("-*|document");
            if (isRow) rows.add(new Row(cells[1].strip(), cells[4]));
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static Map<String, String> testsByName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    DocumentsTest::text,
                                    (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
