package org.twinlease.console.model.config;

import org.twinlease.config.document.Part;
import org.twinlease.value.Ip4;

/// Which subnet block an address is in.
final class Subnets {
    private Subnets() {}

    /// Whether an address as written is inside a subnet block, whose title is `number/length` or
    /// `number/netmask`.
    static boolean holds(Part subnet, String address) {
        String[] parts = subnet.title().split("/", -1);
        Ip4 one = Ip4.parse(address);
        Ip4 network = Ip4.parse(parts[0]);
        String length = parts[parts.length - 1];
        Ip4 mask =
                length.matches("[0-9]|[12][0-9]|3[0-2]")
                        ? mask(Integer.parseInt(length))
                        : Ip4.parse(length);
        if (one == null || network == null || mask == null) return false;
        return (one.bits() & mask.bits()) == network.bits();
    }

    private static Ip4 mask(int length) {
        return new Ip4(length == 0 ? 0 : -1 << (32 - length));
    }
}
