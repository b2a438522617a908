package org.twinlease.failover;

/// The numbers of binding updates. All other numbers begin at 0 on each connection, as a dhcpd's
/// do; these go on where the last connection's ended. A partner may answer on the next one what it
/// was told on the last (section 13, trap 1 of the specification), and that must not pass for the
/// answer to something newer.
final class Xids {

    /// The first number that no update has had.
    long unused;
}
