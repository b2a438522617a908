package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.failover.RejectReason;

import java.util.List;

/// Updates to the partner: how many at once, when again, and what an answer changes.
class OutgoingTest {

    private static Half normal(int window) {
        Half half = Half.secondary();
        half.partnersWindow = window;
        half.normal();
        return half;
    }

    private static List<FailoverMessage> updates(Half half) {
        return half.taken().stream().filter(m -> m.type() == MessageType.BNDUPD).toList();
    }

    private static String last(FailoverMessage update) {
        String address = BindingUpdate.read(update).address().toString();
        return address.substring(address.lastIndexOf('.') + 1);
    }

    private static List<String> addresses(List<FailoverMessage> updates) {
        return updates.stream().map(OutgoingTest::last).toList();
    }

    private static void accept(Half half, FailoverMessage update) {
        half.hear(Messages.bndack(BindingUpdate.read(update).address()), update.xid());
    }

    @Test
    void aPartnerThatTakesOneAtATimeGetsOneAtATime() {
        Half half = normal(1);
        for (int n = 0; n < 3; n++) half.changed(n);
        for (String address : new String[] {"10", "11", "12"}) {
            List<FailoverMessage> sent = updates(half);
            assertThat(addresses(sent)).containsExactly(address);
            accept(half, sent.getFirst());
        }
        assertThat(updates(half)).isEmpty();
        assertThat(half.peer.outgoing().queue().isEmpty()).isTrue();
    }

    @Test
    void noMoreIsInFlightThanThePartnerTakes() {
        Half half = normal(3);
        for (int n = 0; n < 10; n++) half.changed(n);
        List<FailoverMessage> sent = updates(half);
        assertThat(addresses(sent)).containsExactly("10", "11", "12");
        accept(half, sent.get(1));
        assertThat(addresses(updates(half))).containsExactly("13");
    }

    @Test
    void anUpdateIsNeverSentUnderNumberZero() {
        Half half = normal(100);
        half.changed(0);
        assertThat(updates(half).getFirst().xid()).isPositive();
    }

    @Test
    void whatIsAcceptedIsKnownToThePartner() {
        Half half = normal(10);
        half.changed(0);
        long told = half.lease(0).tstp();
        assertThat(half.lease(0).atsfp()).isZero();
        accept(half, updates(half).getFirst());
        assertThat(half.lease(0).atsfp()).isEqualTo(told);
        assertThat(half.lease(0).tsfp()).isEqualTo(told);
    }

    @Test
    void anAnswerUnderAnotherNumberIsNone() {
        Half half = normal(1);
        half.changed(0);
        half.changed(1);
        FailoverMessage update = updates(half).getFirst();
        half.hear(Messages.bndack(Half.address(0)), update.xid() + 1);
        half.hear(Messages.bndack(Half.address(5)), update.xid());
        assertThat(updates(half)).isEmpty();
        assertThat(half.lease(0).atsfp()).isZero();
    }

