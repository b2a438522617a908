package org.twinlease.console.view;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

import java.util.List;

/// The course of a number as a thin line over a fading ground; its axis is its own range.
public final class Sparkline extends CanvasRegion {

    private static final double MARGIN = 3;
    private static final double GROUND = 0.28;

    private List<Double> values = List.of();

    public Sparkline() {
        getStyleClass().add("sparkline");
    }

    public void show(List<Double> values) {
        if (values.equals(this.values)) return;
        this.values = values;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double[] points = Decimation.of(values, Math.max(1, (int) width));
        if (points.length < 2) return;
        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        for (double value : points) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double range = greatest - least;
        double[] x = new double[points.length + 2];
        double[] y = new double[points.length + 2];
        for (int i = 0; i < points.length; i++) {
            double share = range == 0 ? 0.5 : (points[i] - least) / range;
            x[i] = i * width / (points.length - 1);
            y[i] = MARGIN + (1 - share) * (height - 2 * MARGIN - height / 4);
        }
        x[points.length] = width;
        y[points.length] = height;
        x[points.length + 1] = 0;
        y[points.length + 1] = height;
        on.setFill(fade(first()));
        on.fillPolygon(x, y, x.length);
        on.setStroke(first());
        on.setLineWidth(1.5);
        on.strokePolyline(x, y, points.length);
    }

    public static LinearGradient fade(Color color) {
        return new LinearGradient(
                0,
                0,
                0,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, color.deriveColor(0, 1, 1, GROUND)),
                new Stop(1, color.deriveColor(0, 1, 1, 0)));
    }
}
