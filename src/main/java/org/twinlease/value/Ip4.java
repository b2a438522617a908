package org.twinlease.value;

import org.jspecify.annotations.Nullable;

/// An IPv4 address as 32 bits in network order. Hot paths carry the bare `int`; this record is for
/// boundaries. Ordered as unsigned numbers, so 10.0.0.1 sorts before 192.168.0.1.
public record Ip4(int bits) implements Comparable<Ip4> {

    /// 0.0.0.0, "no address".
    public static final Ip4 ZERO = new Ip4(0);

    /// 255.255.255.255, the limited broadcast address.
    public static final Ip4 BROADCAST = new Ip4(-1);

    /// Reads four decimal octets; null when the text is anything else.
    public static @Nullable Ip4 parse(String text) {
        int bits = 0;
        int octets = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (value < 0 || octets == 4) return null;
                bits = bits << 8 | value;
                octets++;
                value = -1;
            } else if (c >= '0' && c <= '9') {
                value = (value < 0 ? 0 : value * 10) + (c - '0');
                if (value > 255) return null;
            } else {
                return null;
            }
        }
        return octets == 4 ? new Ip4(bits) : null;
    }

    /// As [#parse], for text that is known to be an address.
    ///
    /// @throws IllegalArgumentException when it is not
    public static Ip4 of(String text) {
        Ip4 address = parse(text);
        if (address == null) throw new IllegalArgumentException("not an IPv4 address: " + text);
        return address;
    }

    /// The dotted spelling of an address in its bare form.
    public static String text(int bits) {
        return (bits >>> 24)
                + "."
                + (bits >>> 16 & 255)
                + "."
                + (bits >>> 8 & 255)
                + "."
                + (bits & 255);
    }

    /// Whether this is 0.0.0.0.
    public boolean isZero() {
        return bits == 0;
    }

    /// The address as four octets.
    public byte[] octets() {
        return new byte[] {
            (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
        };
    }

    @Override
    public int compareTo(Ip4 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return text(bits);
    }
}
