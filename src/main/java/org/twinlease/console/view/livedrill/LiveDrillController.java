package org.twinlease.console.view.livedrill;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.livedrill.LiveDrillModel;
import org.twinlease.console.model.livedrill.LiveDrillModel.State;
import org.twinlease.console.model.livedrill.LiveWords;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveMark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Draws the page of live drills.
public final class LiveDrillController implements PageController {

    private final LiveDrillModel model;
    private final Map<LiveAct, RadioButton> choices = new EnumMap<>(LiveAct.class);
    private @Nullable SeatsView servers;
    @FXML private HBox seats;
    @FXML private TextField window;
    @FXML private TextField why;
    @FXML private HBox targets;
    @FXML private VBox acts;
    @FXML private TextField seconds;
    @FXML private TextField reason;
    @FXML private Label consequence;
    @FXML private Button begin;
    @FXML private Button stop;
    @FXML private Label said;
    @FXML private Label left;
    @FXML private Label words;
    @FXML private Button restore;
    @FXML private VBox events;

    public LiveDrillController(LiveDrillModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        servers = new SeatsView(seats, targets, model);
        var group = new ToggleGroup();
        for (LiveAct act : LiveAct.values()) {
            var choice = new RadioButton(LiveWords.of(act));
            choice.setId("act-" + act.word());
            choice.setToggleGroup(group);
            choice.setOnAction(_ -> model.act(act));
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choices.put(act, choice);
            Label meaning = Widgets.paragraph(LiveWords.meaning(act), "text-faint");
            var line = new HBox(choice, meaning);
            line.getStyleClass().add("livedrill-line");
            acts.getChildren().add(line);
        }
        window.setText(LiveDrillModel.WINDOW);
        seconds.setText(LiveDrillModel.SECONDS);
        seconds.textProperty().subscribe(model::lasts);
        reason.textProperty().subscribe(model::reason);
    }

    @FXML
    void markLab() {
        model.mark(LiveMark.LAB, "", why.getText());
    }

    @FXML
    void markWindow() {
        model.mark(LiveMark.MAINTENANCE, window.getText(), why.getText());
    }

    @FXML
    void markNone() {
        model.mark(LiveMark.NONE, "", "");
    }

    @FXML
    void begin() {
        model.begin();
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void restore() {
        model.restore();
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
    }

    /// Nothing begins out of sight; what is under way goes on, and is told of above every page.
    @Override
    public void leave() {
        model.stop();
        model.shown().toNobody();
    }

    @Override
    public void back() {
        model.stop();
    }

    private void draw(State state) {
        if (servers != null) servers.show(state.seats(), state.server());
        RadioButton chosen = choices.get(state.act());
        if (chosen != null) chosen.setSelected(true);
        Widgets.fact(consequence, state.consequence());
        boolean counts = state.countdown() > 0;
        begin.setText(
                counts
                        ? Text.of("livedrill.counting", state.countdown())
                        : Text.of("livedrill.begin"));
        begin.setDisable(!state.ready() || counts);
        Widgets.seen(stop, counts);
        Widgets.fact(said, state.said());
        boolean on = state.running().on();
        left.setText(on ? state.running().left() : Text.of("livedrill.none"));
        words.setText(on ? state.running().words() : Text.of("livedrill.none.words"));
        restore.setDisable(!on);
        List<Node> lines = new ArrayList<>(state.events().stream().map(SeatsView::line).toList());
        if (lines.isEmpty()) {
            lines.add(Widgets.paragraph(Text.of("livedrill.events.none"), "text-muted"));
        }
        events.getChildren().setAll(lines);
    }
}
