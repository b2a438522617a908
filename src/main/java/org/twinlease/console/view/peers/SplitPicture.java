package org.twinlease.console.view.peers;

import javafx.scene.canvas.GraphicsContext;

import org.twinlease.console.view.CanvasRegion;

/// The 256 buckets of clients, 64 a row: the primary's full squares, the secondary's open circles.
public final class SplitPicture extends CanvasRegion {

    private static final int BUCKETS = 256;
    private static final int COLUMNS = 64;
    private static final double EDGE = 0.5;

    private int split;

    public SplitPicture() {
        getStyleClass().add("split-picture");
    }

    /// Shows how many of the 256 buckets are the primary's.
    public void show(int buckets) {
        if (buckets == split) return;
        split = buckets;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        double pitch = Math.min(width / COLUMNS, height / (BUCKETS / COLUMNS));
        double side = pitch - 2;
        on.setLineWidth(1);
        on.setFill(first());
        on.setStroke(second());
        for (int i = 0; i < BUCKETS; i++) {
            int row = i / COLUMNS;
            double x = i % COLUMNS * pitch;
            double y = row * pitch;
            if (i < split) on.fillRect(x, y, side, side);
            else on.strokeOval(x + EDGE, y + EDGE, side - 1, side - 1);
        }
    }
}
