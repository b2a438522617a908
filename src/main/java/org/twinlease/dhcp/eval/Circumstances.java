package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionSpace;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.Packet;

import java.util.List;

/// What an expression is evaluated over. `packet` is null when a lease ends by itself; `agent` is
/// option 82 of the packet, or the one kept from the client's first request. `leased` is the
/// address, null before there is one, and `leaseSeconds` what is left of it, -1 for nothing.
/// `hostName` is the client's host declaration.
public record Circumstances(
        @Nullable Packet packet,
        @Nullable Octets agent,
        @Nullable Ip4 leased,
        long leaseSeconds,
        @Nullable String hostName,
        boolean fixed,
        List<OptionSpace> spaces) {

    /// The space of a name, null when it is not sent inside another option.
    @Nullable OptionSpace space(String name) {
        for (OptionSpace space : spaces) if (space.name().equals(name)) return space;
        return null;
    }
}
