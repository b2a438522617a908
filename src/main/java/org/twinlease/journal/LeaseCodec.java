package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Kept;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.Objects;

/// A lease as octets and back. The first octet is version and state, two octets say which fields
/// follow, then the address and those fields; an absent field costs nothing. Times are written as
/// their distance to `starts`, in groups of seven bits. Every lease has exactly one spelling, and
/// everything that is not one is refused, so that a reader cannot invent a lease.
final class LeaseCodec {

    private static final int VERSION = 1;

    private static final int FLAGS = 1;
    private static final int HARDWARE = 1 << 1;
    private static final int CLIENT_ID = 1 << 2;
    private static final int HOSTNAME = 1 << 3;
    private static final int RELAY_AGENT = 1 << 4;
    private static final int STARTS = 1 << 5;
    private static final int ENDS = 1 << 6;
    private static final int CLTT = 1 << 7;
    private static final int TSTP = 1 << 8;
    private static final int TSFP = 1 << 9;
    private static final int ATSFP = 1 << 10;
    private static final int VARIABLES = 1 << 11;
    private static final int BILLING = 1 << 12;
    private static final int ALL = (1 << 13) - 1;

    /// The longest client identifier, host name and relay agent information that fit.
    static final int MOST_OCTETS = 255;

    /// The most that the configuration's statements can keep with a lease, in each of two fields.
    static final int MOST_KEPT = Kept.MOST_OCTETS;

    /// More octets than any lease needs.
    static final int MOST = 7 + 5 + 18 + 3 * (1 + MOST_OCTETS) + 6 * 10 + 2 * (2 + MOST_KEPT);

    private LeaseCodec() {}

    /// Writes a lease at `at`, where [#MOST] octets must have room; returns where it ends.
    ///
    /// @throws IllegalArgumentException when a field is longer than [#MOST_OCTETS]
    static int encode(Lease lease, byte[] out, int at) {
        int fields = fields(lease);
        out[at] = (byte) (VERSION << 4 | lease.state().code());
        out[at + 1] = (byte) (fields >>> 8);
        out[at + 2] = (byte) fields;
        int address = lease.address().bits();
        for (int i = 0; i < 4; i++) out[at + 3 + i] = (byte) (address >>> (24 - 8 * i));
        int end = at + 7;
        if (lease.flags() != 0) end = number(lease.flags() & 0xFFFF_FFFFL, out, end);
        HardwareAddress hardware = lease.hardware();
        if (hardware != null) {
            out[end++] = (byte) hardware.type();
            end = octets(hardware.address(), out, end);
        }
        end = octets(lease.clientId(), out, end);
        end = octets(lease.hostname(), out, end);
        end = octets(lease.relayAgent(), out, end);
        long starts = lease.starts();
        end = time(starts, 0, out, end);
        end = time(lease.ends(), starts, out, end);
        end = time(lease.cltt(), starts, out, end);
        end = time(lease.tstp(), starts, out, end);
        end = time(lease.tsfp(), starts, out, end);
        end = time(lease.atsfp(), starts, out, end);
        end = kept(lease.variables(), out, end);
        return kept(lease.billing(), out, end);
    }

    private static int fields(Lease lease) {
        return (lease.flags() != 0 ? FLAGS : 0)
                | (lease.hardware() != null ? HARDWARE : 0)
                | (lease.clientId() != null ? CLIENT_ID : 0)
                | (lease.hostname() != null ? HOSTNAME : 0)
                | (lease.relayAgent() != null ? RELAY_AGENT : 0)
                | (lease.starts() != 0 ? STARTS : 0)
                | (lease.ends() != 0 ? ENDS : 0)
                | (lease.cltt() != 0 ? CLTT : 0)
                | (lease.tstp() != 0 ? TSTP : 0)
                | (lease.tsfp() != 0 ? TSFP : 0)
                | (lease.atsfp() != 0 ? ATSFP : 0)
                | (lease.variables() != null ? VARIABLES : 0)
                | (lease.billing() != null ? BILLING : 0);
    }

    private static int octets(@Nullable Octets octets, byte[] out, int at) {
        if (octets == null) return at;
        if (octets.length() > MOST_OCTETS) {
            throw new IllegalArgumentException("a field of " + octets.length() + " octets");
        }
        out[at] = (byte) octets.length();
        octets.copyTo(out, at + 1);
        return at + 1 + octets.length();
    }

