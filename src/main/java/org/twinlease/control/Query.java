package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;

/// What may be asked of a server; `A` is the type of the answer.
public sealed interface Query<A extends @Nullable Object> {

    /// Who the server is and how it is: name, addresses, since when, disk, reply mode.
    record Status() implements Query<ServerView> {}

    /// All counters since start.
    record Counters() implements Query<CountersView> {}

    /// Every pool with its numbers, in the order of the configuration.
    record Pools() implements Query<List<PoolView>> {}

    /// Leases by address: at most `limit` (1 to 10,000) from the first address not below `from`.
    /// Addresses that never had a client are left out unless `all`.
    record Leases(Ip4 from, int limit, boolean all) implements Query<LeasePage> {}

    /// One address, or null when it is in no pool.
    record OneLease(Ip4 address) implements Query<@Nullable LeaseView> {}

    /// What the server remembers of decisions about an address, oldest first.
    record Story(Ip4 address) implements Query<List<StoryLine>> {}

    /// One client by its hardware address or its identifier; whichever is null does not count.
    record Client(@Nullable HardwareAddress hardware, @Nullable Octets clientId)
            implements Query<ClientView> {}

    /// The newest packets with their reasons, oldest first, at most `limit`.
    record RecentPackets(int limit) implements Query<List<PacketView>> {}

    /// Every failover relationship, in the order of the configuration.
    record Failover() implements Query<List<FailoverView>> {}

    /// The newest failover messages, oldest first, at most `limit`.
    record FailoverMessages(int limit) implements Query<List<FailoverMessageView>> {}

    /// What went over the network since a time (milliseconds since 1970) and after a sequence
    /// number (-1 for all), oldest first, at most `limit` (1 to 10,000). A server remembers the
    /// newest 16,384.
    record Passed(long sinceMillis, long after, int limit) implements Query<List<PassedView>> {}

    /// What happened between two times (milliseconds since 1970, both included): the newest `limit`
    /// events (1 to 10,000), oldest first. Of `subject` alone unless that is empty; changes of
    /// leases are told only for a subject.
    record Past(long fromMillis, long toMillis, String subject, int limit)
            implements Query<PastPage> {}

    /// Leases as they were at a time (milliseconds since 1970): at most `limit` (1 to 10,000) from
    /// the first address not below `from`. Addresses that had no client then are left out.
    record LeasesThen(long atMillis, Ip4 from, int limit) implements Query<LeasePage> {}

    /// What the data folder takes, and what is left of its disk.
    record Store() implements Query<StoreView> {}

    /// Where other processes reach the control channel.
    record Control() implements Query<ControlView> {}

    /// Whether live drills may be done to the server, and the one that is under way.
    record LiveDrill() implements Query<LiveDrillView> {}

    /// The configuration that is served.
    record Configuration() implements Query<ConfView> {}

    /// What an order would do if it were given now, in words; a refusal says why it would not be
    /// obeyed.
    record Consequence(Command command) implements Query<Preview> {}
}
