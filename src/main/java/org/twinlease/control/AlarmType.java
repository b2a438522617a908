package org.twinlease.control;

/// The kinds of alarms; sentence and advice are in `control/notices.properties` under these names.
public enum AlarmType {
    /// The journal cannot be written: no lease is given or renewed until it can.
    DISK_FAILING,
    /// Replay cut a torn record from the end of the journal.
    JOURNAL_TORN,
    /// A pool has no free address left.
    POOL_EMPTY,
    /// A pool is used up to its `log-threshold-high`.
    POOL_NEARLY_FULL,
    /// Packets were dropped because the inbox was full.
    OVERLOAD,
    /// A changed configuration was refused; the old one stays.
    CONFIG_REFUSED,
    /// A failover relationship is not in NORMAL.
    FAILOVER_INTERRUPTED,
    /// Something is wrong between the two servers of a failover relationship.
    FAILOVER_TROUBLE,
    /// A live drill is under way.
    LIVE_DRILL
}
