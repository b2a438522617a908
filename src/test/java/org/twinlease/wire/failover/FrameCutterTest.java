package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

class FrameCutterTest {

    private static final FailoverMessage CONTACT = Messages.contact().at(1, 2);
    private static final FailoverMessage POOLRESP = Messages.poolresp(5).at(3, 4);

    private final FrameCutter cutter = new FrameCutter();

    private List<Decoded<FailoverMessage>> feed(byte... data) {
        return cutter.feed(data, data.length);
    }

    private static byte[] joined(FailoverMessage... messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (FailoverMessage message : messages) out.writeBytes(message.encode());
        return out.toByteArray();
    }

    @Test
    void severalMessagesComeOutOfOneSegment() {
        assertThat(feed(joined(CONTACT, POOLRESP, CONTACT)))
                .containsExactly(
                        new Decoded.Ok<>(CONTACT),
                        new Decoded.Ok<>(POOLRESP),
                        new Decoded.Ok<>(CONTACT));
        assertThat(cutter.held()).isZero();
    }

    @Test
    void oneMessageComesOutOfManySegments() {
        List<Decoded<FailoverMessage>> cut = new ArrayList<>();
        byte[] bytes = joined(POOLRESP, CONTACT);
        for (int i = 0; i < bytes.length; i++) {
            cut.addAll(feed(bytes[i]));
            if (i == 18) assertThat(cut).isEmpty();
        }
        assertThat(cut).containsExactly(new Decoded.Ok<>(POOLRESP), new Decoded.Ok<>(CONTACT));
    }

    @Test
    void onlyTheFirstOctetsOfABufferCount() {
        byte[] bytes = joined(CONTACT, POOLRESP);
        assertThat(cutter.feed(bytes, CONTACT.length())).containsExactly(new Decoded.Ok<>(CONTACT));
        assertThat(cutter.held()).isZero();
        assertThat(cutter.feed(bytes, bytes.length + 100)).hasSize(2);
    }

    @Test
    void aLengthThatIsNoneEndsIt() {
        byte[] bytes = joined(CONTACT, POOLRESP);
        bytes[CONTACT.length() + 1] = 11;
        assertThat(feed(bytes))
                .containsExactly(
                        new Decoded.Ok<>(CONTACT), new Decoded.Bad<>(Fault.BAD_MESSAGE_LENGTH, 0));
        assertThat(cutter.isBroken()).isTrue();
        assertThat(feed(joined(CONTACT))).isEmpty();
        assertThat(cutter.held()).isZero();
    }

    @Test
    void aTooLongMessageEndsItBeforeItComes() {
        assertThat(feed((byte) 8)).isEmpty();
        assertThat(cutter.isBroken()).isFalse();
        assertThat(feed((byte) 1)).containsExactly(new Decoded.Bad<>(Fault.BAD_MESSAGE_LENGTH, 0));
        assertThat(cutter.isBroken()).isTrue();
    }

    @Test
    void theLongestMessagePassesWhole() {
        FailoverMessage longest =
                FailoverMessage.of(MessageType.DISCONNECT)
                        .put(FailoverOption.MESSAGE, "x".repeat(2032))
                        .build();
        byte[] bytes = joined(longest, longest);
        assertThat(cutter.feed(bytes, 2047)).isEmpty();
        assertThat(cutter.held()).isEqualTo(2047);
        byte[] rest = java.util.Arrays.copyOfRange(bytes, 2047, bytes.length);
        assertThat(feed(rest)).hasSize(2);
    }

    /// It is for the caller to close; a program that only looks goes on.
    @Test
    void anyOtherFaultIsToldAndTheNextMessageRead() {
        byte[] bytes = joined(POOLRESP, CONTACT);
        bytes[3] = 8;
        assertThat(feed(bytes))
                .containsExactly(
                        new Decoded.Bad<>(Fault.BAD_PAYLOAD_OFFSET, 3), new Decoded.Ok<>(CONTACT));
        assertThat(cutter.isBroken()).isFalse();
    }
}
