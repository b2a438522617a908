package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

@Tag("socket")
final class DemoTest {

    private final CompletableFuture<Throwable> fault = new CompletableFuture<>();
    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private Demo demo;
    private ControlChannel.Watch watch;

    @BeforeEach
    void start() throws Exception {
        demo = Demo.start("test", 7, fault::complete);
        watch = demo.channels().getFirst().watch(notices::add);
    }

    @AfterEach
    void stop() throws Exception {
        watch.close();
        demo.close();
        assertThat(fault).as("a fault of server or clients").isNotCompleted();
    }

    private Notice next(Predicate<Notice> wanted) throws InterruptedException {
        while (true) {
            Notice notice = notices.poll(20, TimeUnit.SECONDS);
            assertTrue(notice != null, "no such notice for 20 s");
            if (wanted.test(notice)) return notice;
        }
    }

    @Test
    void clientsGetAddressesWithinSeconds() throws Exception {
        next(n -> n instanceof Notice.Pulse pulse && active(pulse.pools()) >= 20);
        var page = demo.channels().getFirst().ask(new Query.Leases(Ip4.ZERO, 1000, false)).get();
        assertThat(page.leases()).hasSizeGreaterThanOrEqualTo(20);
        // A partner's update has no host name: only of its own clients does a server know it.
        assertThat(page.leases())
                .filteredOn(lease -> lease.cltt() > 0)
                .isNotEmpty()
                .allSatisfy(lease -> assertThat(lease.hostname()).matches("[a-z-]+-\\d+"));
        assertThat(page.leases())
                .filteredOn(lease -> lease.state() == BindingState.ACTIVE)
                .extracting(lease -> lease.hardware())
                .doesNotHaveDuplicates();
    }

    @Test
    void theTwoServersReachNormalAndBothHaveTheSameLeases() throws Exception {
        next(n -> n instanceof Notice.PairPulse pulse && isNormal(pulse.pairs().getFirst()));
        next(n -> n instanceof Notice.Pulse pulse && active(pulse.pools()) >= 60);
        for (ControlChannel channel : demo.channels()) {
            assertThat(channel.ask(new Query.Failover()).get())
                    .singleElement()
                    .satisfies(pair -> assertThat(isNormal(pair)).isTrue());
            var page = channel.ask(new Query.Leases(Ip4.ZERO, 1000, false)).get();
            assertThat(page.leases())
                    .filteredOn(lease -> lease.state() == BindingState.ACTIVE)
                    .hasSizeGreaterThan(30);
        }
    }

    @Test
    void aServerThatIsStoppedIsMissedAndComesBackWithItsLeases() throws Exception {
        next(n -> n instanceof Notice.PairPulse pulse && isNormal(pulse.pairs().getFirst()));
        DemoServer second = demo.servers().getLast();
        second.stop();
        next(n -> n instanceof Notice.PairChanged changed && isInterrupted(changed.pair()));
        assertThat(second.channel().ask(new Query.Status())).isCompletedExceptionally();
        second.start();
        next(n -> n instanceof Notice.PairPulse pulse && isNormal(pulse.pairs().getFirst()));
        var page = second.channel().ask(new Query.Leases(Ip4.ZERO, 1000, false)).get();
        assertThat(page.leases()).isNotEmpty();
    }

    private static boolean isNormal(FailoverView pair) {
        return pair.state() == ServerState.NORMAL && pair.partner() == ServerState.NORMAL;
    }

    private static boolean isInterrupted(FailoverView pair) {
        return pair.state() == ServerState.COMMUNICATIONS_INTERRUPTED;
    }

    private static long active(List<PoolView> pools) {
        return pools.stream().mapToLong(PoolView::active).sum();
    }

    @Test
    void everyPacketHasAnAnswerOrAReason() throws Exception {
        for (int seen = 0; seen < 50; seen++) {
            var packet = (Notice.PacketSeen) next(n -> n instanceof Notice.PacketSeen);
            assertThat(packet.packet().reasons()).isNotEmpty();
            assertThat(packet.packet().relay()).isEqualTo(Ip4.of("127.0.0.1"));
        }
    }

    @Test
    void theTerminalShowsASecondInAFewLines() {
        List<String> lines = new ArrayList<>();
        new TerminalDemo(lines::add, false, () -> false).watch(demo.channels(), demo.names(), 2);
        assertThat(lines).filteredOn(line -> line.contains("packets/s")).hasSize(2);
    }

    @Test
    void theTerminalsDemoEndsWhenSomebodyWantsIt() {
        List<String> lines = new ArrayList<>();
        BooleanSupplier afterTheFirst = () -> !lines.isEmpty();
        new TerminalDemo(lines::add, false, afterTheFirst).watch(demo.channels(), demo.names(), 0);
        assertThat(lines).filteredOn(line -> line.contains("packets/s")).hasSize(1);
    }

    @Test
    void onATerminalThePictureHasPoolsAndSaysThatItIsADemo() {
        List<String> lines = new ArrayList<>();
        new TerminalDemo(lines::add, true, () -> false).watch(demo.channels(), demo.names(), 1);
        assertThat(String.join("\n", lines)).contains("DEMO").contains("voice").contains("guests");
    }
}
