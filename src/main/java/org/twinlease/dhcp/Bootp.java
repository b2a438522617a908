package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Parameter;
import org.twinlease.config.Permit;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.dhcp.Plan.Numbered;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// A BOOTP client (RFC 951, RFC 1534): its fixed address, or an address of a range for BOOTP
/// clients, which it keeps for ever unless dynamic-bootp-lease-length is set.
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
        long length = settings.number(Parameter.DYNAMIC_BOOTP_LEASE_LENGTH);
        long now = inquiry.now().wallSeconds();
        Lease old = table.lease(slot);
        boolean active = old.state() == BindingState.ACTIVE;
        long ends = length >= Scope.INFINITE ? Lease.NEVER : now + length;
        Lease bound = Discover.binding(inquiry, old, ends, active ? old : null);
        Lease lease =
                new Lease(
                        bound.address(),
                        bound.state(),
                        bound.flags() | Lease.BOOTP,
                        bound.hardware(),
                        bound.clientId(),
                        bound.hostname(),
                        bound.relayAgent(),
                        bound.starts(),
                        bound.ends(),
                        bound.cltt(),
                        bound.tstp(),
                        bound.tsfp(),
                        bound.atsfp());
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

    private static Decision refused() {
        return Decision.Silent.because(Ip4.ZERO, Reason.of(ReasonCode.SILENT_BOOTP));
    }

    private static int choose(Inquiry inquiry, World world) {
        LeaseTable table = world.leases();
        int held =
                table.find(
                        inquiry.client(),
                        s -> table.state(s) == BindingState.ACTIVE && isFor(inquiry, world, s));
        if (held >= 0) return held;
        int had =
                table.find(
                        inquiry.client(),
                        s -> Choice.isFreeFor(inquiry, world, s) && isFor(inquiry, world, s));
        if (had >= 0) return had;
        for (Numbered pool : world.plan().poolsOf(inquiry.network())) {
            BindingState own = world.permit().ownFree(pool.number());
            int slot =
                    table.longestUnused(
                            pool.number(), own, a -> isFor(inquiry, world, table.slot(a)));
            if (slot >= 0) return slot;
        }
        return -1;
    }

    /// Whether an address is in a range or pool that is open to BOOTP clients.
    private static boolean isFor(Inquiry inquiry, World world, int slot) {
        if (!Choice.isUsable(inquiry, world, slot)) return false;
        Numbered pool = world.plan().pool(world.leases().pool(slot));
        Range range = rangeOf(pool, world.leases().address(slot));
        boolean allowed = false;
        for (Permit permit : pool.pool().permits()) {
            allowed |= permit.allow() && permit.kind() == Permit.Kind.DYNAMIC_BOOTP;
        }
        return allowed || (range != null && range.dynamicBootp());
    }

    private static @Nullable Range rangeOf(Numbered pool, Ip4 address) {
        for (Range range : pool.pool().ranges()) {
            if (range.low().compareTo(address) <= 0 && range.high().compareTo(address) >= 0) {
                return range;
            }
        }
        return null;
    }

    private static Decision reply(
            Inquiry inquiry, World world, Ip4 address, int pool, List<Lease> changes, Reason why) {
        Settings settings = inquiry.settings(world.plan(), address, pool);
        Reply reply = new Answer(inquiry, settings, world.plan()).bootReply(address);
        return new Decision.Ack(address, inquiry.client(), true, changes, reply, List.of(why));
    }
}
