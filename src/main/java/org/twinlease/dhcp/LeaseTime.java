package org.twinlease.dhcp;

import org.twinlease.config.Scope;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

/// How long a client may have its address, and why: its wish, or default-lease-time; not above
/// max-lease-time, not below min-lease-time (which is applied last, as dhcpd does), not beyond what
/// the permit lets this server promise (`wished` is the time without that). 4294967295 is for ever.
record LeaseTime(long seconds, long wished, Reason reason) {

    private static final long LEAST = 300;

    /// Chooses for a wish (-1: none).
    static LeaseTime choose(Settings settings, long wish) {
        long max = settings.number(Parameter.MAX_LEASE_TIME);
        long configuredMin = settings.number(Parameter.MIN_LEASE_TIME);
        long min = configuredMin >= 0 ? configuredMin : Math.min(LEAST, max);
        long time = wish >= 0 ? wish : settings.number(Parameter.DEFAULT_LEASE_TIME);
        Reason why =
                wish >= 0
                        ? Reason.of(ReasonCode.TIME_WISHED, time)
                        : Reason.of(ReasonCode.TIME_DEFAULT, time);
        long asked = time;
        if (time > max) {
            time = max;
            why = Reason.of(ReasonCode.TIME_MAX, time, asked);
        }
        if (time < min) {
            time = min;
            why = Reason.of(ReasonCode.TIME_MIN, time, asked);
        }
        if (time >= Scope.INFINITE) why = Reason.of(ReasonCode.TIME_INFINITE);
        return new LeaseTime(time, time, why);
    }

    /// Cut to the least time in a pool that is nearly full (`adaptive-lease-time-threshold`), but
    /// not below what the client has left of its lease.
    ///
    /// @param filled percent of the pool in use
    /// @param left seconds of the client's lease, 0 for none
    LeaseTime shortened(Settings settings, int filled, long left) {
        long threshold = settings.number(Parameter.ADAPTIVE_LEASE_TIME_THRESHOLD);
        if (threshold <= 0 || threshold >= 100 || filled < threshold) return this;
        long min = settings.number(Parameter.MIN_LEASE_TIME);
        long brief = Math.max(min > 0 ? min : LEAST, left);
        if (seconds <= brief) return this;
        Reason why = Reason.of(ReasonCode.TIME_ADAPTIVE, brief, seconds, (long) filled, threshold);
        return new LeaseTime(brief, brief, why);
    }

    /// Cut to what may be promised.
    LeaseTime atMost(long promised) {
        return promised >= seconds
                ? this
                : new LeaseTime(
                        promised, wished, Reason.of(ReasonCode.TIME_MCLT, promised, seconds));
    }

    /// When a lease of this length ends that begins now.
    long endsAt(long nowSeconds) {
        return end(nowSeconds, seconds);
    }

    /// When something of a length ends that begins now. Ends are 32 bits wide: what is later than
    /// these can say is never.
    static long end(long nowSeconds, long seconds) {
        return seconds >= Scope.INFINITE
                ? Lease.NEVER
                : Math.min(nowSeconds + seconds, Lease.NEVER);
    }
}
