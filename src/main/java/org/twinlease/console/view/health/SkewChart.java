package org.twinlease.console.view.health;

import javafx.scene.canvas.GraphicsContext;

import org.twinlease.console.model.health.HealthModel.Curve;
import org.twinlease.console.view.CanvasRegion;

import java.util.List;

/// The distance of two clocks over time around a line that says none.
final class SkewChart extends CanvasRegion {

    private static final double MARGIN = 5;

    /// Less than that is drawn as little, in milliseconds.
    private static final long LEAST = 500;

    private List<Long> millis = List.of();

    SkewChart() {
        getStyleClass().add("calc-chart");
    }

    void show(Curve curve) {
        setAccessibleText(curve.title() + ": " + curve.range());
        if (curve.millis().equals(millis)) return;
        millis = curve.millis();
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double middle = Math.round(height / 2) + 0.5;
        on.setStroke(grid());
        on.setLineWidth(1);
        on.strokeLine(0, middle, width, middle);
        if (millis.isEmpty()) return;
        long most = LEAST;
        for (long each : millis) most = Math.max(most, Math.abs(each));
        double[] x = new double[millis.size()];
        double[] y = new double[millis.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * width / Math.max(1, x.length - 1);
            y[i] = middle - (double) millis.get(i) / most * (height / 2 - MARGIN);
        }
        on.setStroke(first());
        on.setLineWidth(2);
        on.strokePolyline(x, y, x.length);
    }
}
