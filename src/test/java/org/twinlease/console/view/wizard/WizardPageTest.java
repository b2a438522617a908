package org.twinlease.console.view.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Preview;
import org.twinlease.value.BindingState;

import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who goes through wizards by keys.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class WizardPageTest {

    private final PairDesk pair = new PairDesk();
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        pair.first.preview = new Preview(true, "This server serves every client at once.");
        pair.second.preview = new Preview(true, "This server pauses.");
        view = PageWindow.open(stage, pair.desk.session(ConsoleSession.Mode.DEMO), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static String step(FxRobot robot) {
        return robot.lookup("#wizard-step").tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static boolean isOpen(FxRobot robot) {
        return robot.lookup("#wizard").query().isVisible();
    }

    private static void pairPage(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> robot.lookup("#who-first .chip").tryQuery().isPresent());
    }

    @Test
    void theWizardIsWalkedByKeysAndLeftSafely(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        robot.push(KeyCode.SHIFT, KeyCode.P);
        until(() -> step(robot).startsWith("1"));
        assertThat(robot.lookup("#wizard-back").query().isDisabled()).isTrue();
        robot.push(KeyCode.SPACE);
        CheckBox seen = robot.lookup("#wizard-seen").queryAs(CheckBox.class);
        until(seen::isSelected);
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> step(robot).equals("2 \u00b7 Since when"));
        TextField since = robot.lookup("#wizard-since").queryAs(TextField.class);
        assertThat(since.isFocused()).isTrue();
        robot.push(KeyCode.F1);
        until(() -> robot.lookup("#help-sheet").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#help-sheet").tryQuery().isEmpty());
        assertThat(isOpen(robot)).as("Esc closes the help first").isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("half past");
        until(() -> robot.lookup("#wizard-next").query().isDisabled());
        assertThat(robot.lookup("#wizard-since").queryAs(TextField.class)).isSameAs(since);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("14:29:59");
        until(() -> !robot.lookup("#wizard-next").query().isDisabled());
        robot.push(KeyCode.ALT, KeyCode.B);
        until(() -> step(robot).startsWith("1"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !isOpen(robot));
        assertThat(pair.first.ordered).isEmpty();
    }

    private static LeaseView lease(int number, int client) {
        long second = PairDesk.SECOND;
        return new LeaseView(
                Samples.lease(number, BindingState.ACTIVE).address(),
                BindingState.ACTIVE,
                Samples.hardware(client),
                null,
                null,
                second - 600,
                second + 600,
                second - client,
                false,
                false,
                0);
    }

    @Test
    void addressesInConflictAreGoneThroughOneByOne(FxRobot robot) throws TimeoutException {
        pair.first.leases.clear();
        pair.second.leases.clear();
        for (int i = 1; i <= 3; i++) {
            pair.first.leases.add(lease(i, i));
            pair.second.leases.add(lease(i, i + 10));
        }
        pairPage(robot);
        robot.push(KeyCode.CONTROL, KeyCode.K).write("Resolve a conflict");
        robot.push(KeyCode.ENTER);
        until(() -> step(robot).startsWith("1"));
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> robot.lookup("#clashes").tryQuery().isPresent());
        TableView<?> clashes = robot.lookup("#clashes").query();
        assertThat(clashes.getItems()).hasSize(3);
        assertThat(copies(robot)).contains(Samples.hardware(1) + " keeps the address");
        assertThat(robot.lookup(".clash-copy .chip").queryAll()).hasSize(1);
        robot.interact(() -> clashes.getSelectionModel().select(1));
        until(() -> copies(robot).contains(Samples.hardware(2) + " keeps the address"));
        pair.pass(2);
        assertThat(robot.lookup("#clashes").<TableView<?>>query())
                .as("what is read stays while time passes")
                .isSameAs(clashes);
    }

    private static String copies(FxRobot robot) {
        return robot.lookup(".clash-copy .label").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList()
                .toString();
    }

    @Test
    void theWizardWaitsWhileAnotherPageIsLookedAt(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        robot.push(KeyCode.SHIFT, KeyCode.P);
        until(() -> step(robot).startsWith("1"));
        robot.push(KeyCode.ALT, KeyCode.N);
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> step(robot).startsWith("3"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        pairPage(robot);
        until(() -> step(robot).startsWith("3"));
        assertThat(isOpen(robot)).isTrue();
    }

    @Test
    void maintenanceOfTheOtherServerIsOrderedByItsButton(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        robot.push(KeyCode.M);
        until(() -> robot.lookup("#wizard-server-1").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#wizard-server-1").queryAs(ToggleButton.class).fire());
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> step(robot).startsWith("2"));
        Button deed = robot.lookup("#wizard-deed").queryAs(Button.class);
        until(() -> !deed.isDisabled());
        assertThat(deed.getText()).isEqualTo("Pause dhcp-b");
        assertThat(deed.isDefaultButton()).isFalse();
        robot.interact(deed::fire);
        until(() -> step(robot).startsWith("3"));
        assertThat(pair.second.ordered).containsExactly(new Command.Pause("campus"));
    }

    @Test
    void whoTurnsToAnotherPageStopsTheCountdown(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        robot.push(KeyCode.SHIFT, KeyCode.P);
        until(() -> step(robot).startsWith("1"));
        robot.push(KeyCode.SPACE);
        for (int i = 2; i <= 5; i++) {
            robot.push(KeyCode.ALT, KeyCode.N);
            String number = String.valueOf(i);
            until(() -> step(robot).startsWith(number));
        }
        robot.write("dhcp-b");
        robot.interact(() -> robot.lookup("#wizard-reason").query().requestFocus());
        robot.write("its house is dark");
        Button deed = robot.lookup("#wizard-deed").queryAs(Button.class);
        until(() -> !deed.isDisabled());
        robot.interact(deed::fire);
        until(() -> deed.getText().startsWith("Stop"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        pairPage(robot);
        until(
                () ->
                        robot.lookup("#wizard-message")
                                .queryAs(Label.class)
                                .getText()
                                .startsWith("Stopped."));
        assertThat(pair.first.ordered).isEmpty();
    }

    @Test
    void theAlarmLeadsToTheWizardAndMakesRoomForIt(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        robot.interact(pair::lose);
        FailoverView lost = pair.first.pairs.getFirst();
        pair.first.tell(new Notice.PairChanged(lost, lost.why(), pair.desk.millis));
        until(() -> robot.lookup(".banner-way").tryQuery().isPresent());
        assertThat(robot.lookup(".banner-line").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Button way = robot.lookup(".banner-way").queryAs(Button.class);
        assertThat(way.getText()).isEqualTo(Wizard.PARTNER_DOWN.label());
        robot.interact(way::fire);
        until(() -> isOpen(robot) && step(robot).startsWith("1"));
        until(() -> robot.lookup(".banner-line").tryQuery().isPresent());
        assertThat(robot.lookup(".banner-way").tryQuery()).as("it is open").isEmpty();
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup(".banner-way").tryQuery().isPresent());
    }

    @Test
    void everyWizardIsInThePaletteAndAmongTheOrders(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        for (Wizard wizard : Wizard.values()) {
            if (!wizard.isOfPair()) continue;
            robot.push(KeyCode.CONTROL, KeyCode.K);
            until(() -> robot.lookup("#palette").tryQuery().isPresent());
            robot.write(wizard.label().replace("\u2026", "")).type(KeyCode.ENTER);
            until(() -> isOpen(robot));
            robot.push(KeyCode.ESCAPE);
            until(() -> !isOpen(robot));
        }
        robot.clickOn("Orders");
        until(() -> robot.lookup("#wizard-partner-down").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#wizard-conflict").queryAs(Button.class).fire());
        until(() -> isOpen(robot));
    }
}
