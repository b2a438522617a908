package org.twinlease.control;

import org.twinlease.value.Reason;

import java.util.List;

/// What a server tells its watchers, in the order in which it happened.
public sealed interface Notice {

    /// A lease is now as given; already on disk.
    record LeaseChanged(LeaseView lease, Reason why, long atMillis) implements Notice {}

    /// A client's packet was decided.
    record PacketSeen(PacketView packet) implements Notice {}

    /// Counters and pools, once a second while anything changes.
    record Pulse(CountersView counters, List<PoolView> pools) implements Notice {}

    /// Something that an operator should know, or that it is over.
    record Alarm(AlarmView alarm) implements Notice {}

    /// Notices were dropped because the watcher fell behind: ask again.
    record Resync() implements Notice {}
}
