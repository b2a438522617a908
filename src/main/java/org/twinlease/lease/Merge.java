package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.RejectReason;

/// The one place where two servers' knowledge of an address becomes one
/// (`spec/failover-protocol.md` sections 7.5 and 7.6): what a partner's binding update does to this
/// server's lease. Both sides judge by the same rule, so that of two crossing updates exactly one
/// is taken.
///
/// It is dhcpd's rule, and then narrower, so that no update ends a binding that this server has
/// promised: one of later contact with the client is refused as less critical, and an end that
/// comes before this server's clock has reached it is taken only then.
public final class Merge {

    /// What dhcpd lets the partner's clock differ by when it says that a lease has ended.
    static final long TOLERANCE_SECONDS = 65;

    /// By how many seconds the clocks of two servers that talk may differ.
    public static final long MOST_SKEW_SECONDS = 60;

    /// How this server stands to the address: its role, whether the relationship is in NORMAL, and
    /// whether an update of its own for the address is in flight. `lost`: it has lost its leases
    /// and is being told them again; null otherwise. `apart` is when the two could not talk last;
    /// null for never.
    public record Ours(
            Lease lease,
            boolean primary,
            boolean normal,
            boolean inFlight,
            @Nullable Lost lost,
            @Nullable Apart apart) {

        /// Of a server that has its leases, and that could always talk to its partner.
        public Ours(Lease lease, boolean primary, boolean normal, boolean inFlight) {
            this(lease, primary, normal, inFlight, null, null);
        }
    }

    /// Leases were lost before `since` (seconds since 1970), when nobody had been promised more
    /// than `mclt` seconds beyond what the partner was told.
    public record Lost(long since, long mclt) {}

    /// The two could not talk after `since`, and can after `until`: seconds since 1970 by this
    /// server's clock, with all that the two clocks may have been wrong by.
    public record Apart(long since, long until) {

        /// Whether a contact of this server's with a client, and a DHCPRELEASE that the partner
        /// heard, may both have been then. What lies in the future is by a clock that was wrong.
        boolean mayHold(long contact, long release, long now) {
            boolean after = release > until && release <= now + MOST_SKEW_SECONDS;
            return contact > Math.max(0, since) && !after;
        }
    }

    /// What to do about an update.
    public sealed interface Verdict {

        /// Take it: the lease as it is then. `again`: the partner is to be told of it once more,
        /// since it may have taken this server's crossing update for its own.
        record Take(Lease lease, boolean again) implements Verdict {}

        /// Refuse it, in dhcpd's words. `oursIsNewer`: the partner is to be told ours.
        record Refuse(RejectReason reason, String message, boolean oursIsNewer)
                implements Verdict {}

        /// What it says of the client is right, but this server may have promised the client more
        /// before it lost its leases: the lease as it is then, ACTIVE until that is over. `refusal`
        /// is the answer where the partner has the binding as over; null: it has it as ACTIVE too.
        record Hold(Lease lease, @Nullable Refuse refusal) implements Verdict {

            /// Whether the partner has the binding as ACTIVE too.
            public boolean agreed() {
                return refusal == null;
            }
        }

        /// Ask again after this second (since 1970).
        record Wait(long untilSecond) implements Verdict {}
    }

    private Merge() {}

    /// Judges an update.
    public static Verdict decide(Ours ours, BindingUpdate theirs, long now) {
        if (ours.lost() != null) {
            Verdict held = held(ours.lease(), ours.lost(), theirs, now);
            if (held != null) return held;
        }
        if (ours.inFlight() && oursWins(ours, theirs, now)) return lessCritical(false);
        Verdict refusal = flags(ours, theirs);
        if (refusal == null && ours.lease().state() == BindingState.ACTIVE) {
            refusal = ofActive(ours, theirs, now);
        }
        if (refusal == null && knowsNothing(ours.lease(), theirs, now)) return lessCritical(true);
        if (refusal == null && isStale(ours, theirs)) return lessCritical(true);
        boolean again = ours.inFlight() && theirs.status() == BindingState.ACTIVE && isLost(ours);
        return refusal == null ? new Verdict.Take(taken(ours.lease(), theirs), again) : refusal;
    }

