package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;

/// What a half of a pair may do in each of its states.
class PermitsTest {

    private static Permits of(Half half) {
        @Nullable Peer[] peers = {half.peer};
        return new Permits(peers, List.of(List.of(0)), half.table, half::second);
    }

    /// A half in a state, alone and out of STARTUP.
    private static Half alone(boolean primary, ServerState state) {
        Half half = new Half(Half.terms(primary, 10), state, ServerState.NORMAL);
        half.pass(15);
        return half;
    }

    private static @Nullable ReasonCode silence(Half half) {
        Reason why = of(half).silence(0);
        return why == null ? null : why.code();
    }

    @Test
    void nobodyIsServedInStartup() {
        assertThat(silence(Half.primary())).isEqualTo(ReasonCode.SILENT_FAILOVER_STATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMUNICATIONS_INTERRUPTED", "PARTNER_DOWN"})
    void everybodyIsServedAlone(ServerState state) {
        assertThat(silence(alone(true, state))).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "RECOVER",
                "RECOVER_DONE",
                "PAUSED",
                "SHUTDOWN",
                "CONFLICT_DONE",
                "RESOLUTION_INTERRUPTED"
            })
    void nobodyIsServedInTheSilentStates(ServerState state) {
        assertThat(silence(alone(true, state))).isEqualTo(ReasonCode.SILENT_FAILOVER_STATE);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PARTNER_DOWN",
                "POTENTIAL_CONFLICT",
                "CONFLICT_DONE",
                "RESOLUTION_INTERRUPTED"
            })
    void nobodyIsServedWhileThePartnerMayHaveGivenEverything(ServerState partner) {
        Half half = new Half(Half.terms(true, 10), ServerState.COMMUNICATIONS_INTERRUPTED, partner);
        half.pass(15);
        assertThat(silence(half)).isEqualTo(ReasonCode.SILENT_PARTNER_DEMANDS);
    }

    /// A dhcpd gives leases of no seconds then.
    @Test
    void aSecondaryThatNeverHeardTheMcltServesNobody() {
        Half half =
                new Half(
                        Half.terms(false, 10),
                        ServerState.COMMUNICATIONS_INTERRUPTED,
                        ServerState.NORMAL);
        half.save(Objects.requireNonNull(half.saved("fo")).withTerms(0, null));
        Peer peer = new Peer(half.now(), Half.terms(false, 10), List.of(0), "test", half);
        half.pass(15);
        peer.tick(half.now());
        @Nullable Peer[] peers = {peer};
        var permits = new Permits(peers, List.of(List.of(0)), half.table, half::second);
        Reason why = permits.silence(0);
        assertThat(why).isEqualTo(Reason.of(ReasonCode.SILENT_NO_MCLT, "fo"));
    }

    @Test
    void aServerAloneGivesItsOwnFreeAddressesOnly() {
        for (boolean primary : new boolean[] {true, false}) {
            Half half = alone(primary, ServerState.COMMUNICATIONS_INTERRUPTED);
            Permits permits = of(half);
            Lease own = Lease.unused(Half.address(0)).withState(permits.ownFree(0));
            BindingState other = primary ? BindingState.BACKUP : BindingState.FREE;
            assertThat(permits.mayGive(0, own, half.second())).isTrue();
            assertThat(permits.mayGive(0, own.withState(other), half.second())).isFalse();
            assertThat(permits.otherFree(0)).isNull();
        }
    }

    @Test
    void inPartnerDownThePartnersAddressesOpenAfterMclt() {
        Half half = alone(true, ServerState.COMMUNICATIONS_INTERRUPTED);
        half.peer.order(half.now(), ServerState.PARTNER_DOWN, half.second());
        Permits permits = of(half);
        Lease theirs = Lease.unused(Half.address(0)).withState(BindingState.BACKUP);
        long since = half.second();
        assertThat(permits.otherFree(0)).isEqualTo(BindingState.BACKUP);
        assertThat(permits.mayGive(0, theirs, since + Half.MCLT)).isFalse();
        assertThat(permits.mayGive(0, theirs, since + Half.MCLT + 1)).isTrue();
    }

