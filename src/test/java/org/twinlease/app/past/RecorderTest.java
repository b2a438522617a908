package org.twinlease.app.past;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;
import org.twinlease.control.StoreView;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// A server's record of the past: what it is asked, and what it knows after a restart.
final class RecorderTest {

    private static final long BEGIN = 1_700_000_000_000L;
    private static final Ip4 ADDRESS = Ip4.of("10.0.0.5");

    private final SimDisk disk = new SimDisk("data", new Random(1));
    private long millis = BEGIN;

    private Recorder open() throws IOException {
        return Recorder.open(disk, () -> Instant.ofEpochMilli(millis), "dhcp-a", "1.0");
    }

    private static LeaseView lease(BindingState state, long client) {
        return new LeaseView(
                ADDRESS,
                state,
                client == 0 ? null : HardwareAddress.ethernet(client),
                null,
                null,
                0,
                0,
                0,
                false,
                false,
                0);
    }

    private static Notice changed(long atMillis, LeaseView before, LeaseView after) {
        Reason why = Reason.of(ReasonCode.ACK_SELECTING, ADDRESS);
        return new Notice.LeaseChanged(after, why, atMillis, before);
    }

    private PastPage ask(Recorder recorder, String subject) {
        return recorder.past(new Query.Past(0, Long.MAX_VALUE / 2, subject, 100)).join();
    }

    private static List<String> told(PastPage page) {
        return page.events().stream()
                .map(e -> e.sequence() + " " + e.kind() + " " + e.subject() + " " + e.words())
                .toList();
    }

    @Test
    void eventsAreNumberedOverRestartsAndToldInTheirOrder() throws IOException {
        try (Recorder recorder = open()) {
            recorder.ordered(new Command.Release(ADDRESS), new Outcome.Done());
            recorder.ordered(new Command.PartnerDown("fo", 17), new Outcome.Refused("It answers."));
        }
        millis += 60_000;
        try (Recorder recorder = open()) {
            recorder.configured("3 pools");
            assertThat(told(ask(recorder, "")))
                    .containsExactly(
                            "0 STARTED dhcp-a 1.0",
                            "1 ORDER release 10.0.0.5 done",
                            "2 ORDER partner-down fo It answers.",
                            "3 STARTED dhcp-a 1.0",
                            "4 CONFIGURED  3 pools");
            assertThat(ask(recorder, "").sinceMillis()).isEqualTo(BEGIN);
        }
    }

    @Test
    void theReasonThatAPersonGivesForPartnerDownIsKept() throws IOException {
        var down = new Command.PartnerDown("fo", 17, false, " seen with its cable pulled ");
        try (Recorder recorder = open()) {
            recorder.ordered(down, new Outcome.Done());
            recorder.ordered(down, new Outcome.Refused("It answers."));
        }
        try (Recorder recorder = open()) {
            assertThat(told(ask(recorder, "")))
                    .contains(
                            "1 ORDER partner-down fo done (reason given: seen with its cable"
                                    + " pulled)",
                            "2 ORDER partner-down fo It answers. (reason given: seen with its"
                                    + " cable pulled)");
        }
    }

    @Test
    void aLiveDrillIsKeptWithItsReasonAndNotEverySignOfItsLeader() throws IOException {
        try (Recorder recorder = open()) {
            var channel = new RecordedChannel(server(null), recorder);
            for (Command command :
                    List.of(
                            new Command.MarkDrills(LiveMark.LAB, 0, "the cellar"),
                            new Command.BeginDrill("fo", LiveAct.PAUSE_LINK, 60, "a look"),
                            new Command.HoldDrill("fo"),
                            new Command.EndDrill("fo"))) {
                channel.submit(command).join();
            }
            assertThat(told(ask(recorder, "")))
                    .containsExactly(
                            "0 STARTED dhcp-a 1.0",
                            "1 ORDER mark-drills lab done (reason given: the cellar)",
                            "2 ORDER begin-drill pause-link fo done (reason given: a look)",
                            "3 ORDER end-drill fo done");
        }
    }

    @Test
    void leasesAreToldForTheirAddressAlone() throws IOException {
        try (Recorder recorder = open()) {
            recorder.on(
                    changed(BEGIN + 1, lease(BindingState.FREE, 0), lease(BindingState.ACTIVE, 1)));
            assertThat(told(ask(recorder, ""))).noneMatch(line -> line.contains("LEASE"));
            assertThat(told(ask(recorder, "10.0.0.5"))).containsExactly("1 LEASE 10.0.0.5 active");
            assertThat(told(ask(recorder, "10.0.0.6"))).isEmpty();
        }
    }

