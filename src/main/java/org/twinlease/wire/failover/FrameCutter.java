package org.twinlease.wire.failover;

import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts the byte stream of one direction of a connection into messages, wherever TCP has cut it:
/// several in a segment, one over many. Holds at most one message of 2048 octets. A length that can
/// be none leaves nothing to go on with; after any other fault the next message could still be
/// read, but dhcpd closes the connection, and so should whoever asks.
public final class FrameCutter {

    /// A message of the stream: its octets, and what they are decoded to. Of a message whose length
    /// can be none there are only the two octets that say so.
    public record Frame(Octets raw, Decoded<FailoverMessage> message) {}

    private final byte[] buffer = new byte[FailoverMessage.MAX];
    private int filled;
    private boolean broken;

    /// Takes the first `length` octets of the data; gives the messages that are complete now, in
    /// order, each decoded or with its fault. Never throws; after [#isBroken] it gives none.
    public List<Decoded<FailoverMessage>> feed(byte[] data, int length) {
        return cut(data, length).stream().map(Frame::message).toList();
    }

    /// As [#feed], with the octets of each message, also of a bad one.
    public List<Frame> cut(byte[] data, int length) {
        List<Frame> frames = new ArrayList<>();
        int at = 0;
        int end = Math.min(length, data.length);
        while (at < end && !broken) {
            int part = Math.min(need() - filled, end - at);
            System.arraycopy(data, at, buffer, filled, part);
            filled += part;
            at += part;
            if (filled < need()) continue;
            byte[] raw = Arrays.copyOf(buffer, filled);
            broken = !FailoverMessage.isLength(need());
            frames.add(
                    new Frame(
                            Octets.of(raw),
                            broken
                                    ? new Decoded.Bad<>(Fault.BAD_MESSAGE_LENGTH, 0)
                                    : FailoverMessage.decode(raw)));
            filled = 0;
        }
        return frames;
    }

    /// How many octets must be there before something can be done: the length field, and then as
    /// many as it says; two again for a length that can be none.
    private int need() {
        if (filled < 2) return 2;
        int length = (buffer[0] & 255) << 8 | (buffer[1] & 255);
        return FailoverMessage.isLength(length) ? length : 2;
    }

    /// Whether the stream is past reading.
    public boolean isBroken() {
        return broken;
    }

    /// How many octets of a message that is not complete are held, 0 to 2047.
    public int held() {
        return filled;
    }
}
