package org.twinlease.config;

import org.twinlease.value.Ip4;

/// Addresses from `low` to `high`, both included, `low` not above `high`. `dynamicBootp`: BOOTP
/// clients may have them too.
public record Range(Ip4 low, Ip4 high, boolean dynamicBootp) {

    /// Checks the order.
    public Range {
        if (low.compareTo(high) > 0) throw new IllegalArgumentException(low + " above " + high);
    }

    /// How many addresses there are.
    public long size() {
        return (high.bits() & 0xFFFF_FFFFL) - (low.bits() & 0xFFFF_FFFFL) + 1;
    }

    /// The range as dhcpd.conf spells it.
    public String words() {
        return low.equals(high) ? low.toString() : low + " " + high;
    }
}
