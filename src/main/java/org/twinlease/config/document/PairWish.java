package org.twinlease.config.document;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.util.List;

/// What a new failover pair is to be like: the relationship's name and TCP port, both servers,
/// where the networks come from (`base` is a configuration's file; empty for `networks`, whose
/// clients get `leaseSeconds`), and the numbers.
public record PairWish(
        String name,
        int port,
        Server primary,
        Server secondary,
        String base,
        List<Network> networks,
        long leaseSeconds,
        Numbers numbers) {

    /// A server: what it is called, its address, and the file of its configuration.
    public record Server(String name, Ip4 address, String file) {}

    /// A subnet with its dynamic addresses, and its router where it has one.
    public record Network(Ip4 number, Ip4 netmask, Ip4 low, Ip4 high, @Nullable Ip4 router) {}

    /// The numbers of the relationship, times in seconds; an `mclt` of 0 is one that suits the
    /// lease times.
    public record Numbers(
            long mclt, int split, long responseDelay, long unackedUpdates, long balanceSeconds) {

        /// What is safe nearly everywhere.
        public static final Numbers USUAL = new Numbers(0, 128, 60, 10, 3);
    }

    /// Takes a copy of the list.
    public PairWish {
        networks = List.copyOf(networks);
    }
}
