package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;

/// What DHCP policy may do with leases: whom to answer, which free addresses are this server's to
/// give, how long a promise may be, and what a change of a lease must carry so that the partner can
/// be told of it. A server alone may do everything; in a failover pair the relationship's state
/// decides, and policy never sees that state. Pools are named by their number, times are seconds
/// since 1970.
public interface Permit {

    /// What a server alone may do: everything.
    Permit ALONE = new Alone();

    /// Why nobody is to be answered about addresses of a pool now; null when clients may be.
    @Nullable Reason silence(int pool);

    /// Why a DHCPDISCOVER of a client is to be left to the partner, null when it is this server's
    /// to answer. `secs` is how long the client says it has waited.
    @Nullable Reason leave(int pool, ClientKey client, int secs);

    /// Why a free address cannot be offered from a pool that has none for this server; null where
    /// nothing but the pool's size is to blame.
    @Nullable Reason shortage(int pool, long now);

    /// The state of those free addresses of a pool that are this server's to give.
    BindingState ownFree(int pool);

    /// The state of the partner's free addresses when some of them may be given too, else null.
    @Nullable BindingState otherFree(int pool);

    /// Whether an address that nobody holds (free, or abandoned) may be given to any client now.
    boolean mayGive(int pool, Lease lease, long now);

    /// Whether a binding that is over may go back to the client that had it.
    boolean mayResume(int pool, Lease lease);

    /// Whether a client may be answered that its lease stands, without a record of the contact. Not
    /// where a partner may say meanwhile that the client has given the lease back.
    boolean mayRepeat(int pool);

    /// The longest lease time, at most `wished` seconds, that may be promised for a row now.
    long longest(int pool, Lease lease, long wished, long now);

    /// A lease that is granted now, as it has to be recorded; `wished` is the time that the client
    /// would have got from a server alone.
    Lease granted(int pool, Lease lease, long wished, long now);

    /// Whether a binding whose time is over may be ended by this server.
    boolean mayExpire(int pool, Lease lease);

    /// A lease that ends now (EXPIRED, RELEASED, ABANDONED, or FREE after these), as it has to be
    /// recorded.
    Lease ended(int pool, Lease lease, long now);

    /// See [#ALONE].
    record Alone() implements Permit {
        @Override
        public @Nullable Reason silence(int pool) {
            return null;
        }

        @Override
        public @Nullable Reason leave(int pool, ClientKey client, int secs) {
            return null;
        }

        @Override
        public @Nullable Reason shortage(int pool, long now) {
            return null;
        }

        @Override
        public BindingState ownFree(int pool) {
            return BindingState.FREE;
        }

        @Override
        public BindingState otherFree(int pool) {
            // Left over from a relationship that is no more: nobody else gives these.
            return BindingState.BACKUP;
        }

        @Override
        public boolean mayGive(int pool, Lease lease, long now) {
            return switch (lease.state()) {
                case FREE, BACKUP, ABANDONED -> true;
                case ACTIVE, EXPIRED, RELEASED, RESET -> false;
            };
        }

        @Override
        public boolean mayResume(int pool, Lease lease) {
            return false;
        }

        @Override
        public boolean mayRepeat(int pool) {
            return true;
        }

        @Override
        public long longest(int pool, Lease lease, long wished, long now) {
            return wished;
        }

        @Override
        public Lease granted(int pool, Lease lease, long wished, long now) {
            return lease.without(Lease.TOLD);
        }

        @Override
        public boolean mayExpire(int pool, Lease lease) {
            return true;
        }

        /// Nobody has to agree: what is over is free.
        @Override
        public Lease ended(int pool, Lease lease, long now) {
            return lease.state() == BindingState.ABANDONED
                    ? lease
                    : lease.withState(BindingState.FREE).without(Lease.TOLD);
        }
    }
}
