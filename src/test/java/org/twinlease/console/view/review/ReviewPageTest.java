package org.twinlease.console.view.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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

/// A person who looks changes through.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class ReviewPageTest {

    private final MemoryDocuments documents = MemoryDocuments.pair();
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        view = PageWindow.open(stage, documents, 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static void swapRoles(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-peers");
        until(() -> robot.lookup("#peer-split-0").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#swap").queryAs(Button.class).fire());
        robot.clickOn("#page-review");
        until(() -> robot.lookup(".text-sheet").queryAll().size() == 2);
    }

    private static void part(FxRobot robot, String part) {
        robot.interact(() -> robot.lookup("#" + part).queryAs(ToggleButton.class).fire());
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup(".label").queryAll().stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
    }

    @Test
    void aSwapOfRolesIsShownInBothFilesAndByItsMeaning(FxRobot robot) throws TimeoutException {
        swapRoles(robot);
        until(() -> says(robot, "role: primary \u2192 secondary"));
        assertThat(robot.lookup("#apply").queryAs(Button.class).getText())
                .isEqualTo("Apply to both");
        robot.interact(() -> robot.lookup("#discard").queryAs(Button.class).fire());
        until(() -> robot.lookup(".text-sheet").queryAll().isEmpty());
        assertThat(robot.lookup("#apply").query().isDisabled()).isTrue();
    }

    @Test
    void everyChangeIsOnTheChangesPageWithItsUndo(FxRobot robot) throws TimeoutException {
        swapRoles(robot);
        robot.clickOn("#page-changes");
        until(() -> says(robot, "Swapped the roles"));
        robot.push(KeyCode.U);
        until(() -> says(robot, "Nothing was changed yet"));
        robot.clickOn("#page-review");
        until(() -> robot.lookup(".text-sheet").queryAll().isEmpty());
    }

    @Test
    void whatCannotBeWrittenIsSaid(FxRobot robot) throws TimeoutException {
        swapRoles(robot);
        documents.refusal = "The disk is full.";
        until(() -> !robot.lookup("#apply").query().isDisabled());
        robot.interact(() -> robot.lookup("#apply").queryAs(Button.class).fire());
        until(() -> says(robot, "The disk is full."));
        assertThat(robot.lookup("#waiting").query().isVisible()).isFalse();
    }

    @Test
    void halvesThatAgreeSaySo(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-review");
        part(robot, "drift");
        until(() -> says(robot, "The pair agrees"));
    }

    @Test
    void differencesAreWalkedThroughAndTakenByKeys(FxRobot robot) throws TimeoutException {
        documents.kept =
                MemoryDocuments.with("b.conf", "max-response-delay 60", "max-response-delay 30")
                        .kept;
        robot.push(KeyCode.F5);
        robot.clickOn("#page-review");
        part(robot, "drift");
        until(() -> says(robot, "1 difference"));
        assertThat(says(robot, "Nothing that a client sees")).isTrue();
        robot.push(KeyCode.DIGIT1);
        until(() -> says(robot, "The pair agrees"));
        part(robot, "changes");
        until(() -> robot.lookup(".text-sheet").queryAll().size() == 1);
    }
}
