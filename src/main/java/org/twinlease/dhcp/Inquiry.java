package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Host;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.ClientKey;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.failover.LoadBalance;

/// One client's message with everything that is known before anything is decided: who it is, where
/// it is, its host declaration, the server identifier that it is to see, and, where the
/// configuration has conditions or classes, what they make of it.
record Inquiry(
        Now now,
        Packet packet,
        Arrival arrival,
        ClientKey client,
        SharedNetwork network,
        @Nullable Host host,
        Ip4 serverId,
        @Nullable Conduct conduct) {

    /// Sub-option of option 82: server identifier override (RFC 5107).
    static final int SERVER_ID_OVERRIDE = 11;

    /// Sub-option of option 82: link selection (RFC 3527).
    static final int LINK_SELECTION = 5;

    /// The address that tells the client's network: what the relay or the client says it is (RFC
    /// 3527, RFC 3011), the relay's own, the client's own, at last the interface's. What a client
    /// that broadcasts says of its own address is what it wants confirmed (RFC 2131 section 4.3.2,
    /// REBINDING), so there the interface counts.
    static Ip4 locator(Packet packet, Arrival arrival) {
        Octets link = packet.agent(LINK_SELECTION);
        if (link != null && link.length() == 4) return address(link);
        Ip4 selected = packet.address(OptionType.SUBNET_SELECTION);
        if (selected != null) return selected;
        if (packet.giaddr() != 0) return new Ip4(packet.giaddr());
        boolean rebinds =
                arrival.cast() == Cast.BROADCAST && packet.messageType() == MessageType.DHCPREQUEST;
        if (packet.ciaddr() != 0 && !rebinds) return new Ip4(packet.ciaddr());
        return arrival.serverAddress();
    }

    /// Four octets as an address.
    static Ip4 address(Octets four) {
        return new Ip4(four.at(0) << 24 | four.at(1) << 16 | four.at(2) << 8 | four.at(3));
    }

    /// The address of the client's host declaration on this network, null where it has none.
    @Nullable Ip4 fixedAddress(Plan plan) {
        if (host == null) return null;
        for (Ip4 address : host.fixedAddresses()) {
            if (Plan.isSame(plan.network(address), network)) return address;
        }
        return null;
    }

    /// Whether the host declaration is for this network: it has an address here, or none anywhere.
    boolean isHostHere(Plan plan) {
        return host != null && (host.fixedAddresses().isEmpty() || fixedAddress(plan) != null);
    }

    @Nullable Scope hostScope() {
        return host == null ? null : host.scope();
    }

    /// The settings for an address and its pool (-1 for none).
    Settings settings(Plan plan, Ip4 address, int pool) {
        return conduct != null
                ? conduct.settings(address, pool)
                : plan.settings(network, address, pool, hostScope());
    }

    /// Whether this server may say no on the client's network.
    boolean authoritative(Plan plan) {
        Ip4 where = network.subnets().isEmpty() ? Ip4.ZERO : network.subnets().getFirst().network();
        return settings(plan, where, -1).is(Parameter.AUTHORITATIVE);
    }

    /// Option 50, or 0.0.0.0.
    Ip4 requested() {
        Ip4 address = packet.address(OptionType.DHCP_REQUESTED_ADDRESS);
        return address == null ? Ip4.ZERO : address;
    }

    /// The `secs` field; a client that fills it in with its octets exchanged is understood where
    /// `check-secs-byte-order` is set.
    int secs(Settings settings) {
        int secs = packet.secs();
        boolean checks = settings.is(Parameter.CHECK_SECS_BYTE_ORDER);
        return checks ? LoadBalance.secsInOrder(secs) : secs;
    }
}
