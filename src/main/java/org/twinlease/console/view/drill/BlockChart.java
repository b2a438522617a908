package org.twinlease.console.view.drill;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.Block;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.console.model.drill.ScriptModel.Script;
import org.twinlease.console.model.drill.TwinPicture.Stretch;
import org.twinlease.console.view.Widgets;
import org.twinlease.drill.script.Times;

import java.util.ArrayList;
import java.util.List;

/// The drill on its virtual time: a lane each for A, B, the link, the clients and what is expected,
/// with a block for every line that is of a moment. A block is dragged along, or moved by arrow
/// keys; a click beside the blocks sets the moment at which the next one is put. Below the blocks
/// of a server stand the states that it has been in.
final class BlockChart extends Pane {

    private static final double NAMES = 62;
    private static final double RULER = 18;
    private static final double LANE = 24;
    private static final double LEAST = 14;
    private static final long SNAP = 60;

    private final DrillModel model;
    private @Nullable State state;
    private @Nullable Block held;
    private double grip;
    private long dragged = -1;

    BlockChart(DrillModel model) {
        this.model = model;
        getStyleClass().add("block-chart");
        setId("drill-timeline");
        setAccessibleText(Text.of("drill.timeline"));
        double high = RULER + Lane.values().length * LANE;
        setMinHeight(high);
        setPrefHeight(high);
        setOnMouseClicked(
                click -> {
                    if (click.getTarget() == this && click.getX() >= NAMES) {
                        model.script().select(0);
                        model.script().mark(snapped(click.getX()));
                    }
                });
    }

    void show(State next) {
        State before = state;
        state = next;
        boolean same =
                before != null
                        && before.script().equals(next.script())
                        && before.run().second() == next.run().second()
                        && before.run().phase() == next.run().phase()
                        && before.twin().stretches().equals(next.twin().stretches());
        // Who is dragging keeps the block in hand.
        if (!same && held == null) rebuild();
    }

    @Override
    protected void layoutChildren() {
        for (Node node : getChildren()) {
            if (node.getUserData() instanceof Place place && node instanceof Region region) {
                place(region, place);
            }
        }
    }

    /// Where a node is: from one moment to another (-1: before them), and up to where it may reach
    /// where it is as wide as its words.
    private record Place(long from, long until, double top, double high, boolean wide, long limit) {

        Place(long from, long until, double top, double high, boolean wide) {
            this(from, until, top, high, wide, Long.MAX_VALUE);
        }
    }

    private void place(Region node, Place place) {
        double x = place.from() < 0 ? 0 : x(place.from());
        double width = node.prefWidth(-1);
        if (place.wide()) width = Math.max(2, x(place.until()) - x);
        else if (place.until() > place.from()) width = Math.max(width, x(place.until()) - x);
        // What stands near the end must be read too.
        if (!place.wide() && place.from() >= 0) {
            x = Math.min(x, getWidth() - width);
            if (place.limit() < Long.MAX_VALUE) {
                width = Math.max(LEAST, Math.min(width, x(place.limit()) - x - 2));
            }
        }
        node.resizeRelocate(Math.max(0, x), place.top(), width, place.high());
    }

    private double x(long second) {
        Script script = script();
        double share =
                (double) (second - script.begin()) / Math.max(1, script.end() - script.begin());
        return NAMES + Math.clamp(share, 0, 1) * (getWidth() - NAMES);
    }

    private long snapped(double x) {
        Script script = script();
        double share = Math.clamp((x - NAMES) / Math.max(1, getWidth() - NAMES), 0, 1);
        long second = script.begin() + Math.round(share * (script.end() - script.begin()));
        return Math.round((double) second / SNAP) * SNAP;
    }

    private Script script() {
        return java.util.Objects.requireNonNull(state).script();
    }

