package org.twinlease.console.view.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;

import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who tries numbers before they are set.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class CalculatorPageTest {

    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        view = PageWindow.open(stage, MemoryDocuments.pair(), 900);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static String field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class).getText();
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup(".label").queryAll().stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
    }

    @Test
    void anMcltThatIsTypedChangesTheSentencesAndGoesIntoTheConfiguration(FxRobot robot)
            throws TimeoutException {
        robot.clickOn("#page-calculator");
        until(() -> field(robot, "#calc-mclt").equals("1800"));
        assertThat(robot.lookup(".calc-card").queryAll()).hasSize(4);
        robot.clickOn("#calc-mclt").push(KeyCode.CONTROL, KeyCode.A).write("10m");
        until(() -> says(robot, "A new client gets 10 min once, then 2 h"));
        robot.interact(() -> robot.lookup("#stage").queryAs(Button.class).fire());
        robot.clickOn("#page-peers");
        until(() -> robot.lookup("#peer-mclt-0").tryQuery().isPresent());
        assertThat(field(robot, "#peer-mclt-0")).isEqualTo("600");
    }

    @Test
    void whatIsNoNumberStaysInItsField(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-calculator");
        until(() -> field(robot, "#calc-split").equals("128"));
        robot.clickOn("#calc-split").push(KeyCode.CONTROL, KeyCode.A).write("much");
        until(() -> says(robot, "The split is a number from 0 to 256"));
        assertThat(field(robot, "#calc-split")).isEqualTo("much");
    }
}
