package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.console.view.window.DoorsView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The clicks of `docs/tour.md`, one after the other, as somebody takes them who has never seen the
/// console.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class TourTest {

    private static final Path TOUR = Path.of("docs/tour.md");
    private static final String QUERY = "pool:voice state:active";

    @TempDir private @Nullable Path folder;
    private @Nullable Openings openings;
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        var settings = new StoredSettings(Objects.requireNonNull(folder).resolve("settings"));
        openings = new Openings(settings, _ -> {});
        DoorsView.open(
                stage,
                new OpenDoors(openings),
                settings,
                session -> view = ConsoleView.open(stage, session));
        stage.setWidth(1_000);
        stage.setHeight(960);
        stage.setX(0);
        stage.setY(0);
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(
                () -> {
                    if (view != null) view.close();
                });
        Objects.requireNonNull(openings).close();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> labels(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(Node::isVisible)
                .map(node -> node instanceof Label label ? label.getText() : "")
                .toList();
    }

    /// Clicks the uppermost line where no lease is open yet: a person whose click fell into the
    /// moment in which the lines changed clicks again.
    private static boolean isOpen(FxRobot robot) {
        if (labels(robot, "#drawer-limit").isEmpty()) robot.clickOn(uppermost(robot));
        WaitForAsyncUtils.waitForFxEvents();
        return !labels(robot, "#drawer-limit").isEmpty();
    }

    private static int rows(FxRobot robot) {
        return robot.lookup(".table-view").queryAs(TableView.class).getItems().size();
    }

    private static Node uppermost(FxRobot robot) {
        return robot.lookup(".table-row-cell").queryAll().stream()
                .filter(row -> row instanceof TableRow<?> cell && cell.getIndex() >= 0)
                // What the table measures with is there, too, and is never seen.
                .filter(row -> row.getParent().isVisible())
                .min(Comparator.comparingDouble(row -> row.localToScene(0, 0).getY()))
                .orElseThrow();
    }

    @Test
    void theTourLeadsToTheReasonOfAShortLease(FxRobot robot) throws TimeoutException {
        // 1. The demo.
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup(".pool").queryAll().size() >= 4);
        // 2. The telephones.
        robot.clickOn("#page-leases");
        until(() -> robot.lookup(".table-view").tryQuery().isPresent() && rows(robot) > 100);
        int all = rows(robot);
        robot.clickOn("#filter");
        robot.interact(() -> robot.lookup("#filter").queryAs(TextField.class).setText(QUERY));
        until(() -> rows(robot) > 0 && rows(robot) < all);
        // 3. One of them.
        until(() -> robot.lookup(".table-row-cell").tryQuery().isPresent());
        until(() -> isOpen(robot));
        assertThat(labels(robot, "#drawer-limit").getFirst())
                .contains("The lease is for 1 min instead of ")
                .contains("before the failover partner has confirmed it (MCLT)");
        // 4. Where that minute is set.
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("campus").push(KeyCode.ENTER);
        until(() -> robot.lookup("#peer-mclt-0").tryQuery().isPresent());
        assertThat(robot.lookup("#peer-mclt-0").queryAs(TextField.class).getText()).isEqualTo("60");
    }

    @Test
    void thePageSaysTheseClicksAndItsPicturesAreThere() throws IOException {
        String page = Files.readString(TOUR);
        assertThat(page).contains(QUERY, "Start the demo", "1 min instead of 4 min", "Ctrl+K");
        for (String picture : List.of("doors", "leases-voice", "leases-limit", "peers")) {
            String name = "pictures/" + picture + "-light.png";
            assertThat(page).contains(name);
            assertThat(TOUR.resolveSibling(name)).isNotEmptyFile();
        }
    }
}
