package org.twinlease.console.view.livedrill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.Command;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Preview;

import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who does a live drill at the console: out of the twin by its door, and back by one key.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class LiveDrillPageTest {

    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass TWIN = PseudoClass.getPseudoClass("twin");

    private final PairDesk pair = new PairDesk();
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        pair.second.preview = new Preview(true, "This server answers no client.");
        view = PageWindow.open(stage, pair.desk.session(ConsoleSession.Mode.DEMO), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static boolean has(FxRobot robot, PseudoClass state) {
        return robot.lookup(".frame").query().getPseudoClassStates().contains(state);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private void goes(boolean on) {
        var running =
                new LiveDrillView.Running(
                        "campus", LiveAct.STOP_SERVING, Samples.NOW, 42_000, 14_000, "a look");
        pair.second.drill = new LiveDrillView(LiveMark.LAB, 0, "cellar", on ? running : null, null);
    }

    private static void byTheDoor(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        until(() -> has(robot, TWIN));
        fire(robot, "#live-door");
        until(() -> robot.lookup("#begin").tryQuery().isPresent());
        assertThat(has(robot, TWIN)).as("no rehearsal any more").isFalse();
    }

    @Test
    void aLiveDrillIsMarkedChosenCountedDownAndRestoredByOneKey(FxRobot robot)
            throws TimeoutException {
        byTheDoor(robot);
        type(robot, "#why", "the cellar");
        fire(robot, "#lab");
        until(() -> !pair.second.ordered.isEmpty());
        assertThat(pair.first.ordered)
                .containsExactly(new Command.MarkDrills(LiveMark.LAB, 0, "the cellar"));
        Button begin = robot.lookup("#begin").queryAs(Button.class);
        assertThat(begin.isDisabled()).isTrue();
        type(robot, "#seconds", "20s");
        type(robot, "#reason", "a look");
        robot.interact(() -> robot.lookup("#act-stop-serving").queryAs(RadioButton.class).fire());
        until(() -> !begin.isDisabled());
        assertThat(robot.lookup("#consequence").queryAs(Label.class).getText())
                .isEqualTo("This server answers no client.");
        fire(robot, "#begin");
        until(() -> begin.getText().startsWith("Begins in"));
        var order = new Command.BeginDrill("campus", LiveAct.STOP_SERVING, 20, "a look");
        until(() -> pair.second.ordered.contains(order));
        goes(true);
        until(() -> has(robot, LIVE));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> robot.lookup("#begin").tryQuery().isEmpty());
        assertThat(robot.lookup("#livestrip").query().isVisible())
                .as("in view on every page")
                .isTrue();
        robot.push(KeyCode.F9);
        until(() -> pair.second.ordered.contains(new Command.EndDrill("campus")));
        goes(false);
        until(() -> !has(robot, LIVE));
    }

    @Test
    void whatIsCountedDownDoesNotBeginOutOfSight(FxRobot robot) throws TimeoutException {
        byTheDoor(robot);
        type(robot, "#reason", "a look");
        Button begin = robot.lookup("#begin").queryAs(Button.class);
        until(() -> !begin.isDisabled());
        fire(robot, "#begin");
        until(() -> begin.getText().startsWith("Begins in"));
        robot.push(KeyCode.ESCAPE);
        until(() -> begin.getText().startsWith("Begin the"));
        fire(robot, "#begin");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(Objects.requireNonNull(view)).isNotNull();
        until(() -> robot.lookup("#begin").tryQuery().isEmpty());
        assertThat(pair.second.ordered).isEmpty();
    }
}
