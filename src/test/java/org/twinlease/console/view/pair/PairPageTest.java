package org.twinlease.console.view.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.pair.Pairs;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.Command;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who looks at servers with two relationships.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class PairPageTest {

    private final FakeChannel channel = Samples.office();
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        channel.pairs =
                List.of(
                        Pairs.of("east", true, 0),
                        Pairs.of("west", false, ServerState.PARTNER_DOWN, 1));
        view = PageWindow.open(stage, new Desk(channel).session(ConsoleSession.Mode.SERVER), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static List<String> labels(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream()
                .map(node -> node instanceof Label label ? label.getText() : "")
                .toList();
    }

    @Test
    void liveAndTimelineHaveTheSameChoiceBesideTheirTitle(FxRobot robot) throws TimeoutException {
        until(() -> labels(robot, ".truth .chip").contains("+1 more, all well"));
        robot.clickOn("#page-live");
        until(() -> robot.lookup("#relation-of-page-1").tryQuery().isPresent());
        ToggleButton west = robot.lookup("#relation-of-page-1").queryAs(ToggleButton.class);
        assertThat(west.getText()).isEqualTo("west");
        assertThat(west.isSelected()).isFalse();
        robot.clickOn(west);
        robot.clickOn("#page-pair");
        until(() -> labels(robot, "#who-first .chip").contains("PARTNER DOWN"));
        assertThat(robot.lookup("#relation-of-page-1").query().getParent().isVisible())
                .as("the Pair page has its own")
                .isFalse();
        robot.clickOn("#page-timeline");
        until(() -> west.getParent().isVisible() && west.isSelected());
    }

    @Test
    void theKeyForRebalancingAsksFirst(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-pair");
        until(() -> labels(robot, "#who-first .chip").contains("NORMAL"));
        robot.write("b");
        until(() -> !channel.considered.isEmpty());
        assertThat(channel.considered.getFirst()).isInstanceOf(Command.Rebalance.class);
        assertThat(channel.ordered).isEmpty();
    }

    @Test
    void theOtherRelationshipIsOneClickAwayAndTheBarKeepsTellingOfTheWorst(FxRobot robot)
            throws TimeoutException {
        until(() -> labels(robot, ".truth .chip").contains("+1 more, all well"));
        assertThat(labels(robot, ".truth .chip").getFirst()).startsWith("dhcp-a PARTNER DOWN");
        robot.clickOn("#page-pair");
        until(() -> labels(robot, "#who-first .chip").contains("NORMAL"));
        assertThat(labels(robot, "#relation-1 .text-strong")).containsExactly("west");
        robot.clickOn("#relation-1");
        until(() -> labels(robot, "#who-first .chip").contains("PARTNER DOWN"));
        assertThat(labels(robot, ".truth .chip").getFirst()).startsWith("dhcp-a PARTNER DOWN");
    }
}
