package org.twinlease.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.twinlease.drill.report.Paper.Figure;
import org.twinlease.drill.report.Paper.Look;
import org.twinlease.drill.report.Paper.Piece;
import org.twinlease.drill.report.Paper.Row;
import org.twinlease.drill.report.Paper.Strip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A paper says the same in both of its forms.
final class PaperTest {

    private static final Map<String, byte[]> FILES =
            new Paper(
                            "from the records",
                            "A & B",
                            List.of("09:00 to 10:00", "times of UTC"),
                            List.of(
                                    new Paper.Figures(List.of(new Figure("3", "alarms", true))),
                                    new Paper.Heading("How they stood"),
                                    new Paper.Strips(
                                            List.of(
                                                    new Strip(
                                                            "dhcp-a",
                                                            List.of(
                                                                    new Piece(
                                                                            0, 0.5, "NORMAL",
                                                                            Look.GOOD),
                                                                    new Piece(
                                                                            0.5,
                                                                            0.505,
                                                                            "PAUSED",
                                                                            Look.WATCH)))),
                                            "09:00",
                                            "10:00"),
                                    new Paper.Rows(
                                            List.of(new Row("09:30", "a <b> \u2192 c", "because"))),
                                    new Paper.Lines(List.of("\u22122 s"))))
                    .files("story");

    @Test
    void thePageEscapesWhatItSaysAndDrawsItsStrips() {
        String html = new String(FILES.get("story.html"), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("<h1>A &amp; B</h1>", "a &lt;b&gt;", "09:00 to 10:00", "because")
                .contains("<polygon fill=\"#d5ecd8\"")
                .contains(">NORMAL<")
                .doesNotContain(">PAUSED<")
                .doesNotContain("<script");
    }

    @Test
    void thePdfHasTheSameWordsAndNoneThatItsFontHasNot() throws IOException {
        try (PdfReader reader = new PdfReader(FILES.get("story.pdf"))) {
            String words = new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
            assertThat(words)
                    .contains("A & B", "times of UTC", "alarms", "How they stood", "NORMAL")
                    .contains("a <b> to c", "because", "-2 s");
        }
    }
}
