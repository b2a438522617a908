package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.value.Octets;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// How the two servers of a world are set up as a pair: the numbers of the `failover peer` block of
/// the primary and of the secondary, as a configuration has them, and the primary's hash bucket
/// assignment where there is no split. `leaseSeconds` is what a client gets that has no wish.
public record Pairing(
        Map<String, Long> primary,
        Map<String, Long> secondary,
        @Nullable Octets hba,
        long leaseSeconds) {

    /// The relationship's name.
    static final String NAME = "pair";

    /// Seconds of a lease where nothing else is said.
    static final long LEASE = 600;

    private static final String MCLT = "mclt";
    private static final String DELAY = "max-response-delay";
    private static final String SPLIT = "split";

    /// Takes copies.
    public Pairing {
        primary = Map.copyOf(primary);
        secondary = Map.copyOf(secondary);
    }

    /// A usual pair with an MCLT in seconds.
    static Pairing of(long mclt) {
        return of(mclt, 30, 128, 10, LEASE);
    }

    /// A pair with settings from a seed, so that no timer hides what another would show: leases of
    /// ten minutes, of an hour and of a working day, with an MCLT to match.
    static Pairing draw(SplittableRandom random) {
        long pace = pick(random, 1, 1, 6, 48);
        long mclt = pick(random, 30, 60, 60, 300) * Math.min(pace, 12);
        long delay = pick(random, 20, 60, 120);
        long split = pick(random, 128, 128, 128, 0, 200, 255, 256);
        return of(mclt, delay, split, pick(random, 1, 2, 10, 100), LEASE * pace);
    }

    private static long pick(SplittableRandom random, long... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Pairing of(long mclt, long delay, long split, long unacked, long leaseSeconds) {
        Map<String, Long> both = new TreeMap<>();
        both.put(DELAY, delay);
        both.put("max-unacked-updates", unacked);
        both.put("load-balance-max-seconds", 3L);
        Map<String, Long> primary = new TreeMap<>(both);
        primary.put(MCLT, mclt);
        primary.put(SPLIT, split);
        return new Pairing(primary, both, null, leaseSeconds);
    }

    /// Seconds that a server may promise beyond what its partner has acknowledged.
    long mclt() {
        return primary.getOrDefault(MCLT, 0L);
    }

    /// The block of a server (0 is the primary) with these addresses.
    FailoverPeer peer(int number, String own, String others) {
        boolean first = number == 0;
        Map<String, Long> numbers = first ? primary : secondary;
        return new FailoverPeer(NAME, first, own, 647, others, 647, numbers, first ? hba : null);
    }
}
