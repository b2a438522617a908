package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.twinlease.console.model.Samples;
import org.twinlease.console.view.HeadlessMouse;
import org.twinlease.control.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class PumpTest {

    private final List<List<Notice>> batches = new CopyOnWriteArrayList<>();
    private final List<Long> millis = new CopyOnWriteArrayList<>();
    private final Pump pump =
            new Pump(
                    batch -> {
                        assertThat(Platform.isFxApplicationThread()).isTrue();
                        millis.add(System.nanoTime() / 1_000_000);
                        batches.add(batch);
                    });

    private int taken() {
        return batches.stream().mapToInt(List::size).sum();
    }

    @Test
    void noticesArriveInTheirOrderInFewBatches() throws Exception {
        for (int i = 1; i <= 1_000; i++) pump.offer(new Notice.PacketSeen(Samples.packet(i)));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> taken() == 1_000);
        var sequences = new ArrayList<Long>();
        for (List<Notice> batch : batches) {
            for (Notice notice : batch) {
                if (notice instanceof Notice.PacketSeen(var packet))
                    sequences.add(packet.sequence());
            }
        }
        assertThat(sequences).isSorted().hasSize(1_000);
        assertThat(batches.size()).isLessThan(20);
    }

    @Test
    void handsOverAtMostTenTimesASecond() throws Exception {
        for (int i = 1; millis.size() < 6; i++) {
            pump.offer(new Notice.PacketSeen(Samples.packet(i)));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        long first = millis.getFirst();
        long last = millis.get(5);
        assertThat(last - first).isGreaterThanOrEqualTo(450);
    }

    @Test
    void whenTooManyWaitTheyBecomeOneResync(FxRobot robot) throws Exception {
        var hold = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    try {
                        assertThat(hold.await(10, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        var packet = new Notice.PacketSeen(Samples.packet(1));
        for (int i = 0; i < 60_000; i++) pump.offer(packet);
        hold.countDown();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !batches.isEmpty());
        assertThat(batches.getFirst()).isEqualTo(List.of(new Notice.Resync()));
    }

    @Test
    void whatFailsOnceDoesNotStopWhatComesAfterIt() throws Exception {
        var failed = new AtomicBoolean();
        var seen = new CopyOnWriteArrayList<Notice>();
        boolean checked = WaitForAsyncUtils.autoCheckException;
        WaitForAsyncUtils.autoCheckException = false;
        try {
            Pump failing =
                    new Pump(
                            batch -> {
                                if (failed.compareAndSet(false, true)) {
                                    throw new IllegalStateException("meant by the test");
                                }
                                seen.addAll(batch);
                            });
            failing.offer(new Notice.Resync());
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, failed::get);
            failing.offer(new Notice.PacketSeen(Samples.packet(1)));
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !seen.isEmpty());
            failing.close();
        } finally {
            WaitForAsyncUtils.clearExceptions();
            WaitForAsyncUtils.autoCheckException = checked;
        }
    }

    @Test
    void workIsDoneOnTheJavaFxThreadAndAClosedPumpHandsNothingOver() throws Exception {
        var seen = new CopyOnWriteArrayList<Boolean>();
        pump.execute(() -> seen.add(Platform.isFxApplicationThread()));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !seen.isEmpty());
        assertThat(seen).containsExactly(true);
        pump.close();
        pump.offer(new Notice.Resync());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(batches).isEmpty();
    }
}
