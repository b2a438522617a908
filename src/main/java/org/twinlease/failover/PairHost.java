package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;

/// What a relationship works on: the leases, the journal and the links of its server. What is sent
/// leaves after everything that was changed or saved before it is on disk, and not at all when the
/// disk refuses.
public interface PairHost {

    /// The leases of the server.
    LeaseTable table();

    /// Changes a lease, with its reason.
    void change(Lease lease, Reason why);

    /// Remembers something about an address that changes nothing.
    void note(Ip4 address, Reason why);

    /// Keeps the state of a relationship.
    void save(PairState state);

    /// The state of a relationship as it was kept last, null when there is none.
    @Nullable PairState saved(String name);

    /// Whether leases or states may be missing here or be old, since the journal was found damaged.
    boolean isDamaged();

    /// Sends octets on a link.
    void send(long link, byte[] octets);

    /// Closes a link after what was sent on it.
    void close(long link);

    /// Begins to connect; a number that no link has had.
    long connect(Ip4 from, Ip4 to, int port);

    /// Tells people what happened.
    void tell(PairEvent event);
}
