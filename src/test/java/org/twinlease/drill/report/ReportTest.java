package org.twinlease.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.twinlease.drill.Sample;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/// A report is the same in all its forms.
final class ReportTest {

    private static final Map<String, byte[]> FILES = Report.of(List.of(Ran.CALM, Ran.BAD));

    private static String text(String file) {
        return new String(FILES.get(file), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderHasAPageInTwoFormsForEachDrillAndTwoFilesForPrograms() {
        assertThat(FILES)
                .containsOnlyKeys(
                        "bad.html", "bad.pdf", "calm.html", "calm.pdf", "drills.json", "junit.xml");
    }

    @Test
    void thePageSaysEverythingInOneFile() {
        String html = text("bad.html");
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("<h1>&lt;Partner-down&gt; &amp; co</h1>")
                .contains("TWIN: a rehearsal, not production")
                .contains("Not everything expected holds")
                .contains("<h2>What to do</h2>")
                .contains("operator: partner-down on A as of 12:02")
                .contains("What the twin cannot know")
                .contains("<svg viewBox=\"0 0 760 300\"")
                .doesNotContain("<Partner-down>")
                .doesNotContain("<script")
                .doesNotContain("http");
        assertThat(text("calm.html")).contains("Everything expected holds");
    }

    @Test
    void everyTagOfThePageIsClosed() {
        var tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*?(/?)>").matcher(text("bad.html"));
        List<String> open = new ArrayList<>();
        while (tags.find()) {
            String name = tags.group(2);
            if (name.equals("meta") || !tags.group(3).isEmpty()) continue;
            if (tags.group(1).isEmpty()) open.add(name);
            else assertThat(open.removeLast()).isEqualTo(name);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void thePdfSaysTheSame() throws IOException {
        try (PdfReader reader = new PdfReader(FILES.get("bad.pdf"))) {
            StringBuilder text = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append(' ');
            }
            String words = text.toString().replaceAll("\\s+", " ");
            assertThat(words)
                    .contains("<Partner-down> & co")
                    .contains("Not everything expected holds")
                    .contains("nobody waits longer than 1s")
                    .contains("What the twin cannot know");
            assertThat(reader.getNumberOfPages()).isBetween(1, 4);
        }
    }

    @Test
    void aBuildServerSeesAnExpectationAsATest() throws Exception {
        Document xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(FILES.get("junit.xml")));
        var suites = xml.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        Element bad = (Element) suites.item(1);
        assertThat(bad.getAttribute("name")).isEqualTo("bad");
        assertThat(bad.getAttribute("tests")).isEqualTo("4");
        assertThat(bad.getAttribute("failures")).isEqualTo("2");
        assertThat(bad.getElementsByTagName("failure").getLength()).isEqualTo(2);
        Element first = (Element) bad.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("A is partner-down at 12:10");
        assertThat(first.getAttribute("classname")).isEqualTo("drill.bad");
        Element failure = (Element) bad.getElementsByTagName("failure").item(0);
        assertThat(failure.getTextContent()).contains("partner-down");
    }

    @Test
    void whatToDoFollowsFromWhatWasFound() {
        assertThat(Advice.of(Ran.CALM)).containsExactly("Nothing to do: nobody was hurt.");
        assertThat(Advice.of(Ran.BAD).getFirst()).startsWith("Order partner-down only when");
        assertThat(Advice.of(SKEWED)).anyMatch(line -> line.startsWith("Keep both clocks"));
        assertThat(Advice.of(SKEWED)).anyMatch(line -> line.startsWith("MCLT is longer"));
        assertThat(Advice.of(SKEWED)).anyMatch(line -> line.startsWith("Make leases, and MCLT"));
        assertThat(Advice.of(SKEWED)).anyMatch(line -> line.contains("not together again"));
    }

    /// Who is refused an address that another one has is no matter of pools.
    @Test
    void poolsAreComparedWhereNothingElseExplainsARefusal() {
        assertThat(Ran.BAD.verdict().findings().refused()).isNotEmpty();
        assertThat(Advice.of(Ran.BAD)).noneMatch(line -> line.contains("Compare the pools"));
        assertThat(Advice.of(UNEQUAL)).anyMatch(line -> line.contains("Compare the pools"));
    }

    private static final org.twinlease.drill.Twin UNEQUAL =
            Ran.of(
                    "unequal",
                    """
                    pair demo with lease 10m, addresses 60, addresses-of-b 30
                    population 50 renewing
                    begin 12:00
                    at 12:01 kill A for 20m
                    end 12:40
                    """);

    /// The axis goes on after midnight as the story does, and has room for its words.
    @Test
    void theTimesUnderTheChartAreThoseOfTheStory() {
        var days =
                Ran.of("days", "population 1 renewing\nbegin 22:00\nat 23:00 kill B\nend 95:00\n");
        var texts =
                Pattern.compile("<text[^>]*>(\\d+:00)</text>")
                        .matcher(
                                new String(
                                        Report.of(List.of(days)).get("days.html"),
                                        StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(texts).hasSizeBetween(4, 13).contains("48:00").doesNotContain("00:00");
    }

    private static final org.twinlease.drill.Twin SKEWED =
            Ran.of(
                    "skewed",
                    """
                    pair demo with lease 10m, mclt 20m
                    population 10 renewing
                    begin 12:00
                    at 12:01 skew B +5m
                    at 12:02 kill both for 30m
                    end 12:40
                    """);

    @Test
    void theFiguresAreThoseOfTheVerdict() {
        Page page = Page.of(Ran.BAD);
        int doubled = Ran.BAD.verdict().findings().doubled().size();
        assertThat(page.figures())
                .contains(new Paper.Figure(String.valueOf(doubled), "addresses doubled", true))
                .contains(new Paper.Figure("0", "leases lost", false));
        assertThat(page.sources()).containsExactly("The demo pair; no files.");
        assertThat(page.steps()).hasSize(3);
        assertThat(page.about().getFirst()).isEqualTo("Drill bad, seed 1");
        assertThat(page.holds()).isFalse();
    }

    /// Writes down what is drawn.
    private static final class Sketch implements Canvas {
        final List<String> words = new ArrayList<>();
        final List<double[]> shapes = new ArrayList<>();

        @Override
        public void shape(String colour, double... corners) {
            shapes.add(corners);
        }

        @Override
        public void line(String colour, double width, double... points) {
            shapes.add(points);
        }

        @Override
        public void text(
                String colour, double size, double x, double y, boolean ends, String said) {
            words.add(said);
            assertThat(x).isBetween(0.0, Chart.WIDTH);
            assertThat(y).isBetween(0.0, Chart.HEIGHT);
        }
    }

    @Test
    void theChartShowsEveryStateAndEveryActWithinItsFrame() {
        Sketch sketch = new Sketch();
        Chart.draw(Ran.BAD, sketch);
        assertThat(sketch.words)
                .contains("cut link", "heal link", "served by A", "waiting", "A", "B", "12:00")
                .contains("normal", "communications-interrupted", "partner-down");
        for (double[] corners : sketch.shapes) {
            for (int i = 0; i < corners.length; i += 2) {
                assertThat(corners[i]).isBetween(0.0, Chart.WIDTH);
                assertThat(corners[i + 1]).isBetween(0.0, Chart.HEIGHT);
            }
        }
    }

    @Test
    void oneStateIsOnePiece() {
        Sketch sketch = new Sketch();
        Chart.draw(Ran.CALM, sketch);
        long states = Ran.CALM.samples().stream().map(Sample::servers).distinct().count();
        assertThat(states).isPositive();
        assertThat(sketch.words).contains("normal").doesNotContain("down");
    }
}
