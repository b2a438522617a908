package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.Arrays;

/// The fields of all leases, an array a field, indexed by slot. Seconds are unsigned 32 bit, which
/// lasts until 2106.
final class Columns {

    final byte[] state;
    final byte[] flags;
    final int[] ends;
    private final int[] starts;
    private final int[] cltt;
    final int[] tstp;
    private final int[] tsfp;
    final int[] atsfp;
    private final byte[] htype;

    /// Length of the hardware address plus one; 0 for none.
    private final byte[] hlen;

    private final long[] hardware;
    private final byte[] @Nullable [] details;

    Columns(int slots) {
        state = new byte[slots];
        Arrays.fill(state, (byte) BindingState.FREE.code());
        flags = new byte[slots];
        ends = new int[slots];
        starts = new int[slots];
        cltt = new int[slots];
        tstp = new int[slots];
        tsfp = new int[slots];
        atsfp = new int[slots];
        htype = new byte[slots];
        hlen = new byte[slots];
        hardware = new long[slots];
        details = new byte[slots][];
    }

    void write(int slot, Lease lease) {
        state[slot] = (byte) lease.state().code();
        flags[slot] = (byte) lease.flags();
        starts[slot] = (int) lease.starts();
        ends[slot] = (int) lease.ends();
        cltt[slot] = (int) lease.cltt();
        tstp[slot] = (int) lease.tstp();
        tsfp[slot] = (int) lease.tsfp();
        atsfp[slot] = (int) lease.atsfp();
        HardwareAddress address = lease.hardware();
        htype[slot] = address == null ? 0 : (byte) address.type();
        hlen[slot] = address == null ? 0 : (byte) (address.address().length() + 1);
        hardware[slot] = address == null ? 0 : pack(address.address());
        details[slot] = Details.pack(lease);
    }

    Lease read(int slot, int address) {
        HardwareAddress hw = hardware(slot);
        byte[] more = details[slot];
        return new Lease(
                new Ip4(address),
                BindingState.of(state[slot]),
                flags[slot] & 255,
                hw,
                Details.clientId(more, hw),
                Details.hostname(more),
                Details.agent(more),
                Integer.toUnsignedLong(starts[slot]),
                Integer.toUnsignedLong(ends[slot]),
                Integer.toUnsignedLong(cltt[slot]),
                Integer.toUnsignedLong(tstp[slot]),
                Integer.toUnsignedLong(tsfp[slot]),
                Integer.toUnsignedLong(atsfp[slot]),
                Details.variables(more),
                Details.billing(more));
    }

    @Nullable HardwareAddress hardware(int slot) {
        int length = hlen[slot] - 1;
        if (length < 0) return null;
        Octets wide = length > 8 ? Details.wideHardware(details[slot]) : null;
        return new HardwareAddress(
                htype[slot] & 255, wide == null ? unpack(hardware[slot], length) : wide);
    }

    @Nullable Octets clientId(int slot) {
        return details[slot] == null ? null : Details.clientId(details[slot], hardware(slot));
    }

    @Nullable Octets billing(int slot) {
        return details[slot] == null ? null : Details.billing(details[slot]);
    }

    boolean wasUsed(int slot) {
        return hlen[slot] != 0 || details[slot] != null || ends[slot] != 0;
    }

    /// Octets that all leases take: a row has 40 with the (compressed) reference to its packed
    /// details, which are an object with a head of 16.
    long bytes() {
        long sum = 40L * state.length;
        for (byte[] more : details) if (more != null) sum += 16 + ((more.length + 7) & ~7);
        return sum;
    }

    private static long pack(Octets address) {
        long packed = 0;
        for (int i = 0; i < Math.min(8, address.length()); i++)
            packed = packed << 8 | address.at(i);
        return packed;
    }

    private static Octets unpack(long packed, int length) {
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) out[i] = (byte) (packed >>> (8 * (length - 1 - i)));
        return Octets.of(out);
    }
}
