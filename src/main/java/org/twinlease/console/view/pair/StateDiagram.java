package org.twinlease.console.view.pair;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.pair.PairModel.Edge;
import org.twinlease.console.model.pair.PairModel.Node;
import org.twinlease.console.view.CanvasRegion;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The states of a failover server as a drawing: where both are now, the way they took, and how
/// long each was where. Lines in grey are the usual ways.
public final class StateDiagram extends CanvasRegion {

    private static final double LEAST_HIGH = 50;
    private static final double MOST_HIGH = 80;

    /// A box takes this share of the whole height, so that a large window is easy to read from
    /// afar.
    private static final double SHARE = 1 / 7.0;

    private static final int LONG = 14;
    private static final int COLUMNS = 4;
    private static final int ROWS = 3;
    private static final double ROUND = 9;

    /// Where each state is drawn: column and row.
    private static final Map<ServerState, int[]> PLACES =
            Map.ofEntries(
                    Map.entry(ServerState.STARTUP, new int[] {0, 0}),
                    Map.entry(ServerState.RECOVER, new int[] {1, 0}),
                    Map.entry(ServerState.RECOVER_WAIT, new int[] {2, 0}),
                    Map.entry(ServerState.RECOVER_DONE, new int[] {3, 0}),
                    Map.entry(ServerState.PAUSED, new int[] {0, 1}),
                    Map.entry(ServerState.NORMAL, new int[] {1, 1}),
                    Map.entry(ServerState.COMMUNICATIONS_INTERRUPTED, new int[] {2, 1}),
                    Map.entry(ServerState.PARTNER_DOWN, new int[] {3, 1}),
                    Map.entry(ServerState.SHUTDOWN, new int[] {0, 2}),
                    Map.entry(ServerState.CONFLICT_DONE, new int[] {1, 2}),
                    Map.entry(ServerState.POTENTIAL_CONFLICT, new int[] {2, 2}),
                    Map.entry(ServerState.RESOLUTION_INTERRUPTED, new int[] {3, 2}));

    private static final List<Edge> USUAL =
            List.of(
                    usual(ServerState.STARTUP, ServerState.RECOVER),
                    usual(ServerState.STARTUP, ServerState.NORMAL),
                    usual(ServerState.RECOVER, ServerState.RECOVER_WAIT),
                    usual(ServerState.RECOVER_WAIT, ServerState.RECOVER_DONE),
                    usual(ServerState.RECOVER_DONE, ServerState.NORMAL),
                    usual(ServerState.NORMAL, ServerState.COMMUNICATIONS_INTERRUPTED),
                    usual(ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.NORMAL),
                    usual(ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.PARTNER_DOWN),
                    usual(ServerState.NORMAL, ServerState.PAUSED),
                    usual(ServerState.NORMAL, ServerState.SHUTDOWN),
                    usual(ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.POTENTIAL_CONFLICT),
                    usual(ServerState.PARTNER_DOWN, ServerState.POTENTIAL_CONFLICT),
                    usual(ServerState.POTENTIAL_CONFLICT, ServerState.CONFLICT_DONE),
                    usual(ServerState.POTENTIAL_CONFLICT, ServerState.RESOLUTION_INTERRUPTED),
                    usual(ServerState.CONFLICT_DONE, ServerState.NORMAL));

    private List<Node> nodes = List.of();
    private List<Edge> taken = List.of();
    private double high = LEAST_HIGH;
    private double scale = 1;
    private Font name = Font.getDefault();
    private Font times = Font.getDefault();

    StateDiagram() {
        getStyleClass().add("state-diagram");
        setMinSize(0, ROWS * (LEAST_HIGH + 10));
    }

    private static Edge usual(ServerState from, ServerState to) {
        return new Edge(from, to, -1);
    }

