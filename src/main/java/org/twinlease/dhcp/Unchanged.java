package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

/// A young lease is answered as it stands, without a write (`dhcp-cache-threshold`, in percent of
/// its length), unless something about it changes.
final class Unchanged {

    private Unchanged() {}

    /// What is left of the client's own lease, where it stays as it is; null where it is to be
    /// another.
    ///
    /// @param time what it would be given now
    static @Nullable LeaseTime time(
            Inquiry inquiry, World world, Settings settings, Lease lease, LeaseTime time) {
        boolean own =
                lease.state() == BindingState.ACTIVE
                        && inquiry.client().owns(lease.clientId(), lease.hardware());
        int pool = world.leases().pool(world.leases().slot(lease.address()));
        if (!own || !world.permit().mayRepeat(pool)) return null;
        long threshold = settings.number(Parameter.DHCP_CACHE_THRESHOLD);
        long age = inquiry.now().wallSeconds() - lease.cltt();
        if (!isYoung(lease, age, threshold, time)) return null;
        Lease same = Discover.binding(inquiry, settings, lease, lease.ends(), lease);
        boolean stays =
                same.withFlags(lease.flags())
                        .withCltt(lease.cltt())
                        .withScript(lease.variables(), lease.billing())
                        .equals(lease);
        if (!stays) return null;
        long left = lease.ends() - inquiry.now().wallSeconds();
        return new LeaseTime(
                left, left, Reason.of(ReasonCode.TIME_UNCHANGED, left, age, threshold));
    }

    private static boolean isYoung(Lease lease, long age, long threshold, LeaseTime time) {
        long length = lease.ends() - lease.cltt();
        if (threshold <= 0 || lease.ends() == Lease.NEVER || length <= 0) return false;
        return time.seconds() == length && age >= 0 && age * 100 < length * threshold;
    }
}
