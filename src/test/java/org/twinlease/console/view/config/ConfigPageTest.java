package org.twinlease.console.view.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
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

/// A person who edits networks and pools.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class ConfigPageTest {

    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        view = PageWindow.open(stage, MemoryDocuments.pair(), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static void choose(FxRobot robot, int row) throws TimeoutException {
        robot.clickOn("#page-config");
        until(() -> robot.lookup("#tree").queryAs(TreeView.class).getExpandedItemCount() > row);
        robot.interact(
                () ->
                        robot.lookup("#tree")
                                .queryAs(TreeView.class)
                                .getSelectionModel()
                                .select(row));
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> !text.equals("Configuration"))
                .findFirst()
                .orElse("");
    }

    private static String text(FxRobot robot, String field) {
        return robot.lookup(field).queryAs(TextField.class).getText();
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void aRangeIsTypedAndUndone(FxRobot robot) throws TimeoutException {
        choose(robot, 3);
        until(() -> robot.lookup("#set-range-1").tryQuery().isPresent());
        assertThat(title(robot)).isEqualTo("Pool 10.0.0.10 10.0.0.209");
        robot.interact(() -> robot.lookup("#set-range-1").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("10.0.0.10 10.0.0.99");
        assertThat(text(robot, "#set-range-1")).isEqualTo("10.0.0.10 10.0.0.99");
        fire(robot, "#undo");
        until(() -> robot.lookup("#undo").query().isDisabled());
    }

    @Test
    void anInheritedValueIsOverriddenWhereItCounts(FxRobot robot) throws TimeoutException {
        choose(robot, 2);
        until(() -> robot.lookup("#set-option-routers-1").tryQuery().isPresent());
        assertThat(robot.lookup("#set-default-lease-time-1").tryQuery()).isEmpty();
        robot.interact(
                () ->
                        robot.lookup(".button").queryAllAs(Button.class).stream()
                                .filter(button -> button.getText().equals("Override"))
                                .forEach(Button::fire));
        until(() -> robot.lookup("#set-default-lease-time-1").tryQuery().isPresent());
        assertThat(text(robot, "#set-default-lease-time-1")).isEqualTo("7200");
    }

    @Test
    void anOptionIsAddedByItsName(FxRobot robot) throws TimeoutException {
        choose(robot, 2);
        until(() -> robot.lookup("#set-option-routers-1").tryQuery().isPresent());
        robot.interact(
                () -> {
                    robot.lookup("#key")
                            .queryAs(ComboBox.class)
                            .getEditor()
                            .setText("option ntp-servers");
                    robot.lookup("#value").queryAs(TextField.class).setText("10.0.0.8");
                });
        fire(robot, "#add");
        until(() -> robot.lookup("#set-option-ntp-servers-1").tryQuery().isPresent());
    }

    @Test
    void aBlockIsPutInAndSeenInTheTree(FxRobot robot) throws TimeoutException {
        choose(robot, 2);
        until(() -> robot.lookup("#block").tryQuery().isPresent());
        robot.interact(
                () ->
                        robot.lookup("#block")
                                .queryAs(TextArea.class)
                                .setText("pool {\n  range 10.0.0.211;\n}"));
        fire(robot, "#insert");
        until(() -> robot.lookup("#tree").queryAs(TreeView.class).getExpandedItemCount() == 5);
        fire(robot, "#delete");
        until(() -> robot.lookup("#tree").queryAs(TreeView.class).getExpandedItemCount() == 2);
    }
}
