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
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Refused;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.window.ConsoleView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// A person who opens both files of a pair, has a problem fixed, applies that and takes it back.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class FilesConsoleTest {

    private static final String NETS =
            """
            subnet 10.0.0.0 netmask 255.255.255.0 {
              pool {
                failover peer "fo";
                deny dynamic bootp clients;
                range 10.0.0.10 10.0.0.99;
              }
            }
            """;

    private static final String HEAD =
            """
            # written by hand
            failover peer "fo" {
              ROLE;
              address 10.0.0.A;
              peer address 10.0.0.B;
              load balance max seconds 3;
            }
            """;

    @TempDir private @Nullable Path folder;
    private @Nullable ConsoleView view;

    @Start
    void open(Stage stage) throws IOException, Refused {
        String primary = "primary;\n  mclt 600;\n  split 128;\n  max-unacked-updates 1";
        write("a.conf", HEAD.replace("ROLE", primary).replace("A;", "1;").replace("B;", "2;"));
        write("b.conf", HEAD.replace("ROLE", "secondary").replace("A;", "2;").replace("B;", "1;"));
        var openings = new Openings(new StoredSettings(file("settings")), _ -> {});
        var files = new ConsoleOptions.Files(List.of(file("a.conf"), file("b.conf")), List.of());
        view = ConsoleView.open(stage, openings.files(files).session());
        stage.setMinWidth(0);
        stage.setWidth(1_000);
        stage.setHeight(980);
        stage.setX(0);
        stage.setY(0);
    }

    private void write(String name, String head) throws IOException {
        Files.writeString(file(name), head + NETS);
    }

    private Path file(String name) {
        return Objects.requireNonNull(folder).resolve(name);
    }

    private String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(view).close());
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isThere(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(node -> node.isVisible()).isPresent();
    }

    private static void fire(FxRobot robot, String button) throws TimeoutException {
        until(() -> isThere(robot, button));
        until(() -> !robot.lookup(button).query().isDisabled());
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void aFixIsAppliedToTheFileAndPutBackAgain(FxRobot robot) throws IOException, TimeoutException {
        String before = text("a.conf");
        until(() -> isThere(robot, "#problems"));
        robot.clickOn("#problems");
        fire(robot, ".trouble .small-button");
        fire(robot, "#review");
        assertThat(robot.lookup(".header .text-title").queryAs(Label.class).getText())
                .isEqualTo("Review and apply");
        fire(robot, "#apply");
        until(() -> isThere(robot, "#waiting"));
        assertThat(text("a.conf")).isEqualTo(before.replace("updates 1;", "updates 10;"));
        assertThat(text("a.conf.bak")).isEqualTo(before);
        fire(robot, "#back");
        until(() -> !isThere(robot, "#waiting"));
        assertThat(text("a.conf")).isEqualTo(before);
    }

    @Test
    void whatBothHaveIsWrittenIntoBothFilesAndKept(FxRobot robot)
            throws IOException, TimeoutException {
        until(() -> isThere(robot, "#peer-balance"));
        robot.interact(() -> robot.lookup("#peer-balance").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("5");
        assertThat(robot.lookup("#peer-balance").queryAs(TextField.class).getText()).isEqualTo("5");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        fire(robot, "#apply");
        until(() -> isThere(robot, "#restart"));
        assertThat(robot.lookup("#restart").queryAs(Label.class).getText())
                .contains("Restart the secondary", "systemctl restart isc-dhcp-server");
        fire(robot, "#keep");
        until(() -> !isThere(robot, "#waiting"));
        for (String name : List.of("a.conf", "b.conf")) {
            assertThat(text(name)).contains("load balance max seconds 5;");
            assertThat(text(name)).startsWith("# written by hand\n");
        }
        robot.interact(() -> Objects.requireNonNull(view).close());
        assertThat(text("a.conf")).as("what is kept stays").contains("max seconds 5;");
    }

    @Test
    void closingTheConsolePutsBackWhatNobodyKept(FxRobot robot)
            throws IOException, TimeoutException {
        String before = text("b.conf");
        until(() -> isThere(robot, "#peer-balance"));
        robot.interact(() -> robot.lookup("#peer-balance").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("7");
        fire(robot, "#review");
        fire(robot, "#apply");
        until(() -> isThere(robot, "#waiting"));
        assertThat(text("b.conf")).contains("max seconds 7;");
        robot.interact(() -> Objects.requireNonNull(view).close());
        assertThat(text("b.conf")).isEqualTo(before);
    }
}
