package org.twinlease.console.view.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
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

/// A person who edits a failover relationship.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class PeersPageTest {

    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        view = PageWindow.open(stage, MemoryDocuments.pair(), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static void page(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-peers");
        until(() -> robot.lookup("#peer-split-0").tryQuery().isPresent());
    }

    private static String text(FxRobot robot, int sheet) {
        var lines =
                robot.lookup(".sheet-lines").queryAllAs(ListView.class).stream()
                        .skip(sheet)
                        .findFirst()
                        .orElseThrow();
        return lines.getItems().toString();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    @Test
    void aSplitThatIsTypedIsInTheFileAtOnceAndUndone(FxRobot robot) throws TimeoutException {
        page(robot);
        type(robot, "#peer-split-0", "200");
        until(() -> text(robot, 0).contains("split 200;"));
        assertThat(text(robot, 1)).doesNotContain("split");
        assertThat(robot.lookup("#split").queryAs(Slider.class).getValue()).isEqualTo(200);
        assertThat(robot.lookup("#peer-split-0").queryAs(TextField.class).getText())
                .isEqualTo("200");
        robot.clickOn("#undo");
        until(() -> !text(robot, 0).contains("split 200;"));
        assertThat(robot.lookup("#peer-split-0").queryAs(TextField.class).getText())
                .isEqualTo("128");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> text(robot, 0).contains("split 200;"));
    }

    @Test
    void theSliderWritesTheSplit(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.interact(() -> robot.lookup("#split").queryAs(Slider.class).setValue(64));
        until(() -> text(robot, 0).contains("split 64;"));
    }

    @Test
    void whatIsNoValueIsSaidBelowItsFieldAndStaysThere(FxRobot robot) throws TimeoutException {
        page(robot);
        type(robot, "#peer-split-0", "999");
        until(() -> robot.lookup(".field-below.tone-bad").tryQuery().isPresent());
        assertThat(robot.lookup(".field-below.tone-bad").queryAs(Label.class).getText())
                .startsWith("The split is a number from 0 to 256");
        robot.clickOn("#peer-balance");
        assertThat(robot.lookup("#peer-split-0").queryAs(TextField.class).getText())
                .isEqualTo("999");
    }

    @Test
    void aValueForEachServerOnceTheyAreTakenApart(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.interact(() -> robot.lookup("#each-balance").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup("#peer-balance-1").tryQuery().isPresent());
        type(robot, "#peer-balance-1", "8");
        until(() -> text(robot, 1).contains("load balance max seconds 8;"));
        assertThat(text(robot, 0)).contains("load balance max seconds 3;");
    }

    @Test
    void aProblemIsFixedWhereItIsSaid(FxRobot robot) throws TimeoutException {
        page(robot);
        type(robot, "#peer-split-0", "255");
        until(() -> text(robot, 0).contains("split 255;"));
        robot.clickOn("#problems");
        until(() -> robot.lookup(".trouble .small-button").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".trouble .small-button").queryAs(Button.class).fire());
        until(() -> robot.lookup(".trouble .small-button").tryQuery().isEmpty());
        robot.clickOn("#files");
        assertThat(text(robot, 0)).contains("split 128;");
    }
}
