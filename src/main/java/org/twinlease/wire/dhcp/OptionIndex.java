package org.twinlease.wire.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.util.Arrays;

/// Where each option of one packet is. An option that stands once is an offset and a length; one
/// that stands several times is joined into a copy (RFC 3396), bounded by the packet itself.
final class OptionIndex {

    private static final int PAD = 0;
    private static final int END = 255;

    /// The least length that the fields read by servers must have; others may have any.
    private static final byte[] LEAST = new byte[256];

    static {
        LEAST[OptionType.DHCP_REQUESTED_ADDRESS.code()] = 4;
        LEAST[OptionType.DHCP_LEASE_TIME.code()] = 4;
        LEAST[OptionType.DHCP_MESSAGE_TYPE.code()] = 1;
        LEAST[OptionType.DHCP_SERVER_IDENTIFIER.code()] = 4;
        LEAST[OptionType.DHCP_MAX_MESSAGE_SIZE.code()] = 2;
        LEAST[OptionType.SUBNET_SELECTION.code()] = 4;
    }

    private final byte[] in;

    /// For each code: offset of the value in the low 32 bits, length in the high ones; -1 when
    /// absent.
    private final long[] where = new long[256];

    /// The joined values, some with room at their end.
    private byte @Nullable [] @Nullable [] joined;

    OptionIndex(byte[] in) {
        this.in = in;
        Arrays.fill(where, -1);
    }

    /// Reads options from `from` to `to`; returns the offset of the one that overruns, or -1.
    int scan(int from, int to) {
        int at = from;
        while (at < to) {
            int code = in[at] & 255;
            if (code == END) return -1;
            if (code == PAD) {
                at++;
                continue;
            }
            if (at + 2 > to || at + 2 + (in[at + 1] & 255) > to) return at;
            add(code, at + 2, in[at + 1] & 255);
            at += 2 + (in[at + 1] & 255);
        }
        return -1;
    }

    private void add(int code, int at, int length) {
        if (where[code] < 0) {
            where[code] = (long) length << 32 | at;
            return;
        }
        if (joined == null) joined = new byte[256][];
        int before = length(code);
        byte[] both = joined[code];
        // Room grows by half and more, so that many small pieces are not copied again and again.
        if (both == null) both = Arrays.copyOfRange(in, at(code), at(code) + 2 * before + length);
        else if (both.length < before + length) both = Arrays.copyOf(both, 2 * before + length);
        System.arraycopy(in, at, both, before, length);
        joined[code] = both;
        where[code] = (long) (before + length) << 32 | at;
    }

    /// The offset of an option that is too short for its type, or -1.
    int firstBadLength() {
        for (int code = 1; code < 255; code++) {
            if (LEAST[code] != 0 && has(code) && length(code) < LEAST[code]) return at(code);
        }
        return -1;
    }

    boolean has(int code) {
        return code > PAD && code < END && where[code] >= 0;
    }

    int at(int code) {
        return (int) where[code];
    }

    int length(int code) {
        return (int) (where[code] >>> 32);
    }

    int u8(int code) {
        return source(code)[start(code)] & 255;
    }

    int u16(int code) {
        return Field.u16(source(code), start(code));
    }

    int u32(int code) {
        return Field.u32(source(code), start(code));
    }

    Octets octets(int code) {
        return Octets.of(source(code), start(code), length(code));
    }

    private byte @Nullable [] copy(int code) {
        return joined == null ? null : joined[code];
    }

    private byte[] source(int code) {
        byte[] copy = copy(code);
        return copy == null ? in : copy;
    }

    private int start(int code) {
        return copy(code) == null ? at(code) : 0;
    }
}
