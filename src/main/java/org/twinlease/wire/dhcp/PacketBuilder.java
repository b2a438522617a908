package org.twinlease.wire.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes a message: fixed fields, then options in the order in which they are put. Options above
/// 255 octets are split (RFC 3396); when the options of a DHCP message do not fit, `file` and
/// `sname` are used for more of them (RFC 2131 option overload). What fits nowhere is left out
/// whole.
public final class PacketBuilder {

    /// A BOOTP message has at least 300 octets (RFC 1542 section 2.1).
    static final int LEAST = 300;

    /// What option 82 may not take away: message type, server identifier, the three times of a
    /// lease, and option overload.
    private static final int KEPT = 30;

    private final byte[] header = new byte[Packet.HEADER];
    private final Map<Integer, Octets> options = new LinkedHashMap<>();
    private @Nullable Octets agent;

    private PacketBuilder(int op) {
        header[0] = (byte) op;
    }

    /// A client's message with its transaction number and hardware address.
    public static PacketBuilder request(int xid, HardwareAddress hardware) {
        PacketBuilder b = new PacketBuilder(1);
        b.header[1] = (byte) hardware.type();
        b.header[2] = (byte) hardware.address().length();
        Field.u32(b.header, 4, xid);
        hardware.address().copyTo(b.header, 28);
        return b;
    }

    /// A server's answer: op 2, with what RFC 2131 table 3 takes over from the client's message.
    public static PacketBuilder reply(Packet to) {
        PacketBuilder b = request(to.xid(), to.hardware());
        b.header[0] = 2;
        // All of chaddr, beyond hlen, too: a client may know its answer by it.
        to.raw(28, 16).copyTo(b.header, 28);
        Field.u16(b.header, 10, to.flags());
        Field.u32(b.header, 24, to.giaddr());
        return b;
    }

    /// Sets `hops`.
    public PacketBuilder hops(int hops) {
        header[3] = (byte) hops;
        return this;
    }

    /// Sets `secs`.
    public PacketBuilder secs(int secs) {
        Field.u16(header, 8, secs);
        return this;
    }

    /// Sets or clears the broadcast flag.
    public PacketBuilder broadcast(boolean on) {
        header[10] = (byte) (on ? header[10] | 0x80 : header[10] & 0x7f);
        return this;
    }

    /// Sets `ciaddr`.
    public PacketBuilder ciaddr(int address) {
        Field.u32(header, 12, address);
        return this;
    }

    /// Sets `yiaddr`.
    public PacketBuilder yiaddr(int address) {
        Field.u32(header, 16, address);
        return this;
    }

    /// Sets `siaddr`.
    public PacketBuilder siaddr(int address) {
        Field.u32(header, 20, address);
        return this;
    }

    /// Sets `giaddr`.
    public PacketBuilder giaddr(int address) {
        Field.u32(header, 24, address);
        return this;
    }

    /// Sets `sname`, cut to 63 characters.
    public PacketBuilder sname(String name) {
        return text(name, Packet.SNAME, Packet.FILE);
    }

    /// Sets `file`, cut to 127 characters.
    public PacketBuilder file(String name) {
        return text(name, Packet.FILE, Packet.HEADER);
    }

    private PacketBuilder text(String text, int from, int to) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, from, Math.min(bytes.length, to - from - 1));
        return this;
    }

    /// Puts an option; one that was put before keeps its place and gets the new value. Option 82
    /// always ends up last (RFC 3046 section 2.1).
    public PacketBuilder option(int code, Octets value) {
        if (code == OptionType.RELAY_AGENT_INFORMATION.code()) agent = value;
        else options.put(code, value);
        return this;
    }

    /// Puts an option of octets.
    public PacketBuilder option(OptionType type, Octets value) {
        return option(type.code(), value);
    }

    /// Puts an address.
    public PacketBuilder option(OptionType type, Ip4 address) {
        return option(type.code(), Octets.of(address.octets()));
    }

    /// Puts a 32-bit number, as of seconds.
    public PacketBuilder seconds(OptionType type, long seconds) {
        return option(type, new Ip4((int) seconds));
    }

    /// Puts the message type.
    public PacketBuilder type(MessageType type) {
        return option(OptionType.DHCP_MESSAGE_TYPE, Octets.of((byte) type.code()));
    }

    /// Whether an option was put.
    public boolean has(int code) {
        return options.containsKey(code);
    }

    /// The message in at most `max` octets of UDP payload (300 or more).
    public byte[] encode(int max) {
        OptionArea main = new OptionArea(Math.max(max, LEAST) - Packet.HEADER - 4);
        boolean dhcp = has(OptionType.DHCP_MESSAGE_TYPE.code());
        int kept = dhcp ? Math.min(KEPT, needed()) : 0;
        if (agent != null && OptionArea.sizeOf(agent.length()) <= main.left() - kept) {
            main.reserve(OptionType.RELAY_AGENT_INFORMATION.code(), agent);
        }
        // Space for the overload option is set aside until it is known that none is needed.
        if (needed() > main.left() && dhcp) overload(main);
        else options.forEach(main::put);
        main.putReserved();
        byte[] out = new byte[Math.max(LEAST, Packet.HEADER + 4 + main.size() + 1)];
        System.arraycopy(header, 0, out, 0, Packet.HEADER);
        Field.u32(out, Packet.HEADER, Packet.MAGIC);
        main.copyTo(out, Packet.HEADER + 4);
        return out;
    }

    private int needed() {
        int needed = 0;
        for (Octets value : options.values()) needed += OptionArea.sizeOf(value.length());
        return needed;
    }

    private void overload(OptionArea main) {
        boolean fileFree = header[Packet.FILE] == 0;
        boolean snameFree = header[Packet.SNAME] == 0;
        OptionArea file = new OptionArea(fileFree ? Packet.HEADER - Packet.FILE : 0);
        OptionArea sname = new OptionArea(snameFree ? Packet.FILE - Packet.SNAME : 0);
        int code = OptionType.DHCP_OPTION_OVERLOAD.code();
        main.reserveBytes(OptionArea.sizeOf(1));
        options.forEach(
                (option, value) -> {
                    if (!main.put(option, value) && !file.put(option, value)) {
                        boolean _ = sname.put(option, value);
                    }
                });
        main.reserveBytes(-OptionArea.sizeOf(1));
        int used = (file.size() > 0 ? 1 : 0) | (sname.size() > 0 ? 2 : 0);
        if (used == 0) return;
        main.put(code, Octets.of((byte) used));
        if ((used & 1) != 0) file.copyTo(header, Packet.FILE);
        if ((used & 2) != 0) sname.copyTo(header, Packet.SNAME);
    }

    /// The message with room for everything, as a client or a test sends it.
    public byte[] encode() {
        return encode(
                Packet.HEADER
                        + 4
                        + needed()
                        + 1
                        + (agent == null ? 0 : OptionArea.sizeOf(agent.length())));
    }

    @Override
    public String toString() {
        return "PacketBuilder" + options.keySet() + Arrays.hashCode(header);
    }
}
