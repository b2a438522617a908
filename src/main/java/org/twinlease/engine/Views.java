package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Range;
import org.twinlease.control.ClientText;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.dhcp.Decision;
import org.twinlease.dhcp.Plan;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.List;
import java.util.stream.Collectors;

/// State as people see it.
final class Views {

    private Views() {}

    static List<PoolView> pools(Plan plan, LeaseTable table, Offers offers) {
        long[] offered = new long[plan.pools().size()];
        for (int slot : offers.slots()) {
            // A client is also offered what it holds already; that is not free.
            if (table.state(slot) == BindingState.FREE) offered[table.pool(slot)]++;
        }
        return plan.pools().stream().map(pool -> pool(pool, table, offered)).toList();
    }

    /// A pool by network and ranges.
    static String name(Plan.Numbered pool) {
        return pool.network().name() + " (" + ranges(pool) + ")";
    }

    private static String ranges(Plan.Numbered pool) {
        return pool.pool().ranges().stream().map(Range::words).collect(Collectors.joining(", "));
    }

    private static PoolView pool(Plan.Numbered pool, LeaseTable table, long[] offered) {
        int n = pool.number();
        List<String> ranges = pool.pool().ranges().stream().map(Range::words).toList();
        long passing =
                table.count(n, BindingState.EXPIRED)
                        + table.count(n, BindingState.RELEASED)
                        + table.count(n, BindingState.RESET);
        return new PoolView(
                n,
                String.join(", ", ranges),
                pool.network().name(),
                ranges,
                pool.pool().ranges().stream().mapToLong(Range::size).sum(),
                table.count(n, BindingState.FREE),
                offered[n],
                table.count(n, BindingState.ACTIVE),
                passing,
                table.count(n, BindingState.ABANDONED),
                table.count(n, BindingState.BACKUP));
    }

    static PacketView packet(Handled handled, long sequence, long atMillis, long micros) {
        Packet packet = handled.packet();
        Decision decision = handled.decision();
        return new PacketView(
                sequence,
                atMillis,
                received(packet),
                answer(decision),
                packet == null ? null : packet.hardware(),
                packet == null ? null : packet.clientId(),
                packet == null ? null : ClientText.of(packet.option(OptionType.HOST_NAME)),
                decision.address(),
                packet == null ? Ip4.ZERO : new Ip4(packet.giaddr()),
                packet == null ? 0 : packet.xid(),
                micros,
                decision.reasons());
    }

    static String received(@Nullable Packet packet) {
        if (packet == null) return "malformed";
        MessageType type = packet.messageType();
        if (type != null) return type.name();
        return packet.op() == 1 ? "BOOTREQUEST" : "BOOTREPLY";
    }

    static @Nullable String answer(Decision decision) {
        return switch (decision) {
            case Decision.Offer _ -> "DHCPOFFER";
            case Decision.Ack ack -> ack.bootp() ? "BOOTREPLY" : "DHCPACK";
            case Decision.Nak _ -> "DHCPNAK";
            case Decision.Silent _, Decision.Note _ -> null;
        };
    }
}
