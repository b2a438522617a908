package org.twinlease.journal;

import org.twinlease.lease.PairState;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.random.RandomGenerator;

/// States of failover pairs for tests, from a generator.
final class Pairs {

    private Pairs() {}

    /// Any state that a journal can keep.
    static PairState any(RandomGenerator random, String name) {
        byte[] hba = new byte[PairCodec.HBA];
        random.nextBytes(hba);
        return new PairState(
                name,
                state(random),
                time(random),
                state(random),
                time(random),
                random.nextInt(3) == 0 ? 0 : random.nextInt(86_400),
                random.nextBoolean() ? Octets.of(hba) : null,
                time(random),
                random.nextBoolean());
    }

    private static ServerState state(RandomGenerator random) {
        ServerState[] all = ServerState.values();
        return all[random.nextInt(all.length)];
    }

    private static long time(RandomGenerator random) {
        return random.nextInt(4) == 0 ? random.nextLong() : 1_800_000_000L + random.nextInt(99);
    }
}
