package org.twinlease.console.view.newpair;

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
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;

import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who makes a pair of one server, and never lets go of the keyboard.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class NewPairViewTest {

    private final Desk desk = new Desk(Samples.office());
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        String text = "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.10 10.0.0.99; }\n";
        desk.documents = MemoryDocuments.single(text);
        desk.files.pairs.files.put("a.conf", text);
        view = PageWindow.open(stage, desk.session(ConsoleSession.Mode.FILES), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void theFailoverPageLeadsToTheWizardAndTheWizardToTwoFiles(FxRobot robot)
            throws TimeoutException {
        robot.clickOn("#page-peers");
        until(() -> robot.lookup("#begin").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#begin").queryAs(Button.class).fire());
        until(() -> robot.lookup("#newpair-first-address").tryQuery().isPresent());
        type(robot, "#newpair-first-address", "10.0.0.2");
        type(robot, "#newpair-second-address", "10.0.0.3");
        robot.clickOn("#newpair-port");
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> robot.lookup("#newpair-base").tryQuery().isPresent());
        assertThat(robot.lookup("#newpair-base").queryAs(TextField.class).getText())
                .isEqualTo("a.conf");
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> robot.lookup("#newpair-split").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#newpair").tryQuery().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("new failover").push(KeyCode.ENTER);
        until(() -> robot.lookup("#newpair-split").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#newpair-next").queryAs(Button.class).fire());
        until(() -> robot.lookup("#newpair .text-sheet").queryAll().size() == 2);
        robot.interact(() -> robot.lookup("#newpair-next").queryAs(Button.class).fire());
        until(() -> robot.lookup("#newpair-second-file").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#newpair-write").queryAs(Button.class).fire());
        until(() -> said(robot, "#newpair-done").startsWith("Written: a.conf, dhcp-b.conf."));
        assertThat(desk.files.pairs.files.get("dhcp-b.conf")).contains("secondary;");
    }
}
