package org.twinlease.console.view.drill;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.Lesson;
import org.twinlease.console.model.drill.DrillModel.Phase;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.TwinPicture.Passed;
import org.twinlease.console.model.drill.TwinPicture.Told;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

/// Draws the Drill page.
public final class DrillController implements PageController {

    private static final Duration PULSE = Duration.millis(100);

    private final DrillModel model;
    private final Timeline pulse;
    private final BlockChart chart;
    private @Nullable SpeedSwitch switches;
    private @Nullable LessonList library;
    private @Nullable ScriptPane writing;
    private @Nullable TwinView miniature;
    private @Nullable StoryLists story;
    private @Nullable VerdictView judged;
    @FXML private VBox page;
    @FXML private Button pause;
    @FXML private HBox speeds;
    @FXML private ProgressBar making;
    @FXML private StackPane timeline;
    @FXML private ToggleGroup left;
    @FXML private ToggleGroup centre;
    @FXML private ListView<Lesson> lessons;
    @FXML private VBox writingBox;
    @FXML private TextArea text;
    @FXML private VBox faults;
    @FXML private HBox twin;
    @FXML private ListView<Told> told;
    @FXML private ListView<Passed> passed;
    @FXML private Label said;
    @FXML private VBox verdict;

    public DrillController(DrillModel model) {
        this.model = model;
        chart = new BlockChart(model);
        pulse = new Timeline(new KeyFrame(PULSE, _ -> model.pulse()));
        pulse.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    void initialize() {
        timeline.getChildren().add(chart);
        switches = new SpeedSwitch(speeds, model::speed);
        library = new LessonList(lessons, model, () -> open("script"));
        writing = new ScriptPane(text, faults, model);
        miniature = new TwinView(twin);
        story = new StoryLists(told, passed);
        judged = new VerdictView(verdict);
        Tabs.bind(left, name -> Tabs.show(name.equals("library"), lessons, writingBox));
        Tabs.bind(centre, name -> Tabs.show(name.equals("story"), told, passed));
        DrillKeys.bind(page, model);
    }

    /// Opens one of the two views on the left: library or script.
    public void open(String name) {
        Tabs.choose(left, name);
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
        pulse.play();
    }

    /// Who runs on goes on: a person looks at another page while hours pass.
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

    @FXML
    void run() {
        model.run();
    }

    @FXML
    void step() {
        model.step();
    }

    @FXML
    void finish() {
        model.finish();
    }

    @FXML
    void stop() {
        model.pause();
    }

    private void draw(State state) {
        pause.setDisable(state.run().phase() != Phase.RUNNING);
        Widgets.seen(making, state.run().phase() == Phase.MAKING);
        if (switches != null) switches.show(state.run().speed());
        if (library != null) library.show(state.lessons(), state.lesson());
        if (writing != null) writing.show(state.script());
        chart.show(state);
        if (miniature != null) miniature.show(state.twin());
        if (story != null) story.show(state.twin());
        if (judged != null) judged.show(state.verdict());
        Widgets.fact(said, state.said());
    }
}
