package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

/// One subnet: its number, netmask and scope.
public record Subnet(Ip4 network, Ip4 netmask, Scope scope, @Nullable String interfaceName) {

    /// Whether an address is inside.
    public boolean contains(int address) {
        return (address & netmask.bits()) == network.bits();
    }

    /// The number and length as people write it; a netmask with gaps is written out.
    public String name() {
        int length = Integer.bitCount(netmask.bits());
        boolean plain = netmask.bits() == (length == 0 ? 0 : -1 << (32 - length));
        return network + "/" + (plain ? Integer.toString(length) : netmask.toString());
    }
}
