package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.lease.PairState;
import org.twinlease.value.Octets;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.LoadBalance;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.util.List;
import java.util.Objects;

/// A relationship's state as the partner speaks, the connection ends and time passes.
class PeerTest {

    private static List<ServerState> said(Half half) {
        return half.taken().stream()
                .filter(m -> m.type() == MessageType.STATE)
                .map(m -> ServerState.ofCode((int) m.number(FailoverOption.SERVER_STATE)))
                .map(Objects::requireNonNull)
                .toList();
    }

    @Test
    void aPrimarySaysItsStateAtOnceAndASecondaryAfterThePrimary() {
        Half primary = Half.primary();
        primary.link();
        assertThat(said(primary)).containsExactly(ServerState.NORMAL);

        Half secondary = Half.secondary();
        secondary.link();
        assertThat(said(secondary)).isEmpty();
        secondary.hear(Messages.state(ServerState.NORMAL, true, secondary.second()), 1);
        assertThat(said(secondary)).startsWith(ServerState.NORMAL);
    }

    /// A dhcpd in CONFLICT-DONE exits when it hears a state that does not fit (trap 9).
    @ParameterizedTest
    @ValueSource(strings = {"POTENTIAL_CONFLICT", "RESOLUTION_INTERRUPTED", "RECOVER", "NORMAL"})
    void aPrimaryInConflictDoneHearsOnlyWhatItCanBear(String was) {
        Half half =
                new Half(
                        Half.terms(false, 10),
                        ServerState.valueOf(was),
                        ServerState.POTENTIAL_CONFLICT);
        half.link(ServerState.CONFLICT_DONE);
        assertThat(said(half))
                .isSubsetOf(
                        ServerState.POTENTIAL_CONFLICT,
                        ServerState.RESOLUTION_INTERRUPTED,
                        ServerState.NORMAL,
                        ServerState.SHUTDOWN)
                .isNotEmpty();
    }

    @Test
    void aSecondaryTakesMcltAndBucketsFromEachConnect() {
        Half half = Half.secondary();
        half.opened(100);
        Octets hba = LoadBalance.hbaOfSplit(64);
        half.hear(Connect.of("fo", 10, 30, "x", 1800, hba).message(), 0);
        PairState kept = Objects.requireNonNull(half.saved("fo"));
        assertThat(kept.mclt()).isEqualTo(1800);
        assertThat(kept.hba()).isEqualTo(hba);
    }

