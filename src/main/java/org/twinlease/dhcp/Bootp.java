package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// A BOOTP client (RFC 951, RFC 1534): its fixed address, or one of a pool that does not exclude
/// BOOTP clients, which it keeps for ever unless dynamic-bootp-lease-length is set.
final class Bootp {

    private Bootp() {}

    static Decision decide(Inquiry inquiry, World world) {
        Settings here = inquiry.settings(world.plan(), Policy.networkAddress(inquiry), -1);
        if (!here.is(Parameter.ALLOW_BOOTP)) return refused();
        Ip4 fixed = inquiry.fixedAddress(world.plan());
        if (fixed != null) {
            return reply(
                    inquiry, world, fixed, -1, List.of(), Reason.of(ReasonCode.ACK_BOOTP, fixed));
        }
        if (!here.is(Parameter.DYNAMIC_BOOTP)) return refused();
        int slot = choose(inquiry, world);
        if (slot < 0) return refused();
        LeaseTable table = world.leases();
        Ip4 address = table.address(slot);
        Settings settings = inquiry.settings(world.plan(), address, table.pool(slot));
        long now = inquiry.now().wallSeconds();
        Lease old = table.lease(slot);
        boolean active = old.state() == BindingState.ACTIVE;
        long ends = ends(settings, now);
        Reason barred = barred(world, table.pool(slot), old, ends - now, now);
        if (barred != null) return Decision.Silent.because(address, barred);
        Lease lease =
                world.permit()
                        .granted(
                                table.pool(slot),
                                Discover.binding(inquiry, settings, old, ends, active ? old : null)
                                        .withScript(Request.committed(settings), null)
                                        .with(Lease.BOOTP),
                                ends - now,
                                now);
        boolean same = active && old.ends() == Lease.NEVER && ends == Lease.NEVER;
        List<Lease> changes = same ? List.of() : List.of(lease);
        return reply(
                inquiry,
                world,
                address,
                table.pool(slot),
                changes,
                Reason.of(ReasonCode.ACK_BOOTP, address));
    }

    /// Of length and cutoff the latter counts, as in dhcpd; a cutoff that has passed gives a lease
    /// that ends at once.
    private static long ends(Settings settings, long now) {
        long cutoff = settings.number(Parameter.DYNAMIC_BOOTP_LEASE_CUTOFF);
        return cutoff >= 0
                ? Math.clamp(cutoff, now, Lease.NEVER)
                : LeaseTime.end(now, settings.number(Parameter.DYNAMIC_BOOTP_LEASE_LENGTH));
    }

    /// A client that cannot be told of a limit gets nothing that is limited; what it has, it keeps.
    private static @Nullable Reason barred(
            World world, int pool, Lease old, long length, long now) {
        Reason silence = world.permit().silence(pool);
        if (silence != null) return silence;
        boolean kept = old.state() == BindingState.ACTIVE && old.ends() == Lease.NEVER;
        boolean whole = world.permit().longest(pool, old, length, now) >= length;
        return kept || whole ? null : Reason.of(ReasonCode.SILENT_BOOTP_PAIR);
    }

    private static Decision refused() {
        return Decision.Silent.because(Ip4.ZERO, Reason.of(ReasonCode.SILENT_BOOTP));
    }

    /// As for a DISCOVER; pools that `deny dynamic bootp clients` are passed over there.
    private static int choose(Inquiry inquiry, World world) {
        LeaseTable table = world.leases();
        int held = table.find(inquiry.client(), s -> Choice.isHeld(inquiry, world, s));
        if (held >= 0) return held;
        int had = table.find(inquiry.client(), s -> Choice.isFreeFor(inquiry, world, s));
        return had >= 0 ? had : Choice.longestUnused(inquiry, world);
    }

    private static Decision reply(
            Inquiry inquiry, World world, Ip4 address, int pool, List<Lease> changes, Reason why) {
        Settings settings = inquiry.settings(world.plan(), address, pool);
        Reply reply = new Answer(inquiry, settings, world.plan()).bootReply(address);
        return new Decision.Ack(address, inquiry.client(), true, changes, reply, List.of(why));
    }
}
