package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.LoadBalance;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.util.List;

/// How free addresses move from one server to the other.
class BalancerTest {

    private static long free(Half half) {
        return half.table.count(0, BindingState.FREE);
    }

    private static long backup(Half half) {
        return half.table.count(0, BindingState.BACKUP);
    }

    /// Makes all free addresses the primary's again.
    private static void giveBack(Half half) {
        for (int n = 0; n < 10; n++) {
            half.table.apply(half.lease(n).withState(BindingState.FREE));
        }
    }

    @Test
    void onEnteringNormalAPrimaryGivesHalfAndTellsOfEach() {
        Half half = Half.primary();
        half.link(ServerState.NORMAL);
        assertThat(backup(half)).isEqualTo(5);
        assertThat(half.words().stream().filter(t -> t == MessageType.BNDUPD)).hasSize(5);
        assertThat(half.events).contains(new PairEvent.Balanced("fo", 0, 10, 0, 5));
    }

    @Test
    void aSecondaryHasNothingToGive() {
        Half half = Half.secondary();
        half.link(ServerState.NORMAL);
        assertThat(free(half)).isEqualTo(10);
    }

    @Test
    void aRequestIsAnsweredWithWhatWasGivenAndThenTheUpdates() {
        Half half = Half.primary();
        half.normal();
        giveBack(half);
        half.taken();
        half.hear(Messages.poolreq(), 30);
        List<FailoverMessage> said = half.taken();
        FailoverMessage answer =
                said.stream()
                        .filter(m -> m.type() == MessageType.POOLRESP)
                        .findFirst()
                        .orElseThrow();
        assertThat(answer.xid()).isEqualTo(30);
        assertThat(answer.number(FailoverOption.ADDRESSES_TRANSFERRED)).isEqualTo(5);
        assertThat(said.stream().filter(m -> m.type() == MessageType.BNDUPD)).hasSize(5);
    }

    @Test
    void outsideNormalNothingIsGiven() {
        Half half = new Half(Half.terms(true, 10), ServerState.RECOVER, ServerState.UNKNOWN);
        half.link(ServerState.RECOVER);
        half.taken();
        half.hear(Messages.poolreq(), 30);
        FailoverMessage answer = half.taken().getLast();
        assertThat(answer.type()).isEqualTo(MessageType.POOLRESP);
        assertThat(answer.number(FailoverOption.ADDRESSES_TRANSFERRED)).isZero();
        assertThat(backup(half)).isZero();
    }

    @Test
    void aReservedAddressIsNotGiven() {
        Half half = Half.primary();
        for (int n = 0; n < 10; n++) half.table.apply(half.lease(n).with(Lease.RESERVED));
        half.link(ServerState.NORMAL);
        assertThat(backup(half)).isZero();
    }

    @Test
    void aRunIsDueWithinMaxBalanceAndNoneWhileAlone() {
        Half half = Half.primary();
        half.normal();
        assertThat(half.peer.balancer().due()).isBetween(half.second(), half.second() + 3600);
        half.cut();
        assertThat(half.peer.balancer().due()).isEqualTo(-1);
    }

    @Test
    void anAddressWhoseClientIsThePartnersGoesToThePartnerWhenItIsFree() {
        Half half = Half.primary();
        half.normal();
        giveBack(half);
        int client = 1;
        while (!isSecondarys(client)) client++;
        half.active(0, client);
        half.table.apply(half.lease(0).withState(BindingState.FREE));
        half.peer.balancer().affinity(half.now(), 0);
        assertThat(half.lease(0).state()).isEqualTo(BindingState.BACKUP);

        int own = 1;
        while (isSecondarys(own)) own++;
        half.active(1, own);
        half.table.apply(half.lease(1).withState(BindingState.FREE));
        half.peer.balancer().affinity(half.now(), 1);
        assertThat(half.lease(1).state()).isEqualTo(BindingState.FREE);
    }

    private static boolean isSecondarys(int client) {
        int bucket = LoadBalance.bucket(null, Half.hardware(client));
        return !LoadBalance.isPrimarys(Half.HBA, bucket);
    }
}
