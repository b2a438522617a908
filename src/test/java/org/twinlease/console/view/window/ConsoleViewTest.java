package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.application.ColorScheme;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.Pages;
import org.twinlease.control.Command;
import org.twinlease.control.Notice;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person at the console, on JavaFX's headless screen: only what needs the toolkit is tried here.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class ConsoleViewTest {

    private final FakeChannel channel = Samples.office();
    private final Desk desk = new Desk(channel);
    private @Nullable ConsoleView opened;

    @Start
    void open(Stage stage) {
        // The headless screen is 1000 x 1000: what is outside can't be clicked.
        stage.setWidth(1_000);
        stage.setHeight(900);
        desk.documents = MemoryDocuments.pair();
        opened = ConsoleView.open(stage, desk.session(ConsoleSession.Mode.DEMO));
        stage.setMinWidth(0);
        stage.setX(0);
        stage.setY(0);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(view()::close);
    }

    private ConsoleView view() {
        return Objects.requireNonNull(opened);
    }

    private TableView<?> table(FxRobot robot) {
        return robot.lookup(".table-view").queryAs(TableView.class);
    }

    private void leases(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> table(robot).getItems().size() == 320);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    @Test
    void theConsoleOpensOnTheOverviewAndSaysThatThisIsADemonstration(FxRobot robot)
            throws TimeoutException {
        until(() -> robot.lookup(".truth .chip").tryQuery().isPresent());
        assertThat(text(robot, ".truth .chip")).isEqualTo("DEMO");
        assertThat(text(robot, ".header .text-title")).isEqualTo("Overview");
        until(() -> text(robot, "#gauge-0 .text-number").equals("408"));
        assertThat(robot.lookup(".pool").queryAll()).hasSize(3);
    }

    @Test
    void everyPageIsReachedByItsButtonAndByItsKey(FxRobot robot) {
        for (Pages page : Pages.values()) {
            robot.clickOn("#page-" + page.name().toLowerCase(Locale.ROOT));
            assertThat(text(robot, ".header .text-title")).isEqualTo(Text.of(page.title));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertThat(text(robot, ".header .text-title")).isEqualTo("Overview");
            if (page.digit() < 0) continue;
            robot.push(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + page.digit()));
            assertThat(text(robot, ".header .text-title")).isEqualTo(Text.of(page.title));
        }
    }

    @Test
    void altAndArrowsWalkThePagesThatWereLookedAtAndCtrlDTheDensity(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(text(robot, ".header .text-title")).isEqualTo("Pools");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(text(robot, ".header .text-title")).isEqualTo("Overview");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(text(robot, ".header .text-title")).isEqualTo("Pools");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(desk.stored).containsEntry("density", "compact");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(desk.stored).containsEntry("density", "comfortable");
    }

    @Test
    void searchingAMacFromAnyPageOpensItsLease(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write(Samples.hardware(7).toString()).type(KeyCode.ENTER);
        until(() -> robot.lookup(".drawer-address").tryQuery().isPresent());
        assertThat(text(robot, ".drawer-address")).isEqualTo("10.20.0.17");
        assertThat(text(robot, ".header .text-title")).isEqualTo("Leases");
    }

    @Test
    void leasesAreFoundWhileAPersonTypesAndAllAreBackWhenTheTextIsGone(FxRobot robot)
            throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.F).write("ip-phone");
        until(() -> robot.lookup(".table-view").tryQuery().isPresent());
        until(() -> table(robot).getItems().size() < 100);
        assertThat(text(robot, ".header .text-title")).isEqualTo("Leases");
        assertThat(robot.lookup(".search").queryAs(TextField.class).isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).type(KeyCode.BACK_SPACE);
        until(() -> table(robot).getItems().size() == 320);
    }

    @Test
    void aClickOnAHeaderSortsAndAnotherTurnsItRound(FxRobot robot) throws TimeoutException {
        leases(robot);
        robot.clickOn("ADDRESS");
        until(() -> first(robot).equals("10.20.0.10"));
        robot.clickOn("ADDRESS");
        until(() -> first(robot).equals("10.20.1.73"));
    }

    private String first(FxRobot robot) {
        var rows = view().model().leases().shown().state().rows();
        assertThat(table(robot).getItems().getFirst()).isEqualTo(rows.row(0));
        return rows.address(rows.row(0)).toString();
    }

    @Test
    void filteringByAStateAndByTextNarrowsTheTable(FxRobot robot) throws TimeoutException {
        leases(robot);
        robot.clickOn("#only-abandoned");
        until(() -> table(robot).getItems().size() == 3);
        robot.clickOn("#only-all").clickOn("#filter").write("ip-phone");
        until(() -> table(robot).getItems().size() < 100);
        // The first may close what was offered while typing.
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        until(() -> table(robot).getItems().size() == 320);
        assertThat(robot.lookup("#filter").queryAs(TextField.class).getText()).isEmpty();
    }

    @Test
    void anAddressInThePictureOfAPoolOpensItsLease(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> robot.lookup("#pool-0").tryQuery().isPresent());
        robot.clickOn("#pool-0");
        until(() -> robot.lookup(".address-grid").queryAs(Region.class).getHeight() > 20);
        robot.clickOn(robot.point(".address-grid").atPosition(Pos.TOP_LEFT).atOffset(34, 4));
        until(() -> robot.lookup(".drawer-address").tryQuery().isPresent());
        assertThat(text(robot, ".header .text-title")).isEqualTo("Leases");
        assertThat(text(robot, ".drawer-address")).isEqualTo("10.20.0.13");
    }

    @Test
    void aLeaseIsReleasedInTwoSteps(FxRobot robot) throws TimeoutException {
        leases(robot);
        robot.clickOn("10.20.0.13");
        until(() -> robot.lookup("#deed").tryQuery().isPresent());
        robot.clickOn("#deed");
        until(() -> robot.lookup("#deed-confirm").tryQuery().isPresent());
        assertThat(channel.ordered).isEmpty();
        assertThat(robot.lookup("#deed-confirm").queryAs(Button.class).isDefaultButton()).isFalse();
        robot.clickOn("#deed-confirm");
        until(() -> robot.lookup("#deed-message").tryQuery().isPresent());
        assertThat(channel.ordered).containsExactly(new Command.Release(Samples.address(3)));
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#drawer").queryAs(Node.class).isVisible()).isFalse();
    }

    @Test
    void aBroaderWindowGivesTheDrawerMoreRoom(FxRobot robot) throws TimeoutException {
        leases(robot);
        robot.clickOn("10.20.0.13");
        var drawer = robot.lookup("#drawer").queryAs(Region.class);
        until(() -> drawer.getWidth() == 380);
        robot.interact(() -> drawer.getScene().getWindow().setWidth(1_600));
        until(() -> drawer.getWidth() == 460);
        robot.interact(() -> drawer.getScene().getWindow().setWidth(1_440));
        until(() -> drawer.getWidth() == 420);
    }

    @Test
    void selectionAndScrollStayWhileRowsComeAndChange(FxRobot robot) throws TimeoutException {
        leases(robot);
        robot.clickOn("10.20.0.13");
        robot.moveTo(table(robot)).scroll(30, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        Object selected = table(robot).getSelectionModel().getSelectedItem();
        for (int i = 0; i < 40; i++) {
            var lease = Samples.lease(i < 20 ? i : 900 + i, BindingState.ACTIVE);
            var why = Reason.of(ReasonCode.LEASE_IMPORTED, lease.address());
            channel.tell(new Notice.LeaseChanged(lease, why, Samples.NOW));
        }
        until(() -> view().model().leases().shown().state().waiting() == 20);
        assertThat(table(robot).getItems()).hasSize(320);
        robot.clickOn("#waiting");
        until(() -> table(robot).getItems().size() == 340);
        assertThat(table(robot).getSelectionModel().getSelectedItem()).isEqualTo(selected);
    }

    @Test
    void spaceFreezesThePacketsAndTheyWaitBehindAPill(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> table(robot).getItems().size() > 300);
        int before = table(robot).getItems().size();
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#freeze").queryAs(ToggleButton.class).isSelected()).isTrue();
        // In one go for the pump: it would show a part of them at the new time, and the rest never.
        robot.interact(
                () -> {
                    for (int i = 201; i <= 212; i++) {
                        channel.tell(new Notice.PacketSeen(Samples.packet(i)));
                    }
                    desk.millis += 1_000;
                });
        until(() -> view().models().live().shown().state().waiting() == 24);
        assertThat(table(robot).getItems()).hasSize(before);
        assertThat(robot.lookup("#waiting").queryAs(Button.class).getText())
                .isEqualTo("24 new: run");
        robot.clickOn("#waiting");
        until(() -> table(robot).getItems().size() == before + 24);
    }

    @Test
    void steppingThroughTheFlowOpensWhatBelongsTogetherAndItsLease(FxRobot robot)
            throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> table(robot).getItems().size() > 300);
        robot.type(KeyCode.LEFT);
        until(() -> robot.lookup("#packet-close").tryQuery().isPresent());
        assertThat(view().models().live().shown().state().frozen()).isTrue();
        int last = table(robot).getItems().size() - 1;
        assertThat(table(robot).getSelectionModel().getSelectedIndex()).isEqualTo(last);
        robot.type(KeyCode.LEFT);
        until(() -> table(robot).getSelectionModel().getSelectedIndex() == last - 1);
        assertThat(robot.lookup(".tie").queryAll()).hasSize(2);
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.F);
        until(() -> table(robot).getItems().size() < 20);
        var filter = robot.lookup("#filter").queryAs(TextField.class);
        assertThat(filter.getText()).as("the client's address").hasSize(17);
        robot.clickOn("#follow-lease");
        until(() -> filter.getText().startsWith("10.20."));
        robot.clickOn("#open-lease");
        until(() -> robot.lookup(".drawer-address").tryQuery().isPresent());
        assertThat(text(robot, ".header .text-title")).isEqualTo("Leases");
    }

    @Test
    void whatIsLeftOutByItsSwitchIsNotDrawn(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> table(robot).getItems().size() > 300);
        robot.clickOn("#clients");
        until(() -> table(robot).getItems().isEmpty());
        robot.clickOn("#clients");
        until(() -> table(robot).getItems().size() > 300);
        robot.clickOn("#export");
        until(() -> text(robot, "#saved").startsWith("Nothing passed"));
    }

    @Test
    void leasesAreGroupedByTheMenuAndAGroupIsClosedByItsHeading(FxRobot robot)
            throws TimeoutException {
        leases(robot);
        MenuButton groups = robot.lookup("#groups").queryAs(MenuButton.class);
        robot.interact(() -> groups.getItems().get(1).fire());
        until(() -> table(robot).getItems().size() > 320);
        int open = table(robot).getItems().size();
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> table(robot).getItems().size() < open);
        assertThat(robot.lookup(".drawer-address").tryQuery()).isEmpty();
    }

    @Test
    void columnsAreChosenAndKept(FxRobot robot) throws TimeoutException {
        leases(robot);
        MenuButton columns = robot.lookup("#columns").queryAs(MenuButton.class);
        assertThat(columns.getItems().getFirst().isDisable()).as("the address").isTrue();
        robot.interact(
                () -> {
                    if (columns.getItems().get(2) instanceof CheckMenuItem host) {
                        host.setSelected(false);
                        host.fire();
                    }
                });
        until(() -> desk.stored.containsKey("leases.columns"));
        assertThat(desk.stored.get("leases.columns")).contains("ADDRESS").doesNotContain("HOST");
    }

    @Test
    void whatIsShownIsExportedByTheMenu(FxRobot robot) throws TimeoutException {
        leases(robot);
        TextField filter = robot.lookup("#filter").queryAs(TextField.class);
        robot.interact(() -> filter.setText("state:abandoned"));
        until(() -> table(robot).getItems().size() == 3);
        MenuButton export = robot.lookup("#export").queryAs(MenuButton.class);
        robot.interact(() -> export.getItems().get(1).fire());
        until(() -> text(robot, "#saved").startsWith("3 leases written to"));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> desk.files.saved.size() == 2);
        assertThat(desk.files.saved.keySet().toString()).contains(".json").contains(".csv");
    }

    private void timeline(FxRobot robot) throws TimeoutException {
        Reason linked = Reason.of(ReasonCode.PAIR_LINKED, "campus", Samples.address(1));
        for (int i = 0; i < 6; i++) {
            String state = i % 2 == 0 ? "normal" : "communications-interrupted";
            channel.past.add(
                    new PastEvent(
                            i,
                            Samples.NOW - 60_000 + i * 10_000L,
                            PastKind.STATE,
                            "campus",
                            state,
                            List.of(),
                            linked,
                            null));
        }
        channel.leasesThen.add(Samples.lease(3, BindingState.ACTIVE));
        robot.clickOn("#page-timeline");
        until(() -> events(robot).getItems().size() == 6);
    }

    private static ListView<?> events(FxRobot robot) {
        return robot.lookup("#events").queryAs(ListView.class);
    }

    @Test
    void anEventOfTheTimelineTellsWhatLedToItAndTheLeasesOfItsMoment(FxRobot robot)
            throws TimeoutException {
        timeline(robot);
        robot.interact(() -> events(robot).getSelectionModel().select(1));
        until(() -> table(robot).getItems().size() == 1);
        assertThat(text(robot, "#moment")).contains("1 known, 1 active");
        until(() -> robot.lookup(".tie").queryAll().size() == 4);
        Hyperlink second = robot.lookup(".tie").nth(1).query();
        robot.interact(second::fire);
        until(() -> events(robot).getSelectionModel().getSelectedIndex() == 3);
        robot.push(KeyCode.ESCAPE);
        until(() -> table(robot).getItems().isEmpty());
    }

    @Test
    void theTimelineIsWalkedAndZoomedByKeys(FxRobot robot) throws TimeoutException {
        timeline(robot);
        var model = view().models().timeline();
        robot.interact(() -> events(robot).requestFocus());
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        until(() -> events(robot).getSelectionModel().getSelectedIndex() == 1);
        int zoom = model.shown().state().zoom();
        robot.type(KeyCode.MINUS);
        until(() -> model.shown().state().zoom() == zoom + 1);
        robot.clickOn("#earlier");
        until(() -> !model.shown().state().following());
        robot.clickOn("#now");
        until(() -> model.shown().state().following());
        robot.clickOn(robot.point(".band-chart").atOffset(60, 0));
        until(() -> model.shown().state().momentMillis() > 0);
    }

    @Test
    void choosingDarkAndCompactTakesEffectAtOnceAndIsKept(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-settings");
        robot.clickOn("#dark").clickOn("#compact");
        var scene = Objects.requireNonNull(view().root().getScene());
        assertThat(scene.getPreferences().getColorScheme()).isEqualTo(ColorScheme.DARK);
        assertThat(desk.stored).containsEntry("theme", "dark").containsEntry("density", "compact");
        leases(robot);
        assertThat(table(robot).getFixedCellSize()).isEqualTo(28);
    }

    @Test
    void closingTheWindowEndsTheWatch(FxRobot robot) {
        assertThat(channel.watchers()).isEqualTo(1);
        robot.interact(() -> view().root().getScene().getWindow().hide());
        assertThat(channel.watchers()).isZero();
    }

    @Test
    void thePaletteOpensWhatIsTypedAndEscClosesIt(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> robot.lookup("#palette").tryQuery().isPresent());
        robot.write("live").type(KeyCode.ENTER);
        assertThat(text(robot, ".header .text-title")).isEqualTo("Live");
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> robot.lookup("#palette").tryQuery().isPresent());
        robot.write("10.0.0.0");
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, ".header .text-title").equals("Configuration"));
        robot.push(KeyCode.CONTROL, KeyCode.K).push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        assertThat(text(robot, ".header .text-title")).isEqualTo("Configuration");
    }

    @Test
    void aQuestionMarkShowsTheKeysAndF1WhatAFieldIs(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-peers");
        robot.write("?");
        until(() -> robot.lookup("#key-sheet").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#key-sheet").tryQuery()).isEmpty();
        until(() -> robot.lookup("#peer-split-0").tryQuery().isPresent());
        robot.clickOn("#peer-split-0").push(KeyCode.F1);
        until(() -> robot.lookup("#help-sheet").tryQuery().isPresent());
        assertThat(text(robot, "#help-sheet .text-heading")).isEqualTo("Split");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#help-sheet").tryQuery()).isEmpty();
        assertThat(robot.lookup("#peer-split-0").query().isFocused()).isTrue();
    }
}