    private void rebuild() {
        State now = java.util.Objects.requireNonNull(state);
        Block focused = null;
        if (getScene() != null
                && getScene().getFocusOwner() instanceof Label label
                && label.getParent() == this
                && label.getProperties().get("block") instanceof Block b) {
            focused = b;
        }
        List<Node> all = new ArrayList<>();
        for (Lane lane : Lane.values()) lane(lane, all);
        ruler(all);
        for (Stretch each : now.twin().stretches()) all.add(stretch(each));
        if (now.run().phase() == Phase.NONE) all.add(line(now.script().mark(), "drill-mark"));
        List<Block> blocks = now.script().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : block;
            boolean follows = next.lane() == block.lane() && next.from() > block.from();
            all.add(block(block, follows ? next.from() : Long.MAX_VALUE));
        }
        if (now.run().phase() != Phase.NONE && now.run().phase() != Phase.MAKING) {
            all.add(line(now.run().second(), "drill-now"));
        }
        getChildren().setAll(all);
        refocus(focused, now.script().chosen());
    }

    /// The block that had the keyboard keeps it, though it is drawn anew.
    private void refocus(@Nullable Block before, int line) {
        if (before == null) return;
        for (Node node : getChildren()) {
            if (node.getProperties().get("block") instanceof Block block
                    && block.line() == line
                    && block.lane() == before.lane()) {
                node.requestFocus();
            }
        }
    }

    private static double top(Lane lane) {
        return RULER + lane.ordinal() * LANE;
    }

    private static Region region(String style, Place place) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setUserData(place);
        region.setMouseTransparent(true);
        return region;
    }

    private void lane(Lane lane, List<Node> all) {
        Script script = script();
        all.add(
                region(
                        "drill-lane",
                        new Place(script.begin(), script.end(), top(lane), LANE - 2, true)));
        Label name = Widgets.label(Text.of(lane.name), "text-muted");
        name.setUserData(new Place(-1, -1, top(lane), LANE - 2, false));
        all.add(name);
    }

    private void ruler(List<Node> all) {
        Script script = script();
        long span = script.end() - script.begin();
        long unit = 300;
        for (long each : new long[] {600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400}) {
            if (span / unit > 12) unit = each;
        }
        for (long at = (script.begin() + unit - 1) / unit * unit; at <= script.end(); at += unit) {
            Label tick =
                    Widgets.label(Times.clock(at % 86_400), "mono", "text-faint", "drill-tick");
            tick.setUserData(new Place(at, at, 0, RULER, false));
            all.add(tick);
            all.add(
                    region(
                            "drill-grid",
                            new Place(at, at, RULER, Lane.values().length * LANE, true)));
        }
    }

    private Region stretch(Stretch each) {
        Region region =
                region(
                        "drill-stretch",
                        new Place(each.from(), each.until(), top(each.lane()) + LANE - 6, 4, true));
        Widgets.tone(region, each.tone());
        return region;
    }

    private Region line(long second, String style) {
        return region(
                style, new Place(second, second, RULER - 4, Lane.values().length * LANE + 4, true));
    }

    private Label block(Block block, long limit) {
        Label label = Widgets.label(block.words(), "drill-block");
        label.getStyleClass().add(block.lane() == Lane.EXPECT ? "drill-expect" : "drill-act");
        label.setMinWidth(LEAST);
        label.setId(
                "block-"
                        + block.line()
                        + "-"
                        + block.lane().name().toLowerCase(java.util.Locale.ROOT));
        label.getProperties().put("block", block);
        label.setUserData(
                new Place(block.from(), block.until(), top(block.lane()), LANE - 7, false, limit));
        label.setFocusTraversable(true);
        String name =
                Text.of(
                        "drill.block",
                        Text.of(block.lane().name),
                        Times.clock(block.from()),
                        block.words());
        label.setAccessibleText(name);
        label.setTooltip(new Tooltip(name));
        if (block.line() == script().chosen()) label.getStyleClass().add("chosen");
        label.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> grab(block, label, press));
        label.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> drag(label, drag));
        label.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> let(block));
        label.addEventHandler(KeyEvent.KEY_PRESSED, key -> key(block, key));
        label.focusedProperty()
                .subscribe(
                        (Boolean _, Boolean now) -> {
                            if (now && script().chosen() != block.line())
                                model.script().select(block.line());
                        });
        return label;
    }

    private void grab(Block block, Label label, MouseEvent press) {
        held = block;
        dragged = -1;
        grip = press.getX();
        label.requestFocus();
        press.consume();
    }

    private void drag(Label label, MouseEvent drag) {
        Block block = held;
        if (block == null) return;
        double x = label.getLayoutX() + drag.getX() - grip;
        dragged = snapped(x);
        label.relocate(
                Math.clamp(x(dragged), NAMES, Math.max(NAMES, getWidth() - label.getWidth())),
                label.getLayoutY());
        label.setText(Times.clock(dragged) + " " + block.words());
        label.resize(Math.max(label.getWidth(), label.prefWidth(-1)), label.getHeight());
        drag.consume();
    }

    private void let(Block block) {
        held = null;
        if (dragged >= 0 && dragged != block.from()) model.script().move(block, dragged);
        else rebuild();
        dragged = -1;
    }

    private void key(Block block, KeyEvent key) {
        long by = key.isShiftDown() ? 10 : SNAP;
        switch (key.getCode()) {
            case LEFT -> model.script().move(block, block.from() - by);
            case RIGHT -> model.script().move(block, block.from() + by);
            case DELETE, BACK_SPACE -> model.script().remove();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
