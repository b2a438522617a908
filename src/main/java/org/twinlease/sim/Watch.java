package org.twinlease.sim;

import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.wire.dhcp.Packet;

/// Watches the servers of a world: is told of what they do as they do it.
public interface Watch {

    /// A server did what no server may ever do, whatever the world does to it.
    ///
    /// @throws Violation always
    Violation fail(String what);

    /// A server has read its disk.
    default void reread(SimServer server) {}

    /// A server has read a disk that has lost what was synced, told so or not.
    default void forgot(SimServer server) {}

    /// A server has started.
    default void opened(SimServer server) {}

    /// A batch is through.
    default void afterBatch(SimServer server) {}

    /// A server tells its watchers something.
    default void notice(SimServer server, Notice notice) {}

    /// A server tells its watchers of a lease.
    default void told(SimServer server, LeaseView lease) {}

    /// A server's relationship may be in another state.
    default void moved() {}

    /// A server lets an ACK go.
    default void granted(SimServer server, Packet ack) {}

    /// A server sends its failover partner octets.
    default void said(SimServer server, byte[] octets) {}
}
