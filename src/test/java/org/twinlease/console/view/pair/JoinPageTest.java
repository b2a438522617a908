package org.twinlease.console.view.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;

import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who looks at a server that stands alone.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class JoinPageTest {

    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        var desk = new Desk(Samples.office());
        view = PageWindow.open(stage, desk.session(ConsoleSession.Mode.SERVER), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    @Test
    void theEmptyPageLeadsToAPair(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-pair");
        until(() -> robot.lookup("#wizard-join").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#wizard-join").queryAs(Button.class).fire());
        until(() -> robot.lookup("#wizard-step").queryAs(Label.class).getText().startsWith("1"));
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> robot.lookup("#wizard-next").queryAs(Button.class).fire());
        }
        until(() -> robot.lookup("#wizard-pair").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#wizard-pair").queryAs(Button.class).fire());
        until(() -> robot.lookup("#newpair-first-address").tryQuery().isPresent());
        assertThat(robot.lookup("#newpair-next").tryQuery()).isPresent();
    }
}
