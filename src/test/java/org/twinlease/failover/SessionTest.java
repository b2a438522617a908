package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.util.ArrayList;
import java.util.List;

/// Which connection wins, and how one begins, lives and ends.
class SessionTest {

    private static FailoverMessage ack(Half half) {
        return ConnectAck.accept(half.connect("fo"), 10, 30, "x").message().at(half.second(), 0);
    }

    @Test
    void aPrimaryGreetsOnEachConnectionAndKeepsTheOneThatIsAnswered() {
        Half half = Half.primary();
        half.pass(1);
        long own = half.calls.getFirst();
        half.peer.opened(half.now(), own, Half.THERE, false);
        half.opened(100);
        assertThat(half.taken(own).getFirst().type()).isEqualTo(MessageType.CONNECT);
        assertThat(half.taken(100).getFirst().type()).isEqualTo(MessageType.CONNECT);

        half.hear(100, ack(half));
        assertThat(half.peer.session().isUp()).isTrue();
        half.peer.closed(half.now(), own, "closed by the partner");
        assertThat(half.peer.session().isUp()).isTrue();
        assertThat(half.troubles()).isEmpty();
    }

    /// Who turned in circles meanwhile would use up a processor for as long as a machine that is
    /// off does not answer.
    @Test
    void anAttemptThatIsUnderWayLeavesNothingToDo() {
        Half half = Half.primary();
        half.pass(20);
        assertThat(half.calls).hasSize(1);
        assertThat(half.peer.nextTick()).isGreaterThan(half.now().tickMillis());
        half.peer.closed(half.now(), half.calls.getFirst(), "no answer");
        assertThat(half.peer.nextTick() - half.now().tickMillis()).isEqualTo(5_000);
    }

    @Test
    void aSecondAnswerEndsItsConnectionAndNotTheOneThatIsUp() {
        Half half = Half.primary();
        half.opened(100);
        half.opened(102);
        half.hear(100, ack(half));
        half.hear(102, ack(half));
        assertThat(half.closed).containsExactly(102L);
        assertThat(half.peer.owns(100)).isTrue();
    }

    /// The primary's word of now left it when half of the way there and back was over.
    @Test
    void howLongAMessageIsUnderWayIsNotTakenForAClockThatIsBehind() {
        Half half = Half.secondary();
        half.opened(100);
        half.hear(half.connect("fo").message(), 0);
        assertThat(half.peer.session().skew().millis()).isBetween(-500L, 500L);
        long sent = half.second() + 1;
        half.pass(2);
        for (int xid = 1; xid < 20; xid++) {
            half.hear(100, Messages.state(ServerState.NORMAL, false, 0).at(sent, xid));
        }
        assertThat(half.peer.session().skew().millis()).isBetween(-500L, 500L);
    }

