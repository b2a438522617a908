package org.twinlease.console.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
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
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.pair.Pairs;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A person who names a moment, compares it with another and hands on the story, by keys alone.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class TimelinePageTest {

    private static final long MINUTE = 60_000;

    private final FakeChannel channel = Samples.office();
    private final Desk desk = new Desk(channel);
    private @Nullable ConsoleView view;

    private static PastEvent event(long sequence, long ago, PastKind kind, String words) {
        return new PastEvent(
                sequence, Samples.NOW - ago, kind, "campus", words, List.of(), null, null);
    }

    @Start
    void open(Stage stage) {
        channel.pairs = List.of(Pairs.of("campus", true, 0));
        channel.past.add(event(0, 10 * MINUTE, PastKind.STATE, "normal"));
        channel.past.add(event(1, 3 * MINUTE, PastKind.STATE, "communications-interrupted"));
        channel.past.add(event(2, MINUTE, PastKind.STATE, "normal"));
        view = PageWindow.open(stage, desk.session(ConsoleSession.Mode.SERVER), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static ListView<?> events(FxRobot robot) {
        return robot.lookup("#events").queryAs(ListView.class);
    }

    private static void page(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#page-timeline").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup("#events").tryQuery().isPresent());
        until(() -> events(robot).getItems().size() == 3);
        robot.interact(() -> events(robot).requestFocus());
    }

    private static TextField name(FxRobot robot) {
        return robot.lookup("#bookmark-name").queryAs(TextField.class);
    }

    @Test
    void aMomentIsNamedByAKeyAndTheNameTypedOver(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.push(KeyCode.RIGHT).push(KeyCode.B);
        until(() -> name(robot).isFocused());
        assertThat(name(robot).getText()).startsWith("State ");
        robot.write("before the fall").push(KeyCode.ENTER);
        MenuButton menu = robot.lookup("#bookmarks").queryAs(MenuButton.class);
        until(() -> menu.isVisible() && menu.getText().equals("Bookmarks (1)"));
        assertThat(menu.getItems().getFirst().getText()).endsWith("before the fall");
        assertThat(desk.stored.get("timeline.bookmarks")).contains("before the fall");
        robot.interact(() -> robot.lookup("#unmark").queryButton().fire());
        until(() -> !name(robot).getParent().isVisible());
    }

    @Test
    void twoMomentsAreComparedAndTheStoryIsWritten(FxRobot robot) throws TimeoutException {
        page(robot);
        robot.push(KeyCode.RIGHT).push(KeyCode.C);
        ToggleButton compare = robot.lookup("#compare").queryAs(ToggleButton.class);
        until(compare::isSelected);
        robot.push(KeyCode.RIGHT);
        until(() -> robot.lookup("#compared-title").queryLabeled().getText().contains("compared"));
        assertThat(robot.lookup("#compared-leases").queryAs(TableView.class).isVisible()).isTrue();
        assertThat(robot.lookup("\u2260 COMMUNICATIONS INTERRUPTED").queryAs(Label.class).getText())
                .isNotEmpty();
        robot.push(KeyCode.S);
        until(() -> desk.files.saved.size() == 2);
        robot.push(KeyCode.C);
        until(() -> !compare.isSelected());
        assertThat(robot.lookup("#table").queryAs(TableView.class).isVisible()).isTrue();
    }
}
