package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A failover message: its octets, and where each option is that counts. Immutable.
///
/// An option counts where [FailoverOption#isKeptIn] says so for the message's type. [#has] and the
/// readers see those alone, as dhcpd does; [#options] has everything, for people to look at.
public final class FailoverMessage {

    /// Octets of the header without extensions, and of the shortest message.
    public static final int HEADER = 12;

    /// Octets of the longest message that dhcpd takes.
    public static final int MAX = 2048;

    private static final int HIGHEST_TYPE = 12;

    private final byte[] bytes;
    private final int[] starts;

    private FailoverMessage(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /// Decodes one whole message, from its length field to its last option. Takes and refuses what
    /// dhcpd's parser does: where this is [Decoded.Bad], dhcpd closes the connection without a
    /// word. Never throws.
    public static Decoded<FailoverMessage> decode(byte[] whole) {
        if (whole.length < 2) return new Decoded.Bad<>(Fault.CUT_OFF, whole.length);
        int length = u16(whole, 0);
        if (!isLength(length) || length < whole.length) {
            return new Decoded.Bad<>(Fault.BAD_MESSAGE_LENGTH, 0);
        }
        if (length > whole.length) return new Decoded.Bad<>(Fault.CUT_OFF, whole.length);
        int offset = whole[3] & 255;
        if (offset < HEADER || offset > length) {
            return new Decoded.Bad<>(Fault.BAD_PAYLOAD_OFFSET, 3);
        }
        return index(whole.clone(), offset);
    }

    /// Whether a length field can be one.
    static boolean isLength(int length) {
        return length >= HEADER && length <= MAX;
    }

    private static Decoded<FailoverMessage> index(byte[] bytes, int offset) {
        MessageType type = MessageType.ofCode(bytes[2] & 255);
        int[] starts = new int[FailoverOption.CODES];
        int at = offset;
        while (at < bytes.length) {
            if ((bytes[2] & 255) > HIGHEST_TYPE) {
                return new Decoded.Bad<>(Fault.UNKNOWN_TYPE_WITH_OPTIONS, 2);
            }
            if (at + 4 > bytes.length || at + 4 + u16(bytes, at + 2) > bytes.length) {
                return new Decoded.Bad<>(Fault.OPTION_CUT_OFF, at);
            }
            FailoverOption option = FailoverOption.ofCode(u16(bytes, at));
            int size = u16(bytes, at + 2);
            if (option != null && type != null && option.isKeptIn(type)) {
                if (starts[option.code()] != 0) {
                    return new Decoded.Bad<>(Fault.DUPLICATE_OPTION, at);
                }
                if (!option.takes(size)) return new Decoded.Bad<>(Fault.BAD_OPTION_SIZE, at);
                starts[option.code()] = at;
            }
            at += 4 + size;
        }
        return new Decoded.Ok<>(new FailoverMessage(bytes, starts));
    }

    /// Begins a message of a type.
    public static Builder of(MessageType type) {
        return new Builder(type);
    }

    /// The type; null for a number that is none, with which dhcpd does nothing.
    public @Nullable MessageType type() {
        return MessageType.ofCode(typeCode());
    }

    /// The number of the type, 0 to 255.
    public int typeCode() {
        return bytes[2] & 255;
    }

    /// Octets of the whole message.
    public int length() {
        return bytes.length;
    }

    /// Where the options begin, 12 or more.
    public int payloadOffset() {
        return bytes[3] & 255;
    }

    /// The sender's clock when it sent the message, in seconds since 1970.
    public long time() {
        return u32(bytes, 4);
    }

    /// The transaction's number, unsigned.
    public long xid() {
        return u32(bytes, 8);
    }

    /// Whether an option is there and counts.
    public boolean has(FailoverOption option) {
        return starts[option.code()] != 0;
    }

    /// The data of an option of fixed size as an unsigned number; 0 where it is absent or has
    /// another shape.
    public long number(FailoverOption option) {
        int at = starts[option.code()];
        if (at == 0) return 0;
        return switch (option.shape().size()) {
            case 1 -> bytes[at + 4] & 255;
            case 2 -> u16(bytes, at + 4);
            case 4 -> u32(bytes, at + 4);
            default -> 0;
        };
    }

    /// The data of an option; null where it is absent.
    public @Nullable Octets bytes(FailoverOption option) {
        int at = starts[option.code()];
        return at == 0 ? null : Octets.of(bytes, at + 4, u16(bytes, at + 2));
    }

    /// The data of an option as an address; 0.0.0.0 where it is absent.
    public Ip4 ip(FailoverOption option) {
        return new Ip4((int) number(option));
    }

    /// The data of an option as text; empty where it is absent.
    public String text(FailoverOption option) {
        Octets data = bytes(option);
        return data == null ? "" : data.text();
    }

    /// Every option in its place, also those that do not count or have no row.
    public List<FailoverField> options() {
        return FailoverField.all(Octets.of(bytes));
    }

    /// The octets to send.
    public byte[] encode() {
        return bytes.clone();
    }

    /// The same message stamped for sending: the sender's clock in seconds since 1970, and the
    /// transaction's number.
    public FailoverMessage at(long time, long xid) {
        byte[] stamped = bytes.clone();
        ByteBuffer.wrap(stamped).putInt(4, (int) time).putInt(8, (int) xid);
        return new FailoverMessage(stamped, starts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FailoverMessage o && Arrays.equals(bytes, o.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        MessageType type = type();
        return (type == null ? "type " + typeCode() : type) + " " + HexFormat.of().formatHex(bytes);
    }

    static int u16(byte[] in, int at) {
        return (in[at] & 255) << 8 | (in[at + 1] & 255);
    }

    private static long u32(byte[] in, int at) {
        return (long) u16(in, at) << 16 | u16(in, at + 2);
    }

    /// Puts options one behind the other. What dhcpd would close the connection for is an error of
    /// the caller: an option twice, a value that does not fit, more than 2048 octets.
    public static final class Builder {

        private final ByteBuffer out = ByteBuffer.allocate(MAX);

        private Builder(MessageType type) {
            out.putShort((short) 0).put((byte) type.code()).put((byte) HEADER).position(HEADER);
        }

        /// Puts a number into an option of fixed size.
        ///
        /// @throws IllegalArgumentException when it does not fit
        public Builder put(FailoverOption option, long value) {
            int size = option.shape().size();
            if (size == 0 || value < 0 || value >>> (8 * size) != 0) {
                throw new IllegalArgumentException(option + " cannot be " + value);
            }
            begin(option.code(), size);
            for (int i = size - 1; i >= 0; i--) out.put((byte) (value >>> (8 * i)));
            return this;
        }

        /// Puts octets.
        ///
        /// @throws IllegalArgumentException when the option has another size
        public Builder put(FailoverOption option, Octets data) {
            if (!option.takes(data.length())) {
                throw new IllegalArgumentException(option + " cannot be " + data);
            }
            begin(option.code(), data.length());
            out.put(data.toArray());
            return this;
        }

        /// Puts an address.
        public Builder put(FailoverOption option, Ip4 address) {
            return put(option, Octets.of(address.octets()));
        }

        /// Puts a text, one octet a character.
        public Builder put(FailoverOption option, String text) {
            return put(option, Octets.ofText(text));
        }

        private void begin(int code, int size) {
            if (out.remaining() < 4 + size) {
                throw new IllegalArgumentException("longer than " + MAX + " octets");
            }
            out.putShort((short) code).putShort((short) size);
        }

        /// The message, with time 0 and xid 0; see [FailoverMessage#at].
        ///
        /// @throws IllegalArgumentException when an option that counts stands there twice
        public FailoverMessage build() {
            out.putShort(0, (short) out.position());
            byte[] bytes = Arrays.copyOf(out.array(), out.position());
            return switch (decode(bytes)) {
                case Decoded.Ok<FailoverMessage>(FailoverMessage message) -> message;
                case Decoded.Bad<FailoverMessage>(Fault fault, int at) ->
                        throw new IllegalArgumentException(fault.words() + " at " + at);
            };
        }
    }
}
