package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// A person who starts the console for the first time: each of the three doors leads somewhere.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class FirstRunTest {

    private static final String CONF =
            """
            failover peer "fo" {
              primary;
              address 10.0.0.1;
              peer address 10.0.0.2;
              mclt 600;
              split 128;
            }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              pool {
                failover peer "fo";
                deny dynamic bootp clients;
                range 10.0.0.10 10.0.0.99;
              }
            }
            """;

    @TempDir private @Nullable Path folder;
    private @Nullable Openings openings;
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) {
        var settings = new StoredSettings(file("settings"));
        openings = new Openings(settings, _ -> {});
        DoorsView.open(
                stage,
                new OpenDoors(openings),
                settings,
                session -> view = ConsoleView.open(stage, session));
        stage.setWidth(1_000);
        stage.setHeight(900);
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

    private Path file(String name) {
        return Objects.requireNonNull(folder).resolve(name);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".header .text-title").queryAs(Label.class).getText();
    }

    private static void type(FxRobot robot, String field, Path path) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText("" + path));
    }

    @Test
    void enterStartsTheDemoAndItIsAlive(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".truth .chip").tryQuery().isPresent());
        assertThat(title(robot)).isEqualTo("Overview");
        until(() -> robot.lookup(".pool").queryAll().size() >= 4);
    }

    @Test
    void aFileThatIsNotThereIsSaidAndTheRightOneOpensItsForm(FxRobot robot)
            throws IOException, TimeoutException {
        type(robot, "#config", file("none.conf"));
        robot.interact(() -> robot.lookup("#files").queryAs(Button.class).fire());
        until(() -> robot.lookup("#refusal").queryAs(Label.class).isVisible());
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText())
                .isEqualTo(
                        Character.toUpperCase(("" + file("")).charAt(0))
                                + ("" + file("none.conf")).substring(1)
                                + " cannot be read; check its name and permissions.");
        Files.writeString(file("a.conf"), CONF);
        Files.writeString(
                file("a.leases"), "lease 10.0.0.11 {\n  ends never;\n  binding state active;\n}\n");
        type(robot, "#config", file("a.conf"));
        type(robot, "#leases", file("a.leases"));
        robot.interact(() -> robot.lookup("#files").queryAs(Button.class).fire());
        until(() -> robot.lookup(".header .text-title").tryQuery().isPresent());
        assertThat(robot.lookup("#page-live").tryQuery()).as("files have no traffic").isEmpty();
        robot.clickOn("#page-peers");
        until(() -> robot.lookup("#peer-split-0").tryQuery().isPresent());
        assertThat(title(robot)).isEqualTo("Failover peers");
        assertThat(robot.lookup(".truth .chip").queryAs(Label.class).getText()).isEqualTo("FILES");
    }

    @Test
    void aServerThatIsNotThereIsSaidInWords(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#server").queryAs(TextField.class).setText("no server"));
        robot.interact(() -> robot.lookup("#servers").queryAs(Button.class).fire());
        until(() -> robot.lookup("#refusal").queryAs(Label.class).isVisible());
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText())
                .contains("is no URL of a server; write it as http://127.0.0.1:8067");
    }
}
