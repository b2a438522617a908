package org.twinlease.console.view.drill;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.Lesson;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.console.model.drill.TwinPicture.Passed;
import org.twinlease.console.model.drill.TwinPicture.Told;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Draws the Drill page.
public final class DrillController implements PageController {

    private static final Duration PULSE = Duration.millis(100);

    private final DrillModel model;
    private final @Nullable Runnable live;
    private final Timeline pulse;
    private final List<Consumer<State>> parts = new ArrayList<>();
    @FXML private FlowPane bar;
    @FXML private StackPane timeline;
    @FXML private ToggleGroup left;
    @FXML private ToggleGroup centre;
    @FXML private ListView<Lesson> lessons;
    @FXML private VBox writing;
    @FXML private HBox builder;
    @FXML private TextArea text;
    @FXML private VBox faults;
    @FXML private VBox source;
    @FXML private HBox twin;
    @FXML private ListView<Told> told;
    @FXML private ListView<Passed> passed;
    @FXML private VBox head;
    @FXML private Label said;
    @FXML private VBox verdict;

    /// `live` opens what touches the real pair; null where there is none.
    public DrillController(DrillModel model, @Nullable Runnable live) {
        this.model = model;
        this.live = live;
        pulse = new Timeline(new KeyFrame(PULSE, _ -> model.pulse()));
        pulse.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    void initialize() {
        var chart = new BlockChart(model);
        timeline.getChildren().add(chart);
        var library = new LessonList(lessons, model, () -> open("script"));
        var script = new ScriptPane(text, faults, model);
        var made = new SourcePane(source, model);
        if (live != null) source.getChildren().add(SourcePane.door(live));
        var pair = new TwinView(twin);
        var story = new StoryLists(told, passed);
        var judged = new VerdictView(verdict);
        parts.add(new RunBar(bar, model)::show);
        parts.add(chart::show);
        parts.add(state -> library.show(state.lessons(), state.lesson()));
        parts.add(state -> script.show(state.script()));
        parts.add(state -> made.show(state.choices()));
        parts.add(state -> pair.show(state.twin()));
        parts.add(state -> story.show(state.twin()));
        parts.add(new VerdictHead(head, model)::show);
        parts.add(state -> Widgets.fact(said, state.said()));
        parts.add(state -> judged.show(state.verdict()));
        BuilderBar.fill(builder, model);
        Tabs.bind(left, name -> Tabs.show(name.equals("library"), lessons, writing));
        Tabs.bind(centre, name -> Tabs.show(name.equals("story"), told, passed));
    }

    /// Opens one of the two views on the left: library or script.
    public void open(String name) {
        Tabs.choose(left, name);
    }

    @Override
    public void enter() {
        model.shown().to(state -> parts.forEach(part -> part.accept(state)));
        pulse.play();
        lessons.requestFocus();
    }

    /// What runs goes on: a person looks at another page while hours pass.
    @Override
    public void leave() {
        model.shown().toNobody();
        if (model.shown().state().run().phase() != Phase.RUNNING) pulse.stop();
    }

    @Override
    public void pause() {
        model.pause();
    }

    @Override
    public void back() {
        model.script().select(0);
    }

    @Override
    public boolean undo(boolean again) {
        if (again) model.script().redo();
        else model.script().undo();
        return true;
    }

    @Override
    public void key(KeyEvent key) {
        DrillKeys.act(key, model);
    }
}
