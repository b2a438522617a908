package org.twinlease.drill.report;

import org.twinlease.drill.report.Paper.Figure;
import org.twinlease.drill.report.Paper.Row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What one HTML file that needs nothing else is made of.
final class HtmlSheet {

    private final StringBuilder html = new StringBuilder();

    /// Text that may stand between tags and in quotes.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Begins a file, up to its header.
    void begin(String title) {
        add("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width\">");
        element("title", title);
        add("<style>" + style() + "</style></head>\n<body><main>\n");
    }

    /// Ends it: all of it.
    String end() {
        add("</main></body></html>\n");
        return html.toString();
    }

    static String style() {
        try (InputStream in = HtmlSheet.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String text) {
        html.append(text);
    }

    void element(String name, String text) {
        add("<" + name + ">" + escape(text) + "</" + name + ">\n");
    }

    void heading(String text) {
        element("h2", text);
    }

    void figures(List<Figure> figures) {
        add("<section class=\"figures\">");
        for (Figure figure : figures) {
            add(figure.bad() ? "<div class=\"bad\">" : "<div>");
            add("<b>" + escape(figure.value()) + "</b>");
            add("<span>" + escape(figure.label()) + "</span></div>");
        }
        add("</section>\n");
    }

    void list(List<String> lines) {
        if (lines.isEmpty()) return;
        add("<ul>");
        for (String line : lines) element("li", line);
        add("</ul>\n");
    }

    void table(String kind, List<Row> rows) {
        add("<table class=\"" + kind + "\">\n");
        for (Row row : rows) {
            add("<tr><td class=\"" + row.mark().replaceAll("[^a-z]", "") + "\">");
            add(escape(row.mark()) + "</td><td>" + escape(row.text()) + "</td><td>");
            add(escape(row.more()) + "</td></tr>\n");
        }
        add("</table>\n");
    }
}
