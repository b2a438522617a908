package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.util.Objects;

/// What a server makes of its disk's word on when it was with its partner last.
class TogetherTest {
    private static final long SECOND = Half.BEGIN;

    /// A server of which the disk says that it was with its partner so many seconds ago.
    private static Half started(boolean primary, long secondsAgo, String partnersProgram) {
        PairState kept =
                new PairState(
                        "fo",
                        ServerState.NORMAL,
                        SECOND - 90_000,
                        ServerState.NORMAL,
                        SECOND - 90_000,
                        primary ? 0 : Half.MCLT,
                        primary ? null : Half.HBA,
                        SECOND - secondsAgo,
                        false);
        Half half = new Half(Half.terms(primary, 10), kept, false);
        half.partnersProgram = partnersProgram;
        return half;
    }

    /// The partner has been alone for ten minutes; a minute passes between two records, half a
    /// minute until the partner misses one, and clocks may differ by a minute.
    @ParameterizedTest
    @CsvSource({"true, 760, RECOVER", "false, 760, RECOVER", "true, 740, NORMAL"})
    void anOlderDiskIsNoticedByWhatThePartnerSays(
            boolean primary, long secondsAgo, ServerState expected) {
        Half half = started(primary, secondsAgo, "test-7");
        half.link();
        half.taken();
        half.hear(Messages.state(ServerState.COMMUNICATIONS_INTERRUPTED, false, SECOND - 600), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(expected);
        boolean recovers = expected == ServerState.RECOVER;
        assertThat(half.words().contains(MessageType.UPDREQALL)).isEqualTo(recovers);
        assertThat(PeerView.of(half.peer, half.now()).lost()).isEqualTo(recovers);
        if (!recovers) return;
        assertThat(half.peer.why().code()).isEqualTo(ReasonCode.PAIR_OLD_DISK);
        assertThat(half.saved("fo")).isEqualTo(half.peer.kept());
    }

    @Test
    void ofADhcpdItMayBeAnotherStartAndIsSaidOnly() {
        Half half = started(true, 90_000, "isc-4.4.3");
        half.link();
        half.hear(Messages.state(ServerState.COMMUNICATIONS_INTERRUPTED, false, SECOND - 600), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.NORMAL);
        assertThat(half.troubles()).containsExactly(ReasonCode.PAIR_OLD_DISK_PERHAPS);
    }

    @Test
    void aServerThatHasBeenThereAllTheTimeIsNotAsked() {
        Half half = started(true, 100, "test-7");
        half.link(ServerState.NORMAL);
        half.cut();
        half.pass(4_000);
        half.link();
        half.hear(Messages.state(ServerState.COMMUNICATIONS_INTERRUPTED, false, SECOND + 3_900), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.NORMAL);
    }

    /// Its partner, which may have been down as long, must not take that for a sign.
    @Test
    void whoStartsAloneHasBeenAloneSinceTheTwoWereTogether() {
        Half half = started(true, 5_000, "test-7");
        half.pass(15);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        assertThat(half.peer.kept().since()).isEqualTo(SECOND - 5_000);
    }

    @Test
    void thatThePartnerIsThereIsKeptEachMinute() {
        Half half = started(true, 100, "test-7");
        half.link(ServerState.NORMAL);
        half.pass(1);
        assertThat(together(half)).isEqualTo(SECOND + 1);
        half.hear(Messages.contact(), 2);
        half.pass(20);
        half.hear(Messages.contact(), 3);
        half.pass(20);
        assertThat(together(half)).isEqualTo(SECOND + 1);
        half.hear(Messages.contact(), 4);
        half.pass(20);
        assertThat(together(half)).isEqualTo(SECOND + 61);
        half.pass(5);
        half.cut();
        assertThat(together(half)).isEqualTo(SECOND + 66);
    }

    private static long together(Half half) {
        return Objects.requireNonNull(half.saved("fo")).together();
    }

    /// A client of this server gave its address back to the partner while the two could not talk,
    /// by the partner's clock after this server's contact with it. This server's clock was behind
    /// at that contact and has been set right; nobody but itself can know.
    @ParameterizedTest
    @CsvSource({"0, true", "-200, false"})
    void aClockThatWasSetWhileTheTwoWereApartDecidesNothing(int behind, boolean taken) {
        Half half = started(true, 100, "test-7");
        half.normal();
        half.pass(1);
        half.cut();
        half.setClock(behind);
        Lease given = half.active(0, 7).withCltt(half.second()).withEnds(half.second() + 3600);
        half.table.apply(given.withCltt(half.second() - (behind == 0 ? 100 : 0)));
        half.pass(5);
        half.setClock(0);
        half.pass(100);
        half.link(ServerState.NORMAL);
        long back = half.second() - 50;
        var update =
                new BindingUpdate(
                        Half.address(0),
                        BindingState.RELEASED,
                        null,
                        Half.hardware(7),
                        back,
                        back,
                        back,
                        back,
                        0);
        half.hear(update.message(), 9);
        assertThat(half.lease(0).state() == BindingState.FREE).isEqualTo(taken);
    }

    /// The limit of auto-partner-down counts from the start: the partner may be coming up too.
    @Test
    void whoHasBeenAwayForLongDoesNotTakeItsPartnerForDownAtOnce() {
        PairState kept =
                new PairState(
                        "fo",
                        ServerState.NORMAL,
                        SECOND - 90_000,
                        ServerState.NORMAL,
                        0,
                        0,
                        null,
                        SECOND - 9_000,
                        false);
        Half half = new Half(Half.terms(true, 10, 0, 600), kept, false);
        half.pass(599);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        half.pass(1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.PARTNER_DOWN);
    }
}
