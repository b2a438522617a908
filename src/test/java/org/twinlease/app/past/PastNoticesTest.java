package org.twinlease.app.past;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.pair.Pairs;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PoolView;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// Which notices are events of the past.
final class PastNoticesTest {

    private static final Reason LINKED =
            Reason.of(ReasonCode.PAIR_LINKED, "fo", Ip4.of("10.0.0.2"));
    private static final Reason SILENT = Reason.of(ReasonCode.LINK_SILENT, "fo", 30L);

    private final PastNotices notices = new PastNotices();

    private static FailoverView pair(ServerState state, boolean up, @Nullable Reason trouble) {
        return new FailoverView(
                "fo",
                true,
                state,
                false,
                100,
                LINKED,
                ServerState.NORMAL,
                100,
                60,
                List.of(0),
                -1,
                new FailoverView.Link(
                        Ip4.of("10.0.0.2"), up, trouble, 7, 2, 10, -1, -1, null, 0, -1, 0, 0, 0));
    }

    private List<String> told(Notice notice) {
        return notices.events(notice).stream()
                .map(e -> e.kind() + " " + e.subject() + " " + e.words())
                .toList();
    }

    @Test
    void onlyWhatIsAnotherThanBeforeIsAnEvent() {
        assertThat(told(new Notice.PairChanged(pair(ServerState.NORMAL, true, null), LINKED, 1)))
                .containsExactly("STATE fo normal", "PARTNER fo normal", "LINK fo up");
        var alone = pair(ServerState.COMMUNICATIONS_INTERRUPTED, false, SILENT);
        assertThat(told(new Notice.PairChanged(alone, SILENT, 2)))
                .containsExactly("STATE fo communications-interrupted", "LINK fo down");
        var refused = Reason.of(ReasonCode.LINK_CLOSED, "fo", "connection refused");
        assertThat(told(new Notice.PairChanged(alone, refused, 3))).containsExactly("TROUBLE fo ");
    }

    @Test
    void aStateThatBeganBeforeAnybodyWatchedIsAnEventOfTheFirstPulse() {
        var pulse = new Notice.PairPulse(List.of(pair(ServerState.NORMAL, true, null)), 50_000);
        assertThat(told(pulse))
                .containsExactly(
                        "STATE fo normal", "PARTNER fo normal", "LINK fo up", "SAMPLE fo ");
        assertThat(told(pulse)).isEmpty();
    }

    private static Notice.Pulse pools(long atMillis) {
        long[] none = new long[Counter.values().length];
        var pool = new PoolView(0, "p", "p", List.of(), 100, 40, 0, 30, 5, 0, 25);
        return new Notice.Pulse(new CountersView(atMillis, none, 0, 0), List.of(pool, pool));
    }

    @Test
    void howItStandsIsToldEveryTenSeconds() {
        PastEvent first = notices.events(pools(10_000)).getFirst();
        assertThat(first.kind()).isEqualTo(PastKind.SAMPLE);
        assertThat(first.numbers()).containsExactly(0L, 80L, 50L, 60L);
        assertThat(notices.events(pools(19_999))).isEmpty();
        assertThat(notices.events(pools(20_000))).hasSize(1);
        assertThat(notices.events(pools(5_000))).as("the clock was put back").hasSize(1);
    }

    @Test
    void everyRelationshipHasASampleOfItsOwnPools() {
        long[] none = new long[Counter.values().length];
        var one = new PoolView(0, "p", "p", List.of(), 100, 40, 0, 30, 5, 0, 25);
        var two = new PoolView(1, "q", "q", List.of(), 100, 10, 0, 80, 5, 0, 5);
        var counters = new CountersView(1, none, 0, 0);
        var _ = notices.events(new Notice.Pulse(counters, List.of(one, two)));
        FailoverView first = Pairs.of("east", true, 0);
        FailoverView second = Pairs.of("west", true, 1);
        var pulse = new Notice.PairPulse(List.of(first, second), 90_000);
        assertThat(notices.events(pulse))
                .filteredOn(event -> event.kind() == PastKind.SAMPLE)
                .extracting(event -> event.subject() + " " + event.numbers())
                .containsExactly("east [0, 40, 25, 30]", "west [0, 10, 5, 80]");
    }

    @Test
    void whatIsOwedToThePartnerIsPartOfIt() {
        var _ = notices.events(pools(1));
        var pulse = new Notice.PairPulse(List.of(pair(ServerState.NORMAL, true, null)), 90_000);
        assertThat(notices.events(pulse).getLast().numbers()).containsExactly(7L, 80L, 50L, 60L);
    }

    @Test
    void aLeaseIsToldWithWhatItWas() {
        LeaseView before = lease(BindingState.FREE);
        Reason why = Reason.of(ReasonCode.ACK_SELECTING, before.address());
        var changed = new Notice.LeaseChanged(lease(BindingState.ACTIVE), why, 9, before);
        PastEvent event = notices.events(changed).getFirst();
        assertThat(event.subject()).isEqualTo("10.0.0.5");
        assertThat(event.words()).isEqualTo("active");
        assertThat(event.before()).isEqualTo(before);
        assertThat(event.why()).isEqualTo(why);
    }

    private static LeaseView lease(BindingState state) {
        return new LeaseView(Ip4.of("10.0.0.5"), state, null, null, null, 0, 0, 0, false, false, 0);
    }

    @Test
    void alarmsAndDivisionsAreEventsAndPacketsAreNone() {
        var up = new AlarmView(AlarmType.POOL_EMPTY, 5, false, "net");
        var over = new AlarmView(AlarmType.POOL_EMPTY, 6, true, "net");
        assertThat(told(new Notice.Alarm(up)).getFirst()).startsWith("ALARM POOL_EMPTY ");
        assertThat(told(new Notice.Alarm(over)).getFirst()).startsWith("ALARM_OVER POOL_EMPTY ");
        PastEvent divided = notices.events(new Notice.PoolBalanced("fo", 2, 9, 3, 3, 7)).getFirst();
        assertThat(divided.numbers()).containsExactly(2L, 9L, 3L, 3L);
        assertThat(told(new Notice.Resync())).isEmpty();
    }

    @Test
    void ofTooManyLeasesOnlyTheNumberIsKept() {
        var allowance = new Allowance();
        int taken = 0;
        for (int i = 0; i < 6_000; i++) if (allowance.take(1_000)) taken++;
        assertThat(taken).isEqualTo(5_000);
        assertThat(allowance.missed()).isEqualTo(1_000);
        assertThat(allowance.missed()).isZero();
        assertThat(allowance.take(1_010)).as("five more after ten milliseconds").isTrue();
        for (int i = 0; i < 4; i++) assertThat(allowance.take(1_010)).isTrue();
        assertThat(allowance.take(1_010)).isFalse();
    }
}
