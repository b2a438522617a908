package org.twinlease.console.view.overview;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.overview.OverviewModel.Traffic;
import org.twinlease.console.view.CanvasRegion;
import org.twinlease.console.view.Decimation;
import org.twinlease.console.view.Sparkline;

import java.util.List;
import java.util.Locale;

/// Requests and ACKs per second over the last minutes; the newest second is at the right edge, and
/// seconds that were not recorded stay empty.
public final class TrafficChart extends CanvasRegion {

    private static final double LEFT = 44;
    private static final double BOTTOM = 24;
    private static final double TOP = 8;
    private static final double RIGHT = 4;
    private static final int LINES = 3;
    private static final int MARKS = 5;
    private static final Font INK_FONT = Font.font("Inter", 11);

    private Traffic traffic = new Traffic(List.of(), List.of(), 60);

    TrafficChart() {
        getStyleClass().add("traffic-chart");
    }

    void show(Traffic next) {
        traffic = next;
        repaint();
        setAccessibleText(Text.of("overview.traffic.name"));
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double end = Decimation.axisEnd(greatest());
        on.setFont(INK_FONT);
        on.setTextBaseline(VPos.CENTER);
        double ground = height - BOTTOM;
        for (int i = 0; i <= LINES; i++) {
            double y = Math.round(TOP + (ground - TOP) * i / LINES) + 0.5;
            on.setStroke(grid());
            on.setLineWidth(1);
            on.strokeLine(LEFT, y, width - RIGHT, y);
            on.setFill(ink());
            on.setTextAlign(TextAlignment.RIGHT);
            on.fillText(amount(end * (LINES - i) / LINES), LEFT - 10, y);
        }
        times(on, width, height);
        line(on, traffic.requests(), first(), width, ground, end);
        line(on, traffic.acks(), second(), width, ground, end);
    }

    private void times(GraphicsContext on, double width, double height) {
        on.setFill(ink());
        for (int i = 0; i <= MARKS; i++) {
            int ago = traffic.seconds() * (MARKS - i) / MARKS;
            double x = LEFT + (width - LEFT - RIGHT) * i / MARKS;
            on.setTextAlign(
                    i == 0
                            ? TextAlignment.LEFT
                            : i == MARKS ? TextAlignment.RIGHT : TextAlignment.CENTER);
            String words =
                    ago == 0
                            ? Text.of("chart.now")
                            : Text.of(
                                    "chart.ago",
                                    ago % 60 == 0 && ago > 60 ? ago / 60 + " min" : ago + " s");
            on.fillText(words, x, height - BOTTOM / 2 + 2);
        }
    }

    private void line(
            GraphicsContext on,
            List<Double> values,
            Color color,
            double width,
            double ground,
            double end) {
        double room = width - LEFT - RIGHT;
        double[] points = Decimation.of(values, Math.max(1, (int) room));
        if (points.length < 2) return;
        double span = room * Math.min(1, (values.size() - 1.0) / (traffic.seconds() - 1));
        double[] x = new double[points.length + 2];
        double[] y = new double[points.length + 2];
        for (int i = 0; i < points.length; i++) {
            x[i] = width - RIGHT - span + i * span / (points.length - 1);
            y[i] = ground - (ground - TOP) * points[i] / end;
        }
        x[points.length] = width - RIGHT;
        y[points.length] = ground;
        x[points.length + 1] = x[0];
        y[points.length + 1] = ground;
        on.setFill(Sparkline.fade(color));
        on.fillPolygon(x, y, x.length);
        on.setStroke(color);
        on.setLineWidth(1.75);
        on.strokePolyline(x, y, points.length);
    }

    private double greatest() {
        double greatest = 1;
        for (double value : traffic.requests()) greatest = Math.max(greatest, value);
        for (double value : traffic.acks()) greatest = Math.max(greatest, value);
        return greatest;
    }

    private static String amount(double value) {
        if (value >= 1_000) {
            String text = String.format(Locale.ROOT, "%.1f", value / 1_000);
            return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "k";
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
