package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
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
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.Pages;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Frames, processor and memory of the two pages that have the most to show: the lease table of a
/// million rows that is scrolled while 5,000 of them change a second, and the flow of 5,000 packets
/// a second. Prints figures, which mean something only where nothing else runs; how fast a machine
/// is, is no test.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
final class ConsoleBench {

    private static final int LEASES = 1_000_000;
    private static final int A_SECOND = 5_000;
    private static final int SECONDS = 15;
    private static final int WARM = 400;
    private static final int FIRST = Ip4.of("10.0.0.0").bits();

    private final Crowd crowd = new Crowd();
    private final Desk desk = new Desk(Samples.office());
    private @Nullable ConsoleView opened;

    /// A server with a million leases that are made when they are asked for.
    private static final class Crowd implements ControlChannel {
        private final FakeChannel small = Samples.office();

        @SuppressWarnings("unchecked") // leases are answered by a page of them
        @Override
        public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
            if ((Query<?>) query instanceof Query.Leases(Ip4 from, int limit, boolean _)) {
                return (CompletableFuture<A>) CompletableFuture.completedFuture(page(from, limit));
            }
            return small.ask(query);
        }

        private static LeasePage page(Ip4 from, int limit) {
            int at = Math.max(0, from.bits() - FIRST);
            int end = Math.min(LEASES, at + limit);
            List<LeaseView> leases = new ArrayList<>();
            for (int i = at; i < end; i++) leases.add(lease(i, 0));
            return new LeasePage(leases, end == LEASES ? null : new Ip4(FIRST + end));
        }

        @Override
        public CompletableFuture<Outcome> submit(Command command) {
            return small.submit(command);
        }

        @Override
        public Watch watch(Consumer<Notice> watcher) {
            return small.watch(watcher);
        }
    }

    private static LeaseView lease(int number, long later) {
        long now = Samples.NOW / 1_000 + later;
        return new LeaseView(
                new Ip4(FIRST + number),
                BindingState.ACTIVE,
                Samples.hardware(number),
                null,
                Samples.host(number),
                now - 100,
                now + 3_500,
                now - 100,
                false,
                false,
                0);
    }

    @Start
    void open(Stage stage) {
        desk.channels = List.of(crowd);
        opened = ConsoleView.open(stage, desk.session(ConsoleSession.Mode.SERVER));
    }

    /// Counts frames of some seconds while notices come in and something is done with every frame.
    private void measure(FxRobot robot, String what, Runnable send, Runnable frame) {
        var frames = new AtomicInteger();
        var timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frames.incrementAndGet();
                        frame.run();
                    }
                };
        var cpu =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        try (var sender = Executors.newSingleThreadScheduledExecutor()) {
            var _ = sender.scheduleAtFixedRate(send, 0, 100, TimeUnit.MILLISECONDS);
            robot.interact(timer::start);
            WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
            // A machine with much to do takes longer until everything is compiled.
            while (frames.get() < WARM) WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
            frames.set(0);
            long cpuBefore = cpu.getProcessCpuTime();
            long drawnBefore = drawn(robot);
            long before = System.nanoTime();
            WaitForAsyncUtils.sleep(SECONDS, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - before) / 1e9;
            double busy = (cpu.getProcessCpuTime() - cpuBefore) / 1e9 / seconds;
            double drawn = (drawn(robot) - drawnBefore) / 1e6 / Math.max(1, frames.get());
            sender.shutdownNow();
            robot.interact(timer::stop);
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.printf(
                    "%s: %.1f frames/s, %.0f %% of one core, %.1f ms of the console's thread a"
                            + " frame, %d MB heap after collection%n",
                    what, frames.get() / seconds, 100 * busy, drawn, used >> 20);
        }
        assertThat(frames.get()).as("it is alive").isPositive();
    }

    /// What the thread that lays out has taken of a processor, in nanoseconds.
    private static long drawn(FxRobot robot) {
        var thread = new AtomicLong();
        robot.interact(() -> thread.set(Thread.currentThread().threadId()));
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.get());
    }

    private ConsoleView view() {
        return java.util.Objects.requireNonNull(opened);
    }

    @Test
    void aMillionLeasesScrollWhileTheyChange(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view().show(Pages.LEASES));
        // A page is looked through only where nothing changes it at the same time.
        var found = new AtomicReference<TableView<?>>();
        robot.interact(() -> found.set(table(robot)));
        TableView<?> table = found.get();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> table.getItems().size() == LEASES);
        var changed = new AtomicInteger();
        var at = new AtomicInteger();
        measure(
                robot,
                "Leases, 1,000,000 rows, " + A_SECOND + " changes/s, scrolled",
                () -> {
                    for (int i = 0; i < A_SECOND / 10; i++) {
                        LeaseView lease =
                                lease(changed.addAndGet(7_919) % LEASES & 0x7FFF_FFFF, 60);
                        Reason why = Reason.of(ReasonCode.ACK_RENEWING, lease.address());
                        crowd.small.tell(new Notice.LeaseChanged(lease, why, Samples.NOW));
                    }
                },
                () -> table.scrollTo(at.addAndGet(11) % (LEASES - 100)));
    }

    @Test
    void theFlowOfABusyServerStaysReadable(FxRobot robot) {
        robot.interact(() -> view().show(Pages.LIVE));
        var sent = new AtomicInteger(300);
        measure(
                robot,
                "Live, " + A_SECOND + " packets/s with their answers",
                () -> {
                    desk.millis += 100;
                    for (int i = 0; i < A_SECOND / 10; i++) {
                        int number = sent.incrementAndGet();
                        long ago = Samples.NOW - desk.millis;
                        crowd.small.tell(new Notice.PacketSeen(Samples.packet(number, ago)));
                    }
                },
                () -> {});
        assertThat(view().models().live().shown().state().rows()).hasSizeLessThan(4_000);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup(".table-view").queryAs(TableView.class);
    }
}