    private static int kept(@Nullable Octets octets, byte[] out, int at) {
        if (octets == null) return at;
        if (octets.length() > MOST_KEPT) {
            throw new IllegalArgumentException("variables of " + octets.length() + " octets");
        }
        out[at] = (byte) (octets.length() >> 8);
        out[at + 1] = (byte) octets.length();
        octets.copyTo(out, at + 2);
        return at + 2 + octets.length();
    }

    private static int time(long time, long base, byte[] out, int at) {
        if (time == 0) return at;
        long distance = time - base;
        return number(distance << 1 ^ distance >> 63, out, at);
    }

    private static int number(long value, byte[] out, int at) {
        int end = at;
        while ((value & ~0x7FL) != 0) {
            out[end++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        out[end++] = (byte) value;
        return end;
    }

    /// The lease that fills exactly `length` octets from `at`; null when there is none.
    static @Nullable Lease decode(byte[] in, int at, int length) {
        if (at < 0 || length < 7 || length > in.length - at) return null;
        int state = in[at] & 15;
        int fields = (in[at + 1] & 255) << 8 | (in[at + 2] & 255);
        if ((in[at] & 255) >>> 4 != VERSION || state < 1 || state > 7 || (fields & ~ALL) != 0) {
            return null;
        }
        var reader = new Reader(in, at + 3, at + length, fields);
        Lease lease = reader.lease(BindingState.of(state));
        return reader.good && reader.at == reader.end ? lease : null;
    }

    /// A place in the octets; once something is wrong, it stays wrong and reads as nothing.
    private static final class Reader {
        private final byte[] in;
        private final int end;
        private final int fields;
        private int at;
        private boolean good = true;

        Reader(byte[] in, int at, int end, int fields) {
            this.in = in;
            this.at = at;
            this.end = end;
            this.fields = fields;
        }

        Lease lease(BindingState state) {
            int address = 0;
            for (int i = 0; i < 4; i++) address = address << 8 | octet();
            int flags = flags();
            HardwareAddress hardware = hardware();
            Octets clientId = octets(CLIENT_ID);
            Octets hostname = octets(HOSTNAME);
            Octets relayAgent = octets(RELAY_AGENT);
            long starts = time(STARTS, 0);
            return new Lease(
                    new Ip4(address),
                    state,
                    flags,
                    hardware,
                    clientId,
                    hostname,
                    relayAgent,
                    starts,
                    time(ENDS, starts),
                    time(CLTT, starts),
                    time(TSTP, starts),
                    time(TSFP, starts),
                    time(ATSFP, starts),
                    kept(VARIABLES),
                    kept(BILLING));
        }

        private int octet() {
            if (at < end) return in[at++] & 255;
            good = false;
            return 0;
        }

        private int flags() {
            if ((fields & FLAGS) == 0) return 0;
            long flags = number();
            good &= flags != 0 && flags >>> 32 == 0;
            return (int) flags;
        }

        private @Nullable HardwareAddress hardware() {
            if ((fields & HARDWARE) == 0) return null;
            int type = octet();
            Octets address = Objects.requireNonNull(octets(HARDWARE));
            if (address.length() <= 16) return new HardwareAddress(type, address);
            good = false;
            return null;
        }

        private @Nullable Octets octets(int field) {
            if ((fields & field) == 0) return null;
            int length = octet();
            good &= length <= end - at;
            if (!good) return Octets.EMPTY;
            at += length;
            return Octets.of(in, at - length, length);
        }

        private @Nullable Octets kept(int field) {
            if ((fields & field) == 0) return null;
            int length = octet() << 8 | octet();
            good &= length <= MOST_KEPT && length <= end - at;
            if (!good) return Octets.EMPTY;
            at += length;
            return Octets.of(in, at - length, length);
        }

        private long time(int field, long base) {
            if ((fields & field) == 0) return 0;
            long folded = number();
            long time = base + (folded >>> 1 ^ -(folded & 1));
            good &= time != 0;
            return time;
        }

        private long number() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int octet = octet();
                value |= (long) (octet & 127) << shift;
                if (octet < 128) {
                    good &= (shift == 0 || octet != 0) && (shift < 63 || octet == 1);
                    return value;
                }
            }
            good = false;
            return 0;
        }
    }
}
