package org.twinlease.isc.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Range;
import org.twinlease.control.ClientText;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PoolView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiValue;

import java.util.List;

/// Objects of a dhcpd as views. Values of other sizes than dhcpd's count as not there: what comes
/// from outside is believed as far as it goes. The addresses of a failover-state are left out: they
/// are pieces of dhcpd's memory.
public final class DhcpdViews {

    private static final int RESERVED = 4;
    private static final int BOOTP = 2;
    private static final long NEVER = 0x7FFF_FFFFL;

    private DhcpdViews() {}

    /// A failover-state. `pools` are the numbers of its pools.
    public static FailoverView failover(OmapiMessage object, String name, List<Integer> pools) {
        ServerState mine = state(object, "local-state");
        long underWay = number(object, "cur-unacked-updates", 0);
        return new FailoverView(
                name,
                number(object, "hierarchy", 0) == 0,
                mine,
                mine == ServerState.STARTUP,
                number(object, "local-stos", 0),
                Reason.of(ReasonCode.PAIR_NOT_TOLD, name),
                state(object, "partner-state"),
                number(object, "partner-stos", 0),
                number(object, "mclt", 0),
                pools,
                -1,
                new FailoverView.Link(
                        null,
                        mine == ServerState.NORMAL,
                        null,
                        underWay,
                        underWay,
                        number(object, "max-outstanding-updates", -1),
                        -1,
                        -1,
                        null,
                        0,
                        -1,
                        -1,
                        -1,
                        -1));
    }

    private static ServerState state(OmapiMessage object, String name) {
        ServerState state = ServerState.ofCode((int) number(object, name, 0));
        return state == null ? ServerState.UNKNOWN : state;
    }

    /// A lease; null when the object is none. `pool` is the number of its pool.
    public static @Nullable LeaseView lease(OmapiMessage object, int pool) {
        OmapiValue address = object.value("ip-address");
        long state = number(object, "state", 0);
        if (address == null || address.octets().length() != 4) return null;
        if (state < 1 || state > BindingState.values().length) return null;
        long flags = number(object, "flags", 0);
        long ends = number(object, "ends", 0);
        OmapiValue id = object.value("dhcp-client-identifier");
        OmapiValue name = object.value("client-hostname");
        return new LeaseView(
                new Ip4((int) number(object, "ip-address", 0)),
                BindingState.of((int) state),
                hardware(object),
                id == null ? null : id.octets(),
                name == null ? null : ClientText.of(name.octets()),
                number(object, "starts", 0),
                ends == NEVER ? LeaseView.NEVER : ends,
                number(object, "cltt", 0),
                (flags & RESERVED) != 0,
                (flags & BOOTP) != 0,
                pool,
                number(object, "tstp", 0),
                number(object, "tsfp", 0),
                number(object, "atsfp", 0));
    }

    private static @Nullable HardwareAddress hardware(OmapiMessage object) {
        OmapiValue value = object.value("hardware-address");
        if (value == null) return null;
        Octets octets = value.octets();
        long type = number(object, "hardware-type", HardwareAddress.ETHERNET);
        if (octets.length() == 0 || octets.length() > 16 || type > 255) return null;
        return new HardwareAddress((int) type, octets);
    }

    /// The pools of a server that dhcpd counts as one, with its three numbers; the others are not
    /// told (-1). A pool that reports nothing has a size out of the configuration, and no numbers.
    public static PoolView pool(int index, List<DhcpdAccess.Ranges> merged, OmapiMessage object) {
        List<Range> ranges =
                merged.stream().flatMap(each -> each.pool().ranges().stream()).toList();
        List<String> words = ranges.stream().map(Range::words).toList();
        long size = ranges.stream().mapToLong(Range::size).sum();
        return new PoolView(
                index,
                String.join(", ", words),
                merged.getFirst().network(),
                words,
                number(object, "lease-count", size),
                number(object, "free-leases", -1),
                0,
                -1,
                -1,
                -1,
                number(object, "backup-leases", -1));
    }

    /// A number of an object, or another one where it has none.
    public static long number(OmapiMessage object, String name, long otherwise) {
        OmapiValue value = object.value(name);
        return value == null ? otherwise : value.number().orElse(otherwise);
    }
}