    /// Whether a dhcpd as partner takes this server's update that crosses its own ACTIVE: as
    /// secondary whatever its primary says, as primary the end of a lease.
    private static boolean isLost(Ours ours) {
        BindingState state = ours.lease().state();
        if (ours.primary()) return state != BindingState.ACTIVE;
        return state.isOver() || state == BindingState.FREE;
    }

    /// Whether the partner has a client's lease of before the address was free and the partner's to
    /// give, and knew of that: it must have an older disk. It may have given the address to another
    /// client since.
    private static boolean isStale(Ours ours, BindingUpdate theirs) {
        BindingState partners = ours.primary() ? BindingState.BACKUP : BindingState.FREE;
        long last = Math.max(theirs.startTimeOfState(), theirs.cltt());
        boolean known = ours.lease().tstp() <= ours.lease().atsfp();
        return theirs.status() == BindingState.ACTIVE
                && ours.lease().state() == partners
                && known
                && last > 0
                && ours.lease().starts() - TOLERANCE_SECONDS > last;
    }

    /// Whether a partner that never used an address would end its quarantine here.
    private static boolean knowsNothing(Lease lease, BindingUpdate theirs, long now) {
        boolean unused =
                theirs.status() == BindingState.FREE
                        && theirs.leaseExpiration() <= 0
                        && theirs.startTimeOfState() <= 0;
        return unused && lease.state() == BindingState.ABANDONED && lease.ends() > now;
    }

    /// Section 7.6: of two updates that cross, which one is worth more. By dhcpd's own rule either
    /// side takes the other's when the secondary's is ACTIVE and the primary's is not, or when the
    /// primary's is ACTIVE and the secondary's EXPIRED, and both are left with what the other has
    /// given up. A binding that is given wins here, and a dhcpd that has taken ours for its own is
    /// told of it again ([Verdict.Take#again]). A secondary whose binding is over has nothing to
    /// hold on to: refused, a dhcpd would never say again that it has ended.
    private static boolean oursWins(Ours ours, BindingUpdate theirs, long now) {
        if (ours.lease().state() != BindingState.ACTIVE) {
            return theirs.status() != BindingState.ACTIVE && ours.primary();
        }
        return switch (theirs.status()) {
            case ACTIVE ->
                    isPromiseOfBoth(ours.lease(), theirs)
                            ? ours.lease().ends() > theirs.leaseExpiration()
                            : ours.lease().cltt() == theirs.cltt()
                                    ? ours.primary()
                                    : ours.lease().cltt() > theirs.cltt();
            case EXPIRED, FREE, RELEASED, ABANDONED, RESET, BACKUP ->
                    ours.primary() || ours.lease().ends() >= now;
        };
    }

    private static Verdict.Refuse lessCritical(boolean tellOurs) {
        return new Verdict.Refuse(
                RejectReason.LESS_CRITICAL_BINDING_INFORMATION,
                "incoming update is less critical than outgoing update",
                tellOurs);
    }

    /// Section 4.7: a flag that this server does not have on an address that it may give.
    private static @Nullable Verdict flags(Ours ours, BindingUpdate theirs) {
        BindingState own = ours.primary() ? BindingState.FREE : BindingState.BACKUP;
        if (ours.lease().state() != own) return null;
        int more = theirs.flags() & BindingUpdate.FLAGS & ~ours.lease().flags();
        if ((more & Lease.RESERVED) != 0) {
            return new Verdict.Refuse(RejectReason.NOT_RESERVED, "Address is not reserved.", false);
        }
        return (more & Lease.BOOTP) == 0
                ? null
                : new Verdict.Refuse(
                        RejectReason.MISCELLANEOUS, "Address is not allocated to BOOTP.", false);
    }

