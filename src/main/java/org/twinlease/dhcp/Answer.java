package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Scope;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts an answer together: what the protocol demands first, then the options that the client asks
/// for in its order (RFC 2131 section 4.3.1, RFC 2132 section 9.8), option 82 last.
final class Answer {

    /// IP and UDP headers, which option 57 counts in and a UDP payload does not.
    private static final int HEADERS = 28;

    /// What every client must be able to receive (RFC 2131 section 2).
    private static final int LEAST_MESSAGE = 576;

    private static final int LEAST_OF_SITE = 224;

    private static final int MASK = OptionType.SUBNET_MASK.code();

    /// Options that this class itself decides on, whatever the configuration says.
    private static final Set<Integer> OWN =
            Set.of(0, 255, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 61, 82);

    private final Inquiry inquiry;
    private final Settings settings;
    private final Plan plan;

    Answer(Inquiry inquiry, Settings settings, Plan plan) {
        this.inquiry = inquiry;
        this.settings = settings;
        this.plan = plan;
    }

    /// An OFFER or ACK for an address.
    Reply grant(MessageType type, Ip4 yiaddr, long seconds) {
        PacketBuilder builder = start(yiaddr).type(type);
        // RFC 2131 table 3: an offer names no address of the client's own.
        if (type == MessageType.DHCPOFFER) builder.ciaddr(0);
        builder.option(OptionType.DHCP_SERVER_IDENTIFIER, inquiry.serverId());
        times(builder, seconds);
        return finish(builder, yiaddr, to(yiaddr));
    }

    /// The ACK to a DHCPINFORM: options, but no address and no times (RFC 2131 section 4.3.5).
    Reply inform() {
        PacketBuilder builder = start(Ip4.ZERO).type(MessageType.DHCPACK);
        builder.option(OptionType.DHCP_SERVER_IDENTIFIER, inquiry.serverId());
        Destination to = Destination.ofInform(packet(), inquiry.arrival());
        // A relay that is to pass it on knows no address of the client to send it to.
        if (packet().giaddr() != 0 && packet().ciaddr() == 0) builder.broadcast(true);
        return finish(builder, Ip4.ZERO, to);
    }

    private Reply finish(PacketBuilder builder, Ip4 yiaddr, Destination to) {
        Conduct conduct = inquiry.conduct();
        Evaluated evaluated = settings.evaluated();
        if (conduct != null && evaluated != null) evaluated.said().forEach(conduct::tell);
        echo(inquiry, settings, builder);
        options(builder, yiaddr);
        int asked = packet().maxMessageSize();
        int max = Math.min(Math.max(asked, LEAST_MESSAGE), inquiry.arrival().mtu());
        return new Reply(builder.encode(max - HEADERS), to);
    }

    /// A BOOTREPLY (RFC 1534): options only for a client that knows them.
    Reply bootReply(Ip4 yiaddr) {
        PacketBuilder builder = start(yiaddr);
        if (settings.number(Parameter.NEXT_SERVER) < 0) {
            builder.siaddr(inquiry.serverId().bits());
        }
        if (packet().hasCookie() || settings.is(Parameter.ALWAYS_REPLY_RFC1048)) {
            echo(inquiry, settings, builder);
            options(builder, yiaddr);
        }
        // A client that sends more than 300 octets can take as many (RFC 1542 section 2.1).
        int max = Math.min(packet().length(), LEAST_MESSAGE - HEADERS);
        return new Reply(builder.encode(max), to(yiaddr));
    }

    /// A NAK with the reason in words (option 56). Through a relay the broadcast flag is set, so
    /// that the relay does not send it to the wrong address (RFC 2131 section 4.3.2).
    static Reply nak(Inquiry inquiry, Settings settings, String message) {
        PacketBuilder builder = PacketBuilder.reply(inquiry.packet()).type(MessageType.DHCPNAK);
        builder.option(OptionType.DHCP_SERVER_IDENTIFIER, inquiry.serverId());
        builder.option(OptionType.DHCP_MESSAGE, Octets.ofText(message));
        echo(inquiry, settings, builder);
        if (inquiry.packet().giaddr() != 0) builder.broadcast(true);
        return new Reply(
                builder.encode(LEAST_MESSAGE - HEADERS),
                Destination.ofNak(inquiry.packet(), inquiry.arrival()));
    }