    @Test
    void whatTheServersHaveOnlyToldEachOtherIsNoEvent() throws IOException {
        try (Recorder recorder = open()) {
            LeaseView given = lease(BindingState.ACTIVE, 1);
            recorder.on(changed(BEGIN + 1, given, given));
            assertThat(told(ask(recorder, "10.0.0.5"))).isEmpty();
            recorder.on(changed(BEGIN + 2, given, lease(BindingState.ACTIVE, 2)));
            assertThat(told(ask(recorder, "10.0.0.5"))).hasSize(1);
        }
    }

    @Test
    void aSubjectIsFoundHoweverItIsSpelt() throws IOException {
        try (Recorder recorder = open()) {
            for (String name : List.of("fo", "fo-2", "say \"hi\"", "b\u00fcro", "x".repeat(300))) {
                recorder.ordered(new Command.Pause(name), new Outcome.Done());
                assertThat(told(ask(recorder, "pause " + name))).as(name).hasSize(1);
            }
        }
    }

    @Test
    void onlyTheAskedTimeIsToldAndOfThatTheNewest() throws IOException {
        try (Recorder recorder = open()) {
            for (int i = 1; i <= 9; i++) {
                millis = BEGIN + i * 1_000L;
                recorder.configured("number " + i);
            }
            PastPage page =
                    recorder.past(new Query.Past(BEGIN + 3_000, BEGIN + 7_000, "", 2)).join();
            assertThat(page.events())
                    .extracting(PastEvent::words)
                    .containsExactly("number 6", "number 7");
        }
    }

    private FakeChannel server(@Nullable LeaseView now) {
        var channel = new FakeChannel();
        if (now != null) channel.leases.add(now);
        return channel;
    }

    private LeaseView then(RecordedChannel channel, long at) {
        List<LeaseView> leases =
                channel.ask(new Query.LeasesThen(at, new Ip4(0), 100)).join().leases();
        return leases.isEmpty() ? lease(BindingState.FREE, 0) : leases.getFirst();
    }

    @Test
    void theLeasesOfAMomentAreThoseOfNowWithWhatChangedSinceTurnedBack() throws IOException {
        LeaseView free = lease(BindingState.FREE, 0);
        LeaseView given = lease(BindingState.ACTIVE, 1);
        LeaseView over = lease(BindingState.EXPIRED, 1);
        LeaseView other = lease(BindingState.ACTIVE, 2);
        try (Recorder recorder = open()) {
            recorder.on(changed(BEGIN + 1_000, free, given));
            recorder.on(changed(BEGIN + 2_000, given, over));
            recorder.on(changed(BEGIN + 3_000, over, other));
        }
        try (Recorder recorder = open()) {
            var channel = new RecordedChannel(server(other), recorder);
            assertThat(then(channel, BEGIN + 3_000)).isEqualTo(other);
            assertThat(then(channel, BEGIN + 2_500)).isEqualTo(over);
            assertThat(then(channel, BEGIN + 1_500)).isEqualTo(given);
            assertThat(then(channel, BEGIN + 500)).as("nobody had it yet").isEqualTo(free);
        }
    }

    @Test
    void ordersGoToTheServerAndIntoTheRecord() throws IOException {
        try (Recorder recorder = open()) {
            FakeChannel server = server(null);
            var channel = new RecordedChannel(server, recorder);
            assertThat(channel.submit(new Command.Pause("fo")).join())
                    .isEqualTo(new Outcome.Done());
            assertThat(server.ordered).containsExactly(new Command.Pause("fo"));
            assertThat(told(ask(recorder, ""))).contains("1 ORDER pause fo done");
            assertThat(channel.ask(new Query.Status()).join().name()).isEqualTo("dhcp-a");
            assertThat(channel.ask(new Query.Store()).join())
                    .as("a simulated disk has no end")
                    .isEqualTo(StoreView.UNKNOWN);
            var _ = channel.watch(_ -> {});
            assertThat(server.watchers()).isEqualTo(1);
        }
    }

    @Test
    void whatWasTooMuchIsSaid() throws IOException {
        try (Recorder recorder = open()) {
            LeaseView free = lease(BindingState.FREE, 0);
            LeaseView given = lease(BindingState.ACTIVE, 1);
            for (int i = 0; i < 5_100; i++) recorder.on(changed(BEGIN, free, given));
            recorder.configured("after");
            PastPage page = ask(recorder, "");
            assertThat(page.missed()).isTrue();
            assertThat(page.events())
                    .filteredOn(e -> e.kind() == PastKind.MISSED)
                    .flatExtracting(PastEvent::numbers)
                    .satisfies(
                            numbers ->
                                    assertThat(numbers.stream().mapToLong(n -> (Long) n).sum())
                                            .isEqualTo(100));
        }
    }

    @Test
    void aDiskThatRefusesCostsTheRecordAlone() throws IOException {
        Recorder recorder = open();
        recorder.configured("one");
        assertThat(told(ask(recorder, ""))).hasSize(2);
        recorder.close();
        recorder.configured("too late");
        assertThat(recorder.past(new Query.Past(0, 1, "", 1))).isCompletedExceptionally();
    }
}
