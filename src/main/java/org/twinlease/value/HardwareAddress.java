package org.twinlease.value;

import org.jspecify.annotations.Nullable;

/// A client's hardware address with its type (RFC 2131 `htype`, `chaddr`; 1 is Ethernet). At most
/// 16 octets, as `chaddr` holds.
public record HardwareAddress(int type, Octets address) {

    /// The hardware type of Ethernet.
    public static final int ETHERNET = 1;

    /// Checks the bounds of `htype` and `hlen`.
    public HardwareAddress {
        if (type < 0 || type > 255 || address.length() > 16) {
            throw new IllegalArgumentException("no hardware address: " + type + "/" + address);
        }
    }

    /// Reads six hexadecimal octets with colons as an Ethernet address; null when it is none.
    public static @Nullable HardwareAddress parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 6) return null;
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,2}")) return null;
            bytes[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        return new HardwareAddress(ETHERNET, Octets.of(bytes));
    }

    /// An Ethernet address from the low 48 bits of a number.
    public static HardwareAddress ethernet(long low48) {
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) bytes[i] = (byte) (low48 >>> (40 - 8 * i));
        return new HardwareAddress(ETHERNET, Octets.of(bytes));
    }

    /// The octets with colons; another type than Ethernet stands in front, as in `6/00:11:22`.
    @Override
    public String toString() {
        return type == ETHERNET ? address.hex() : type + "/" + address.hex();
    }
}
