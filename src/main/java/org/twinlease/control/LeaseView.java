package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// One address as people see it. Times are seconds since 1970 UTC; 0 is "never happened", [#NEVER]
/// is "never ends". `pool` is the number of its pool, [#NO_POOL] when no configuration says. The
/// last three are the failover times of dhcpd's lease file: until when the partner was told that a
/// client may have it, until when the partner has agreed to, and what it has acknowledged.
public record LeaseView(
        Ip4 address,
        BindingState state,
        @Nullable HardwareAddress hardware,
        @Nullable Octets clientId,
        @Nullable String hostname,
        long starts,
        long ends,
        long cltt,
        boolean reserved,
        boolean bootp,
        int pool,
        long tstp,
        long tsfp,
        long atsfp) {

    /// An address that no failover partner was told of.
    public LeaseView(
            Ip4 address,
            BindingState state,
            @Nullable HardwareAddress hardware,
            @Nullable Octets clientId,
            @Nullable String hostname,
            long starts,
            long ends,
            long cltt,
            boolean reserved,
            boolean bootp,
            int pool) {
        this(
                address, state, hardware, clientId, hostname, starts, ends, cltt, reserved, bootp,
                pool, 0, 0, 0);
    }

    /// The end of a lease that never ends.
    public static final long NEVER = 0xFFFF_FFFFL;

    /// The pool of an address that is looked at without a configuration.
    public static final int NO_POOL = -1;
}