    @Test
    void aLeaseIsNeverLongerThanWhatThePartnerKnowsPlusMclt() {
        Half half = alone(true, ServerState.COMMUNICATIONS_INTERRUPTED);
        Permits permits = of(half);
        long now = half.second();
        Lease lease = Lease.unused(Half.address(0));
        assertThat(permits.longest(0, lease, 3600, now)).isEqualTo(Half.MCLT);
        Lease known = half.active(0, 7).withTimes(now + 100, now + 100, now + 100);
        assertThat(permits.longest(0, known, 3600, now)).isEqualTo(100 + Half.MCLT);
        assertThat(permits.longest(0, known, 30, now)).isEqualTo(30);
        Lease free = known.withState(BindingState.FREE);
        assertThat(permits.longest(0, free, 3600, now)).as("of the next").isEqualTo(Half.MCLT);
    }

    @Test
    void inNormalOnlyThePrimaryEndsALease() {
        for (boolean primary : new boolean[] {true, false}) {
            Half half = primary ? Half.primary() : Half.secondary();
            half.normal();
            Lease lease = half.active(0, 7);
            assertThat(of(half).mayExpire(0, lease)).isEqualTo(primary);
            half.cut();
            assertThat(of(half).mayExpire(0, lease)).isTrue();
        }
    }

    @Test
    void whatThePartnerNeverHeardOfIsFreeAtOnceWhenItIsOver() {
        Half half = alone(true, ServerState.COMMUNICATIONS_INTERRUPTED);
        Lease over = half.active(0, 7).withState(BindingState.EXPIRED);
        assertThat(of(half).ended(0, over, half.second()).state()).isEqualTo(BindingState.FREE);
        Lease told = over.with(Lease.TOLD_ACTIVE);
        assertThat(of(half).ended(0, told, half.second()).state()).isEqualTo(BindingState.EXPIRED);
    }

    /// The partner was not told, so it may give the address to the client again, for as long as
    /// this server had agreed to, and be heard no more.
    @Test
    void whatWasGivenBackHereIsThePartnersForAsLongAsItHadBeenAgreedTo() {
        for (boolean primary : new boolean[] {true, false}) {
            Half half = alone(primary, ServerState.COMMUNICATIONS_INTERRUPTED);
            Lease given = half.active(0, 7).with(Lease.TOLD_ACTIVE);
            long agreed = given.tsfp();
            Lease back = given.withState(BindingState.RELEASED).withEnds(half.second());
            half.table.apply(of(half).ended(0, back, half.second()));
            half.peer.order(half.now(), ServerState.PARTNER_DOWN, half.second());
            long skew = half.peer.session().skew().margin();
            half.pass((int) (agreed + skew + Half.MCLT - half.second()));
            assertThat(half.lease(0).state()).isEqualTo(BindingState.RELEASED);
            half.pass(1);
            assertThat(half.lease(0).state()).isEqualTo(of(half).ownFree(0));
        }
    }

    /// The client itself said that it is over, after the partner was gone: nobody else promised
    /// anything since. But the partner may have heard that it was given back.
    @Test
    void theNextClientOfWhatWasGivenBackIsPromisedNoMoreThanThePartnerWasTold() {
        Half half = alone(true, ServerState.COMMUNICATIONS_INTERRUPTED);
        half.peer.order(half.now(), ServerState.PARTNER_DOWN, half.second());
        half.pass(5);
        Lease back =
                half.active(0, 7)
                        .with(Lease.TOLD)
                        .withState(BindingState.RELEASED)
                        .withEnds(half.second());
        half.table.apply(of(half).ended(0, back, half.second()));
        half.pass(2);
        assertThat(half.lease(0).state()).isEqualTo(BindingState.FREE);
        long longest = of(half).longest(0, half.lease(0), 3600, half.second());
        assertThat(longest).isEqualTo(Half.MCLT);
    }

    @Test
    void aClientIsLeftToThePartnerInNormalOnly() {
        Half half = new Half(Half.terms(true, 10, 3, 0), ServerState.NORMAL, ServerState.NORMAL);
        half.normal();
        // Buckets of these two: 133 and 45 (section 6.3), on either side of a split of 128.
        var secondarys = new ClientKey(null, Half.hardware(1));
        var primarys = new ClientKey(null, Half.hardware(2));
        assertThat(of(half).leave(0, primarys, 0)).isNull();
        assertThat(of(half).leave(0, secondarys, 3)).isNotNull();
        assertThat(of(half).leave(0, secondarys, 4)).isNull();
        half.cut();
        assertThat(of(half).leave(0, secondarys, 0)).isNull();
    }
}
