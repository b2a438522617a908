package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Every lease the console knows, a row each, in arrays of primitives: a million rows take tens of
/// megabytes instead of half a gigabyte of objects. Rows are only added; a row keeps its number.
/// Written by the console's thread alone; a sorter beside it may read what is a moment old.
final class LeaseTable {

    /// What [#put] did.
    enum Put {
        /// The address was not known before.
        ADDED,
        /// The row is in another state than before.
        TURNED,
        /// The row has new times or a new client.
        CHANGED
    }

    /// How the other server's copy of a row stands to it.
    enum Copy {
        /// Says the same of who has the address.
        SAME,
        /// The other server has told of no such address.
        UNKNOWN,
        /// Says something else.
        DIFFERENT
    }

    private static final long NO_HARDWARE = -1;
    private static final long OTHER_HARDWARE = -2;
    private static final int RESERVED = 1;
    private static final int BOOTP = 2;

    private final int[] counts = new int[BindingState.values().length + 1];
    private final Map<Integer, HardwareAddress> otherHardware = new HashMap<>();
    private int size;

    /// The other server's copies; null while there is none to compare with.
    @Nullable LeaseTable peer;

    int[] address = new int[1_024];
    int[] starts = new int[1_024];
    int[] ends = new int[1_024];
    int[] seen = new int[1_024];
    int[] tstp = new int[1_024];
    int[] tsfp = new int[1_024];
    int[] atsfp = new int[1_024];
    int[] pool = new int[1_024];
    int[] version = new int[1_024];
    byte[] state = new byte[1_024];
    byte[] flags = new byte[1_024];
    long[] hardware = new long[1_024];
    @Nullable String[] host = new String[1_024];
    @Nullable Octets[] clientId = new Octets[1_024];
    private int[] slots = new int[4_096];

    /// How many rows there are.
    int size() {
        return size;
    }

    /// How many rows are in a state.
    int count(BindingState of) {
        return counts[of.code()];
    }

    /// The row of an address, or -1.
    int find(int wanted) {
        // A sorter reads the other server's table while that grows: one look at each array.
        int[] places = slots;
        int[] known = address;
        for (int slot = slot(wanted, places.length); ; slot = slot + 1 & places.length - 1) {
            int row = places[slot] - 1;
            if (row < 0 || (row < known.length && known[row] == wanted)) return row;
        }
    }

    /// How the other server's copy of a row stands to it; two copies agree when they are in the
    /// same state and, while somebody has the address, name the same client.
    Copy copy(int row) {
        LeaseTable other = peer;
        if (other == null) return Copy.UNKNOWN;
        int theirs = other.find(address[row]);
        byte[] states = other.state;
        long[] clients = other.hardware;
        if (theirs < 0 || theirs >= Math.min(states.length, clients.length)) return Copy.UNKNOWN;
        if (states[theirs] != state[row]) return Copy.DIFFERENT;
        boolean held = state[row] == BindingState.ACTIVE.code();
        return held && clients[theirs] != hardware[row] ? Copy.DIFFERENT : Copy.SAME;
    }

    /// The client's name; only the server that was told it knows it, so the other's will do.
    @Nullable String host(int row) {
        String own = host[row];
        LeaseTable other = peer;
        if (own != null || other == null) return own;
        int theirs = other.find(address[row]);
        @Nullable String[] names = other.host;
        return theirs < 0 || theirs >= names.length || copy(row) != Copy.SAME
                ? null
                : names[theirs];
    }

    /// The state of the other server's copy of a row.
    @Nullable BindingState peerState(int row) {
        LeaseTable other = peer;
        int theirs = other == null ? -1 : other.find(address[row]);
        return other == null || theirs < 0 ? null : BindingState.of(other.state[theirs]);
    }

    /// How many of the first rows differ from the other server's copies.
    int differing(int rows) {
        int differing = 0;
        for (int row = 0; peer != null && row < rows; row++) {
            if (copy(row) == Copy.DIFFERENT) differing++;
        }
        return differing;
    }

