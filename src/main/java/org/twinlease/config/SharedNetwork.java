package org.twinlease.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Subnets on one wire. A subnet outside any shared-network statement has an implicit one named
/// `A.B.C.D/len`, with the same scope. `pools` holds all pools of the network, those of its subnets
/// too, in order.
public record SharedNetwork(
        String name,
        Scope scope,
        List<Subnet> subnets,
        List<Pool> pools,
        @Nullable String interfaceName) {

    /// Takes copies of the lists.
    public SharedNetwork {
        subnets = List.copyOf(subnets);
        pools = List.copyOf(pools);
    }
}
