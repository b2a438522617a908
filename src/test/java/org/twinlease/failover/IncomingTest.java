package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;
import org.twinlease.wire.failover.RejectReason;

import java.util.List;

/// The partner's updates and what they are answered with.
class IncomingTest {

    private static FailoverMessage update(Ip4 address, BindingState status, int client, long end) {
        return new BindingUpdate(
                        address,
                        status,
                        null,
                        client == 0 ? null : Half.hardware(client),
                        end,
                        end,
                        Half.BEGIN,
                        Half.BEGIN,
                        0)
                .message();
    }

    private static FailoverMessage active(int n, int client) {
        return update(Half.address(n), BindingState.ACTIVE, client, Half.BEGIN + 600);
    }

    /// The answers since the last look, as `xid` or `xid!reason`.
    private static List<String> answers(Half half) {
        return half.taken().stream()
                .filter(m -> m.type() == MessageType.BNDACK)
                .map(m -> m.xid() + (reject(m) < 0 ? "" : "!" + reject(m)))
                .toList();
    }

    private static int reject(FailoverMessage message) {
        return BindingAck.read(message).reject();
    }

    private static Half normal(Half half) {
        half.normal();
        return half;
    }

    @Test
    void whatIsTakenIsAnsweredUnderItsNumberWithTheAddressAlone() {
        Half half = normal(Half.primary());
        half.hear(active(5, 7), 42);
        FailoverMessage answer = half.taken().getFirst();
        assertThat(answer.encode())
                .isEqualTo(Messages.bndack(Half.address(5)).at(half.second(), 42).encode());
        assertThat(half.lease(5).state()).isEqualTo(BindingState.ACTIVE);
        assertThat(half.lease(5).hardware()).isEqualTo(Half.hardware(7));
    }

    /// A dhcpd that was not in NORMAL keeps what was not answered in flight for ever (trap 1).
    @ParameterizedTest
    @EnumSource(
            names = {
                "RECOVER",
                "RECOVER_WAIT",
                "RECOVER_DONE",
                "COMMUNICATIONS_INTERRUPTED",
                "RESOLUTION_INTERRUPTED"
            })
    void afterAReconnectTheAnswersAreRepeatedUnderTheirOldNumbers(ServerState partner) {
        Half half = new Half(Half.terms(true, 10), ServerState.PARTNER_DOWN, partner);
        half.link(partner);
        half.hear(active(1, 7), 3);
        half.hear(update(Ip4.of("10.9.9.9"), BindingState.FREE, 0, 0), 4);
        assertThat(answers(half)).containsExactly("3", "4!1");
        half.cut();
        half.link(partner);
        assertThat(answers(half)).containsExactly("3", "4!1");
        half.cut();
        half.link(partner);
        assertThat(answers(half)).isEmpty();
    }

    /// What the disk has refused was never agreed to, whatever is repeated.
    @Test
    void anAnswerThatTheDiskHasRefusedIsNotRepeatedAsAgreement() {
        ServerState partner = ServerState.COMMUNICATIONS_INTERRUPTED;
        Half half = new Half(Half.terms(true, 10), ServerState.PARTNER_DOWN, partner);
        half.link(partner);
        half.hear(active(1, 7), 3);
        half.pass(1);
        half.hear(active(2, 8), 4);
        half.peer.refused(half.now());
        half.taken();
        half.link(partner);
        assertThat(answers(half)).containsExactly("3", "4!6");
    }

