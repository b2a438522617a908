package org.twinlease.failover;

import org.twinlease.lease.Lease;

/// The failover times of a lease that changes here (`spec/failover-protocol.md` section 7.3): what
/// the partner will be told, and that it has not acknowledged it. What it was told before and has
/// not acknowledged is never taken back by an earlier time, since the partner may have it.
final class Telling {

    private Telling() {}

    /// A change that is to be told with this potential expiration time. What may be promised later
    /// is no more than that: the partner may take it, and be heard no more.
    static Lease told(Lease lease, long potentialExpiration) {
        boolean unsure = lease.tstp() > lease.atsfp();
        long tstp = unsure ? Math.max(lease.tstp(), potentialExpiration) : potentialExpiration;
        return lease.withTimes(Math.max(1, tstp), Math.min(lease.tsfp(), Math.max(1, tstp)), 0);
    }

    /// A lease that the client gave back now. Until the partner agrees it goes by what this server
    /// had agreed to before: it may give the client the address again, for as long as that.
    static Lease back(Lease lease, long now) {
        Lease told = told(lease, now);
        return told.withTimes(told.tstp(), lease.tsfp(), 0);
    }

    /// A lease that is over for certain, and free without the partner's word. The next client may
    /// be promised no more than the partner was told of the one before.
    static Lease freed(Lease lease) {
        return again(lease.withTimes(lease.tstp(), Math.min(lease.tsfp(), lease.tstp()), 0));
    }

    /// A change that is to be told with what was told last.
    static Lease again(Lease lease) {
        return lease.withTimes(Math.max(1, lease.tstp()), lease.tsfp(), 0);
    }
}