    @Test
    void aServerWithADamagedJournalFetchesEverythingBeforeItServes() {
        Half half = new Half(Half.terms(true, 10), ServerState.NORMAL, ServerState.NORMAL, true);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.RECOVER);
        assertThat(half.peer.kept().since()).isEqualTo(half.second());
        assertThat(half.saved("fo")).isEqualTo(half.peer.kept());
        assertThat(half.peer.why().code()).isEqualTo(ReasonCode.PAIR_DAMAGED);
    }

    /// A partner that has recovered meanwhile has said so, and waits.
    @Test
    void whoIsResumedGoesByWhatThePartnerHasSaidMeanwhile() {
        Half half = Half.primary();
        half.normal();
        half.peer.order(half.now(), ServerState.PAUSED, half.second());
        half.hear(Messages.state(ServerState.RECOVER_DONE, false, half.second()), 7);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.PAUSED);
        half.peer.order(half.now(), ServerState.COMMUNICATIONS_INTERRUPTED, half.second());
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void aLostConnectionInterruptsAndTheNextOneMends() {
        Half half = Half.primary();
        half.normal();
        half.cut();
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        half.taken();
        half.link();
        assertThat(said(half)).containsExactly(ServerState.COMMUNICATIONS_INTERRUPTED);
        half.hear(Messages.state(ServerState.COMMUNICATIONS_INTERRUPTED, false, 0), 1);
        assertThat(said(half)).containsExactly(ServerState.NORMAL);
    }

    @Test
    void withoutAPartnerStartupEndsAfterFifteenSeconds() {
        Half half = Half.primary();
        assertThat(half.peer.isStarting()).isTrue();
        half.pass(14);
        assertThat(half.peer.isStarting()).isTrue();
        half.pass(1);
        assertThat(half.peer.isStarting()).isFalse();
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
    }

    /// Who looks on must not be left with a server that seems to look for its partner for ever.
    @Test
    void theEndOfStartupIsToldEvenWhereTheStateIsTheOneBefore() {
        Half half = Half.primary();
        half.link();
        half.hear(Messages.state(ServerState.NORMAL, true, half.second()), 1);
        assertThat(half.peer.isStarting()).isFalse();
        assertThat(half.events)
                .filteredOn(PairEvent.Moved.class::isInstance)
                .extracting("from", "to")
                .containsExactly(tuple(ServerState.STARTUP, ServerState.NORMAL));
    }

    @Test
    void anOrderWhileItStartsIsToldToThePartnerThoughTheStateWasTheSameBefore() {
        Half half = new Half(Half.terms(true, 10), ServerState.PAUSED, ServerState.NORMAL);
        half.link();
        half.taken();
        half.peer.order(half.now(), ServerState.PAUSED, half.second());
        assertThat(half.peer.isStarting()).isFalse();
        assertThat(said(half)).containsExactly(ServerState.PAUSED);
    }

    /// It serves nobody any more, but the leases are nowhere else.
    @Test
    void whoHasLostItsLeasesFetchesThemFromAPartnerThatIsShutDownBeforeItTakesItsPlace() {
        Half half = new Half(Half.terms(true, 10), ServerState.NORMAL, ServerState.NORMAL, true);
        half.link();
        half.taken();
        half.hear(Messages.state(ServerState.SHUTDOWN, false, half.second()), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.RECOVER);
        assertThat(half.taken()).extracting(FailoverMessage::type).contains(MessageType.UPDREQALL);
        half.hear(Messages.upddone(), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.RECOVER_WAIT);
        half.pass(Half.MCLT + 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.PARTNER_DOWN);
    }

    @Test
    void whoWasNeverThereRecoversAndAsksForEverything() {
        Half half = new Half(Half.terms(true, 10), ServerState.RECOVER, ServerState.UNKNOWN);
        half.link();
        half.taken();
        half.hear(Messages.state(ServerState.RECOVER, false, 0), 1);
        List<FailoverMessage> said = half.taken();
        assertThat(said).extracting(FailoverMessage::type).contains(MessageType.UPDREQALL);
        half.hear(Messages.upddone(), 9);
        half.hear(Messages.state(ServerState.RECOVER_DONE, false, 0), 2);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.NORMAL);
    }

    /// What it had agreed to before its leases were lost the partner would not send again.
    @Test
    void whoHasLostItsLeasesAsksForAllEvenInAConflict() {
        Half half = new Half(Half.terms(true, 10), ServerState.RECOVER, ServerState.NORMAL);
        half.peer.order(half.now(), ServerState.PARTNER_DOWN, half.second());
        half.link();
        half.taken();
        half.hear(Messages.state(ServerState.POTENTIAL_CONFLICT, false, 0), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.POTENTIAL_CONFLICT);
        assertThat(half.taken())
                .extracting(FailoverMessage::type)
                .contains(MessageType.UPDREQALL)
                .doesNotContain(MessageType.UPDREQ);
        half.hear(Messages.upddone(), 9);
        assertThat(PeerView.of(half.peer, half.now()).lost()).isFalse();
    }

    private static Half withoutLeasesInAConflict() {
        Half half = new Half(Half.terms(true, 10), ServerState.RECOVER, ServerState.NORMAL);
        half.link();
        half.hear(Messages.state(ServerState.CONFLICT_DONE, false, 0), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.POTENTIAL_CONFLICT);
        half.taken();
        return half;
    }

    /// A conflict that a server without its leases was drawn into ends no loss.
    @Test
    void whoHasLostItsLeasesStillKnowsAfterARestartInAConflict() {
        PairState kept = Objects.requireNonNull(withoutLeasesInAConflict().saved("fo"));
        Half again = new Half(Half.terms(true, 10), kept, false);
        again.link();
        again.hear(Messages.state(ServerState.POTENTIAL_CONFLICT, false, 0), 1);
        assertThat(again.taken())
                .extracting(FailoverMessage::type)
                .contains(MessageType.UPDREQALL)
                .doesNotContain(MessageType.UPDREQ);
        again.hear(Messages.upddone(), 9);
        assertThat(again.saved("fo")).extracting(PairState::lost).isEqualTo(false);
    }

    @Test
    void whoHasLostItsLeasesTakesNobodysPlaceOutOfAConflict() {
        Half half = withoutLeasesInAConflict();
        half.cut();
        half.link();
        half.taken();
        half.hear(Messages.state(ServerState.SHUTDOWN, false, half.second()), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.RECOVER);
        assertThat(half.taken()).extracting(FailoverMessage::type).contains(MessageType.UPDREQALL);
    }

    /// Where a partner was by its disk says nothing of where it is: with an old disk it has lost
    /// what this server has, and says so with its next word.
    @Test
    void noConflictBeginsWithWhereAStartingPartnerWas() {
        Half half = new Half(Half.terms(false, 10), ServerState.NORMAL, ServerState.NORMAL);
        half.link(ServerState.NORMAL);
        half.cut();
        half.link();
        half.hear(Messages.state(ServerState.PARTNER_DOWN, true, half.second()), 1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        half.hear(Messages.state(ServerState.RECOVER, false, half.second()), 2);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.PARTNER_DOWN);
    }

    /// The partner may not know all that was promised before the leases were lost, whatever it has
    /// lost itself.
    @Test
    void whoHasLostItsLeasesWaitsForMcltEvenWhenThePartnerRecoversToo() {
        Half half = new Half(Half.terms(true, 10), ServerState.NORMAL, ServerState.NORMAL);
        half.normal();
        half.pass(61);
        PairState kept = Objects.requireNonNull(half.saved("fo"));
        Half again = new Half(Half.terms(true, 10), kept, true);
        again.link(ServerState.RECOVER);
        again.hear(Messages.upddone(), 9);
        assertThat(again.peer.kept().mine()).isEqualTo(ServerState.RECOVER_WAIT);
        again.pass(Half.MCLT + 1);
        assertThat(again.peer.kept().mine()).isEqualTo(ServerState.RECOVER_DONE);
        assertThat(again.saved("fo")).extracting(PairState::lost).isEqualTo(false);
    }

    @Test
    void aDoneThatNobodyAskedForChangesNothing() {
        Half half = new Half(Half.terms(true, 10), ServerState.RECOVER, ServerState.UNKNOWN);
        half.link();
        half.hear(Messages.upddone(), 9);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.RECOVER);
    }

    @Test
    void aPrimaryKeepsNothingThatItsLeaseFileMustNotSay() {
        Half half = Half.primary();
        PairState kept = Objects.requireNonNull(half.saved("fo"));
        assertThat(kept.mclt()).isZero();
        assertThat(kept.hba()).isNull();
        assertThat(half.peer.mclt()).isEqualTo(Half.MCLT);
        assertThat(half.peer.hba()).isEqualTo(Half.HBA);
    }

    /// Other than a dhcpd, which shuts down over it.
    @Test
    void aStateThatIsNoneEndsTheConnectionAndServiceGoesOn() {
        Half half = Half.primary();
        half.normal();
        half.hear(
                FailoverMessage.of(MessageType.STATE).put(FailoverOption.SERVER_STATE, 99).build(),
                5);
        assertThat(half.peer.session().isUp()).isFalse();
        assertThat(half.troubles()).containsExactly(ReasonCode.LINK_STATE);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        assertThat(half.peer.kept().partner()).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void whatTheDiskRefusedWasNeverSoAndIsNotSaid() {
        Half half = Half.primary();
        half.normal();
        half.changed(0);
        half.taken();
        half.peer.refused(half.now());
        assertThat(half.peer.session().isUp()).isFalse();
        assertThat(half.closed).isNotEmpty();
        assertThat(half.taken()).isEmpty();
        assertThat(half.peer.kept()).isEqualTo(half.saved("fo"));
        half.pass(1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
    }

    @Test
    void afterAutoPartnerDownSecondsAloneThePartnerIsTakenForDown() {
        Half half = new Half(Half.terms(true, 10, 0, 20), ServerState.NORMAL, ServerState.NORMAL);
        half.normal();
        half.cut();
        half.pass(19);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
        half.pass(1);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.PARTNER_DOWN);
    }

    /// Sent into RECOVER while its partner recovers from it: of what it had asked on the connection
    /// before, nothing comes any more. Each would wait for the other for ever.
    @Test
    void whoRecoversAsksOnEachConnectionAlsoAPartnerThatHasJustRecovered() {
        for (ServerState said : List.of(ServerState.RECOVER_WAIT, ServerState.RECOVER_DONE)) {
            Half half = new Half(Half.terms(true, 10), ServerState.RECOVER, said);
            half.pass(20);
            half.link(said);
            assertThat(half.words()).as("%s", said).contains(MessageType.UPDREQALL);
        }
    }
}
