package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Host;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.ClientKey;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.List;

/// What to do about a client's message: the whole of RFC 2131 section 4.3 as one function of its
/// arguments. Every message type in every state of client and lease has an outcome; the printed
/// table of them is `dhcp/outcomes.txt` of the golden files.
public final class Policy {

    /// A message that went through more relays than this has been going round in circles.
    private static final int MOST_HOPS = 16;

    private Policy() {}

    /// Decides about one message. Never throws, whatever the message holds.
    public static Decision decide(Now now, Packet packet, Arrival arrival, World world) {
        if (packet.op() != 1) {
            return silent(Reason.of(ReasonCode.SILENT_NOT_FOR_SERVERS, "BOOTREPLY"));
        }
        if (packet.hops() > MOST_HOPS) {
            return silent(
                    Reason.of(ReasonCode.SILENT_HOPS, (long) packet.hops(), (long) MOST_HOPS));
        }
        if (packet.messageType() == null && packet.has(OptionType.DHCP_MESSAGE_TYPE)) {
            return silent(Reason.of(ReasonCode.SILENT_NOT_FOR_SERVERS, "unknown"));
        }
        Octets id = packet.clientId();
        if (id != null && id.length() > 255) {
            String what = "a client identifier of " + id.length() + " octets";
            return silent(Reason.of(ReasonCode.SILENT_MALFORMED, what, 240L));
        }
        if (id == null && packet.has(OptionType.DHCP_CLIENT_IDENTIFIER)) {
            return silent(
                    Reason.of(ReasonCode.SILENT_MALFORMED, "an empty client identifier", 240L));
        }
        SharedNetwork network = network(packet, arrival, world.plan());
        if (network == null) return ofNoSubnet(now, packet, arrival, world);
        Inquiry inquiry = inquire(now, packet, arrival, world, network);
        if (!inquiry.client().isKnown()) return silent(Reason.of(ReasonCode.SILENT_NO_IDENTITY));
        MessageType type = packet.messageType();
        Decision barred = barred(inquiry, world, type);
        if (barred != null) return told(inquiry, barred);
        return told(inquiry, decide(inquiry, world, type));
    }

    /// The decision with what the configuration's statements have said among its reasons.
    private static Decision told(Inquiry inquiry, Decision decision) {
        Conduct conduct = inquiry.conduct();
        return conduct == null || conduct.told().isEmpty()
                ? decision
                : decision.and(conduct.told());
    }

    private static Decision decide(Inquiry inquiry, World world, @Nullable MessageType type) {
        return switch (type) {
            case null -> Bootp.decide(inquiry, world);
            case DHCPDISCOVER -> Discover.decide(inquiry, world);
            case DHCPREQUEST -> Request.decide(inquiry, world);
            case DHCPDECLINE -> GiveBack.decline(inquiry, world);
            case DHCPRELEASE -> GiveBack.release(inquiry, world);
            case DHCPINFORM -> Inform.decide(inquiry, world);
            case DHCPOFFER, DHCPACK, DHCPNAK ->
                    silent(Reason.of(ReasonCode.SILENT_NOT_FOR_SERVERS, type.name()));
        };
    }

    private static Decision silent(Reason reason) {
        return Decision.Silent.because(Ip4.ZERO, reason);
    }

    private static @Nullable SharedNetwork network(Packet packet, Arrival arrival, Plan plan) {
        SharedNetwork network = plan.network(Inquiry.locator(packet, arrival));
        if (network != null || !isLocal(packet)) return network;
        // An address from elsewhere tells nothing; the wire that it came over does. On a wire that
        // is no subnet's, the client's own address is all there is to go by.
        network = plan.network(arrival.serverAddress());
        return network == null ? plan.network(new Ip4(packet.ciaddr())) : network;
    }

    /// Whether neither a relay nor the client names another wire than the one the message came by.
    private static boolean isLocal(Packet packet) {
        return packet.giaddr() == 0 && !packet.has(OptionType.SUBNET_SELECTION);
    }

