package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// Everything that is known about one address: what the journal keeps and what the table can give
/// back. Times are seconds since 1970 UTC, 0 for "never happened", [#NEVER] for "never ends";
/// `tstp`, `tsfp` and `atsfp` are the failover times of dhcpd's lease file. `relayAgent` is option
/// 82 as last seen (RFC 3046), kept for renewals that come without it.
public record Lease(
        Ip4 address,
        BindingState state,
        int flags,
        @Nullable HardwareAddress hardware,
        @Nullable Octets clientId,
        @Nullable Octets hostname,
        @Nullable Octets relayAgent,
        long starts,
        long ends,
        long cltt,
        long tstp,
        long tsfp,
        long atsfp) {

    /// The end of a lease that never ends.
    public static final long NEVER = 0xFFFF_FFFFL;

    /// Flag: never given to another client.
    public static final int RESERVED = 1;

    /// Flag: given to a BOOTP client.
    public static final int BOOTP = 2;

    /// An address that never had a client.
    public static Lease unused(Ip4 address) {
        return new Lease(address, BindingState.FREE, 0, null, null, null, null, 0, 0, 0, 0, 0, 0);
    }

    /// Whether nothing was ever known about the address, so that no record of it is needed.
    public boolean isUnused() {
        return equals(unused(address));
    }
}
