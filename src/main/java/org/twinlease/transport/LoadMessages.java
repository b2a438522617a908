package org.twinlease.transport;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;

/// Clients' messages as a relay passes them on. Each is built once and then copied with the
/// client's own fields written in, so that the load costs little beside the server under test.
final class LoadMessages {
    private static final int XID = 4;
    private static final int CIADDR = 12;
    private static final int CHADDR = 28;
    private static final int OPTIONS = 240;
    private static final int LENGTH = 300;

    private final long firstHardware;
    private final Template discover;
    private final Template select;
    private final Template renew;
    private final Template release;

    /// A message with the offsets of its two address options, -1 where it has none.
    private record Template(byte[] bytes, int requested, int server) {
        Template(byte[] bytes) {
            this(
                    bytes,
                    find(bytes, OptionType.DHCP_REQUESTED_ADDRESS),
                    find(bytes, OptionType.DHCP_SERVER_IDENTIFIER));
        }

        private static int find(byte[] bytes, OptionType option) {
            for (int at = OPTIONS; bytes[at] != -1; at += 2 + bytes[at + 1]) {
                if (bytes[at] == option.code()) return at + 2;
            }
            return -1;
        }
    }

    LoadMessages(Ip4 relay, long firstHardware) {
        this.firstHardware = firstHardware;
        discover = new Template(message(relay, MessageType.DHCPDISCOVER).encode(LENGTH));
        select =
                new Template(
                        message(relay, MessageType.DHCPREQUEST)
                                .option(OptionType.DHCP_REQUESTED_ADDRESS, Ip4.ZERO)
                                .option(OptionType.DHCP_SERVER_IDENTIFIER, Ip4.ZERO)
                                .encode(LENGTH));
        renew = new Template(message(relay, MessageType.DHCPREQUEST).encode(LENGTH));
        release =
                new Template(
                        message(relay, MessageType.DHCPRELEASE)
                                .option(OptionType.DHCP_SERVER_IDENTIFIER, Ip4.ZERO)
                                .encode(LENGTH));
    }

    private static PacketBuilder message(Ip4 relay, MessageType type) {
        return PacketBuilder.request(0, HardwareAddress.ethernet(0))
                .hops(1)
                .giaddr(relay.bits())
                .type(type);
    }

    byte[] discover(int client, int xid) {
        return fill(discover, client, xid, 0, 0);
    }

    byte[] select(int client, int xid, int address, int server) {
        byte[] message = fill(select, client, xid, 0, server);
        put32(message, select.requested, address);
        return message;
    }

    byte[] renew(int client, int xid, int address) {
        return fill(renew, client, xid, address, 0);
    }

    byte[] release(int client, int xid, int address, int server) {
        return fill(release, client, xid, address, server);
    }

    private byte[] fill(Template template, int client, int xid, int ciaddr, int server) {
        byte[] message = template.bytes.clone();
        put32(message, XID, xid);
        put32(message, CIADDR, ciaddr);
        long hardware = firstHardware + client;
        for (int i = 0; i < 6; i++) message[CHADDR + i] = (byte) (hardware >>> (40 - 8 * i));
        if (template.server >= 0) put32(message, template.server, server);
        return message;
    }

    private static void put32(byte[] bytes, int at, int value) {
        Frame.put16(bytes, at, value >>> 16);
        Frame.put16(bytes, at + 2, value);
    }
}
