package org.twinlease.console.view.review;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drift.DriftModel;
import org.twinlease.console.model.review.ReviewModel;
import org.twinlease.console.model.review.ReviewModel.State;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// Draws the Review page.
public final class ReviewController implements PageController {

    private final ReviewModel model;
    private final DriftModel drift;
    private final DriftView differences;
    private final TrialBox trial;
    private @Nullable State drawn;
    @FXML private ToggleGroup parts;
    @FXML private ToggleGroup times;
    @FXML private StackPane empty;
    @FXML private VBox page;
    @FXML private StackPane waiting;
    @FXML private Label restart;
    @FXML private Region dot;
    @FXML private Label standing;
    @FXML private Button discard;
    @FXML private Button apply;
    @FXML private Label obstacle;
    @FXML private HBox changesPart;
    @FXML private VBox meanings;
    @FXML private VBox sheets;
    @FXML private StackPane driftPart;

    public ReviewController(ReviewModel model, DriftModel drift) {
        this.model = model;
        this.drift = drift;
        differences = new DriftView(drift);
        trial = new TrialBox(model);
    }

    @FXML
    void initialize() {
        driftPart.getChildren().setAll(differences);
        waiting.getChildren().setAll(trial);
        for (ToggleGroup group : List.of(parts, times)) {
            group.selectedToggleProperty()
                    .subscribe(
                            (before, now) -> {
                                if (now == null) group.selectToggle(before);
                                else if (drawn != null) draw(drawn);
                            });
        }
    }

    @Override
    public void enter() {
        model.seen(true);
        model.shown().to(this::draw);
        drift.shown().to(differences::show);
    }

    @Override
    public void leave() {
        model.shown().toNobody();
        drift.shown().toNobody();
        model.seen(false);
    }

    @Override
    public boolean press(KeyCode key) {
        return chosen(parts).equals("drift") && differences.press(key);
    }

    @FXML
    void apply() {
        model.apply(Integer.parseInt(chosen(times)));
    }

    @FXML
    void discard() {
        model.discard();
    }

    /// Opens a part: `changes` or `drift`.
    public void open(String part) {
        parts.getToggles().stream()
                .filter(toggle -> part.equals(toggle.getUserData()))
                .forEach(parts::selectToggle);
    }

    /// One is always selected.
    private static String chosen(ToggleGroup group) {
        return String.valueOf(group.getSelectedToggle().getUserData());
    }

    private void draw(State state) {
        drawn = state;
        if (Widgets.empty(empty, page, state.empty(), "fth-check-square")) return;
        Widgets.seen(waiting, state.waiting() != null);
        trial.show(state.waiting());
        restart.setText(state.restart());
        Widgets.seen(restart, !state.restart().isEmpty());
        Widgets.tone(dot, state.standing().tone());
        standing.setText(state.standing().words());
        boolean altered = state.standing().tone() != Tone.GOOD;
        discard.setDisable(!altered || state.busy());
        boolean both = state.servers().size() > 1;
        apply.setText(Text.of(both ? "review.apply" : "review.apply.one"));
        apply.setDisable(!state.obstacle().isEmpty() || state.busy());
        String said = state.refusal();
        if (said.isEmpty() && altered && state.waiting() == null) said = state.obstacle();
        obstacle.setText(said);
        Widgets.seen(obstacle, !said.isEmpty());
        Widgets.tone(obstacle, state.refusal().isEmpty() ? Tone.WATCH : Tone.BAD);
        part(state);
    }

    private void part(State state) {
        String part = chosen(parts);
        boolean changes = part.equals("changes");
        Widgets.seen(changesPart, changes);
        Widgets.seen(driftPart, !changes);
        if (!changes) return;
        meanings.getChildren().setAll(ReviewLines.meanings(state));
        ReviewLines.draw(sheets, state.sheets());
    }
}
