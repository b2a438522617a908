package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Reason;

import java.util.List;

/// What a server tells its watchers, in the order in which it happened.
public sealed interface Notice {

    /// A lease is now as given; already on disk. `before` is what it was, null where that is not
    /// told.
    record LeaseChanged(LeaseView lease, Reason why, long atMillis, @Nullable LeaseView before)
            implements Notice {

        /// A change of which only the end is told.
        public LeaseChanged(LeaseView lease, Reason why, long atMillis) {
            this(lease, why, atMillis, null);
        }
    }

    /// A client's packet was decided.
    record PacketSeen(PacketView packet) implements Notice {}

    /// Counters and pools, once a second while anything changes.
    record Pulse(CountersView counters, List<PoolView> pools) implements Notice {}

    /// A failover relationship is now as given, because of `why`.
    record PairChanged(FailoverView pair, Reason why, long atMillis) implements Notice {}

    /// All failover relationships, once a second: ages and counts go on while states stay.
    record PairPulse(List<FailoverView> pairs, long atMillis) implements Notice {

        /// Takes a copy of the list.
        public PairPulse {
            pairs = List.copyOf(pairs);
        }
    }

    /// A failover message went out or came in.
    record PairMessage(FailoverMessageView message) implements Notice {}

    /// Free addresses of a pool were divided: how many this server and the partner had, and how
    /// many were given to the partner.
    record PoolBalanced(String name, int pool, long own, long partners, int given, long atMillis)
            implements Notice {}

    /// Something that an operator should know, or that it is over.
    record Alarm(AlarmView alarm) implements Notice {}

    /// Notices were dropped because the watcher fell behind: ask again.
    record Resync() implements Notice {}
}