    /// A client somewhere unknown. One that wants to go on with an address is certainly not where
    /// that address is from: a server that is authoritative there says so, as dhcpd does, and the
    /// client begins anew.
    private static Decision ofNoSubnet(Now now, Packet packet, Arrival arrival, World world) {
        Plan plan = world.plan();
        Ip4 where = Inquiry.locator(packet, arrival);
        Reason reason = Reason.of(ReasonCode.SILENT_NO_SUBNET, where);
        if (packet.messageType() != MessageType.DHCPREQUEST || isLocal(packet)) {
            return silent(reason);
        }
        Ip4 requested = packet.address(OptionType.DHCP_REQUESTED_ADDRESS);
        Ip4 address = requested == null ? new Ip4(packet.ciaddr()) : requested;
        SharedNetwork claimed = plan.network(address);
        if (claimed == null) return silent(reason);
        Inquiry inquiry = inquire(now, packet, arrival, world, claimed);
        Ip4 server = packet.address(OptionType.DHCP_SERVER_IDENTIFIER);
        if (server != null && !Request.isThisServer(inquiry, server)) {
            return silent(Reason.of(ReasonCode.SILENT_OTHER_SERVER, server));
        }
        if (!inquiry.authoritative(plan)) return silent(reason);
        Settings settings = inquiry.settings(plan, address, -1);
        return new Decision.Nak(
                address,
                Answer.nak(inquiry, settings, "wrong network"),
                List.of(Reason.of(ReasonCode.NAK_UNKNOWN_NETWORK, address, where)));
    }

    private static Inquiry inquire(
            Now now, Packet packet, Arrival arrival, World world, SharedNetwork at) {
        Plan plan = world.plan();
        ClientKey client = key(packet, at);
        Host host =
                plan.hosts()
                        .find(client, packet, address -> Plan.isSame(plan.network(address), at));
        Conduct conduct =
                plan.isDynamic() ? new Conduct(world, now, packet, client, at, host) : null;
        Octets override = packet.agent(Inquiry.SERVER_ID_OVERRIDE);
        Octets configured = at.scope().option(idKey());
        Ip4 serverId = arrival.serverAddress();
        if (override != null && override.length() == 4) serverId = Inquiry.address(override);
        else if (configured != null && configured.length() == 4) {
            serverId = Inquiry.address(configured);
        }
        return new Inquiry(now, packet, arrival, client, at, host, serverId, conduct);
    }

    private static org.twinlease.config.words.OptionKey idKey() {
        return org.twinlease.config.words.OptionKey.dhcp(OptionType.DHCP_SERVER_IDENTIFIER.code());
    }

    private static ClientKey key(Packet packet, SharedNetwork network) {
        boolean ignored = network.scope().number(Parameter.IGNORE_CLIENT_UIDS) == 1;
        return new ClientKey(ignored ? null : packet.clientId(), packet.hardware());
    }

    /// What keeps a client from any service, before its message is looked at.
    private static @Nullable Decision barred(
            Inquiry inquiry, World world, @Nullable MessageType type) {
        if (type == MessageType.DHCPRELEASE || type == MessageType.DHCPDECLINE) return null;
        Settings settings = inquiry.settings(world.plan(), networkAddress(inquiry), -1);
        // Whoever only wants options may have them, as from a dhcpd.
        boolean boots = type != MessageType.DHCPINFORM;
        if (boots && settings.number(Parameter.ALLOW_BOOTING) != 1) {
            String who =
                    inquiry.host() == null
                            ? inquiry.network().name()
                            : "host " + inquiry.host().name();
            return silent(Reason.of(ReasonCode.SILENT_BOOTING, who));
        }
        long minSecs = settings.number(Parameter.MIN_SECS);
        int secs = inquiry.secs(settings);
        // Renewing clients count nothing in secs, so only new ones are asked to wait.
        if (type == MessageType.DHCPDISCOVER && secs < minSecs) {
            return silent(Reason.of(ReasonCode.SILENT_MIN_SECS, (long) secs, minSecs));
        }
        return null;
    }

    /// An address by which the settings of the client's subnet are found.
    static Ip4 networkAddress(Inquiry inquiry) {
        return Inquiry.locator(inquiry.packet(), inquiry.arrival());
    }
}
