package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Permit;
import org.twinlease.config.words.Parameter;
import org.twinlease.dhcp.Plan.Numbered;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// An address for a DISCOVER and why it is this one, in the order of RFC 2131 section 4.3.1: the
/// client's own, the one it had, the one it asks for, the one unused the longest.
record Choice(int slot, Reason reason) {

    private static final int MOST_REFUSALS = 4;

    /// The best address for the client, null when every one it may have is in use.
    static @Nullable Choice of(Inquiry inquiry, World world) {
        Choice own = own(inquiry, world);
        if (own != null) return own;
        LeaseTable table = world.leases();
        int wished = table.slot(inquiry.requested());
        if (wished >= 0 && isFreeFor(inquiry, world, wished)) {
            return new Choice(wished, Reason.of(ReasonCode.OFFER_REQUESTED, table.address(wished)));
        }
        int unused = longestUnused(inquiry, world);
        return unused < 0
                ? reclaimed(inquiry, world)
                : new Choice(unused, longestUnused(inquiry, table, unused));
    }

    /// The address of all the client's pools that has been unused the longest, -1 when none is
    /// free. Never used ones come first, and of equals the one of the earlier pool.
    static int longestUnused(Inquiry inquiry, World world) {
        LeaseTable table = world.leases();
        int best = -1;
        for (Numbered pool : world.plan().poolsOf(inquiry.network())) {
            if (!admits(inquiry, world, pool)) continue;
            int slot = longestUnused(inquiry, world, pool.number());
            if (slot >= 0 && (best < 0 || table.ends(slot) < table.ends(best))) best = slot;
        }
        return best;
    }

    /// Of one pool: this server's own, else those of the partner that may be given.
    private static int longestUnused(Inquiry inquiry, World world, int pool) {
        if (world.permit().silence(pool) != null) return -1;
        LeaseTable table = world.leases();
        int own =
                table.longestUnused(pool, world.permit().ownFree(pool), s -> isForAnyone(world, s));
        BindingState other = world.permit().otherFree(pool);
        if (own >= 0 || other == null) return own;
        return table.longestUnused(
                pool, other, s -> isForAnyone(world, s) && mayGive(inquiry, world, s));
    }

    /// Whether an address is neither some host's fixed one nor reserved for who had it.
    private static boolean isForAnyone(World world, int slot) {
        return !world.plan().hosts().isFixed(world.leases().address(slot))
                && !world.leases().isReserved(slot);
    }

    private static @Nullable Choice own(Inquiry inquiry, World world) {
        LeaseTable table = world.leases();
        Offers.Offer offer = world.offers().of(inquiry.client());
        if (offer != null && isUsable(inquiry, world, offer.slot())) {
            return choice(ReasonCode.OFFER_REPEATED, table, offer.slot());
        }
        int held = wishedOrFirst(inquiry, world, s -> isHeld(inquiry, world, s));
        if (held >= 0) return choice(ReasonCode.OFFER_HELD, table, held);
        int previous = wishedOrFirst(inquiry, world, s -> isFreeFor(inquiry, world, s));
        if (previous >= 0) return choice(ReasonCode.OFFER_PREVIOUS, table, previous);
        // A system goes on with what its network boot was offered.
        Offers.Offer boots = world.offers().ofBoot(inquiry.client());
        return boots != null && isUsable(inquiry, world, boots.slot())
                ? choice(ReasonCode.OFFER_REPEATED, table, boots.slot())
                : null;
    }

    /// Of several rows of the client, the one that it asks for.
    private static int wishedOrFirst(Inquiry inquiry, World world, IntPredicate accept) {
        LeaseTable table = world.leases();
        int wished = table.slot(inquiry.requested());
        boolean takesIt =
                wished >= 0 && table.isOf(wished, inquiry.client()) && accept.test(wished);
        return takesIt ? wished : table.find(inquiry.client(), accept);
    }

    /// Whether an address is in use and still usable; by whom is the caller's question.
    static boolean isHeld(Inquiry inquiry, World world, int slot) {
        return world.leases().state(slot) == BindingState.ACTIVE && isUsable(inquiry, world, slot);
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
        int best = -1;
        for (Numbered pool : world.plan().poolsOf(inquiry.network())) {
            int slot =
                    table.oldestAbandoned(
                            pool.number(),
                            s ->
                                    isUsable(inquiry, world, s)
                                            && mayGive(inquiry, world, s)
                                            && !world.offers().isForAnother(s, inquiry.client()));
            if (slot >= 0 && (best < 0 || table.ends(slot) < table.ends(best))) best = slot;
        }
        return best < 0 ? null : choice(ReasonCode.OFFER_RECLAIMED, table, best);
    }

    /// Whether an address is free, this server's to give, and not held for another client.
    static boolean isFreeFor(Inquiry inquiry, World world, int slot) {
        LeaseTable table = world.leases();
        return isNobodys(inquiry, world, slot)
                && isUsable(inquiry, world, slot)
                && (!table.isReserved(slot) || table.isOf(slot, inquiry.client()))
                && !world.offers().isForAnother(slot, inquiry.client());
    }

    private static boolean isNobodys(Inquiry inquiry, World world, int slot) {
        LeaseTable table = world.leases();
        return switch (table.state(slot)) {
            case FREE, BACKUP -> mayGive(inquiry, world, slot);
            case EXPIRED, RELEASED ->
                    table.isOf(slot, inquiry.client())
                            && world.permit().mayResume(table.pool(slot), table.lease(slot));
            case ACTIVE, ABANDONED, RESET -> false;
        };
    }

    /// Whether the permit lets an address that nobody holds be given now.
    static boolean mayGive(Inquiry inquiry, World world, int slot) {
        int pool = world.leases().pool(slot);
        if (world.permit().silence(pool) != null) return false;
        return world.permit()
                .mayGive(pool, world.leases().lease(slot), inquiry.now().wallSeconds());
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

    /// Why the pools of the client's network do not admit it, where permits are the cause.
    static List<Reason> refusals(Inquiry inquiry, World world) {
        List<Reason> reasons = new ArrayList<>();
        boolean bootp = inquiry.packet().messageType() == null;
        for (Numbered pool : world.plan().poolsOf(inquiry.network())) {
            if (reasons.size() == MOST_REFUSALS) break;
            Permit wanted = null;
            Permit denied = null;
            boolean allowed = false;
            for (Permit permit : pool.pool().permits()) {
                boolean matches = matches(permit, inquiry, bootp);
                if (permit.allow() && !matches && wanted == null) wanted = permit;
                if (permit.allow() && matches) allowed = true;
                if (!permit.allow() && matches) denied = permit;
            }
            String range = pool.pool().ranges().getFirst().words();
            if (denied != null) {
                reasons.add(Reason.of(ReasonCode.POOL_DENIES, range, denied.words()));
            } else if (wanted != null && !allowed) {
                reasons.add(Reason.of(ReasonCode.POOL_WANTS, range, wanted.words()));
            }
        }
        return reasons;
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
            // Nothing authenticates clients: RFC 3118 is not in use.
            case AUTHENTICATED -> false;
            case MEMBERS ->
                    inquiry.conduct() != null && inquiry.conduct().isMember(permit.argument());
            case AFTER -> inquiry.now().wallSeconds() >= Long.parseLong(permit.argument());
        };
    }
}
