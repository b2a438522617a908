package org.twinlease.console.view.calculator;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.twinlease.console.model.calculator.CalculatorModel.Chart;
import org.twinlease.console.model.calculator.CalculatorModel.Line;
import org.twinlease.console.view.CanvasRegion;

import java.util.List;

/// One or two lines over nothing: the first full, the second dashed.
final class LineChart extends CanvasRegion {

    private static final double MARGIN = 6;

    private List<Line> lines = List.of();

    LineChart() {
        getStyleClass().add("calc-chart");
    }

    void show(Chart chart) {
        setAccessibleText(chart.title() + ": " + chart.most());
        if (chart.lines().equals(lines)) return;
        lines = chart.lines();
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        on.setStroke(grid());
        on.setLineWidth(1);
        on.setTextBaseline(VPos.TOP);
        for (int i = 0; i <= 2; i++) {
            double y = Math.round(MARGIN + i * (height - 2 * MARGIN) / 2) + 0.5;
            on.strokeLine(0, y, width, y);
        }
        double most = 0;
        for (Line line : lines) for (double value : line.values()) most = Math.max(most, value);
        if (most == 0) return;
        for (int i = lines.size() - 1; i >= 0; i--) {
            draw(on, lines.get(i).values(), most, i == 0 ? first() : second(), i > 0);
        }
    }

    private void draw(
            GraphicsContext on, List<Double> values, double most, Color colour, boolean dashed) {
        double width = getWidth();
        double height = getHeight() - 2 * MARGIN;
        double[] x = new double[values.size()];
        double[] y = new double[values.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * width / Math.max(1, x.length - 1);
            y[i] = MARGIN + (1 - values.get(i) / most) * height;
        }
        on.setStroke(colour);
        on.setLineWidth(2);
        if (dashed) on.setLineDashes(6, 4);
        else on.setLineDashes(null);
        on.strokePolyline(x, y, x.length);
        on.setLineDashes(null);
    }
}
