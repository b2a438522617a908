package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.console.view.PageWindow.until;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.health.Item.Door;
import org.twinlease.console.model.health.Item.Place;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.PageWindow;
import org.twinlease.console.view.Pages;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// Where the items of the Health page lead.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class ItemDoorsTest {

    private @Nullable ConsoleView opened;

    @Start
    void open(Stage stage) {
        opened = PageWindow.open(stage, MemoryDocuments.pair(), 980);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(view()::close);
    }

    private ConsoleView view() {
        return Objects.requireNonNull(opened);
    }

    private void go(FxRobot robot, Door door) {
        robot.interact(() -> new ItemDoors(view()).open(door));
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".header .text-title").queryAs(Label.class).getText();
    }

    @Test
    void everyPlaceIsAPageAndItsButtonNamesIt(FxRobot robot) {
        Map<Place, Pages> pages =
                Map.of(
                        Place.PAIR, Pages.PAIR,
                        Place.POOLS, Pages.POOLS,
                        Place.LEASES, Pages.LEASES,
                        Place.LIVE, Pages.LIVE,
                        Place.CONFIG, Pages.CONFIG,
                        Place.PEERS, Pages.PEERS,
                        Place.REVIEW, Pages.REVIEW);
        for (Place place : Place.values()) {
            Door door = Door.to(place);
            String before = title(robot);
            go(robot, door);
            Pages page = pages.get(place);
            assertThat(title(robot)).isEqualTo(page == null ? before : Text.of(page.title));
            assertThat(door.label().isEmpty()).isEqualTo(page == null);
        }
    }

    @Test
    void aClientIsFollowedAndLeasesAreSearched(FxRobot robot) throws TimeoutException {
        go(robot, new Door(Place.LIVE, "3c:52:82", 0));
        until(() -> view().models().live().shown().state().filter().equals("3c:52:82"));
        go(robot, new Door(Place.LEASES, "state:abandoned", 0));
        until(() -> view().model().leases().shown().state().rows().size() == 3);
        assertThat(robot.lookup("#filter").queryAs(TextField.class).getText())
                .isEqualTo("state:abandoned");
    }
}
