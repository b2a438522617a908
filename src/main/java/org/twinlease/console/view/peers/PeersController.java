package org.twinlease.console.view.peers;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.peers.PeerField;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.console.model.peers.PeersModel.Row;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.ServerSwitch;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.draft.DraftPane;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Draws the Failover peers page.
public final class PeersController implements PageController {

    /// Who answers whom, who waits for whom, and the numbers that few change.
    private static final Set<PeerField> SHARES = EnumSet.range(PeerField.SPLIT, PeerField.BALANCE);

    private static final Set<PeerField> SERVERS = EnumSet.of(PeerField.ADDRESS, PeerField.PORT);
    private static final Set<PeerField> TIMES = EnumSet.range(PeerField.MCLT, PeerField.AUTO_DOWN);

    private final PeersModel model;
    private final @Nullable DraftPane pane;
    private final Runnable wizard;
    private final SplitPicture picture = new SplitPicture();
    private final Map<PeerField, FieldLine> lines = new EnumMap<>(PeerField.class);
    private @Nullable ServerSwitch choice;
    private boolean drawing;
    @FXML private VBox empty;
    @FXML private StackPane emptyWords;
    @FXML private HBox page;
    @FXML private HBox names;
    @FXML private Label primary;
    @FXML private Label secondary;
    @FXML private Button swap;
    @FXML private VBox servers;
    @FXML private VBox shares;
    @FXML private VBox times;
    @FXML private VBox balance;
    @FXML private VBox splitBox;
    @FXML private Slider split;
    @FXML private StackPane pictureBox;

    /// Shows `model`, with `pane` beside the form where there is one; `wizard` begins a new pair.
    public PeersController(PeersModel model, @Nullable DraftPane pane, Runnable wizard) {
        this.model = model;
        this.pane = pane;
        this.wizard = wizard;
    }

    @FXML
    void newPair() {
        wizard.run();
    }

    @FXML
    void initialize() {
        choice = new ServerSwitch(names, "relationship-", model::choose);
        pictureBox.getChildren().setAll(picture);
        if (pane != null) page.getChildren().add(pane);
        split.valueProperty()
                .subscribe(
                        value -> {
                            if (!drawing) bucketed((int) Math.round(value.doubleValue()));
                        });
    }

    private void bucketed(int buckets) {
        for (Row row : model.shown().state().rows()) {
            if (row.field() != PeerField.SPLIT) continue;
            model.type(PeerField.SPLIT, row.cells().getFirst().half(), String.valueOf(buckets));
        }
    }

    @FXML
    void swapRoles() {
        model.swap();
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
        if (pane != null) pane.enter();
    }

    @Override
    public void leave() {
        model.shown().toNobody();
        if (pane != null) pane.leave();
    }

    private void draw(PeersModel.State state) {
        Widgets.seen(empty, state.empty() != null);
        if (Widgets.empty(emptyWords, page, state.empty(), "fth-git-merge")) return;
        drawing = true;
        Objects.requireNonNull(choice).show(state.names(), state.chosen());
        primary.setText(Text.of("peers.primary", state.primary()));
        secondary.setText(Text.of("peers.secondary", state.secondary()));
        Widgets.seen(swap, state.both());
        Widgets.seen(splitBox, state.buckets() >= 0);
        split.setValue(Math.max(0, state.buckets()));
        picture.show(state.buckets());
        picture.setAccessibleText(Text.of("peers.picture", state.buckets()));
        draw(state.rows());
        drawing = false;
    }

    private void draw(List<Row> rows) {
        for (Row row : rows) {
            lines.computeIfAbsent(row.field(), field -> new FieldLine(model, field)).show(row);
        }
        fill(servers, rows, SERVERS, 0);
        fill(shares, rows, SHARES, 2);
        fill(times, rows, TIMES, 1);
        Set<PeerField> rest = EnumSet.allOf(PeerField.class);
        rest.removeAll(SERVERS);
        rest.removeAll(SHARES);
        rest.removeAll(TIMES);
        fill(balance, rows, rest, 1);
    }

    /// Puts the lines of some fields behind what the card begins with.
    private void fill(VBox card, List<Row> rows, Set<PeerField> fields, int head) {
        var wanted =
                rows.stream()
                        .map(Row::field)
                        .filter(fields::contains)
                        .map(field -> Objects.requireNonNull(lines.get(field)))
                        .toList();
        var children = card.getChildren();
        if (children.subList(head, children.size()).equals(wanted)) return;
        children.remove(head, children.size());
        children.addAll(wanted);
    }
}
