package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Parameter;
import org.twinlease.config.Permit;
import org.twinlease.dhcp.Plan.Numbered;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

/// An address for a DISCOVER and why it is this one, in the order of RFC 2131 section 4.3.1: the
/// client's own, the one it had, the one it asks for, the one unused the longest.
record Choice(int slot, Reason reason) {

    /// The best address for the client, null when every one it may have is in use.
    static @Nullable Choice of(Inquiry inquiry, World world) {
        Choice own = own(inquiry, world);
        if (own != null) return own;
        LeaseTable table = world.leases();
        int wished = table.slot(inquiry.requested());
        if (wished >= 0 && isFreeFor(inquiry, world, wished)) {
            return new Choice(wished, Reason.of(ReasonCode.OFFER_REQUESTED, table.address(wished)));
        }
        for (Numbered pool : world.plan().poolsOf(inquiry.network())) {
            if (!admits(inquiry, world, pool)) continue;
            int slot = longestUnused(world, pool.number());
            if (slot >= 0) return new Choice(slot, longestUnused(inquiry, table, slot));
        }
        return reclaimed(inquiry, world);
    }

    /// The longest unused address that no host declaration has fixed.
    private static int longestUnused(World world, int pool) {
        BindingState state = world.permit().ownFree(pool);
        return world.leases()
                .longestUnused(pool, state, address -> !world.plan().hosts().isFixed(address));
    }

    private static @Nullable Choice own(Inquiry inquiry, World world) {
        LeaseTable table = world.leases();
        Offers.Offer offer = world.offers().of(inquiry.client());
        if (offer != null && isUsable(inquiry, world, offer.slot())) {
            return choice(ReasonCode.OFFER_REPEATED, table, offer.slot());
        }
        int held =
                table.find(
                        inquiry.client(),
                        s -> table.state(s) == BindingState.ACTIVE && isUsable(inquiry, world, s));
        if (held >= 0) return choice(ReasonCode.OFFER_HELD, table, held);
        int previous = table.find(inquiry.client(), s -> isFreeFor(inquiry, world, s));
        return previous < 0 ? null : choice(ReasonCode.OFFER_PREVIOUS, table, previous);
    }

    private static Choice choice(ReasonCode code, LeaseTable table, int slot) {
        return new Choice(slot, Reason.of(code, table.address(slot)));
    }

    private static Reason longestUnused(Inquiry inquiry, LeaseTable table, int slot) {
        long ends = table.ends(slot);
        long unused = ends == 0 ? -1 : Math.max(0, inquiry.now().wallSeconds() - ends);
        return Reason.of(ReasonCode.OFFER_LONGEST_UNUSED, table.address(slot), unused);
    }

    private static @Nullable Choice reclaimed(Inquiry inquiry, World world) {
        LeaseTable table = world.leases();
        boolean any = false;
        for (Numbered pool : world.plan().poolsOf(inquiry.network())) {
            any |= table.count(pool.number(), BindingState.ABANDONED) > 0;
        }
        if (!any) return null;
        int slot =
                table.oldestAbandoned(
                        s ->
                                isUsable(inquiry, world, s)
                                        && !world.offers().isForAnother(s, inquiry.client()));
        return slot < 0 ? null : choice(ReasonCode.OFFER_RECLAIMED, table, slot);
    }

    /// Whether an address is free, this server's to give, and not held for another client.
    static boolean isFreeFor(Inquiry inquiry, World world, int slot) {
        LeaseTable table = world.leases();
        return table.state(slot) == world.permit().ownFree(table.pool(slot))
                && isUsable(inquiry, world, slot)
                && !world.offers().isForAnother(slot, inquiry.client());
    }

    /// Whether an address is in a pool of the client's network that admits the client, and nobody's
    /// fixed address.
    static boolean isUsable(Inquiry inquiry, World world, int slot) {
        Numbered pool = world.plan().pool(world.leases().pool(slot));
        return Plan.isSame(pool.network(), inquiry.network())
                && !world.plan().hosts().isFixed(world.leases().address(slot))
                && admits(inquiry, world, pool);
    }

    /// Whether a pool's permits admit the client: any matching deny excludes; where there are
    /// allows, one must match (`spec/dhcpd-conf.md` 8.4).
    private static boolean admits(Inquiry inquiry, World world, Numbered pool) {
        boolean bootp = inquiry.packet().messageType() == null;
        Settings settings = inquiry.settings(world.plan(), firstAddress(pool), pool.number());
        if (inquiry.host() == null && !settings.is(Parameter.BOOT_UNKNOWN_CLIENTS)) return false;
        boolean allows = false;
        boolean allowed = false;
        for (Permit permit : pool.pool().permits()) {
            allows |= permit.allow();
            if (!matches(permit, inquiry, bootp)) continue;
            if (!permit.allow()) return false;
            allowed = true;
        }
        return allowed || !allows;
    }

    private static Ip4 firstAddress(Numbered pool) {
        return pool.pool().ranges().getFirst().low();
    }

    private static boolean matches(Permit permit, Inquiry inquiry, boolean bootp) {
        return switch (permit.kind()) {
            case KNOWN -> inquiry.host() != null;
            case UNKNOWN -> inquiry.host() == null;
            case ALL, UNAUTHENTICATED -> true;
            case DYNAMIC_BOOTP -> bootp;
            // Nothing authenticates clients (RFC 3118 is not in use), and no class has members yet.
            case AUTHENTICATED, MEMBERS -> false;
            case AFTER -> inquiry.now().wallSeconds() >= Long.parseLong(permit.argument());
        };
    }
}
