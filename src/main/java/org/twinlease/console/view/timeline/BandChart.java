package org.twinlease.console.view.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.timeline.Span;
import org.twinlease.console.model.timeline.TimelineModel;
import org.twinlease.console.model.timeline.TimelineModel.Band;
import org.twinlease.console.model.timeline.TimelineModel.Mark;
import org.twinlease.console.model.timeline.TimelineModel.Point;
import org.twinlease.console.model.timeline.TimelineModel.Stretch;
import org.twinlease.console.view.CanvasRegion;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongConsumer;

/// The bands of the past above a ruler of time, and the chosen moment. A click chooses another.
final class BandChart extends CanvasRegion {

    private static final double NAMES = 196;
    private static final double RULER = 22;
    private static final double GAP = 6;
    private static final double LEAST = 19;
    private static final double USUAL = 29;
    private static final double MARK = 4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM");

    private final ZoneId zone;
    private TimelineModel.@Nullable State state;

    BandChart(ZoneId zone, LongConsumer choose) {
        this.zone = zone;
        getStyleClass().add("band-chart");
        setOnMouseClicked(
                click -> {
                    TimelineModel.State shown = state;
                    double place = (click.getX() - NAMES) / (getWidth() - NAMES);
                    if (shown != null && place >= 0 && place <= 1) {
                        choose.accept(shown.span().at(place));
                    }
                });
    }

    void show(TimelineModel.State next) {
        state = next;
        setAccessibleText(next.spanWords());
        setMinHeight(RULER + next.bands().size() * LEAST);
        setPrefHeight(RULER + next.bands().size() * USUAL);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        TimelineModel.State shown = state;
        if (shown == null) return;
        List<Band> bands = shown.bands();
        double room = height - RULER;
        double each = bands.isEmpty() ? room : room / bands.size();
        ruler(on, shown.span(), width, height);
        for (int i = 0; i < bands.size(); i++) {
            band(on, bands.get(i), shown.span(), i * each, each - GAP, width);
        }
        moment(on, shown.momentMillis(), room, width);
        // The moment that others are compared with.
        on.setLineDashes(6, 4);
        moment(on, shown.notes().fromMillis(), room, width);
        on.setLineDashes();
    }

    private void moment(GraphicsContext on, long moment, double room, double width) {
        TimelineModel.State shown = state;
        if (shown == null) return;
        double place = shown.span().place(moment);
        if (moment == 0 || place < 0 || place > 1) return;
        on.setStroke(first());
        on.setLineWidth(2);
        double x = x(shown.span(), moment, width);
        on.strokeLine(x, 0, x, room);
    }

    private static double x(Span span, long atMillis, double width) {
        double place = Math.clamp(span.place(atMillis), 0, 1);
        return NAMES + place * (width - NAMES);
    }

    private void ruler(GraphicsContext on, Span span, double width, double height) {
        int ticks = Math.max(2, (int) ((width - NAMES) / 110));
        on.setFont(Font.font("JetBrains Mono", 11));
        on.setTextBaseline(VPos.BOTTOM);
        for (int i = 0; i <= ticks; i++) {
            long at = span.at((double) i / ticks);
            double x = x(span, at, width);
            on.setStroke(grid());
            on.setLineWidth(1);
            on.strokeLine(Math.round(x) - 0.5, 0, Math.round(x) - 0.5, height - RULER);
            on.setFill(muted());
            on.setTextAlign(
                    i == 0
                            ? TextAlignment.LEFT
                            : i == ticks ? TextAlignment.RIGHT : TextAlignment.CENTER);
            on.fillText(clock(span, at), x, height - 2);
        }
    }

    private String clock(Span span, long at) {
        long hour = 3_600_000;
        DateTimeFormatter as =
                span.millis() < hour ? CLOCK : span.millis() <= 24 * hour ? MINUTE : DAY;
        return Instant.ofEpochMilli(at).atZone(zone).format(as);
    }

    private Color muted() {
        return ink().deriveColor(0, 1, 1, 0.65);
    }

    private void band(
            GraphicsContext on, Band band, Span span, double y, double high, double width) {
        on.setFill(muted());
        on.setFont(Font.font("Inter", 12));
        on.setTextAlign(TextAlignment.LEFT);
        on.setTextBaseline(VPos.CENTER);
        on.fillText(band.name(), 0, y + high / 2, NAMES - 54);
        for (Stretch stretch : band.stretches()) stretch(on, stretch, span, y, high, width);
        if (!band.points().isEmpty()) line(on, band.points(), span, y, high, width);
        for (Mark mark : band.marks()) mark(on, mark, span, y + high / 2, width);
    }

    private void stretch(
            GraphicsContext on, Stretch stretch, Span span, double y, double high, double width) {
        double from = x(span, stretch.fromMillis(), width);
        double to = Math.max(from + 2, x(span, stretch.toMillis(), width));
        Color color = color(stretch.tone());
        double thick = Math.min(high, 24);
        double top = y + (high - thick) / 2;
        if (stretch.gap()) hatch(on, from, to, top, thick);
        else {
            on.setFill(color.deriveColor(0, 1, 1, 0.25));
            on.fillRect(from, top, to - from, thick);
            on.setFill(color);
            on.fillRect(from, top, 3, thick);
        }
        on.setFont(Font.font("Inter", 11.5));
        double needed = stretch.words().length() * 7.2 + 14;
        if (to - from < needed || thick < 13) return;
        on.setFill(ink());
        on.setTextAlign(TextAlignment.LEFT);
        on.setTextBaseline(VPos.CENTER);
        on.fillText(stretch.words(), from + 9, top + thick / 2);
    }

    /// Where nothing is known.
    private void hatch(GraphicsContext on, double from, double to, double top, double thick) {
        on.setStroke(muted());
        on.setLineWidth(1);
        for (double x = from; x + thick / 2 <= to; x += 6) {
            on.strokeLine(x, top + thick, x + thick / 2, top);
        }
    }

    private void line(
            GraphicsContext on,
            List<Point> points,
            Span span,
            double y,
            double high,
            double width) {
        double most = 1;
        for (Point point : points) most = Math.max(most, point.value());
        on.setStroke(first());
        on.setLineWidth(1.5);
        on.beginPath();
        boolean begun = false;
        for (Point point : points) {
            double px = x(span, point.atMillis(), width);
            double py = y + high - 2 - (high - 4) * point.value() / most;
            if (begun) on.lineTo(px, py);
            else on.moveTo(px, py);
            begun = true;
        }
        on.stroke();
        on.setFill(ink());
        on.setFont(Font.font("JetBrains Mono", 11.5));
        on.setTextAlign(TextAlignment.RIGHT);
        on.setTextBaseline(VPos.CENTER);
        String value = Words.count((long) points.getLast().value());
        on.fillText(value, NAMES - 14, y + high / 2);
    }

    private void mark(GraphicsContext on, Mark mark, Span span, double y, double width) {
        double x = x(span, mark.atMillis(), width);
        on.setFill(color(mark.tone()));
        on.fillPolygon(
                new double[] {x, x + MARK, x, x - MARK},
                new double[] {y - 1.5 * MARK, y, y + 1.5 * MARK, y},
                4);
    }

    private Color color(Tone tone) {
        return switch (tone) {
            case GOOD -> second();
            case WATCH -> third();
            case BAD -> fourth();
            case CALM, DEMO -> first();
            case PLAIN -> muted();
        };
    }
}