    @Test
    void whatIsRefusedIsNotedAndNotSentAgainByItself() {
        Half half = normal(10);
        half.changed(0);
        half.hear(
                Messages.bndack(Half.address(0), RejectReason.FATAL_CONFLICT, "no"),
                updates(half).getFirst().xid());
        assertThat(half.notes)
                .extracting(reason -> reason.code())
                .containsExactly(ReasonCode.LEASE_PARTNER_REFUSED);
        assertThat(half.lease(0).atsfp()).isZero();
        half.pass(3);
        assertThat(updates(half)).isEmpty();
        half.cut();
        half.link(ServerState.COMMUNICATIONS_INTERRUPTED);
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.NORMAL);
        assertThat(addresses(updates(half))).contains("10");
    }

    /// dhcpd takes no FREE or BACKUP for a lease that it has as ACTIVE.
    @Test
    void aPartnerThatTakesAFreeAddressForGivenIsToldThatTheLeaseIsOverFirst() {
        Half half = normal(10);
        half.changed(0);
        accept(half, updates(half).getFirst());
        Lease free = half.active(0, 1).withState(BindingState.BACKUP).withEnds(half.second() - 1);
        half.table().apply(Telling.again(free));
        half.peer.outgoing().queue().add(0);
        half.pass(1);
        refuse(half, only(half, BindingState.BACKUP));
        assertThat(half.lease(0).state()).isEqualTo(BindingState.EXPIRED);
        assertThat(half.notes)
                .extracting(reason -> reason.code())
                .contains(ReasonCode.LEASE_PARTNER_REFUSED);

        FailoverMessage over = only(half, BindingState.EXPIRED);
        refuse(half, over);
        half.pass(3);
        assertThat(updates(half)).as("a refused end is not repeated by itself").isEmpty();
        assertThat(half.lease(0).state()).isEqualTo(BindingState.EXPIRED);
    }

    private static FailoverMessage only(Half half, BindingState state) {
        List<FailoverMessage> sent = updates(half);
        assertThat(sent).hasSize(1);
        assertThat(BindingUpdate.read(sent.getFirst()))
                .isInstanceOfSatisfying(
                        BindingUpdate.Read.Ok.class,
                        ok -> assertThat(ok.update().status()).isEqualTo(state));
        return sent.getFirst();
    }

    private static void refuse(Half half, FailoverMessage update) {
        half.hear(
                Messages.bndack(Half.address(0), RejectReason.FATAL_CONFLICT, "no"), update.xid());
    }

    @Test
    void whatChangesInFlightGoesOutAgainAfterTheAnswer() {
        Half half = normal(10);
        half.changed(0);
        FailoverMessage first = updates(half).getFirst();
        half.pass(1);
        half.changed(0);
        assertThat(updates(half)).isEmpty();
        accept(half, first);
        List<FailoverMessage> again = updates(half);
        assertThat(addresses(again)).containsExactly("10");
        assertThat(again.getFirst().xid()).isGreaterThan(first.xid());
        assertThat(half.lease(0).atsfp()).isZero();
    }

    /// The queue outlives the connection: what was in flight goes first, then what waited.
    @Test
    void afterAReconnectWhatWasNotAnsweredGoesOutInItsOrder() {
        Half half = normal(2);
        for (int n = 0; n < 4; n++) half.changed(n);
        assertThat(addresses(updates(half))).containsExactly("10", "11");
        half.cut();
        half.changed(4);
        assertThat(updates(half)).isEmpty();
        half.partnersWindow = 100;
        half.link();
        assertThat(updates(half)).isEmpty();
        half.hear(Messages.state(ServerState.COMMUNICATIONS_INTERRUPTED, false, 0), 1);
        assertThat(addresses(updates(half))).startsWith("10", "11", "12", "13", "14");
    }

    /// A primary tells what is open as soon as the two are connected, and is in NORMAL a moment
    /// later.
    private static List<FailoverMessage> returned(Half half) {
        half.normal();
        half.cut();
        for (int n = 0; n < 3; n++) half.changed(n);
        half.link();
        half.hear(Messages.state(ServerState.COMMUNICATIONS_INTERRUPTED, false, 0), 1);
        half.hear(Messages.state(ServerState.NORMAL, false, 0), 2);
        assertThat(half.peer.state()).isEqualTo(ServerState.NORMAL);
        return updates(half);
    }

    @Test
    void whatIsUnderWayWhenNormalBeginsIsNotToldTwice() {
        Half half = Half.primary();
        List<FailoverMessage> sent = returned(half);
        assertThat(addresses(sent)).containsExactly("10", "11", "12");
        half.changed(1);
        for (FailoverMessage update : sent) accept(half, update);
        assertThat(addresses(updates(half))).containsExactly("11");
    }

    /// A partner that was not in NORMAL yet may have judged it by another rule.
    @Test
    void whatWasRefusedUnderWayToNormalIsToldAgainOnce() {
        Half half = Half.primary();
        refuse(half, returned(half).getFirst());
        List<FailoverMessage> again = updates(half);
        assertThat(addresses(again)).containsExactly("10");
        refuse(half, again.getFirst());
        assertThat(updates(half)).isEmpty();
    }

    @Test
    void allIsSentWhenAllIsAskedForAndDoneIsSaidAfterTheLastAnswer() {
        Half half = normal(100);
        half.hear(Messages.updreqall(), 77);
        List<FailoverMessage> sent = updates(half);
        assertThat(sent).hasSize(10);
        for (FailoverMessage update : sent.subList(0, 9)) accept(half, update);
        assertThat(half.words()).isEmpty();
        accept(half, sent.get(9));
        FailoverMessage done = half.taken().getFirst();
        assertThat(done.type()).isEqualTo(MessageType.UPDDONE);
        assertThat(done.xid()).isEqualTo(77);
    }

    @Test
    void aRefusedUpdateIsAnsweredToo() {
        Half half = normal(100);
        half.hear(Messages.updreqall(), 77);
        for (FailoverMessage update : updates(half)) {
            half.hear(
                    Messages.bndack(
                            BindingUpdate.read(update).address(),
                            RejectReason.LESS_CRITICAL_BINDING_INFORMATION,
                            ""),
                    update.xid());
        }
        assertThat(half.words()).containsExactly(MessageType.UPDDONE);
    }

    /// Who has lost its leases may have given the address again to the same client since, and for
    /// as long as this server had agreed to.
    @Test
    void whoRecoversIsToldHowLongAnAddressThatWasGivenBackHadBeenAgreedTo() {
        for (ServerState partner : List.of(ServerState.NORMAL, ServerState.RECOVER)) {
            Half half = normal(100);
            Lease given = half.active(0, 7);
            long back = half.second();
            half.table()
                    .apply(
                            given.withState(BindingState.RELEASED)
                                    .withEnds(back)
                                    .withTimes(back, given.tsfp(), 0));
            half.cut();
            half.link(partner);
            half.hear(Messages.updreqall(), 77);
            FailoverMessage told =
                    updates(half).stream()
                            .filter(u -> last(u).equals("10"))
                            .findFirst()
                            .orElseThrow();
            assertThat(told.number(FailoverOption.POTENTIAL_EXPIRATION_TIME))
                    .isEqualTo(partner == ServerState.RECOVER ? given.tsfp() : back);
        }
    }

    @Test
    void whoHasEverythingHearsDoneAtOnce() {
        Half half = normal(100);
        for (int n = 0; n < 10; n++) {
            Lease lease = half.lease(n);
            assertThat(lease.tstp()).as("%s", lease).isLessThanOrEqualTo(lease.atsfp());
        }
        half.hear(Messages.updreq(), 5);
        assertThat(half.words()).containsExactly(MessageType.UPDDONE);
    }

    @Test
    void ofTwoRequestsTheSecondIsAnswered() {
        Half half = normal(100);
        half.hear(Messages.updreqall(), 7);
        half.hear(Messages.updreqall(), 8);
        while (true) {
            List<FailoverMessage> said = half.taken();
            for (FailoverMessage m : said) if (m.type() == MessageType.BNDUPD) accept(half, m);
            List<Long> done =
                    said.stream()
                            .filter(m -> m.type() == MessageType.UPDDONE)
                            .map(FailoverMessage::xid)
                            .toList();
            if (done.isEmpty()) continue;
            assertThat(done).containsExactly(8L);
            return;
        }
    }

    @Test
    void thePartnersAgreementFreesWhatIsOver() {
        Half half = normal(10);
        half.active(0, 7);
        half.table.apply(half.lease(0).withState(BindingState.RELEASED));
        half.changed(0);
        FailoverMessage update = updates(half).getFirst();
        assertThat(half.lease(0).state()).isEqualTo(BindingState.RELEASED);
        assertThat(half.lease(0).is(Lease.TOLD)).isTrue();
        accept(half, update);
        assertThat(half.lease(0).state()).isEqualTo(BindingState.FREE);
        assertThat(half.lease(0).is(Lease.TOLD)).isFalse();
    }
}
