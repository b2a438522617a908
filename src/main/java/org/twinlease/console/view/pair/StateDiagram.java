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

    /// How far a line is beside the straight one, in pixels.
    private static final double BESIDE = 5;

    /// What stands between the times of two servers.
    private static final String BETWEEN = " \u00b7 ";

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
        // Lines between the rows need room to be told apart.
        setMinSize(0, ROWS * (LEAST_HIGH + 30));
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

    /// A line with its point, a little beside the straight one, so that there and back are two.
    private void way(
            GraphicsContext on, Edge edge, Color color, double thick, double width, double height) {
        if (edge.from() == edge.to()) return;
        List<Ways.Box> others =
                PLACES.keySet().stream()
                        .filter(state -> state != edge.from() && state != edge.to())
                        .map(state -> box(state, width, height))
                        .toList();
        Ways.Way way =
                new Ways(width, height)
                        .between(
                                box(edge.from(), width, height),
                                box(edge.to(), width, height),
                                others,
                                BESIDE);
        on.setStroke(color);
        on.setFill(color);
        on.setLineWidth(thick);
        on.strokePolyline(way.xs(), way.ys(), way.length());
        int last = way.length() - 1;
        point(on, way.xs()[last], way.ys()[last], way.angle());
    }

    private Ways.Box box(ServerState state, double width, double height) {
        return new Ways.Box(x(state, width), y(state, height), wide(width) / 2, high / 2);
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
        // In a low drawing no bow may be free: then a line passes behind the words.
        on.clearRect(x, y, wide, high);
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
        boolean two = cut < 0 && isWide(node.times(), wide - 22);
        double top = y + high / 2 - (two ? 13 : seen ? 7 : 0) * scale;
        if (cut < 0) {
            on.fillText(node.name(), middle, top);
        } else {
            on.fillText(node.name().substring(0, cut), middle, top - 6.5 * scale);
            on.fillText(node.name().substring(cut + 1), middle, top + 6.5 * scale);
        }
        on.setFont(times);
        if (seen) times(on, node.times(), middle, y, cut < 0, wide - 22);
        for (int server : node.here()) mark(on, server, x + (server == 1 ? wide - 6 : 6), y + 1);
    }

    /// How long they were there: side by side, or one below the other where that is too wide and
    /// the name leaves room for it.
    private void times(
            GraphicsContext on, String words, double middle, double y, boolean room, double wide) {
        double below = y + high / 2 + (room ? 9 : 15) * scale;
        int between = words.indexOf(BETWEEN);
        if (!room || between < 0 || !isWide(words, wide)) {
            on.fillText(words, middle, below, wide);
            return;
        }
        on.fillText(words.substring(0, between), middle, below - 7 * scale, wide);
        on.fillText(words.substring(between + BETWEEN.length()), middle, below + 6 * scale, wide);
    }

    private boolean isWide(String words, double wide) {
        var measured = new javafx.scene.text.Text(words);
        measured.setFont(times);
        return words.contains(BETWEEN) && measured.getLayoutBounds().getWidth() > wide;
    }

    /// The servers' marks: a disc for the first, a square for the second.
    private void mark(GraphicsContext on, int server, double x, double y) {
        on.setFill(color(server));
        if (server == 1) on.fillRect(x - 5, y - 5, 10, 10);
        else on.fillOval(x - 5.5, y - 5.5, 11, 11);
    }
}
