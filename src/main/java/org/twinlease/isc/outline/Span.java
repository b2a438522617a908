package org.twinlease.isc.outline;

import org.twinlease.value.Ip4;

/// Addresses of one `range` statement, from `low` to `high`, both included.
public record Span(Entry entry, Sub subnet, Ip4 low, Ip4 high, boolean bootp) {

    /// How many addresses there are.
    public long size() {
        return (high.bits() & 0xFFFF_FFFFL) - (low.bits() & 0xFFFF_FFFFL) + 1;
    }

    /// Whether an address is one of them.
    public boolean contains(Ip4 address) {
        return low.compareTo(address) <= 0 && high.compareTo(address) >= 0;
    }

    /// The range as people write it.
    public String words() {
        return low.equals(high) ? low.toString() : low + " to " + high;
    }
}
