package org.twinlease.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.lease.Merge.Verdict;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.RejectReason;

import java.util.List;

class MergeTest {

    private static final long NOW = 1_700_000_000L;
    private static final Ip4 ADDRESS = Ip4.of("10.77.0.100");
    private static final HardwareAddress ANNE = HardwareAddress.ethernet(1);
    private static final HardwareAddress BERT = HardwareAddress.ethernet(2);

    private static Lease lease(BindingState state, long ends, long cltt) {
        return Lease.unused(ADDRESS)
                .withState(state)
                .withClient(ANNE, null)
                .withEnds(ends)
                .withCltt(cltt);
    }

    private static BindingUpdate update(
            BindingState status, @Nullable HardwareAddress client, long ends, long cltt) {
        long told = ends + 100;
        return new BindingUpdate(ADDRESS, status, null, client, ends, told, NOW - 50, cltt, 0);
    }

    private static Verdict judge(Lease ours, BindingUpdate theirs, boolean primary) {
        return Merge.decide(new Merge.Ours(ours, primary, true, false), theirs, NOW);
    }

    private static @Nullable RejectReason refusal(Verdict verdict) {
        return verdict instanceof Verdict.Refuse refuse ? refuse.reason() : null;
    }

    private static Lease taken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Take.class);
        return ((Verdict.Take) verdict).lease();
    }

    @Test
    void aGrantOfThePartnersIsTakenWithItsTimes() {
        Lease lease =
                taken(
                        judge(
                                Lease.unused(ADDRESS),
                                update(BindingState.ACTIVE, ANNE, NOW + 600, NOW),
                                false));
        assertThat(lease.state()).isEqualTo(BindingState.ACTIVE);
        assertThat(lease.hardware()).isEqualTo(ANNE);
        assertThat(List.of(lease.starts(), lease.ends())).containsExactly(NOW - 50, NOW + 600);
        assertThat(List.of(lease.tstp(), lease.tsfp(), lease.atsfp()))
                .containsExactly(NOW + 700, NOW + 700, NOW + 700);
        assertThat(lease.cltt()).as("contact is each server's own").isZero();
        assertThat(lease.is(Lease.TOLD_ACTIVE)).isTrue();
    }

    /// A secondary that was off until its lease was over tells of it when it is back, and a dhcpd
    /// says in the same moment that it has ended. Refused, the dhcpd would never say so again.
    @Test
    void aSecondaryWhoseLeaseIsOverTakesItsEndThoughItsOwnUpdateIsUnderWay() {
        var ended = update(BindingState.EXPIRED, ANNE, NOW - 5, 0);
        var over = new Merge.Ours(lease(BindingState.ACTIVE, NOW - 5, NOW - 20), false, true, true);
        assertThat(taken(Merge.decide(over, ended, NOW)).state()).isEqualTo(BindingState.FREE);
        var runs = new Merge.Ours(lease(BindingState.ACTIVE, NOW + 5, NOW - 20), false, true, true);
        assertThat(Merge.decide(runs, ended, NOW)).isInstanceOf(Verdict.Refuse.class);
    }

    @Test
    void theLongerOfTwoPromisesToOneClientStays() {
        Lease ours = lease(BindingState.ACTIVE, NOW + 570, NOW - 1);
        var shorter = update(BindingState.ACTIVE, ANNE, NOW + 60, NOW);
        assertThat(judge(ours, shorter, false))
                .as("a later contact does not say that the client took the shorter one")
                .isInstanceOfSatisfying(
                        Verdict.Refuse.class, refuse -> assertThat(refuse.oursIsNewer()).isTrue());
        var longer = update(BindingState.ACTIVE, ANNE, NOW + 900, NOW - 50);
        assertThat(taken(judge(ours, longer, false)).ends()).isEqualTo(NOW + 900);
    }

    @Test
    void ofTwoPromisesThatCrossBothSidesKeepTheLonger() {
        Lease shorter = lease(BindingState.ACTIVE, NOW + 60, NOW);
        Lease longer = lease(BindingState.ACTIVE, NOW + 570, NOW - 1);
        for (boolean primary : List.of(true, false)) {
            assertThat(after(shorter, longer, primary).ends()).isEqualTo(NOW + 570);
            assertThat(after(longer, shorter, !primary).ends()).isEqualTo(NOW + 570);
        }
    }

    @Test
    void aLeaseWithoutEndCanBeShortened() {
        Lease ours = lease(BindingState.ACTIVE, Lease.NEVER, NOW - 500);
        var shorter = update(BindingState.ACTIVE, ANNE, NOW + 600, NOW);
        assertThat(taken(judge(ours, shorter, false)).ends()).isEqualTo(NOW + 600);
    }

    @Test
    void whatAServerMayHavePromisedBeforeItLostItsLeasesIsHeld() {
        for (BindingState said : List.of(BindingState.ACTIVE, BindingState.EXPIRED)) {
            boolean active = said == BindingState.ACTIVE;
            var update = update(said, ANNE, active ? NOW + 50 : NOW - 1, NOW - 550);
            Verdict verdict = told(update);
            assertThat(verdict).isInstanceOf(Verdict.Hold.class);
            Verdict.Hold hold = (Verdict.Hold) verdict;
            assertThat(hold.agreed()).isEqualTo(active);
            assertThat(hold.lease().state()).isEqualTo(BindingState.ACTIVE);
            assertThat(hold.lease().hardware()).isEqualTo(ANNE);
            assertThat(hold.lease().ends())
                    .as("what the partner was told, and MCLT")
                    .isEqualTo(update.potentialExpiration() + 60);
            assertThat(hold.lease().atsfp()).as("the partner is to be told").isZero();
        }
    }

    /// The client may have come back to this server, which then gave it what the partner had agreed
    /// to before the address was given back there.
    @Test
    void whatWasGivenBackToThePartnerIsHeldForAsLongAsItHadAgreedTo() {
        for (BindingState said : List.of(BindingState.RELEASED, BindingState.RESET)) {
            var update = update(said, ANNE, NOW - 10, NOW - 10);
            assertThat(update.potentialExpiration()).isGreaterThan(NOW);
            assertThat(told(update))
                    .isInstanceOfSatisfying(
                            Verdict.Hold.class,
                            hold -> {
                                assertThat(hold.agreed()).isFalse();
                                assertThat(hold.lease().hardware()).isEqualTo(ANNE);
                                assertThat(hold.lease().ends())
                                        .isEqualTo(update.potentialExpiration() + 60);
                            });
        }
    }

    @Test
    void nothingIsHeldWhereThePartnerHasSeenTheClientSince() {
        var update = update(BindingState.ACTIVE, ANNE, NOW + 600, NOW + 70);
        assertThat(taken(told(update)).ends()).isEqualTo(NOW + 600);
    }

    @Test
    void nothingIsHeldOfWhatNobodyHasOrIsLongOver() {
        for (BindingState said : List.of(BindingState.FREE, BindingState.RELEASED)) {
            var update =
                    new BindingUpdate(ADDRESS, said, null, ANNE, NOW - 9, NOW - 9, NOW - 50, 0, 0);
            assertThat(told(update)).isInstanceOf(Verdict.Take.class);
        }
        var over = new Merge.Lost(NOW - 500, 60);
        var ours = new Merge.Ours(Lease.unused(ADDRESS), true, false, false, over, null);
        Verdict verdict = Merge.decide(ours, update(BindingState.EXPIRED, ANNE, NOW - 400, 0), NOW);
        assertThat(taken(verdict).state()).isEqualTo(BindingState.FREE);
    }

    /// What a server makes of an update that came up without its leases this moment.
    private static Verdict told(BindingUpdate update) {
        var lost = new Merge.Lost(NOW, 60);
        var ours = new Merge.Ours(Lease.unused(ADDRESS), true, false, false, lost, null);
        return Merge.decide(ours, update, NOW);
    }

    @Test
    void whatIsOverIsFreeAtOnce() {
        Lease old = lease(BindingState.ACTIVE, NOW - 1, 0);
        for (BindingState over : List.of(BindingState.EXPIRED, BindingState.RELEASED)) {
            Lease lease = taken(judge(old, update(over, ANNE, NOW - 1, 0), false));
            assertThat(lease.state()).isEqualTo(BindingState.FREE);
            assertThat(lease.flags()).isZero();
        }
    }

    @Test
    void anEndThatOurClockHasNotReachedWaitsForIt() {
        Lease running = lease(BindingState.ACTIVE, NOW + 30, NOW - 70);
        Verdict verdict = judge(running, update(BindingState.EXPIRED, ANNE, NOW, 0), false);
        assertThat(verdict).isEqualTo(new Verdict.Wait(NOW + 30));
    }

    @Test
    void anEndThatIsFarFromOursIsRefusedAndOursIsTold() {
        Lease running = lease(BindingState.ACTIVE, NOW + 66, NOW - 70);
        Verdict verdict = judge(running, update(BindingState.EXPIRED, ANNE, NOW, 0), false);
        assertThat(verdict)
                .isEqualTo(
                        new Verdict.Refuse(
                                RejectReason.FATAL_CONFLICT,
                                "10.77.0.100: invalid state transition: active to expired",
                                true));
    }

    @Test
    void inNormalOnlyThePrimarySaysThatALeaseHasExpired() {
        Lease over = lease(BindingState.ACTIVE, NOW - 1, 0);
        BindingUpdate expired = update(BindingState.EXPIRED, ANNE, NOW - 1, 0);
        assertThat(refusal(judge(over, expired, true))).isEqualTo(RejectReason.FATAL_CONFLICT);
        taken(judge(over, expired, false));
        taken(Merge.decide(new Merge.Ours(over, true, false, false), expired, NOW));
    }

    @Test
    void aLeaseThatRunsIsNeverMadeFreeByTheSideThatHasIt() {
        Lease running = lease(BindingState.ACTIVE, NOW + 600, NOW);
        for (BindingState free : List.of(BindingState.FREE, BindingState.BACKUP)) {
            for (boolean primary : List.of(true, false)) {
                Verdict verdict = judge(running, update(free, null, NOW - 10, 0), primary);
                assertThat(refusal(verdict)).isEqualTo(RejectReason.FATAL_CONFLICT);
            }
        }
    }

    @Test
    void whatIsOverByOurClockMayBeFreeAtThePartner() {
        Lease over = lease(BindingState.ACTIVE, NOW - 1, 0);
        for (BindingState free : List.of(BindingState.FREE, BindingState.BACKUP)) {
            for (boolean primary : List.of(true, false)) {
                Lease lease = taken(judge(over, update(free, null, NOW - 1, 0), primary));
                assertThat(lease.state()).isEqualTo(free);
            }
        }
    }

    /// A dhcpd in PARTNER-DOWN says EXPIRED and, in the same moment, FREE.
    @Test
    void theEndOfTheVeryLeaseThatWeHaveWaitsForOurClockAndIsTaken() {
        Lease running = lease(BindingState.ACTIVE, NOW + 30, 0);
        Lease over = lease(BindingState.ACTIVE, NOW - 1, 0);
        for (BindingState free : List.of(BindingState.FREE, BindingState.BACKUP)) {
            for (boolean primary : List.of(true, false)) {
                var ours = new Merge.Ours(running, primary, false, false);
                assertThat(Merge.decide(ours, update(free, ANNE, NOW + 30, 0), NOW))
                        .isEqualTo(new Verdict.Wait(NOW + 30));
                assertThat(refusal(Merge.decide(ours, update(free, BERT, NOW + 30, 0), NOW)))
                        .isEqualTo(RejectReason.FATAL_CONFLICT);
                assertThat(refusal(Merge.decide(ours, update(free, ANNE, NOW + 29, 0), NOW)))
                        .isEqualTo(RejectReason.FATAL_CONFLICT);
                var after = new Merge.Ours(over, primary, false, false);
                Verdict verdict = Merge.decide(after, update(free, ANNE, NOW - 1, 0), NOW);
                assertThat(taken(verdict).state()).isEqualTo(free);
            }
        }
        assertThat(refusal(judge(running, update(BindingState.FREE, ANNE, NOW + 30, 0), true)))
                .as("in NORMAL the primary says what is over")
                .isEqualTo(RejectReason.FATAL_CONFLICT);
    }

    @Test
    void ofTwoClientsTheLaterContactHasTheAddress() {
        Lease ours = lease(BindingState.ACTIVE, NOW + 600, NOW - 10);
        BindingUpdate earlier = update(BindingState.ACTIVE, BERT, NOW + 600, NOW - 20);
        BindingUpdate later = update(BindingState.ACTIVE, BERT, NOW + 600, NOW - 5);
        assertThat(refusal(judge(ours, earlier, true)))
                .isEqualTo(RejectReason.LESS_CRITICAL_BINDING_INFORMATION);
        assertThat(taken(judge(ours, later, true)).hardware()).isEqualTo(BERT);
    }

    /// Of a binding that the partner made, this server knows when it began, not when its client was
    /// heard last. The same rule on both sides: one of them yields.
    @Test
    void ofTwoClientsTheLaterBindingStaysThoughThePartnerMadeIt() {
        Lease berts = lease(BindingState.ACTIVE, NOW + 600, 0).withClient(BERT, null);
        Lease later = berts.withStarts(NOW - 40);
        var earlier = update(BindingState.ACTIVE, ANNE, NOW + 300, NOW - 45);
        assertThat(judge(later, earlier, false))
                .isInstanceOfSatisfying(
                        Verdict.Refuse.class, refuse -> assertThat(refuse.oursIsNewer()).isTrue());
        Lease annes = lease(BindingState.ACTIVE, NOW + 300, NOW - 45).withStarts(NOW - 50);
        var told =
                new BindingUpdate(
                        ADDRESS, BindingState.ACTIVE, null, BERT, NOW + 600, NOW, NOW - 40, 0, 0);
        assertThat(taken(judge(annes, told, true)).hardware()).isEqualTo(BERT);
        assertThat(taken(judge(berts.withStarts(NOW - 60), earlier, false)).hardware())
                .isEqualTo(ANNE);
    }

    @Test
    void aReleaseByTheClientBeforeEndsNoLeaseOfTheOneAfter() {
        Lease berts = lease(BindingState.ACTIVE, NOW + 600, 0).withClient(BERT, null);
        var release = update(BindingState.RELEASED, ANNE, NOW - 100, NOW - 100);
        assertThat(refusal(judge(berts, release, false)))
                .isEqualTo(RejectReason.LESS_CRITICAL_BINDING_INFORMATION);
        Lease over = berts.withEnds(NOW - 1);
        assertThat(taken(judge(over, release, false)).state()).isEqualTo(BindingState.FREE);
    }

    @Test
    void aReleaseThatIsOlderThanOurRenewalIsRefused() {
        Lease renewed = lease(BindingState.ACTIVE, NOW + 600, NOW - 5);
        Verdict old = judge(renewed, update(BindingState.RELEASED, ANNE, NOW - 10, 0), false);
        assertThat(refusal(old)).isEqualTo(RejectReason.LESS_CRITICAL_BINDING_INFORMATION);
        taken(judge(renewed, update(BindingState.RELEASED, ANNE, NOW, 0), false));
    }

    /// While the two could not talk, a client gave the address back to the partner and took it
    /// again from this server. Which came first is told by two clocks, and they may have been set.
    @Test
    void aReleaseOfWhenTheTwoCouldNotTalkEndsNoLeaseOfAContactThen() {
        var apart = new Merge.Apart(NOW - 500, NOW - 30);
        assertThat(isTaken(apart, NOW - 100, NOW - 40)).isFalse();
        assertThat(isTaken(apart, NOW - 100, NOW - 30)).isFalse();
        assertThat(isTaken(apart, NOW - 500, NOW - 40)).as("both knew of the contact").isTrue();
        assertThat(isTaken(apart, NOW - 100, NOW - 29)).as("given back later").isTrue();
        assertThat(isTaken(apart, NOW - 100, NOW + 61)).as("by a wrong clock").isFalse();
        assertThat(isTaken(apart, NOW - 20, NOW - 10)).as("both since they talk").isTrue();
        assertThat(isTaken(apart, 0, NOW - 40)).as("no contact").isTrue();
        assertThat(isTaken(new Merge.Apart(-60, NOW), 0, NOW - 40)).isTrue();
    }

    private static boolean isTaken(Merge.Apart apart, long contact, long back) {
        var ours =
                new Merge.Ours(
                        lease(BindingState.ACTIVE, NOW + 600, contact),
                        true,
                        true,
                        false,
                        null,
                        apart);
        var release = update(BindingState.RELEASED, ANNE, back, back);
        return Merge.decide(ours, release, NOW) instanceof Verdict.Take;
    }

    /// A partner with an older disk tells of a client that gave the address back since. The partner
    /// may have given it to another one before it got that disk, so nobody has it for certain.
    @Test
    void ofAnAddressThatIsThePartnersToGiveNoOlderBindingIsTaken() {
        for (boolean primary : new boolean[] {true, false}) {
            BindingState theirs = primary ? BindingState.BACKUP : BindingState.FREE;
            BindingState own = primary ? BindingState.FREE : BindingState.BACKUP;
            var older = since(NOW - 200);
            Lease free = Lease.unused(ADDRESS).withState(theirs).withStarts(NOW - 134);
            assertThat(judge(free, older, primary))
                    .isInstanceOfSatisfying(
                            Verdict.Refuse.class,
                            refuse -> assertThat(refuse.oursIsNewer()).isTrue());
            assertThat(taken(judge(free.withStarts(NOW - 135), older, primary)).hardware())
                    .as("clocks may differ by as much")
                    .isEqualTo(BERT);
            assertThat(taken(judge(free.withState(own), older, primary)).hardware())
                    .as("nobody else can have it")
                    .isEqualTo(BERT);
            Lease unknown = free.withTimes(NOW - 1, 0, 0);
            assertThat(taken(judge(unknown, older, primary)).hardware())
                    .as("the partner has not heard yet that it is free")
                    .isEqualTo(BERT);
            assertThat(taken(judge(free, since(0), primary)).hardware())
                    .as("it does not say since when")
                    .isEqualTo(BERT);
        }
    }

    /// The partner has an active lease, and its client was heard when it began.
    private static BindingUpdate since(long start) {
        return new BindingUpdate(
                ADDRESS, BindingState.ACTIVE, null, BERT, NOW + 600, NOW, start, start, 0);
    }

    @Test
    void whoHasAnOlderDiskTakesThatAnAddressWasFreeSince() {
        Lease older = lease(BindingState.ACTIVE, NOW + 600, NOW - 300).withStarts(NOW - 320);
        for (BindingState said : List.of(BindingState.FREE, BindingState.BACKUP)) {
            assertThat(whenFree(older, said, NOW - 234, true).state()).isEqualTo(said);
            assertThat(whenFree(older, said, NOW - 235, true)).as("clocks").isEqualTo(older);
            assertThat(whenFree(older, said, NOW - 234, false)).isEqualTo(older);
        }
    }

    /// The lease when the partner has said that its address is free since then.
    private static Lease whenFree(Lease ours, BindingState said, long since, boolean lost) {
        var theirs = new BindingUpdate(ADDRESS, said, null, null, since, since, since, 0, 0);
        var loss = lost ? new Merge.Lost(NOW - 100, 60) : null;
        var stand = new Merge.Ours(ours, false, false, false, loss, null);
        return Merge.decide(stand, theirs, NOW) instanceof Verdict.Take take ? take.lease() : ours;
    }

    @Test
    void aReservationThatIsOnlyThePartnersIsRefusedOnOurOwnFreeAddress() {
        BindingUpdate reserved =
                new BindingUpdate(
                        ADDRESS, BindingState.BACKUP, null, null, 0, 0, 0, 0, Lease.RESERVED);
        Lease backup = Lease.unused(ADDRESS).withState(BindingState.BACKUP);
        assertThat(refusal(judge(backup, reserved, false))).isEqualTo(RejectReason.NOT_RESERVED);
        assertThat(taken(judge(Lease.unused(ADDRESS), reserved, false)).is(Lease.RESERVED))
                .isTrue();
    }

    /// Both sides judge by themselves, and must come to a result that is safe: no side may give
    /// away what the other has with a client, nor may both give it.
    @Test
    void ofTwoUpdatesThatCrossNoneOpensAnAddressThatIsInUse() {
        for (BindingState a : BindingState.values()) {
            for (BindingState b : BindingState.values()) {
                for (long contact : List.of(NOW - 9, NOW - 5, NOW - 1)) {
                    Lease primary = lease(a, end(a), contact);
                    Lease secondary = lease(b, end(b), NOW - 5);
                    Lease atPrimary = after(primary, secondary, true);
                    Lease atSecondary = after(secondary, primary, false);
                    boolean primaryGives = atPrimary.state() == BindingState.FREE;
                    boolean secondaryGives = atSecondary.state() == BindingState.BACKUP;
                    assertThat(primaryGives && isHeld(atSecondary)).as("%s x %s", a, b).isFalse();
                    assertThat(secondaryGives && isHeld(atPrimary)).as("%s x %s", a, b).isFalse();
                    boolean offeredBefore = a == BindingState.FREE && b == BindingState.BACKUP;
                    assertThat(primaryGives && secondaryGives && !offeredBefore)
                            .as("%s x %s", a, b)
                            .isFalse();
                }
            }
        }
    }

    /// dhcpd's rule lets both sides of some such pairs take the other's.
    @Test
    void ofTwoUpdatesThatCrossTheOneOfAClientThatHasTheAddressIsKeptOnBothSides() {
        Lease held = lease(BindingState.ACTIVE, NOW + 600, NOW - 5);
        for (BindingState other : BindingState.values()) {
            if (other == BindingState.ACTIVE) continue;
            for (boolean primary : List.of(true, false)) {
                Lease over = lease(other, NOW - 1, NOW - 9);
                assertThat(after(held, over, primary).state()).isEqualTo(BindingState.ACTIVE);
                assertThat(after(over, held, !primary).state()).isEqualTo(BindingState.ACTIVE);
            }
        }
    }

    /// A dhcpd as secondary takes the primary's word for its own while the primary takes its own.
    @Test
    void aPrimaryThatYieldsToALeaseTellsItOnceMore() {
        Lease backup = lease(BindingState.BACKUP, NOW - 1, 0);
        BindingUpdate held = update(BindingState.ACTIVE, BERT, NOW + 600, NOW);
        for (boolean primary : List.of(true, false)) {
            for (boolean inFlight : List.of(true, false)) {
                var ours = new Merge.Ours(backup, primary, true, inFlight);
                assertThat(Merge.decide(ours, held, NOW))
                        .isInstanceOfSatisfying(
                                Verdict.Take.class,
                                take -> assertThat(take.again()).isEqualTo(primary && inFlight));
            }
        }
    }

    /// A dhcpd as primary takes the end of a lease that it has renewed, when the two cross: without
    /// another word it would give the address away.
    @Test
    void aSecondaryWhoseEndCrossesARenewalTellsTheRenewalOnceMore() {
        Lease ended = lease(BindingState.EXPIRED, NOW - 40, NOW - 60);
        BindingUpdate renewed = update(BindingState.ACTIVE, ANNE, NOW + 20, NOW - 20);
        for (boolean inFlight : List.of(true, false)) {
            var ours = new Merge.Ours(ended, false, true, inFlight);
            assertThat(Merge.decide(ours, renewed, NOW))
                    .isInstanceOfSatisfying(
                            Verdict.Take.class,
                            take -> assertThat(take.again()).isEqualTo(inFlight));
        }
    }

    @Test
    void aPartnerThatNeverUsedAnAddressDoesNotEndItsQuarantine() {
        Lease bad = lease(BindingState.ABANDONED, NOW + 600, 0).withoutClient();
        var unused = new BindingUpdate(ADDRESS, BindingState.FREE, null, null, 0, 0, 0, -1, 0);
        for (boolean primary : List.of(true, false)) {
            assertThat(judge(bad, unused, primary))
                    .isInstanceOfSatisfying(
                            Verdict.Refuse.class, no -> assertThat(no.oursIsNewer()).isTrue());
            taken(judge(bad.withEnds(NOW), unused, primary));
            taken(judge(bad, update(BindingState.FREE, null, NOW - 1, 0), primary));
        }
    }

    private static long end(BindingState state) {
        return state == BindingState.ACTIVE ? NOW + 600 : NOW - 1;
    }

    private static boolean isHeld(Lease lease) {
        return lease.state() == BindingState.ACTIVE && lease.ends() > NOW;
    }

    /// One side's lease once it has judged the other's update.
    private static Lease after(Lease ours, Lease theirs, boolean primary) {
        var update = update(theirs.state(), ANNE, theirs.ends(), theirs.cltt());
        Verdict verdict = Merge.decide(new Merge.Ours(ours, primary, true, true), update, NOW);
        return verdict instanceof Verdict.Take(Lease lease, boolean _) ? lease : ours;
    }
}
