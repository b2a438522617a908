package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.RejectReason;

import java.util.Objects;

/// What is refused in CONNECT and CONNECTACK, and with which words on both sides.
class GreetingTest {

    private static final Now NOW = new Now(Half.BEGIN * 1000, 1);

    private static Greeting of(boolean primary) {
        return new Greeting(Half.terms(primary, 10), "test");
    }

    private static Connect connect(String name, long mclt, @Nullable Octets hba) {
        return new Connect(name, 10, 30, "x", mclt, hba, 1, 0);
    }

    private static Greeting.Answer judged(boolean primary, Connect connect, long ahead) {
        return of(primary).judge(NOW, connect.message().at(Half.BEGIN + ahead, 0));
    }

    private static Greeting.Answer judgedAck(ConnectAck ack, long ahead) {
        return of(true).judgeAck(NOW, ack.message().at(Half.BEGIN + ahead, 0));
    }

    private static int told(Greeting.Answer answer) {
        FailoverMessage message = Objects.requireNonNull(answer.message());
        return (int) message.number(FailoverOption.REJECT_REASON);
    }

    private static ConnectAck ack(String name) {
        return ConnectAck.accept(connect(name, 60, Half.HBA), 10, 30, "x");
    }

    @Test
    void aGoodConnectIsTakenWithWhatItSays() {
        Greeting.Answer answer = judged(false, connect("fo", 60, Half.HBA), 0);
        assertThat(answer.refusal()).isNull();
        assertThat(answer.mclt()).isEqualTo(60);
        assertThat(answer.hba()).isEqualTo(Half.HBA);
        assertThat(answer.maxUnacked()).isEqualTo(10);
        assertThat(ConnectAck.read(Objects.requireNonNull(answer.message())).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"other", "''"})
    void anotherNameIsRefusedAndBothAreNamed(String name) {
        Greeting.Answer answer = judged(false, connect(name, 60, Half.HBA), 0);
        assertThat(told(answer)).isEqualTo(RejectReason.INVALID_PARTNER.code());
        assertThat(answer.refusal()).isEqualTo(Reason.of(ReasonCode.LINK_NAME, name, "fo"));

        Greeting.Answer other = judgedAck(ack(name), 0);
        assertThat(told(other)).isEqualTo(RejectReason.INVALID_PARTNER.code());
        assertThat(other.refusal()).isEqualTo(answer.refusal());
    }

    @Test
    void aPrimaryRefusesAPrimary() {
        Greeting.Answer answer = judged(true, connect("fo", 60, Half.HBA), 0);
        assertThat(told(answer)).isEqualTo(RejectReason.INVALID_PARTNER.code());
        assertThat(answer.refusal()).isEqualTo(Reason.of(ReasonCode.LINK_ROLE, "fo", Half.THERE));
    }

    @ParameterizedTest
    @CsvSource({"60", "-60", "59", "0"})
    void aMinuteBetweenTheClocksIsTolerated(long ahead) {
        assertThat(judged(false, connect("fo", 60, Half.HBA), ahead).refusal()).isNull();
        assertThat(judgedAck(ack("fo"), ahead).refusal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"61", "-61", "86400"})
    void moreThanAMinuteIsRefusedAndSaid(long ahead) {
        Reason why =
                Reason.of(ReasonCode.LINK_CLOCK, "fo", ahead, 60L, Half.BEGIN + ahead, Half.BEGIN);
        Greeting.Answer answer = judged(false, connect("fo", 60, Half.HBA), ahead);
        assertThat(told(answer)).isEqualTo(RejectReason.TIME_MISMATCH.code());
        assertThat(answer.refusal()).isEqualTo(why);

        Greeting.Answer other = judgedAck(ack("fo"), ahead);
        assertThat(told(other)).isEqualTo(RejectReason.TIME_MISMATCH.code());
        assertThat(other.refusal()).isEqualTo(why);

        ConnectAck refused = ack("fo").rejected(RejectReason.TIME_MISMATCH, "too large");
        assertThat(judgedAck(refused, ahead).refusal()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "31, 31", "33, 33"})
    void aHashBucketAssignmentHasThirtyTwoOctets(int octets, long said) {
        Octets hba = octets < 0 ? null : Octets.of(new byte[octets]);
        Greeting.Answer answer = judged(false, connect("fo", 60, hba), 0);
        assertThat(told(answer)).isEqualTo(RejectReason.HASH_BUCKET_CONFLICT.code());
        assertThat(answer.refusal()).isEqualTo(Reason.of(ReasonCode.LINK_HBA, "fo", said));
    }

    @ParameterizedTest
    @CsvSource({"-1", "0"})
    void withoutAnMcltNobodyIsServed(long mclt) {
        Greeting.Answer answer = judged(false, connect("fo", mclt, Half.HBA), 0);
        assertThat(told(answer)).isEqualTo(RejectReason.INVALID_MCLT.code());
        assertThat(answer.refusal()).isEqualTo(Reason.of(ReasonCode.LINK_MCLT, "fo", 0L));
    }

    /// As dhcpd, which looks at neither.
    @Test
    void versionAndVendorAreNotJudged() {
        var odd = new Connect("fo", 10, 30, "odd", 60, Half.HBA, 99, 2);
        assertThat(judged(false, odd, 0).refusal()).isNull();
        var ack = new ConnectAck("fo", 10, 30, "odd", 77, 1, ConnectAck.ACCEPTED, "");
        assertThat(judgedAck(ack, 0).refusal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "VERSION_MISMATCH",
        "HASH_BUCKET_CONFLICT",
        "INVALID_MCLT",
        "DUPLICATE_CONNECTION",
    })
    void aRefusalByThePartnerIsToldInItsWords(RejectReason reason) {
        Greeting.Answer answer = judgedAck(ack("fo").rejected(reason, "be\u001bcause"), 0);
        assertThat(answer.message()).isNull();
        assertThat(answer.refusal())
                .isEqualTo(
                        Reason.of(
                                ReasonCode.LINK_REJECTED,
                                "fo",
                                reason.words(),
                                "be?cause",
                                "primary, name fo, max-unacked-updates 10, max-response-delay 30 s,"
                                    + " protocol version 1, mclt 60 s, 128 of 256 hash buckets"));
    }

    @Test
    void aPartnerThatDoesNotKnowTheNameIsToldWithOurs() {
        ConnectAck refused =
                ack("fo").rejected(RejectReason.INVALID_PARTNER, "unknown relationship");
        assertThat(judgedAck(refused, 0).refusal())
                .isEqualTo(Reason.of(ReasonCode.LINK_UNKNOWN_THERE, "fo", "unknown relationship"));
    }

    @Test
    void noMoreIsAnnouncedThanTwiceWhatThePartnerTakes() {
        var small = new Connect("fo", 2, 30, "x", 60, Half.HBA, 1, 0);
        Greeting.Answer answer = judged(false, small, 0);
        assertThat(ConnectAck.read(Objects.requireNonNull(answer.message())).maxUnacked())
                .isEqualTo(4);
    }
}