    /// Adds a row or changes the one of the same address.
    Put put(LeaseView lease) {
        int bits = lease.address().bits();
        int row = find(bits);
        boolean added = row < 0;
        if (added) {
            row = add(bits);
        } else {
            counts[state[row]]--;
        }
        boolean turned = state[row] != lease.state().code();
        state[row] = (byte) lease.state().code();
        counts[state[row]]++;
        starts[row] = (int) lease.starts();
        ends[row] = (int) lease.ends();
        seen[row] = (int) lease.cltt();
        tstp[row] = (int) lease.tstp();
        tsfp[row] = (int) lease.tsfp();
        atsfp[row] = (int) lease.atsfp();
        pool[row] = lease.pool();
        flags[row] = (byte) ((lease.reserved() ? RESERVED : 0) | (lease.bootp() ? BOOTP : 0));
        hardware[row] = pack(row, lease.hardware());
        if (host[row] == null || !host[row].equals(lease.hostname())) host[row] = lease.hostname();
        clientId[row] = lease.clientId();
        version[row]++;
        return added ? Put.ADDED : turned ? Put.TURNED : Put.CHANGED;
    }

    /// A row as it came in.
    LeaseView lease(int row) {
        return new LeaseView(
                new Ip4(address[row]),
                BindingState.of(state[row]),
                hardware(row),
                clientId[row],
                host[row],
                seconds(starts[row]),
                seconds(ends[row]),
                seconds(seen[row]),
                (flags[row] & RESERVED) != 0,
                (flags[row] & BOOTP) != 0,
                pool[row],
                seconds(tstp[row]),
                seconds(tsfp[row]),
                seconds(atsfp[row]));
    }

    /// Whether the address is kept for its client.
    boolean isReserved(int row) {
        return (flags[row] & RESERVED) != 0;
    }

    /// The client's hardware address of a row.
    @Nullable HardwareAddress hardware(int row) {
        long packed = hardware[row];
        if (packed >= 0) return HardwareAddress.ethernet(packed);
        return packed == OTHER_HARDWARE ? otherHardware.get(row) : null;
    }

    /// Times are kept as unsigned 32 bits, as lease files and the wire have them.
    static long seconds(int stored) {
        return Integer.toUnsignedLong(stored);
    }

    private int add(int bits) {
        if (size == address.length) grow();
        int row = size++;
        address[row] = bits;
        if (size * 2 > slots.length) rehash(slots.length * 2);
        else enter(row);
        return row;
    }

    private void enter(int row) {
        int slot = slot(address[row], slots.length);
        while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
        slots[slot] = row + 1;
    }

    private void rehash(int length) {
        slots = new int[length];
        for (int row = 0; row < size; row++) enter(row);
    }

    private static int slot(int bits, int length) {
        int mixed = bits * 0x9E37_79B9;
        return (mixed ^ mixed >>> 15) & length - 1;
    }

    private long pack(int row, @Nullable HardwareAddress client) {
        if (client == null) return NO_HARDWARE;
        if (client.type() == HardwareAddress.ETHERNET && client.address().length() == 6) {
            long bits = 0;
            for (int i = 0; i < 6; i++) bits = bits << 8 | client.address().at(i);
            return bits;
        }
        otherHardware.put(row, client);
        return OTHER_HARDWARE;
    }

    private void grow() {
        int length = size * 2;
        address = Arrays.copyOf(address, length);
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        seen = Arrays.copyOf(seen, length);
        tstp = Arrays.copyOf(tstp, length);
        tsfp = Arrays.copyOf(tsfp, length);
        atsfp = Arrays.copyOf(atsfp, length);
        pool = Arrays.copyOf(pool, length);
        version = Arrays.copyOf(version, length);
        state = Arrays.copyOf(state, length);
        flags = Arrays.copyOf(flags, length);
        hardware = Arrays.copyOf(hardware, length);
        host = Arrays.copyOf(host, length);
        clientId = Arrays.copyOf(clientId, length);
    }
}