    private static @Nullable Verdict ofActive(Ours ours, BindingUpdate theirs, long now) {
        Lease lease = ours.lease();
        boolean over = lease.ends() < now;
        return switch (theirs.status()) {
            case ACTIVE -> isNewer(lease, theirs, now) ? lessCritical(true) : null;
            case EXPIRED -> {
                boolean primarys = ours.primary() && ours.normal();
                if (primarys || lease.ends() - TOLERANCE_SECONDS > now) {
                    yield invalid(lease, theirs);
                }
                yield over ? null : new Verdict.Wait(lease.ends());
            }
            // The client gave the address back when the update says it ended.
            case RELEASED -> !over && isOthers(ours, theirs, now) ? lessCritical(true) : null;
            // dhcpd asks what was promised last; that the lease is over by this clock is enough.
            case FREE, BACKUP -> {
                if (over || isForgotten(ours, theirs)) yield null;
                boolean primarys = ours.primary() && ours.normal();
                boolean soon = lease.ends() - TOLERANCE_SECONDS <= now;
                yield !primarys && soon && isSameLease(lease, theirs)
                        ? new Verdict.Wait(lease.ends())
                        : invalid(lease, theirs);
            }
            case RESET -> ours.primary() && ours.normal() ? invalid(lease, theirs) : null;
            case ABANDONED -> null;
        };
    }

    /// Whether this server, which has an older disk, knows of a lease that was over before the
    /// address became free where its partner says so: this server had agreed to that then.
    private static boolean isForgotten(Ours ours, BindingUpdate theirs) {
        long last = Math.max(ours.lease().starts(), ours.lease().cltt());
        return ours.lost() != null && theirs.startTimeOfState() - TOLERANCE_SECONDS > last;
    }

    /// Whether what this server knows of a lease that still runs must not be lost to the update:
    /// its contact with its client was later, or it has promised the same client more. Two servers
    /// that answer one request may promise different times, and either may be what the client took.
    private static boolean isNewer(Lease lease, BindingUpdate theirs, long now) {
        if (lease.ends() < now) return false;
        if (isPromiseOfBoth(lease, theirs)) return theirs.leaseExpiration() < lease.ends();
        if (!isSameClient(lease, theirs)) {
            // When a partner's client was heard last it never says of what it learnt itself.
            long contact = Math.max(theirs.cltt(), theirs.startTimeOfState());
            return Math.max(lease.cltt(), lease.starts()) > Math.max(0, contact);
        }
        boolean seen = lease.cltt() > Math.max(0, theirs.cltt());
        return seen && end(theirs.leaseExpiration()) < lease.ends();
    }

    /// Whether a client has the lease that is not who gave it back, or has it again since. Where
    /// the two could not talk, that it may have it again is enough: which came first is told by two
    /// clocks, each of which may have been set since, and an address that stays taken until its
    /// lease ends does no harm.
    private static boolean isOthers(Ours ours, BindingUpdate theirs, long now) {
        Lease lease = ours.lease();
        long back = theirs.leaseExpiration();
        if (!isSameClient(lease, theirs) || lease.cltt() > back) return true;
        return ours.apart() != null && ours.apart().mayHold(lease.cltt(), back, now);
    }

    /// Whether both speak of one client's lease, with different ends. A lease without end is left
    /// out, or one that an administrator has shortened would never end.
    private static boolean isPromiseOfBoth(Lease lease, BindingUpdate theirs) {
        long end = theirs.leaseExpiration();
        return lease.ends() != Lease.NEVER
                && end >= 0
                && end(end) != Lease.NEVER
                && end != lease.ends()
                && isSameClient(lease, theirs);
    }

    /// Whether an update that the address is free speaks of the very lease that this server has: a
    /// dhcpd that takes its partner for down says of a lease that it has expired, and in the same
    /// moment that the address is free.
    private static boolean isSameLease(Lease lease, BindingUpdate theirs) {
        return isSameClient(lease, theirs) && end(theirs.leaseExpiration()) == lease.ends();
    }

