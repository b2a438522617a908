package org.twinlease.console.view.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who rehearses on the Drill page.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class DrillPageTest {

    private static final String SHORT =
            """
            # The link fails for a while
            pair demo with lease 20m, mclt 5m, addresses 60
            population 10 renewing, behind 1 relay
            begin 08:00
            at 08:10 cut link
            at 08:20 heal link
            end 08:30\
            """;

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
        robot.clickOn("#page-drill");
        until(() -> robot.lookup("#drill-timeline").tryQuery().isPresent());
    }

    private static void script(FxRobot robot, String text) throws TimeoutException {
        page(robot);
        robot.clickOn("#script");
        robot.interact(() -> area(robot).setText(text));
        until(() -> seen(robot, "#block-5-link"));
    }

    private static TextArea area(FxRobot robot) {
        return robot.lookup("#text").queryAs(TextArea.class);
    }

    private static boolean seen(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".drill-title").tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    @Test
    void aDrillOfTheLibraryIsChosenRunAndJudged(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.interact(
                () ->
                        robot.lookup("#lessons")
                                .queryAs(ListView.class)
                                .getSelectionModel()
                                .select(1));
        until(() -> area(robot).getText().startsWith("# The primary dies at noon"));
        robot.clickOn("#finish");
        until(() -> title(robot).equals("Everything expected holds"));
        assertThat(robot.lookup("#told").queryAs(ListView.class).getItems().toString())
                .contains("kill A");
        assertThat(robot.lookup("#twin-clock").queryAs(Label.class).getText())
                .isEqualTo("14:00:00");
    }

    @Test
    void aRehearsalLooksLikeNothingElse(FxRobot robot) throws TimeoutException {
        assertThat(seen(robot, ".twin-strip")).isFalse();
        page(robot);
        assertThat(seen(robot, ".twin-strip")).isTrue();
        assertThat(robot.lookup(".twin-mark .label").queryAs(Label.class).getText())
                .isEqualTo("TWIN");
        Node frame = robot.lookup(".frame").query();
        assertThat(frame.getPseudoClassStates()).extracting(Object::toString).contains("twin");
        // Nothing of the pair itself, and none of its orders.
        for (String id : List.of(".truth", "#search", ".banners", ".rail-card", ".orders")) {
            assertThat(seen(robot, id)).as(id).isFalse();
        }
        robot.clickOn("#page-overview");
        until(() -> seen(robot, ".truth"));
        assertThat(seen(robot, ".twin-strip")).isFalse();
        assertThat(frame.getPseudoClassStates())
                .extracting(Object::toString)
                .doesNotContain("twin");
    }

    @Test
    void aWrongLineIsSaidAsItIsTyped(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        robot.interact(() -> area(robot).end());
        robot.clickOn("#text").push(KeyCode.CONTROL, KeyCode.END).write("\nexpect nothing");
        until(() -> robot.lookup("#faults .trouble-place").tryQuery().isPresent());
        assertThat(robot.lookup("#faults .trouble-place").queryLabeled().getText())
                .startsWith("Line 8: ");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> robot.lookup("#faults .trouble-place").tryQuery().isEmpty());
        assertThat(area(robot).getText()).isEqualTo(SHORT);
    }

    @Test
    void aBlockThatIsDraggedIsAnotherTimeInTheText(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        Node block = robot.lookup("#block-5-link").query();
        Bounds from = block.localToScreen(block.getBoundsInLocal());
        double minute = robot.lookup("#drill-timeline").query().getBoundsInLocal().getWidth();
        minute = (minute - 62) / 30;
        double x = from.getMinX() + 8;
        double y = from.getCenterY();
        robot.moveTo(x, y).press(MouseButton.PRIMARY);
        robot.moveTo(x + minute, y).moveTo(x + 3 * minute, y).release(MouseButton.PRIMARY);
        until(() -> area(robot).getText().contains("at 08:13 cut link"));
    }

    @Test
    void arrowsMoveABlockAndDeleteTakesItOut(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        robot.interact(() -> robot.lookup("#block-5-link").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        until(() -> area(robot).getText().contains("at 08:11 cut link"));
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        until(() -> area(robot).getText().contains("at 08:10:50 cut link"));
        robot.push(KeyCode.DELETE);
        until(() -> !area(robot).getText().contains("cut link"));
    }

    @Test
    void theKeysOfThePageRunStepAndChangeTheSpeed(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        robot.interact(() -> robot.lookup("#speed-600").query().requestFocus());
        robot.write("[");
        robot.write(".");
        until(() -> clock(robot).equals("08:10:00"));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        until(() -> !robot.lookup("#pause").queryButton().isDisabled());
        robot.clickOn("#pause");
        until(() -> robot.lookup("#pause").queryButton().isDisabled());
    }

    @Test
    void whatIsBehindANumberIsOneWordAway(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.interact(() -> lessons(robot).getSelectionModel().select(1));
        robot.clickOn("#finish");
        until(() -> title(robot).equals("Everything expected holds"));
        assertThat(robot.lookup("because 12:00:00 kill A").tryQuery()).isEmpty();
        robot.interact(() -> robot.lookup("Why?").queryAs(Hyperlink.class).fire());
        until(() -> robot.lookup("because 12:00:00 kill A").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("Why?").queryAs(Hyperlink.class).fire());
        until(() -> robot.lookup("because 12:00:00 kill A").tryQuery().isEmpty());
    }

    @Test
    void messagesStandBehindEvents(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.clickOn("#finish");
        until(() -> !title(robot).isEmpty());
        assertThat(seen(robot, "#told")).isTrue();
        robot.clickOn("#messages");
        until(() -> seen(robot, "#passed"));
        assertThat(seen(robot, "#told")).isFalse();
        assertThat(robot.lookup("#passed").queryAs(ListView.class).getItems().isEmpty()).isFalse();
        robot.clickOn("#messages");
        assertThat(seen(robot, "#passed")).as("one of the two is always there").isTrue();
    }

    @Test
    void enterTurnsFromTheLibraryToTheText(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.interact(
                () -> {
                    lessons(robot).requestFocus();
                    lessons(robot).getSelectionModel().select(2);
                });
        robot.push(KeyCode.ENTER);
        until(() -> seen(robot, "#text"));
        assertThat(area(robot).getText()).startsWith("# The secondary dies");
        assertThat(seen(robot, "#lessons")).isFalse();
    }

    @Test
    void aFaultLeadsToItsLine(FxRobot robot) throws TimeoutException {
        script(robot, SHORT.replace("heal link", "heal the cable"));
        until(() -> robot.lookup("#faults .trouble-place").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#faults .trouble-place").queryAs(Hyperlink.class).fire());
        assertThat(area(robot).getSelectedText()).isEqualTo("at 08:20 heal the cable");
        robot.clickOn("#run");
        until(() -> seen(robot, "#said"));
        assertThat(robot.lookup("#said").queryLabeled().getText()).contains("cannot run yet");
    }

    @Test
    void aBlockThatIsChosenIsChosenInTheText(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        robot.clickOn("#block-6-link");
        until(() -> area(robot).getSelectedText().equals("at 08:20 heal link"));
        assertThat(robot.lookup("#block-6-link").query().getStyleClass()).contains("chosen");
    }

    private static MenuItem item(FxRobot robot, String menu, String lane, String words) {
        var button = robot.lookup(menu).queryAs(MenuButton.class);
        robot.interact(button::show);
        MenuItem found =
                button.getItems().stream()
                        .filter(each -> lane.equals(each.getText()))
                        .flatMap(each -> ((Menu) each).getItems().stream())
                        .filter(each -> words.equals(words(each)))
                        .findFirst()
                        .orElseThrow();
        robot.interact(button::hide);
        return found;
    }

    private static String words(MenuItem item) {
        return ((Label) ((CustomMenuItem) item).getContent()).getText();
    }

    @Test
    void aBlockOutOfTheMenuStandsInTheTextAndOnTheTimeline(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        MenuItem kill = item(robot, "#add", "B", "kill B");
        robot.interact(kill::fire);
        until(() -> seen(robot, "#block-6-b"));
        assertThat(area(robot).getText()).contains("at 08:15 kill B\nat 08:20 heal link");
        MenuItem claim = item(robot, "#add", "Expect", "no renewal is refused");
        robot.interact(claim::fire);
        until(() -> area(robot).getText().endsWith("\nexpect no renewal is refused"));
    }

    @Test
    void whatIsDoneToTheRunningTwinIsWrittenDown(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        assertThat(robot.lookup("#now").query().isDisabled()).isTrue();
        robot.clickOn("#step");
        until(() -> clock(robot).equals("08:10:00"));
        MenuItem kill = item(robot, "#now", "B", "kill B");
        robot.interact(kill::fire);
        until(() -> area(robot).getText().contains("at 08:10:01 kill B\nat 08:20 heal link"));
        assertThat(robot.lookup("#told").queryAs(ListView.class).getItems().toString())
                .contains("kill B");
        robot.clickOn("#branch");
        until(() -> seen(robot, "#runs"));
        assertThat(robot.lookup("#runs").queryAs(ComboBox.class).getItems().toString())
                .isEqualTo("[Run 1, Run 2, from 08:10:01]");
        robot.interact(
                () ->
                        robot.lookup("#runs")
                                .queryAs(ComboBox.class)
                                .getSelectionModel()
                                .selectFirst());
        until(() -> clock(robot).equals("08:10:01"));
    }

    @Test
    void variantsAreRunAndTheWorstIsOpened(FxRobot robot) throws TimeoutException {
        script(robot, SHORT);
        assertThat(seen(robot, ".drill-exploring")).isFalse();
        robot.clickOn("#explore");
        until(() -> seen(robot, ".drill-exploring"));
        robot.clickOn("#variants").push(KeyCode.CONTROL, KeyCode.A).write("2").push(KeyCode.ENTER);
        until(() -> seen(robot, "#explore-worst"));
        robot.clickOn("#explore-worst");
        until(() -> clock(robot).equals("08:30:00"));
        assertThat(robot.lookup("#report").query().isDisabled()).isFalse();
    }

    @Test
    void aDrillIsFoundInThePalette(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> seen(robot, ".overlay"));
        robot.write("fibre").push(KeyCode.ENTER);
        until(() -> seen(robot, ".twin-strip"));
        until(() -> area(robot).getText().startsWith("# The fibre"));
    }

    @Test
    void aDrillStartsFromThePair(FxRobot robot) throws TimeoutException {
        var keys = robot.lookup(".frame").query();
        robot.interact(keys::requestFocus);
        robot.clickOn("#page-pair");
        until(() -> robot.lookup("#page-pair").tryQuery().isPresent());
        robot.push(KeyCode.SHIFT, KeyCode.D);
        until(() -> seen(robot, ".twin-strip"));
    }

    @Test
    void whatReachesTheRealPairIsNotAKeyAway(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.interact(() -> lessons(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.push(KeyCode.ALT, KeyCode.N);
        assertThat(seen(robot, ".twin-strip")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> robot.lookup(".overlay").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
    }

    private static ListView<?> lessons(FxRobot robot) {
        return robot.lookup("#lessons").queryAs(ListView.class);
    }

    private static String clock(FxRobot robot) {
        return robot.lookup("#twin-clock").queryAs(Label.class).getText();
    }
}
