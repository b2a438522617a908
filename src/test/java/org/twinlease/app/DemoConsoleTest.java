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
import org.twinlease.console.model.PairSource;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.console.view.window.ConsoleView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.Query;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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
                        PairSource.DEMO,
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

    private static Button deed(FxRobot robot) {
        return robot.lookup("#wizard-deed").queryAs(Button.class);
    }

    private static void toTheOrder(FxRobot robot) throws TimeoutException {
        for (String step : List.of("2", "3", "4", "5")) {
            robot.push(KeyCode.ALT, KeyCode.N);
            until(
                    () ->
                            robot.lookup("#wizard-step")
                                    .queryAs(Label.class)
                                    .getText()
                                    .startsWith(step));
        }
        robot.interact(() -> robot.lookup("#wizard-name").query().requestFocus());
        robot.write("dhcp-b");
    }

    private static void reason(FxRobot robot) {
        robot.interact(() -> robot.lookup("#wizard-reason").query().requestFocus());
        robot.write("its room is dark");
    }

    @Test
    void partnerDownIsRefusedWhileThePartnerIsHeardAndObeyedWhenItIsGone(FxRobot robot)
            throws TimeoutException {
        pairPage(robot);
        robot.push(KeyCode.SHIFT, KeyCode.P);
        until(() -> robot.lookup("#wizard-step").tryQuery().isPresent());
        toTheOrder(robot);
        reason(robot);
        until(
                () ->
                        robot.lookup("#wizard-message")
                                .queryAs(Label.class)
                                .getText()
                                .equals("dhcp-a would refuse the order."));
        assertThat(deed(robot).isDisabled()).as("it is refused, whatever the reason").isTrue();
        robot.push(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#wizard").query().isVisible());

        power(robot, "who-second");
        until(() -> state(robot, "who-first").equals("COMMUNICATIONS INTERRUPTED"));
        until(() -> robot.lookup(".banner-way").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".banner-way").queryAs(Button.class).fire());
        until(() -> robot.lookup("#wizard-seen").tryQuery().isPresent());
        toTheOrder(robot);
        assertThat(deed(robot).isDisabled()).as("nobody has seen it off").isTrue();
        assertThat(deed(robot).isDefaultButton()).isFalse();
        reason(robot);
        until(() -> !deed(robot).isDisabled());
        robot.interact(deed(robot)::fire);
        until(() -> state(robot, "who-first").equals("PARTNER DOWN"));
        until(() -> robot.lookup("#wizard-step").queryAs(Label.class).getText().startsWith("6"));
        assertThat(orders())
                .anyMatch(words -> words.equals("done (reason given: its room is dark)"));
    }

    @Test
    void aServerIsPausedForMaintenanceAndComesBack(FxRobot robot) throws TimeoutException {
        pairPage(robot);
        robot.push(KeyCode.M);
        until(() -> robot.lookup("#wizard-how-0").tryQuery().isPresent());
        robot.push(KeyCode.ALT, KeyCode.N);
        until(() -> !deed(robot).isDisabled());
        assertThat(deed(robot).getText()).isEqualTo("Pause dhcp-a");
        robot.interact(deed(robot)::fire);
        until(() -> state(robot, "who-first").equals("PAUSED"));
        until(() -> state(robot, "who-second").equals("COMMUNICATIONS INTERRUPTED"));
        until(() -> deed(robot).getText().equals("Resume dhcp-a") && !deed(robot).isDisabled());
        robot.interact(deed(robot)::fire);
        untilBothAreNormal(robot);
        until(() -> robot.lookup("Both serve their share again.").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#wizard").query().isVisible());
    }

    /// What became of the orders, by the server's own record.
    private List<String> orders() {
        var channel = Objects.requireNonNull(demo).channels().getFirst();
        return channel
                .ask(new Query.Past(0, Long.MAX_VALUE / 2, "partner-down campus", 100))
                .join()
                .events()
                .stream()
                .map(PastEvent::words)
                .toList();
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