    private static boolean isSameClient(Lease lease, BindingUpdate theirs) {
        var hardware = theirs.hardware();
        if (hardware == null) return false;
        return new ClientKey(theirs.clientId(), hardware)
                .resembles(lease.clientId(), lease.hardware());
    }

    private static Verdict invalid(Lease lease, BindingUpdate theirs) {
        return new Verdict.Refuse(
                RejectReason.FATAL_CONFLICT,
                "%s: invalid state transition: %s to %s"
                        .formatted(lease.address(), lease.state().word(), theirs.status().word()),
                true);
    }

    /// The lease as the partner has it. What is over is free at once, since this server's answer
    /// makes it so at the partner; contact with the client is this server's own only.
    private static Lease taken(Lease old, BindingUpdate theirs) {
        BindingState state = theirs.status().isOver() ? BindingState.FREE : theirs.status();
        return taken(old, theirs, state);
    }

    /// The draft's rule is that a server has promised no more than MCLT beyond what its partner was
    /// told, and nothing at all after it lost its leases. Where the partner has seen the client
    /// since then, that is what the client has now. Of an address that was given back to the
    /// partner, more than that moment counts only where the partner says so.
    private static @Nullable Verdict held(Lease old, Lost lost, BindingUpdate theirs, long now) {
        boolean active = theirs.status() == BindingState.ACTIVE;
        boolean names = theirs.hardware() != null || theirs.clientId() != null;
        boolean seen = theirs.cltt() - TOLERANCE_SECONDS > lost.since();
        long told = Math.max(theirs.potentialExpiration(), theirs.leaseExpiration());
        boolean bound =
                active
                        || theirs.status() == BindingState.EXPIRED
                        || (theirs.status().isOver() && told > lost.since());
        if (!bound || !names || seen) return null;
        long until =
                told >= BindingUpdate.LAST_SECOND
                        ? Lease.NEVER
                        : Math.max(told, lost.since()) + lost.mclt();
        if (until < now) return null;
        Lease lease = taken(old, theirs, BindingState.ACTIVE).withEnds(until);
        if (!active) lease = lease.without(Lease.TOLD);
        long tell = Math.min(until, BindingUpdate.LAST_SECOND);
        return new Verdict.Hold(
                lease.withTimes(tell, lease.tsfp(), 0), active ? null : lessCritical(true));
    }

    private static Lease taken(Lease old, BindingUpdate theirs, BindingState state) {
        Lease lease = ofClient(old, theirs).withState(state);
        if (theirs.startTimeOfState() >= 0) lease = lease.withStarts(theirs.startTimeOfState());
        if (theirs.leaseExpiration() >= 0) lease = lease.withEnds(end(theirs.leaseExpiration()));
        long known = theirs.potentialExpiration();
        if (known >= 0) lease = lease.withTimes(known, known, known);
        int told = state == BindingState.ACTIVE ? Lease.TOLD_ACTIVE : 0;
        return lease.withFlags((theirs.flags() & BindingUpdate.FLAGS) | told);
    }

    private static Lease ofClient(Lease old, BindingUpdate theirs) {
        if (theirs.status() == BindingState.ABANDONED) return old.withoutClient().withCltt(0);
        var hardware = theirs.hardware();
        boolean names = hardware != null || theirs.clientId() != null;
        if (!names) {
            boolean keeps =
                    theirs.status() == BindingState.FREE
                            || theirs.status() == BindingState.BACKUP
                            || theirs.status() == BindingState.RESET;
            return keeps ? old : old.withoutClient().withCltt(0);
        }
        boolean same = isSameClient(old, theirs);
        Lease lease = old.withClient(hardware, theirs.clientId());
        return same ? lease : lease.withCltt(0);
    }

    private static long end(long seconds) {
        return seconds >= BindingUpdate.LAST_SECOND ? Lease.NEVER : seconds;
    }
}
