package org.twinlease.dhcp;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.Packet;

/// Where an answer goes (RFC 2131 section 4.1): the way, the address (of relay or client), the UDP
/// port, and the hardware address for a client that has no address yet.
public record Destination(Way way, Ip4 address, int port, HardwareAddress hardware) {

    /// The ways an answer can take.
    public enum Way {
        /// To an address that routing or ARP finds.
        UNICAST,
        /// To everybody on the link.
        BROADCAST,
        /// To the client's hardware address, since it does not answer ARP yet.
        HARDWARE
    }

    /// Where an OFFER or ACK goes.
    static Destination ofAnswer(Packet packet, Arrival arrival, Ip4 yiaddr) {
        HardwareAddress hardware = packet.hardware();
        if (packet.giaddr() != 0) return relay(packet, arrival);
        int port = arrival.clientPort();
        if (packet.ciaddr() != 0) {
            return new Destination(Way.UNICAST, new Ip4(packet.ciaddr()), port, hardware);
        }
        // Only Ethernet frames can be made, so other hardware is reached by broadcast.
        boolean frame = packet.htype() == HardwareAddress.ETHERNET && packet.hlen() == 6;
        return packet.broadcast() || yiaddr.isZero() || !frame
                ? new Destination(Way.BROADCAST, Ip4.BROADCAST, port, hardware)
                : new Destination(Way.HARDWARE, yiaddr, port, hardware);
    }

    /// The answer to a DHCPINFORM goes to the client itself, even past its relay (RFC 2131 section
    /// 4.3.5); one that does not say its address is answered where the message came from.
    static Destination ofInform(Packet packet, Arrival arrival) {
        Ip4 client = new Ip4(packet.ciaddr());
        if (client.isZero() && packet.giaddr() != 0) return relay(packet, arrival);
        if (client.isZero()) client = arrival.from();
        int port = arrival.clientPort();
        return client.isZero()
                ? new Destination(Way.BROADCAST, Ip4.BROADCAST, port, packet.hardware())
                : new Destination(Way.UNICAST, client, port, packet.hardware());
    }

    /// A NAK is broadcast where there is no relay: the client's address is the one thing that is
    /// certainly wrong.
    static Destination ofNak(Packet packet, Arrival arrival) {
        return packet.giaddr() != 0
                ? relay(packet, arrival)
                : new Destination(
                        Way.BROADCAST, Ip4.BROADCAST, arrival.clientPort(), packet.hardware());
    }

    /// Relays listen on the server's port. A relay that says otherwise (RFC 8357), and every relay
    /// of a server on a port of its own, is answered where it sent from.
    private static Destination relay(Packet packet, Arrival arrival) {
        boolean ownPort = arrival.serverPort() != 67 || packet.agent(19) != null;
        int port = ownPort ? arrival.fromPort() : 67;
        return new Destination(Way.UNICAST, new Ip4(packet.giaddr()), port, packet.hardware());
    }
}