    /// The same where the connection ended before the disk was asked, as after a long standstill.
    @Test
    void norIsOneThatWasGivenOnAConnectionWhichEndedMeanwhile() {
        ServerState partner = ServerState.COMMUNICATIONS_INTERRUPTED;
        Half half = new Half(Half.terms(true, 10), ServerState.PARTNER_DOWN, partner);
        half.link(partner);
        half.hear(active(1, 7), 3);
        half.cut();
        half.peer.refused(half.now());
        half.link(partner);
        assertThat(answers(half)).containsExactly("3!6");
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "PARTNER_DOWN", "POTENTIAL_CONFLICT"})
    void aPartnerThatSendsAgainByItselfHearsNoOldAnswers(ServerState partner) {
        Half half = new Half(Half.terms(true, 10), ServerState.NORMAL, partner);
        hearsNoOldAnswers(half, partner);
    }

    private static void hearsNoOldAnswers(Half half, ServerState partner) {
        half.link(partner);
        half.hear(active(1, 7), 3);
        assertThat(answers(half)).containsExactly("3");
        half.cut();
        half.link(partner);
        assertThat(answers(half)).isEmpty();
    }

    /// This program sends again by itself. And it may have been restarted while the two could not
    /// talk: its numbers would then begin again, and an old answer pass for one to something new.
    @Test
    void thisProgramAsPartnerHearsNoOldAnswers() {
        ServerState partner = ServerState.COMMUNICATIONS_INTERRUPTED;
        Half half = new Half(Half.terms(true, 10), ServerState.PARTNER_DOWN, partner);
        half.partnersProgram = "test-7";
        hearsNoOldAnswers(half, partner);
    }

    @Test
    void aPartnerThatWasRestartedHearsNoOldAnswersEvenLater() {
        ServerState partner = ServerState.RECOVER;
        Half half = new Half(Half.terms(true, 10), ServerState.PARTNER_DOWN, partner);
        half.link(partner);
        half.hear(active(1, 7), 3);
        half.cut();
        half.link();
        half.hear(Messages.state(partner, true, half.second()), 1);
        half.cut();
        half.taken();
        half.link(partner);
        assertThat(answers(half)).isEmpty();
    }

    @Test
    void anAddressOfNoPoolIsRefusedAndToldOnce() {
        Half half = normal(Half.secondary());
        half.hear(update(Ip4.of("10.9.9.9"), BindingState.FREE, 0, 0), 5);
        half.hear(update(Ip4.of("10.9.9.8"), BindingState.FREE, 0, 0), 6);
        assertThat(answers(half)).containsExactly("5!1", "6!1");
        assertThat(half.troubles()).containsOnlyOnce(ReasonCode.LINK_POOLS);
    }

    @Test
    void whatLacksSomethingIsRefusedAsDhcpdDoes() {
        Half half = normal(Half.primary());
        half.hear(
                FailoverMessage.of(MessageType.BNDUPD)
                        .put(FailoverOption.ASSIGNED_IP_ADDRESS, Half.address(1))
                        .build(),
                1);
        half.hear(update(Half.address(1), BindingState.ACTIVE, 0, Half.BEGIN + 9), 2);
        half.hear(
                FailoverMessage.of(MessageType.BNDUPD)
                        .put(FailoverOption.ASSIGNED_IP_ADDRESS, Half.address(1))
                        .put(FailoverOption.BINDING_STATUS, 8)
                        .build(),
                3);
        assertThat(answers(half)).containsExactly("1!3", "2!3", "3!6");
        assertThat(half.lease(1).state()).isNotEqualTo(BindingState.ACTIVE);
    }

    @Test
    void aFlagThatIsNotHereIsRefusedOnAnAddressThatIsThisServersToGive() {
        Half half = normal(Half.primary());
        int own = own(half);
        for (int flag : new int[] {BindingUpdate.RESERVED, BindingUpdate.BOOTP}) {
            half.hear(
                    new BindingUpdate(
                                    Half.address(own),
                                    BindingState.FREE,
                                    null,
                                    null,
                                    0,
                                    0,
                                    0,
                                    0,
                                    flag)
                            .message(),
                    flag);
        }
        assertThat(answers(half)).containsExactly("1!19", "2!6");
    }

    private static int own(Half half) {
        for (int n = 0; n < 10; n++) if (half.lease(n).state() == BindingState.FREE) return n;
        throw new AssertionError("no address of its own");
    }

    @Test
    void theOnlyOneToSayThatALeaseHasExpiredIsAPrimaryInNormal() {
        Half half = normal(Half.primary());
        half.active(1, 7);
        half.hear(update(Half.address(1), BindingState.EXPIRED, 7, Half.BEGIN - 9), 1);
        assertThat(answers(half)).containsExactly("1!" + RejectReason.FATAL_CONFLICT.code());
        assertThat(half.lease(1).state()).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void ofTwoUpdatesThatCrossThePrimarysHolds() {
        Half half = normal(Half.primary());
        half.changed(1);
        half.hear(update(Half.address(1), BindingState.FREE, 0, 0), 1);
        assertThat(answers(half)).containsExactly("1!16");

        Half other = normal(Half.secondary());
        other.changed(1);
        other.hear(update(Half.address(1), BindingState.FREE, 0, 0), 1);
        assertThat(answers(other)).containsExactly("1");
    }

    @Test
    void anEndBeforeItsTimeWaitsAndANewerUpdateTakesItsPlace() {
        Half half = normal(Half.secondary());
        half.active(1, 7);
        half.table.apply(half.lease(1).withEnds(half.second() + 10));
        half.active(2, 8);
        half.table.apply(half.lease(2).withEnds(half.second() + 10));
        half.hear(update(Half.address(1), BindingState.EXPIRED, 7, half.second()), 1);
        half.hear(update(Half.address(2), BindingState.EXPIRED, 8, half.second()), 2);
        assertThat(answers(half)).isEmpty();

        half.hear(update(Half.address(1), BindingState.ACTIVE, 7, half.second() + 600), 3);
        assertThat(answers(half)).containsExactly("3");
        half.pass(12);
        assertThat(answers(half)).containsExactly("2");
        assertThat(half.lease(1).state()).isEqualTo(BindingState.ACTIVE);
        assertThat(half.lease(2).state()).isEqualTo(BindingState.FREE);
    }

    /// The client renewed here after its end had come by the partner's clock, which is ahead: the
    /// partner has heard of that and sends the next update, for which there must be room.
    @Test
    void anEndThatTheClientHasOvertakenDoesNotWaitInThePlaceOfAnother() {
        Half half = normal(new Half(Half.terms(false, 1), ServerState.NORMAL, ServerState.NORMAL));
        half.active(1, 7);
        half.table.apply(half.lease(1).withEnds(half.second() + 10));
        half.active(2, 8);
        half.table.apply(half.lease(2).withEnds(half.second() + 10));
        half.hear(update(Half.address(1), BindingState.EXPIRED, 7, half.second()), 1);
        half.active(1, 7);
        half.hear(update(Half.address(2), BindingState.EXPIRED, 8, half.second()), 2);
        half.pass(12);
        assertThat(answers(half)).contains("2");
        assertThat(half.lease(1).state()).isEqualTo(BindingState.ACTIVE);
        assertThat(half.lease(2).state()).isEqualTo(BindingState.FREE);
    }

    @Test
    void whatStillWaitedWhenTheConnectionWasLostDoesNotFillThePartnersWindow() {
        ServerState partner = ServerState.COMMUNICATIONS_INTERRUPTED;
        Half half = new Half(Half.terms(false, 10), ServerState.PARTNER_DOWN, partner);
        half.link();
        half.active(1, 7);
        half.table.apply(half.lease(1).withEnds(half.second() + 10));
        half.hear(update(Half.address(1), BindingState.EXPIRED, 7, half.second()), 9);
        assertThat(answers(half)).isEmpty();
        half.cut();
        half.link(partner);
        assertThat(answers(half)).containsExactly("9!6");
        half.pass(12);
        assertThat(half.lease(1).state()).isEqualTo(BindingState.ACTIVE);
    }
}
