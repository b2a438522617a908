package org.twinlease.sim.twin;

import org.twinlease.value.ServerState;

import java.util.List;

/// How a pair stands at the moment at which its twin is taken from it: the primary, the secondary,
/// and whether the two are connected.
public record Present(List<Stand> servers, boolean linked) {

    /// A server: whether it runs, its state since when (seconds since 1970), and what it knows of
    /// its partner's. Of one that does not run, all of that is what its partner knows.
    public record Stand(
            boolean up, ServerState state, long since, ServerState partner, long partnerSince) {

        /// As the other server of the pair has it: its partner, which cannot be asked.
        public Stand mirrored() {
            return new Stand(
                    false,
                    /* state= */ partner,
                    /* since= */ partnerSince,
                    /* partner= */ state,
                    /* partnerSince= */ since);
        }
    }

    /// Takes a copy of the list.
    public Present {
        servers = List.copyOf(servers);
        if (servers.size() != 2) throw new IllegalArgumentException(servers.size() + " servers");
    }

    /// Whether both servers run and cannot reach each other.
    boolean isCut() {
        return !linked && servers.stream().allMatch(Stand::up);
    }
}
