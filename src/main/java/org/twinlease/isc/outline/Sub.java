package org.twinlease.isc.outline;

import org.twinlease.value.Ip4;

/// A subnet declaration.
public record Sub(Entry entry, Net net, Ip4 network, Ip4 netmask) {

    /// Whether an address is inside.
    public boolean contains(Ip4 address) {
        return (address.bits() & netmask.bits()) == network.bits();
    }

    /// The last address, which is the broadcast address of all but the smallest subnets.
    public Ip4 last() {
        return new Ip4(network.bits() | ~netmask.bits());
    }

    /// How many ones the netmask has.
    public int length() {
        return Integer.bitCount(netmask.bits());
    }

    /// The number and length as people write it.
    public String name() {
        return name(network, netmask);
    }

    static String name(Ip4 network, Ip4 netmask) {
        int rest = ~netmask.bits();
        boolean plain = (rest & rest + 1) == 0;
        String length = Integer.toString(Integer.bitCount(netmask.bits()));
        return network + "/" + (plain ? length : netmask.toString());
    }
}