    private Packet packet() {
        return inquiry.packet();
    }

    private PacketBuilder start(Ip4 yiaddr) {
        PacketBuilder builder = PacketBuilder.reply(packet());
        builder.yiaddr(yiaddr.bits()).ciaddr(packet().ciaddr());
        if (settings.is(Parameter.ALWAYS_BROADCAST)) builder.broadcast(true);
        long next = settings.number(Parameter.NEXT_SERVER);
        if (next >= 0) builder.siaddr((int) next);
        String file = settings.text(Parameter.FILENAME);
        String server = settings.text(Parameter.SERVER_NAME);
        if (file != null) builder.file(file);
        if (server != null) builder.sname(server);
        return builder;
    }

    /// Lease time, and T1 and T2: configured ones as long as they are in order, else one half and
    /// seven eighths (RFC 2131 section 4.4.5).
    private void times(PacketBuilder builder, long seconds) {
        builder.seconds(OptionType.DHCP_LEASE_TIME, seconds);
        if (seconds >= Scope.INFINITE) return;
        long t1 = configured(OptionType.DHCP_RENEWAL_TIME, seconds / 2, seconds);
        long t2 = configured(OptionType.DHCP_REBINDING_TIME, seconds - seconds / 8, seconds);
        if (t1 > t2) t1 = Math.min(seconds / 2, t2);
        builder.seconds(OptionType.DHCP_RENEWAL_TIME, t1);
        builder.seconds(OptionType.DHCP_REBINDING_TIME, t2);
    }

    private long configured(OptionType type, long otherwise, long below) {
        Octets value = settings.option(type.code());
        if (value == null || value.length() != 4) return otherwise;
        long seconds = Integer.toUnsignedLong(Inquiry.address(value).bits());
        return seconds < below ? seconds : otherwise;
    }

    private void options(PacketBuilder builder, Ip4 yiaddr) {
        Octets override = settings.option(OptionType.DHCP_PARAMETER_REQUEST_LIST.code());
        Octets list =
                override != null
                        ? override
                        : packet().option(OptionType.DHCP_PARAMETER_REQUEST_LIST);
        boolean routes = settings.option(121) != null;
        boolean dhcp = packet().messageType() != null;
        // A list is a word of DHCP: what a BOOTP client sends by that number says nothing.
        for (int code : wanted(dhcp || override != null ? list : null)) {
            // With classless routes these two are ignored by the client, so they are left out
            // (RFC 3442).
            boolean replaced =
                    routes && (code == 3 || code == 33) && list != null && asks(list, 121);
            if (OWN.contains(code) || replaced) continue;
            Octets value = value(code, yiaddr);
            if (value != null) builder.option(code, value);
        }
        if (packet().has(OptionType.FQDN) && settings.is(Parameter.FQDN_REPLY)) fqdn(builder);
    }

    private List<Integer> wanted(@Nullable Octets list) {
        Set<Integer> codes = new java.util.LinkedHashSet<>();
        if (list != null && list.length() > 0) {
            for (int i = 0; i < list.length(); i++) {
                // The mask is to stand before the routers (RFC 2132 section 3.3).
                if (list.at(i) == OptionType.ROUTERS.code() && asks(list, MASK)) codes.add(MASK);
                codes.add(list.at(i));
            }
            // What no address is of use without is sent to who did not think of it, too.
            codes.add(MASK);
        } else {
            codes.add(MASK);
            codes.addAll(settings.codes("dhcp"));
            codes.addAll(settings.codes(site()));
            // Only for those who understand what they give up (RFC 8925 section 3.3).
            codes.remove(OptionType.V6_ONLY_PREFERRED.code());
            codes.add(OptionType.VENDOR_ENCAPSULATED_OPTIONS.code());
            codes.add(OptionType.HOST_NAME.code());
        }
        return new ArrayList<>(codes);
    }

    private static boolean asks(Octets list, int code) {
        for (int i = 0; i < list.length(); i++) if (list.at(i) == code) return true;
        return false;
    }

