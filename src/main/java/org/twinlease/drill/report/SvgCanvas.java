package org.twinlease.drill.report;

import java.util.Locale;

/// Draws into SVG.
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(double width, double height, String title) {
        svg.append(
                "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">\n"
                        .formatted(number(width), number(height), HtmlSheet.escape(title)));
    }

    @Override
    public void shape(String colour, double... corners) {
        svg.append("<polygon fill=\"%s\" points=\"%s\"/>\n".formatted(colour, points(corners)));
    }

    @Override
    public void line(String colour, double width, double... points) {
        svg.append(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" points=\"%s\"/>\n"
                        .formatted(colour, number(width), points(points)));
    }

    @Override
    public void text(String colour, double size, double x, double y, boolean ends, String words) {
        svg.append(
                "<text fill=\"%s\" font-size=\"%s\" x=\"%s\" y=\"%s\"%s>%s</text>\n"
                        .formatted(
                                colour,
                                number(size),
                                number(x),
                                number(y),
                                ends ? " text-anchor=\"end\"" : "",
                                HtmlSheet.escape(words)));
    }

    private static String points(double... points) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            text.append(i == 0 ? "" : " ").append(number(points[i]));
            text.append(',').append(number(points[i + 1]));
        }
        return text.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }
}
