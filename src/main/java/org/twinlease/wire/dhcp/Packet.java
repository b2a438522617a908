package org.twinlease.wire.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

/// A DHCPv4 or BOOTP message: its bytes, and where each option is. Fields are read on demand.
/// Options that stand several times are joined (RFC 3396), `file` and `sname` are searched where
/// option overload says so. Immutable as long as nobody writes to the bytes it was made from.
public final class Packet {

    /// Octets of the fixed fields, before the magic cookie.
    static final int HEADER = 236;

    static final int MAGIC = 0x63825363;
    static final int MAX = 65_507;
    static final int SNAME = 44;
    static final int FILE = 108;

    private final byte[] bytes;
    private final int length;
    private final boolean cookie;
    private final OptionIndex options;

    private Packet(byte[] bytes, int length, boolean cookie, OptionIndex options) {
        this.bytes = bytes;
        this.length = length;
        this.cookie = cookie;
        this.options = options;
    }

    /// Decodes the first `length` octets, which the packet keeps without a copy. Never throws.
    public static Decoded<Packet> decode(byte[] in, int length) {
        if (length < HEADER || length > in.length) return new Decoded.Bad<>(Fault.TOO_SHORT, 0);
        if (length > MAX) return new Decoded.Bad<>(Fault.TOO_LONG, MAX);
        if (in[0] != 1 && in[0] != 2) return new Decoded.Bad<>(Fault.BAD_OP, 0);
        if ((in[2] & 255) > 16) return new Decoded.Bad<>(Fault.BAD_HARDWARE_LENGTH, 2);
        OptionIndex options = new OptionIndex(in);
        boolean cookie = length >= HEADER + 4 && Field.u32(in, HEADER) == MAGIC;
        if (cookie) {
            int at = options.scan(HEADER + 4, length);
            if (at >= 0) return new Decoded.Bad<>(Fault.OPTION_OVERRUN, at);
            Decoded.Bad<Packet> overload = scanOverload(options);
            if (overload != null) return overload;
            int bad = options.firstBadLength();
            if (bad >= 0) return new Decoded.Bad<>(Fault.BAD_OPTION_LENGTH, bad);
        }
        return new Decoded.Ok<>(new Packet(in, length, cookie, options));
    }

    private static Decoded.@Nullable Bad<Packet> scanOverload(OptionIndex options) {
        int code = OptionType.DHCP_OPTION_OVERLOAD.code();
        if (!options.has(code)) return null;
        int overload = options.length(code) == 1 ? options.u8(code) : 0;
        if (overload < 1 || overload > 3) {
            return new Decoded.Bad<>(Fault.BAD_OVERLOAD, options.at(code));
        }
        int at = (overload & 1) == 0 ? -1 : options.scan(FILE, HEADER);
        if (at < 0 && (overload & 2) != 0) at = options.scan(SNAME, FILE);
        return at < 0 ? null : new Decoded.Bad<>(Fault.OPTION_OVERRUN, at);
    }

    /// 1 for a client's message, 2 for a server's.
    public int op() {
        return bytes[0];
    }

    /// Hardware type.
    public int htype() {
        return bytes[1] & 255;
    }

    /// Length of the hardware address, 0 to 16.
    public int hlen() {
        return bytes[2] & 255;
    }

    /// How many relays passed the message on.
    public int hops() {
        return bytes[3] & 255;
    }

    /// The transaction's number.
    public int xid() {
        return Field.u32(bytes, 4);
    }

    /// Seconds since the client began, as it says.
    public int secs() {
        return Field.u16(bytes, 8);
    }

    /// The flags field; see [#broadcast].
    public int flags() {
        return Field.u16(bytes, 10);
    }

    /// Whether the client asks for answers by broadcast.
    public boolean broadcast() {
        return (bytes[10] & 0x80) != 0;
    }

    /// The address the client uses now, or 0.
    public int ciaddr() {
        return Field.u32(bytes, 12);
    }

    /// "Your" address: what the server gives.
    public int yiaddr() {
        return Field.u32(bytes, 16);
    }

    /// The next server of the boot.
    public int siaddr() {
        return Field.u32(bytes, 20);
    }

    /// The relay's address, or 0.
    public int giaddr() {
        return Field.u32(bytes, 24);
    }

    /// Hardware type and address of the client.
    public HardwareAddress hardware() {
        return new HardwareAddress(htype(), Octets.of(bytes, 28, hlen()));
    }

    /// Octets of the message as they came, as far as there are any.
    public Octets raw(int offset, int count) {
        int from = Math.min(Math.max(0, offset), length);
        return Octets.of(bytes, from, Math.min(Math.max(0, count), length - from));
    }

    /// The raw `sname` field up to its first NUL.
    public String sname() {
        return Field.text(bytes, SNAME, FILE);
    }

    /// The raw `file` field up to its first NUL.
    public String file() {
        return Field.text(bytes, FILE, HEADER);
    }

    /// How many octets the message has.
    public int length() {
        return length;
    }

    /// Whether the message has options at all (the magic cookie of RFC 1497).
    public boolean hasCookie() {
        return cookie;
    }

    /// The DHCP message type; null for BOOTP and for numbers that RFC 2131 does not know.
    public @Nullable MessageType messageType() {
        int code = OptionType.DHCP_MESSAGE_TYPE.code();
        return options.has(code) ? MessageType.of(options.u8(code)) : null;
    }

    /// Whether an option is there, even an empty one.
    public boolean has(OptionType option) {
        return options.has(option.code());
    }

    /// Whether the option of a number is there.
    public boolean has(int code) {
        return options.has(code);
    }

    /// The value of an option, null where it is absent.
    public @Nullable Octets option(int code) {
        return options.has(code) ? options.octets(code) : null;
    }

    /// The value of an option, null where it is absent.
    public @Nullable Octets option(OptionType option) {
        return option(option.code());
    }

    /// The first four octets of an option as an address; null where it is absent.
    public @Nullable Ip4 address(OptionType option) {
        return options.has(option.code()) ? new Ip4(options.u32(option.code())) : null;
    }

    /// The first four octets of an option as an unsigned number; -1 where it is absent.
    public long seconds(OptionType option) {
        return options.has(option.code()) ? options.u32(option.code()) & 0xFFFF_FFFFL : -1;
    }

    /// The largest message that the client takes (option 57), -1 where it does not say.
    public int maxMessageSize() {
        int code = OptionType.DHCP_MAX_MESSAGE_SIZE.code();
        return options.has(code) ? options.u16(code) : -1;
    }

    /// The client identifier, null where there is none.
    public @Nullable Octets clientId() {
        Octets id = option(OptionType.DHCP_CLIENT_IDENTIFIER);
        return id == null || id.length() == 0 ? null : id;
    }

    /// The value of a sub-option of option 82 (RFC 3046), null where it is absent or broken.
    public @Nullable Octets agent(int subOption) {
        Octets agent = option(OptionType.RELAY_AGENT_INFORMATION);
        if (agent == null) return null;
        byte[] value = agent.toArray();
        for (int i = 0; i + 2 <= value.length; ) {
            int size = value[i + 1] & 255;
            if (i + 2 + size > value.length) return null;
            if ((value[i] & 255) == subOption) return Octets.of(value, i + 2, size);
            i += 2 + size;
        }
        return null;
    }
}