    private @Nullable Octets value(int code, Ip4 yiaddr) {
        Ip4 clients = yiaddr.isZero() ? new Ip4(packet().ciaddr()) : yiaddr;
        if (code == OptionType.ROUTERS.code()
                && settings.is(Parameter.USE_LEASE_ADDR_FOR_DEFAULT_ROUTE)) {
            return Octets.of(clients.octets());
        }
        if (isOfSite(code)) return settings.option(new OptionKey(site(), code));
        Octets value = settings.option(code);
        if (value != null) return value;
        if (code == MASK) {
            Ip4 where = clients.isZero() ? Policy.networkAddress(inquiry) : clients;
            Subnet subnet = plan.subnet(where);
            return subnet == null ? null : Octets.of(subnet.netmask().octets());
        }
        if (code == OptionType.HOST_NAME.code()
                && inquiry.host() != null
                && settings.is(Parameter.USE_HOST_DECL_NAMES)
                && inquiry.isHostHere(plan)) {
            return Octets.ofText(inquiry.host().name());
        }
        if (code == OptionType.VENDOR_ENCAPSULATED_OPTIONS.code()) {
            String space = settings.text(Parameter.VENDOR_OPTION_SPACE);
            return space == null ? null : encapsulated(space);
        }
        return null;
    }

    /// Whether a code is one of those that a site gives a meaning of its own to
    /// (`site-option-space`): the space's codes from 224 on (RFC 3942), or from its lowest below
    /// that.
    private boolean isOfSite(int code) {
        if (site().isEmpty()) return false;
        Set<Integer> codes = settings.codes(site());
        int least = codes.isEmpty() ? LEAST_OF_SITE : Collections.min(codes);
        return code >= Math.min(least, LEAST_OF_SITE);
    }

    private String site() {
        String space = settings.text(Parameter.SITE_OPTION_SPACE);
        return space == null ? "" : space;
    }

    /// All options of a space as one value: code, length, octets each (RFC 2132 section 8.4).
    private @Nullable Octets encapsulated(String space) {
        var out = new java.io.ByteArrayOutputStream();
        Set<Integer> seen = new HashSet<>();
        for (int code : settings.codes(space)) {
            Octets value = settings.option(new OptionKey(space, code));
            if (value == null || value.length() > 255 || !seen.add(code)) continue;
            out.write(code);
            out.write(value.length());
            out.writeBytes(value.toArray());
        }
        return out.size() == 0 ? null : Octets.of(out.toByteArray());
    }

    /// The client's FQDN option with this server's flags: it makes no DNS update, so N is set, S is
    /// clear, and O says so to a client that wished otherwise (RFC 4702 section 4).
    private void fqdn(PacketBuilder builder) {
        Octets asked = packet().option(OptionType.FQDN);
        if (asked == null || asked.length() < 3) return;
        byte[] value = asked.toArray();
        int flags = value[0];
        int answer = (flags & 0x04) | 0x08;
        if ((flags & 0x01) != 0) answer |= 0x02;
        value[0] = (byte) answer;
        value[1] = (byte) 255;
        value[2] = (byte) 255;
        builder.option(OptionType.FQDN, Octets.of(value));
    }

    /// What a client or relay wants back as it was sent, whatever else there is room for: client
    /// identifier (RFC 6842), subnet selection (RFC 3011), relay agent information (RFC 3046).
    private static void echo(Inquiry inquiry, Settings settings, PacketBuilder builder) {
        if (settings.is(Parameter.ECHO_CLIENT_ID)) {
            copy(inquiry, builder, OptionType.DHCP_CLIENT_IDENTIFIER);
        }
        copy(inquiry, builder, OptionType.SUBNET_SELECTION);
        copy(inquiry, builder, OptionType.RELAY_AGENT_INFORMATION);
    }

    private static void copy(Inquiry inquiry, PacketBuilder builder, OptionType type) {
        Octets value = inquiry.packet().option(type);
        if (value != null) builder.option(type, value);
    }

    private Destination to(Ip4 yiaddr) {
        Destination to = Destination.ofAnswer(packet(), inquiry.arrival(), yiaddr);
        boolean frame = to.way() == Destination.Way.HARDWARE;
        return frame && settings.is(Parameter.ALWAYS_BROADCAST)
                ? new Destination(
                        Destination.Way.BROADCAST, Ip4.BROADCAST, to.port(), to.hardware())
                : to;
    }
}