    @Test
    void aSecondarySaysNothingBeforeConnectAndHeedsNothing() {
        Half half = Half.secondary();
        half.opened(100);
        half.hear(Messages.state(ServerState.PARTNER_DOWN, false, half.second()), 0);
        assertThat(half.words()).isEmpty();
        assertThat(half.peer.kept().partner()).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void aSecondaryClosesASecondConnectionWithoutAWord() {
        Half half = Half.secondary();
        half.normal();
        half.peer.opened(half.now(), 100, Half.THERE, true);
        half.hear(100, half.connect("fo").message().at(half.second(), 0));
        assertThat(half.taken(100)).isEmpty();
        assertThat(half.closed).containsExactly(100L);
        assertThat(half.peer.session().isUp()).isTrue();
    }

    @Test
    void aConnectionOfWhichNothingIsHeardGivesWayToANewOne() {
        Half half = Half.secondary();
        half.normal();
        half.pass(13);
        half.opened(100);
        half.hear(half.connect("fo").message(), 0);
        assertThat(half.troubles()).containsExactly(ReasonCode.LINK_REPLACED);
        assertThat(half.peer.owns(100)).isTrue();
        assertThat(half.peer.session().isUp()).isTrue();
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
    }

    @Test
    void contactIsSentInAThirdOfThePartnersTimerAndSilenceEndsTheConnection() {
        Half half = Half.primary();
        half.normal();
        half.taken();
        half.pass(9);
        assertThat(half.words()).isEmpty();
        half.pass(2);
        assertThat(half.words()).containsExactly(MessageType.CONTACT);
        half.pass(20);
        assertThat(half.troubles()).containsExactly(ReasonCode.LINK_SILENT);
        assertThat(half.peer.session().isUp()).isFalse();
        assertThat(half.peer.kept().mine()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
    }

    @Test
    void whoeverIsGreetedMustAnswerWithinTheStartupTime() {
        Half primary = Half.primary();
        primary.opened(100);
        primary.pass(15);
        assertThat(primary.troubles()).containsExactly(ReasonCode.LINK_NO_CONNECTACK);
        Half secondary = Half.secondary();
        secondary.opened(100);
        secondary.pass(15);
        assertThat(secondary.troubles()).containsExactly(ReasonCode.LINK_NO_CONNECT);
        assertThat(secondary.closed).containsExactly(100L);
    }

    /// dhcpd waits for as long, and whose wait ends first is chance.
    @Test
    void aPartnerThatGivesUpWaitingAMomentBeforeThisServerGetsTheSameVerdict() {
        for (Half half : List.of(Half.primary(), Half.secondary())) {
            half.opened(100);
            half.pass(14);
            half.cut();
            assertThat(half.troubles())
                    .containsExactly(
                            half.peer.terms().primary()
                                    ? ReasonCode.LINK_NO_CONNECTACK
                                    : ReasonCode.LINK_NO_CONNECT);
        }
        Half early = Half.secondary();
        early.opened(100);
        early.pass(10);
        early.cut();
        assertThat(early.troubles()).containsExactly(ReasonCode.LINK_CLOSED);
    }

    @Test
    void aRefusedAttemptIsMadeAgainAfterFiveSeconds() {
        Half half = Half.secondary();
        half.pass(1);
        assertThat(half.calls).hasSize(1);
        half.peer.closed(half.now(), half.calls.getFirst(), "connection refused");
        assertThat(half.troubles()).containsExactly(ReasonCode.LINK_REFUSED);
        half.pass(4);
        assertThat(half.calls).hasSize(1);
        half.pass(1);
        assertThat(half.calls).hasSize(2);
        half.peer.closed(half.now(), half.calls.get(1), "connection refused");
        assertThat(half.troubles()).hasSize(1);
    }

    @Test
    void whatIsNoFailoverMessageEndsTheConnection() {
        Half half = Half.primary();
        half.normal();
        byte[] wrong = Messages.contact().at(half.second(), 1).encode();
        wrong[3] = 8;
        half.peer.data(half.now(), half.peer.owns(1_001) ? 1_001 : -1, wrong);
        assertThat(half.troubles()).containsExactly(ReasonCode.LINK_MALFORMED);
        assertThat(half.peer.session().isUp()).isFalse();
    }

    @Test
    void messagesMayComeInPieces() {
        Half half = Half.secondary();
        half.opened(100);
        for (byte octet : half.connect("fo").message().at(half.second(), 0).encode()) {
            half.peer.data(half.now(), 100, new byte[] {octet});
        }
        assertThat(half.words()).containsExactly(MessageType.CONNECTACK);
    }

    /// An answer to the last connection's update must not pass for one to this one's.
    @Test
    void numbersOfUpdatesGoOnOverConnections() {
        Half half = Half.primary();
        half.normal();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            half.peer.changed(half.now(), i);
            for (FailoverMessage said : half.taken()) {
                if (said.type() == MessageType.BNDUPD) numbers.add(said.xid());
            }
            half.cut();
            half.link(ServerState.COMMUNICATIONS_INTERRUPTED);
        }
        assertThat(numbers).hasSizeGreaterThan(2).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void numbersBeginAtZeroOnEachConnection() {
        Half half = Half.primary();
        for (int i = 0; i < 2; i++) {
            half.link();
            List<FailoverMessage> said = half.taken();
            assertThat(said).extracting(FailoverMessage::xid).startsWith(0L, 1L);
            assertThat(said.getFirst().text(FailoverOption.RELATIONSHIP_NAME)).isEqualTo("fo");
            half.cut();
        }
    }
}
