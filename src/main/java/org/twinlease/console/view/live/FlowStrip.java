package org.twinlease.console.view.live;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.live.LiveRow;
import org.twinlease.console.view.CanvasRegion;

/// One row of the flow: the lanes from above to below, and the arrow of the row between them with
/// its name on it. Dashed while an answer is awaited; a ring where it was heard and left
/// unanswered.
final class FlowStrip extends CanvasRegion {

    private static final double HEAD = 5;
    private static final double RING = 3.5;
    private static final double EDGE = 46;

    private @Nullable LiveRow row;
    private int lanes = 2;
    private long now;

    FlowStrip() {
        getStyleClass().add("flow-strip");
    }

    /// Where a lane is, of so many in so much room.
    static double lane(int lane, int lanes, double width) {
        return EDGE + lane * (width - 2 * EDGE) / Math.max(1, lanes - 1);
    }

    void show(LiveRow next, int lanesNow, long millis) {
        row = next;
        lanes = lanesNow;
        now = millis;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        on.setLineDashes();
        on.setLineWidth(1);
        on.setStroke(grid());
        for (int lane = 0; lane < lanes; lane++) {
            double x = Math.round(lane(lane, lanes, width)) + 0.5;
            on.strokeLine(x, 0, x, height);
        }
        LiveRow shown = row;
        if (shown != null) arrow(on, shown, width, height);
    }

    private void arrow(GraphicsContext on, LiveRow shown, double width, double height) {
        Color color = color(shown.tone(now));
        on.setStroke(color);
        on.setFill(color);
        on.setLineWidth(shown.count() > 1 ? 3 : 1.5);
        boolean awaited = shown.end(now) == LiveRow.End.AWAITED;
        if (awaited) on.setLineDashes(5, 4);
        double y = height - 8.5;
        double from = lane(shown.from(), lanes, width);
        double far = from;
        for (int lane = 0; lane < lanes; lane++) {
            if (reaches(shown, lane)) {
                double x = lane(lane, lanes, width);
                if (Math.abs(x - from) > Math.abs(far - from)) far = x;
            }
        }
        double way = Math.signum(far - from);
        on.strokeLine(from, y, far - way * HEAD, y);
        on.setLineDashes();
        on.fillOval(from - 2.5, y - 2.5, 5, 5);
        for (int lane = 0; lane < lanes; lane++) {
            if (reaches(shown, lane)) end(on, shown, lane, y, way, width);
        }
        name(on, shown, from, far, y);
    }

    private static boolean reaches(LiveRow row, int lane) {
        return (row.to() >> lane & 1) == 1;
    }

    private void end(
            GraphicsContext on, LiveRow shown, int lane, double y, double way, double width) {
        double x = lane(lane, lanes, width);
        on.setLineWidth(1.5);
        if (shown.isUnanswered(lane)) {
            on.clearRect(x - RING, y - RING, 2 * RING, 2 * RING);
            on.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
        } else if (shown.end(now) == LiveRow.End.REFUSED) {
            on.strokeLine(x - HEAD, y - HEAD, x + HEAD, y + HEAD);
            on.strokeLine(x - HEAD, y + HEAD, x + HEAD, y - HEAD);
        } else {
            on.fillPolygon(
                    new double[] {x, x - way * 1.7 * HEAD, x - way * 1.7 * HEAD},
                    new double[] {y, y - HEAD, y + HEAD},
                    3);
        }
    }

    private void name(GraphicsContext on, LiveRow shown, double from, double far, double y) {
        double nearest = far;
        for (int lane = 0; lane < lanes; lane++) {
            double x = lane(lane, lanes, getWidth());
            boolean nearer = Math.abs(x - from) < Math.abs(nearest - from);
            if (reaches(shown, lane) && nearer) nearest = x;
        }
        on.setFill(ink());
        on.setFont(Font.font("JetBrains Mono", 11));
        on.setTextAlign(TextAlignment.CENTER);
        on.setTextBaseline(VPos.BOTTOM);
        on.fillText(shown.label(), (from + nearest) / 2, y - 3);
    }

    private Color color(Tone tone) {
        return switch (tone) {
            case CALM -> first();
            case GOOD -> second();
            case WATCH -> third();
            case BAD -> fourth();
            case PLAIN, DEMO -> ink().deriveColor(0, 1, 1, 0.55);
        };
    }
}
