package org.twinlease.console.view.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.health.Item;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who looks at what was found, opens its place and mutes what may stay.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class HealthPageTest {

    private final FakeChannel channel = Samples.office();
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        channel.alarms =
                List.of(new AlarmView(AlarmType.POOL_EMPTY, Samples.NOW, false, "10.20.2.0/24"));
        var desk = new Desk(channel);
        desk.documents = MemoryDocuments.pair();
        view = PageWindow.open(stage, desk.session(ConsoleSession.Mode.DEMO), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static ListView<?> items(FxRobot robot) {
        return robot.lookup(".health-items").queryAs(ListView.class);
    }

    private static void page(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#page-health").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup("#score").tryQuery().isPresent());
        until(() -> !items(robot).getItems().isEmpty());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static void choose(FxRobot robot, String begin) {
        var all = items(robot).getItems();
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            if (!((Item) all.get(i)).title().startsWith(begin)) continue;
            robot.interact(() -> items(robot).getSelectionModel().select(at));
            return;
        }
        throw new AssertionError(begin + " not in " + all);
    }

    @Test
    void anItemIsReadAndItsPlaceOpenedByAKey(FxRobot robot) throws TimeoutException {
        page(robot);
        assertThat(Integer.parseInt(text(robot, "#score"))).isBetween(0, 99);
        choose(robot, "dhcp-a: Pool is full");
        until(() -> text(robot, "#item-title").startsWith("dhcp-a: Pool is full"));
        assertThat(text(robot, "#item-evidence")).contains("10.20.2.0/24");
        robot.interact(() -> items(robot).requestFocus());
        robot.type(KeyCode.F);
        until(() -> text(robot, ".header .text-title").equals("Pools"));
    }

    @Test
    void aMutedItemCountsNoMoreUntilItIsCountedAgain(FxRobot robot) throws TimeoutException {
        page(robot);
        int before = Integer.parseInt(text(robot, "#score"));
        int all = items(robot).getItems().size();
        choose(robot, "dhcp-a: Pool is full");
        robot.interact(() -> items(robot).requestFocus());
        robot.type(KeyCode.U);
        until(() -> robot.lookup("#item-reason").queryAs(TextField.class).isFocused());
        robot.push(KeyCode.F1);
        until(() -> robot.lookup("#help-sheet").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#item-reason").query().isFocused());
        robot.write("being renumbered").type(KeyCode.ENTER);
        until(() -> items(robot).getItems().size() == all - 1);
        assertThat(Integer.parseInt(text(robot, "#score"))).isGreaterThan(before);
        ToggleButton quiet = robot.lookup("#quiet").queryAs(ToggleButton.class);
        assertThat(quiet.getText()).isEqualTo("Muted (1)");
        robot.interact(quiet::fire);
        until(() -> items(robot).getItems().size() == 1);
        robot.interact(() -> items(robot).getSelectionModel().select(0));
        until(() -> text(robot, "#item-evidence").endsWith("being renumbered"));
        robot.interact(() -> robot.lookup("#item-mute").queryAs(Button.class).fire());
        until(() -> quiet.getText().equals("Muted (0)"));
        robot.interact(quiet::fire);
        until(() -> items(robot).getItems().size() == all);
    }

    @Test
    void aFindingOfAConfigurationOpensItsLine(FxRobot robot) throws TimeoutException {
        page(robot);
        choose(robot, "Without omapi-port");
        until(() -> text(robot, "#item-title").startsWith("Without omapi-port"));
        assertThat(text(robot, "#item-evidence"))
                .isEqualTo("F27, 2 times: a.conf, line 2; b.conf, line 1");
        robot.interact(() -> robot.lookup("#item-door").queryAs(Button.class).fire());
        until(() -> text(robot, ".header .text-title").equals("Configuration"));
        until(() -> !robot.lookup(".sheet-lines").queryAll().isEmpty());
        ListView<?> sheet = robot.lookup(".sheet-lines").query();
        until(() -> sheet.getSelectionModel().getSelectedIndex() == 1);
    }

    @Test
    void whatIsOnlyToBeKnownCostsNothing(FxRobot robot) throws TimeoutException {
        page(robot);
        choose(robot, "dhcp-a: Pool is full");
        robot.interact(
                () -> robot.lookup("#item-reason").queryAs(TextField.class).setText("known"));
        robot.interact(() -> robot.lookup("#item-mute").queryAs(Button.class).fire());
        until(() -> text(robot, "#score").equals("100"));
        assertThat(text(robot, "#reasons")).startsWith("Nothing to do. To know:");
    }
}