    void show(List<Node> nodes, List<Edge> taken) {
        this.nodes = nodes;
        this.taken = taken;
        repaint();
        setAccessibleText(
                nodes.stream()
                        .filter(node -> !node.here().isEmpty())
                        .map(node -> Text.of("pair.diagram.name", node.name(), node.times()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        high = Math.clamp(height * SHARE, LEAST_HIGH, MOST_HIGH);
        scale = high / LEAST_HIGH;
        name = Font.font("Inter Medium", 11 * scale);
        times = Font.font("Inter", 10.5 * scale);
        on.setTextBaseline(VPos.CENTER);
        on.setTextAlign(TextAlignment.CENTER);
        for (Edge edge : USUAL) way(on, edge, grid(), 1.2, width, height);
        for (Edge edge : taken) way(on, edge, color(edge.server()), 2, width, height);
        for (Node node : nodes) node(on, node, width, height);
    }

    private Color color(int server) {
        return server == 1 ? second() : first();
    }

    private double x(ServerState state, double width) {
        return width * (2 * place(state)[0] + 1) / (2 * COLUMNS);
    }

    private double y(ServerState state, double height) {
        return high / 2 + 2 + (height - high - 4) * place(state)[1] / (ROWS - 1);
    }

    private static int[] place(ServerState state) {
        return PLACES.getOrDefault(state, new int[] {0, 0});
    }

    private static double wide(double width) {
        return width / COLUMNS - 26;
    }

    /// A line with its point, a little beside the straight one, so that there and back are two;
    /// over a state that is between, in a bow.
    private void way(
            GraphicsContext on, Edge edge, Color color, double thick, double width, double height) {
        double fromX = x(edge.from(), width);
        double fromY = y(edge.from(), height);
        double toX = x(edge.to(), width);
        double toY = y(edge.to(), height);
        double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
        double besideX = -(toY - fromY) / length * 5;
        double besideY = (toX - fromX) / length * 5;
        boolean over = fromY == toY && Math.abs(place(edge.from())[0] - place(edge.to())[0]) > 1;
        double half = wide(width) / 2 + 3;
        double tall = high / 2 + 3;
        double out = over ? 0 : leave(toX - fromX, toY - fromY, half, tall);
        double x0 = fromX + (toX - fromX) * out + besideX;
        double y0 = fromY + (toY - fromY) * out + besideY;
        double x1 = toX - (toX - fromX) * out + besideX;
        double y1 = toY - (toY - fromY) * out + besideY;
        on.setStroke(color);
        on.setFill(color);
        on.setLineWidth(thick);
        if (!over) {
            on.strokeLine(x0, y0, x1, y1);
            point(on, x1, y1, Math.atan2(y1 - y0, x1 - x0));
            return;
        }
        double bow = fromY + tall + 16;
        on.beginPath();
        on.moveTo(fromX, fromY + tall);
        on.bezierCurveTo(fromX, bow, toX, bow, toX, toY + tall);
        on.stroke();
        point(on, toX, toY + tall, -Math.PI / 2);
    }

    /// The share of a line that is inside the box it begins in.
    private static double leave(double dx, double dy, double half, double tall) {
        double byX = dx == 0 ? Double.MAX_VALUE : half / Math.abs(dx);
        double byY = dy == 0 ? Double.MAX_VALUE : tall / Math.abs(dy);
        return Math.min(0.45, Math.min(byX, byY));
    }

    private static void point(GraphicsContext on, double x, double y, double angle) {
        double size = 6.5;
        double[] xs = new double[3];
        double[] ys = new double[3];
        xs[0] = x;
        ys[0] = y;
        for (int i = 1; i <= 2; i++) {
            double turned = angle + Math.PI + (i == 1 ? 0.45 : -0.45);
            xs[i] = x + Math.cos(turned) * size;
            ys[i] = y + Math.sin(turned) * size;
        }
        on.fillPolygon(xs, ys, 3);
    }

    private void node(GraphicsContext on, Node node, double width, double height) {
        double wide = wide(width);
        double x = x(node.state(), width) - wide / 2;
        double y = y(node.state(), height) - high / 2;
        boolean here = !node.here().isEmpty();
        boolean seen = !node.times().isEmpty();
        for (int server : node.here()) {
            on.setFill(color(server).deriveColor(0, 1, 1, 0.14));
            on.fillRoundRect(x, y, wide, high, 2 * ROUND, 2 * ROUND);
        }
        on.setStroke(here ? color(node.here().getFirst()) : grid());
        on.setLineWidth(here ? 2 : 1);
        on.strokeRoundRect(x, y, wide, high, 2 * ROUND, 2 * ROUND);
        on.setFill(ink());
        on.setFont(name);
        double middle = x + wide / 2;
        int cut = node.name().length() > LONG ? node.name().indexOf(' ') : -1;
        double top = y + high / 2 - (seen ? 7 * scale : 0);
        if (cut < 0) {
            on.fillText(node.name(), middle, top);
        } else {
            on.fillText(node.name().substring(0, cut), middle, top - 6.5 * scale);
            on.fillText(node.name().substring(cut + 1), middle, top + 6.5 * scale);
        }
        on.setFont(times);
        double below = y + high / 2 + (cut < 0 ? 9 : 15) * scale;
        if (seen) on.fillText(node.times(), middle, below, wide - 6);
        for (int server : node.here()) mark(on, server, x + (server == 1 ? wide - 6 : 6), y + 1);
    }

    /// The servers' marks: a disc for the first, a square for the second.
    private void mark(GraphicsContext on, int server, double x, double y) {
        on.setFill(color(server));
        if (server == 1) on.fillRect(x - 5, y - 5, 10, 10);
        else on.fillOval(x - 5.5, y - 5.5, 11, 11);
    }
}
