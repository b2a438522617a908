package org.twinlease.drill.report;

import org.twinlease.drill.Twin;
import org.twinlease.drill.report.Page.Figure;
import org.twinlease.drill.report.Page.Row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A drill's report as one HTML file that needs nothing else.
final class Html {

    private final StringBuilder html = new StringBuilder();

    private Html() {}

    static String of(Twin twin) {
        return new Html().whole(twin, Page.of(twin));
    }

    /// Text that may stand between tags and in quotes.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String whole(Twin twin, Page page) {
        add("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width\">");
        element("title", page.title());
        add("<style>" + style() + "</style></head>\n<body><main>\n");
        add("<header><p class=\"twin\">TWIN: a rehearsal, not production</p>");
        element("h1", page.title());
        String verdict = page.holds() ? "holds" : "fails";
        add("<p class=\"verdict " + verdict + "\">");
        add(page.holds() ? "Everything expected holds" : "Not everything expected holds");
        add("</p>");
        element("p", page.lesson());
        add("<p class=\"about\">" + escape(String.join(" · ", page.about())) + "</p></header>\n");
        figures(page.figures());
        heading("Who served whom");
        SvgCanvas canvas = new SvgCanvas(Chart.WIDTH, Chart.HEIGHT, "Clients served over time");
        Chart.draw(twin, canvas);
        add("<figure>" + canvas + "</figure>\n");
        heading("What was expected");
        table("verdicts", page.expectations());
        heading("The worst moment");
        element("p", page.worst());
        list(page.causes());
        heading("What to do");
        list(page.advice());
        heading("What was done");
        table("steps", page.steps());
        heading("On which pair");
        list(page.sources());
        heading("Where its clients come from");
        list(page.grounds());
        heading("What the twin cannot know");
        list(page.unknown());
        heading("The story");
        table("story", page.story());
        add("</main></body></html>\n");
        return html.toString();
    }

    private static String style() {
        try (InputStream in = Html.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String text) {
        html.append(text);
    }

    private void element(String name, String text) {
        add("<" + name + ">" + escape(text) + "</" + name + ">\n");
    }

    private void heading(String text) {
        element("h2", text);
    }

    private void figures(List<Figure> figures) {
        add("<section class=\"figures\">");
        for (Figure figure : figures) {
            add(figure.bad() ? "<div class=\"bad\">" : "<div>");
            add("<b>" + escape(figure.value()) + "</b>");
            add("<span>" + escape(figure.label()) + "</span></div>");
        }
        add("</section>\n");
    }

    private void list(List<String> lines) {
        if (lines.isEmpty()) return;
        add("<ul>");
        for (String line : lines) element("li", line);
        add("</ul>\n");
    }

    private void table(String kind, List<Row> rows) {
        add("<table class=\"" + kind + "\">\n");
        for (Row row : rows) {
            add("<tr><td class=\"" + row.mark().replaceAll("[^a-z]", "") + "\">");
            add(escape(row.mark()) + "</td><td>" + escape(row.text()) + "</td><td>");
            add(escape(row.more()) + "</td></tr>\n");
        }
        add("</table>\n");
    }
}
