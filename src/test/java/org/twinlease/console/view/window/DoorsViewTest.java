package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.twinlease.config.document.NewPairs;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.MemoryPairs;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.doors.Doors;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

/// A person who has no servers yet.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class DoorsViewTest {

    private final ConsoleSession session =
            new Desk(Samples.office()).session(ConsoleSession.Mode.FILES);
    private final MemoryPairs pairs = new MemoryPairs();
    private final List<List<String>> asked = new ArrayList<>();
    private final List<ConsoleSession> opened = new ArrayList<>();

    /// Doors behind which the desk's session is.
    private final class OneDoor implements Doors {
        @Override
        public NewPairs newPairs() {
            return pairs;
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }

        private CompletableFuture<Answer> open(List<String> what) {
            asked.add(what);
            return CompletableFuture.completedFuture(new Answer(session, ""));
        }

        @Override
        public CompletableFuture<Answer> demo() {
            return open(List.of("demo"));
        }

        @Override
        public CompletableFuture<Answer> files(List<String> configs, List<String> leases) {
            return open(configs);
        }

        @Override
        public CompletableFuture<Answer> servers(List<String> urls, List<String> tokens) {
            return open(urls);
        }
    }

    @Start
    void open(Stage stage) {
        ConsoleSettings settings = session.settings();
        stage.setX(0);
        stage.setY(0);
        DoorsView.open(stage, new OneDoor(), settings, opened::add);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    @Test
    void enterOpensTheDemo(FxRobot robot) throws TimeoutException {
        assertThat(robot.lookup("#demo").query().isFocused()).isTrue();
        fire(robot, "#demo");
        until(() -> !opened.isEmpty());
        assertThat(asked).containsExactly(List.of("demo"));
    }

    @Test
    void filesWithoutANameAreAskedForInWords(FxRobot robot) throws TimeoutException {
        fire(robot, "#files");
        until(() -> robot.lookup("#refusal").query().isVisible());
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText()).isNotBlank();
        assertThat(opened).isEmpty();
    }

    @Test
    void aNewPairIsMadeWrittenAndOpened(FxRobot robot) throws TimeoutException {
        fire(robot, "#pair");
        until(() -> robot.lookup("#newpair-first-address").tryQuery().isPresent());
        type(robot, "#newpair-first-address", "10.0.0.2");
        fire(robot, "#newpair-close");
        until(() -> robot.lookup("#pair").tryQuery().isPresent());
        fire(robot, "#pair");
        type(robot, "#newpair-second-address", "10.0.0.3");
        fire(robot, "#newpair-next");
        until(() -> robot.lookup("#newpair-net-subnet-0").tryQuery().isPresent());
        type(robot, "#newpair-net-subnet-0", "10.0.0.0/24");
        type(robot, "#newpair-net-low-0", "10.0.0.10");
        type(robot, "#newpair-net-high-0", "10.0.0.99");
        for (int page = 0; page < 3; page++) fire(robot, "#newpair-next");
        until(() -> robot.lookup("#newpair-first-file").tryQuery().isPresent());
        fire(robot, "#newpair-write");
        until(() -> robot.lookup("#newpair-open").query().isVisible());
        fire(robot, "#newpair-open");
        until(() -> !opened.isEmpty());
        assertThat(asked).containsExactly(List.of("dhcp-a.conf", "dhcp-b.conf"));
        assertThat(pairs.files.get("dhcp-a.conf")).contains("range 10.0.0.10 10.0.0.99;");
    }
}
