package org.twinlease.control;

/// The kinds of events that a server's record of the past has. What `subject`, `words` and
/// `numbers` of a [PastEvent] are is said with each.
public enum PastKind {
    /// The server has begun to work: its name, its version.
    STARTED,
    /// The own state in a failover relationship: the relationship, the state's word.
    STATE,
    /// The partner's state: the relationship, the state's word.
    PARTNER,
    /// The connection: the relationship, `up` or `down`.
    LINK,
    /// Something is wrong between the two servers: the relationship.
    TROUBLE,
    /// An alarm is up: its type, a sentence.
    ALARM,
    /// An alarm is over: its type, a sentence.
    ALARM_OVER,
    /// An operator's order: the order's name and what it is about; `done`, or why it was refused,
    /// and the reason that was given for it, if any.
    ORDER,
    /// Another configuration is served: nothing, what it declares in a few words.
    CONFIGURED,
    /// Free addresses of a pool were divided: the relationship; pool, own, partner's, given.
    BALANCED,
    /// A lease changed: the address, the word of its state now.
    LEASE,
    /// How it stands, every ten seconds: the relationship or nothing; unacknowledged updates, free,
    /// backup and active addresses.
    SAMPLE,
    /// Changes of leases were too many to be recorded: nothing, nothing; how many.
    MISSED
}
