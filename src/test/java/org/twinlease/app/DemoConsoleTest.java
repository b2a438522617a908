package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.testfx.util.WaitForAsyncUtils;
import org.twinlease.app.files.KeptDocuments;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.FakeFiles;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.Query;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// A person who switches servers of the demo's true pair off and on, and looks at the Pair page.
@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class DemoConsoleTest {

    private static final class NoSettings implements ConsoleSettings {
        @Override
        public String read(String key, String otherwise) {
            return otherwise;
        }

        @Override
        public void write(String key, String value) {}
    }

    private @Nullable Demo demo;
    private @Nullable ConsoleView view;
    private @Nullable Throwable fault;

    @Start
    void open(Stage stage) throws IOException {
        demo = Demo.start("test", 11, cause -> fault = cause);
        var session =
                new ConsoleSession(
                        demo.channels(),
                        new DemoPower(demo.servers(), cause -> fault = cause),
                        new KeptDocuments(new DemoKeeper(demo.servers())),
                        new NoSettings(),
                        new FakeFiles(),
                        ConsoleSession.Mode.DEMO,
                        ForkJoinPool.commonPool(),
                        InstantSource.system(),
                        ZoneOffset.UTC);
        stage.setWidth(1_000);
        stage.setHeight(980);
        view = ConsoleView.open(stage, session);
        stage.setMinWidth(0);
        stage.setX(0);
        stage.setY(0);
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(() -> Objects.requireNonNull(view).close());
        Objects.requireNonNull(demo).close();
        assertThat(fault).isNull();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String state(FxRobot robot, String card) {
        return robot.lookup("#" + card + " .chip").queryAs(Label.class).getText();
    }

    private static void untilBothAreNormal(FxRobot robot) throws TimeoutException {
        until(
                () ->
                        state(robot, "who-first").equals("NORMAL")
                                && state(robot, "who-second").equals("NORMAL"));
    }

    private static void pairPage(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> robot.lookup("#who-first .chip").tryQuery().isPresent());
        untilBothAreNormal(robot);
    }

    private static void power(FxRobot robot, String card) {
        robot.interact(
                () -> robot.lookup("#" + card + " .demo-power").queryAs(Button.class).fire());
    }

    @Test
    void aKilledPartnerIsMissedAndBackInNormalAfterItsStart(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        power(robot, "who-second");
        until(() -> state(robot, "who-first").equals("COMMUNICATIONS INTERRUPTED"));
        until(() -> robot.lookup(".banner").tryQuery().isPresent());
        until(
                () ->
                        robot.lookup("#who-second .demo-power")
                                .queryAs(Button.class)
                                .getText()
                                .equals("Demo: start dhcp-b"));
        power(robot, "who-second");
        untilBothAreNormal(robot);
        until(() -> robot.lookup(".banner").tryQuery().isEmpty());
    }

    @Test
    void partnerDownIsRefusedWhileThePartnerIsHeardAndObeyedWhenItIsGone(FxRobot robot)
            throws TimeoutException {
        pairPage(robot);
        robot.clickOn("Orders");
        robot.clickOn("#order-partner-down");
        until(() -> robot.lookup("#order-words").tryQuery().isPresent());
        assertThat(robot.lookup("#order-confirm").tryQuery()).as("it is refused").isEmpty();
        power(robot, "who-second");
        until(() -> state(robot, "who-first").equals("COMMUNICATIONS INTERRUPTED"));
        robot.interact(() -> robot.lookup("#order-partner-down").queryAs(Button.class).fire());
        until(() -> robot.lookup("#order-confirm").tryQuery().isPresent());
        Button sure = robot.lookup("#order-confirm").queryAs(Button.class);
        assertThat(sure.isDisabled()).as("the name is not typed yet").isTrue();
        robot.interact(() -> robot.lookup("#order-typed").query().requestFocus());
        robot.write("dhcp-b");
        until(() -> !sure.isDisabled());
        robot.interact(sure::fire);
        until(() -> state(robot, "who-first").equals("PARTNER DOWN"));
    }

    private long mclt() {
        var channel = Objects.requireNonNull(demo).channels().getFirst();
        return channel.ask(new Query.Failover()).join().getFirst().mclt();
    }

    private static void fire(FxRobot robot, String button) throws TimeoutException {
        until(() -> robot.lookup(button).tryQuery().filter(b -> !b.isDisabled()).isPresent());
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void anMcltThatIsTypedAndAppliedIsTakenByTheServersAndGoesBack(FxRobot robot)
            throws TimeoutException {
        assertThat(mclt()).isEqualTo(60);
        robot.clickOn("#page-peers");
        until(() -> robot.lookup("#peer-mclt-0").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#peer-mclt-0").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("2 min");
        fire(robot, "#review");
        fire(robot, "#apply");
        until(() -> mclt() == 120);
        fire(robot, "#back");
        until(() -> mclt() == 60);
    }
}
