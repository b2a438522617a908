package org.twinlease.drill.report;

import org.openpdf.text.Font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Something to hand on, before it is known whether it becomes HTML or PDF: a title with what is
/// small above it, a few facts, and its parts in their order.
public record Paper(String above, String title, List<String> about, List<Part> parts) {

    /// A number with what it is of, and whether it is one to worry about.
    public record Figure(String value, String label, boolean bad) {}

    /// A line of a table: what stands in front (a mark or a moment), what it says, and what more.
    public record Row(String mark, String text, String more) {}

    /// How a piece of a strip looks: how well it was, or that nothing is known of it.
    public enum Look {
        GOOD,
        WATCH,
        BAD,
        CALM,
        UNKNOWN
    }

    /// A piece of a strip, between 0 and 1 of its length.
    public record Piece(double from, double to, String words, Look look) {}

    /// Something as it was over time.
    public record Strip(String name, List<Piece> pieces) {}

    /// A part of the paper.
    public sealed interface Part {}

    /// What the next parts are about.
    public record Heading(String words) implements Part {}

    /// Numbers beside each other.
    public record Figures(List<Figure> list) implements Part {}

    /// Sentences, one below the other.
    public record Lines(List<String> lines) implements Part {}

    /// A table.
    public record Rows(List<Row> rows) implements Part {}

    /// Strips over the same time, with the words at its beginning and its end.
    public record Strips(List<Strip> strips, String from, String to) implements Part {}

    /// Takes copies of the lists.
    public Paper {
        about = List.copyOf(about);
        parts = List.copyOf(parts);
    }

    /// It as a page in HTML that needs nothing else, and as PDF: octets by file name.
    public Map<String, byte[]> files(String name) {
        byte[] html = html().getBytes(StandardCharsets.UTF_8);
        return Map.of(name + ".html", html, name + ".pdf", pdf());
    }

    private String html() {
        var to = new HtmlSheet();
        to.begin(title);
        to.add("<header><p class=\"about\">" + HtmlSheet.escape(above) + "</p>");
        to.element("h1", title);
        to.add("<p class=\"about\">" + HtmlSheet.escape(String.join(" \u00b7 ", about)));
        to.add("</p></header>\n");
        for (Part part : parts) {
            switch (part) {
                case Heading(String words) -> to.heading(words);
                case Figures(List<Figure> list) -> to.figures(list);
                case Lines(List<String> lines) -> to.list(lines);
                case Rows(List<Row> rows) -> to.table("story", rows);
                case Strips strips -> {
                    var drawing = new StripDrawing(strips);
                    var on = new SvgCanvas(StripDrawing.WIDTH, drawing.height(), title);
                    drawing.draw(on);
                    to.add("<figure>" + on + "</figure>\n");
                }
            }
        }
        return to.end();
    }

    private byte[] pdf() {
        var octets = new ByteArrayOutputStream();
        try {
            var to = new PdfSheet(title, octets);
            to.text(8, PdfSheet.GREY, Font.NORMAL, above);
            to.text(19, PdfSheet.INK, Font.BOLD, title);
            to.text(8, PdfSheet.GREY, Font.NORMAL, String.join(" \u00b7 ", about));
            for (Part part : parts) {
                switch (part) {
                    case Heading(String words) -> to.heading(words);
                    case Figures(List<Figure> list) -> to.figures(list);
                    case Lines(List<String> lines) -> to.list(lines);
                    case Rows(List<Row> rows) -> to.table(rows, 50);
                    case Strips strips -> {
                        var drawing = new StripDrawing(strips);
                        to.drawing(StripDrawing.WIDTH, drawing.height(), drawing::draw);
                    }
                }
            }
            to.end();
        } catch (IOException e) {
            // A standard font that the library brings itself.
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
