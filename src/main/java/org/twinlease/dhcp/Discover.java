package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;

import java.util.ArrayList;
import java.util.List;

/// DHCPDISCOVER: offer an address and hold it (RFC 2131 section 4.3.1).
final class Discover {

    private Discover() {}

    static Decision decide(Inquiry inquiry, World world) {
        Ip4 fixed = inquiry.fixedAddress(world.plan());
        if (fixed != null) return fixed(inquiry, world, fixed);
        Choice choice = Choice.of(inquiry, world);
        if (choice == null) {
            List<Reason> why = new ArrayList<>();
            why.add(nothing(inquiry, world));
            why.addAll(Choice.refusals(inquiry, world));
            return new Decision.Silent(Ip4.ZERO, null, List.copyOf(why));
        }
        LeaseTable table = world.leases();
        Ip4 address = table.address(choice.slot());
        int pool = table.pool(choice.slot());
        Settings settings = inquiry.settings(world.plan(), address, pool);
        Reason refusal = refusal(inquiry, world, choice.slot(), settings);
        if (refusal != null) return Decision.Silent.because(address, refusal);
        Lease lease = table.lease(choice.slot());
        LeaseTime time = promise(inquiry, world, settings, lease);
        LeaseTime unchanged = Unchanged.time(inquiry, world, settings, lease, time);
        if (unchanged != null) time = unchanged;
        Reply reply =
                new Answer(inquiry, settings, world.plan())
                        .grant(MessageType.DHCPOFFER, address, time.seconds());
        return new Decision.Offer(
                address,
                inquiry.client(),
                choice.slot(),
                inquiry.now().tickMillis() + Offers.HOLD_MILLIS,
                ping(inquiry, settings, choice, lease),
                reply,
                List.of(choice.reason(), time.reason()));
    }

    private static @Nullable Reason refusal(
            Inquiry inquiry, World world, int slot, Settings settings) {
        int pool = world.leases().pool(slot);
        Reason silence = world.permit().silence(pool);
        if (silence != null) return silence;
        if (billing(inquiry, world, slot) instanceof Reason full) return full;
        return world.permit().leave(pool, inquiry.client(), inquiry.secs(settings));
    }

    private static Decision fixed(Inquiry inquiry, World world, Ip4 address) {
        Settings settings = inquiry.settings(world.plan(), address, -1);
        LeaseTime time =
                LeaseTime.choose(settings, inquiry.packet().seconds(OptionType.DHCP_LEASE_TIME));
        Reply reply =
                new Answer(inquiry, settings, world.plan())
                        .grant(MessageType.DHCPOFFER, address, time.seconds());
        String host = inquiry.host() == null ? "" : inquiry.host().name();
        return new Decision.Offer(
                address,
                inquiry.client(),
                -1,
                0,
                0,
                reply,
                List.of(Reason.of(ReasonCode.OFFER_FIXED, address, host), time.reason()));
    }

    /// The lease time that may be promised for a row now.
    static LeaseTime promise(Inquiry inquiry, World world, Settings settings, Lease lease) {
        long wish = inquiry.packet().seconds(OptionType.DHCP_LEASE_TIME);
        LeaseTime time = LeaseTime.choose(settings, wish);
        long now = inquiry.now().wallSeconds();
        int pool = world.leases().pool(world.leases().slot(lease.address()));
        time = time.shortened(settings, filled(world.leases(), pool), left(lease, now));
        return time.atMost(world.permit().longest(pool, lease, time.seconds(), now));
    }

    /// How many percent of a pool's addresses are not free.
    private static int filled(LeaseTable table, int pool) {
        long all = 0;
        for (BindingState state : BindingState.values()) all += table.count(pool, state);
        long free = table.count(pool, BindingState.FREE) + table.count(pool, BindingState.BACKUP);
        return all == 0 ? 0 : (int) ((all - free) * 100 / all);
    }

    private static long left(Lease lease, long now) {
        return lease.state() == BindingState.ACTIVE ? lease.ends() - now : 0;
    }

    /// How long to wait for an answer to a ping before the offer; 0 for no ping. The client's own
    /// address would be answered by the client itself.
    private static long ping(Inquiry inquiry, Settings settings, Choice choice, Lease lease) {
        boolean abandoned = lease.state() == BindingState.ABANDONED;
        if (!abandoned && !settings.is(Parameter.PING_CHECK)) return 0;
        boolean own =
                choice.reason().code() == ReasonCode.OFFER_HELD
                        || choice.reason().code() == ReasonCode.OFFER_REPEATED;
        long sinceLast = inquiry.now().wallSeconds() - lease.cltt();
        boolean recent =
                choice.reason().code() == ReasonCode.OFFER_PREVIOUS
                        && sinceLast < settings.number(Parameter.PING_CLTT_SECS);
        if (own || recent) return 0;
        long millis = settings.number(Parameter.PING_TIMEOUT_MS);
        return millis > 0 ? millis : 1000 * settings.number(Parameter.PING_TIMEOUT);
    }

    /// The class that a lease counts for: the first of the client's with a limit and room, or the
    /// one that it counts for already. A reason where every such class is full; null where none has
    /// a limit.
    static @Nullable Object billing(Inquiry inquiry, World world, int slot) {
        if (inquiry.conduct() == null) return null;
        LeaseTable table = world.leases();
        boolean own =
                table.state(slot) == BindingState.ACTIVE && table.isOf(slot, inquiry.client());
        Octets before = own ? table.lease(slot).billing() : null;
        Membership full = null;
        for (Membership member : inquiry.conduct().members()) {
            if (member.leaseLimit() == 0) continue;
            Octets billing = member.billing();
            if ((before != null && billing.equals(before))
                    || table.billed(billing) < member.leaseLimit()) {
                return billing;
            }
            full = member;
        }
        return full == null
                ? null
                : Reason.of(
                        ReasonCode.SILENT_LEASE_LIMIT, full.of().name(), (long) full.leaseLimit());
    }

    private static Reason nothing(Inquiry inquiry, World world) {
        Settings settings = inquiry.settings(world.plan(), Policy.networkAddress(inquiry), -1);
        boolean unknown = inquiry.host() == null;
        Reason pair = pairsReason(inquiry, world);
        if (pair != null) return pair;
        return unknown && !settings.is(Parameter.BOOT_UNKNOWN_CLIENTS)
                ? Reason.of(ReasonCode.SILENT_UNKNOWN_CLIENT)
                : Reason.of(ReasonCode.SILENT_NO_FREE, inquiry.network().name());
    }

    /// What the failover relationship of one of the client's pools has to say about its lack of
    /// addresses.
    private static @Nullable Reason pairsReason(Inquiry inquiry, World world) {
        for (Plan.Numbered pool : world.plan().poolsOf(inquiry.network())) {
            Reason silence = world.permit().silence(pool.number());
            if (silence != null) return silence;
            Reason shortage = world.permit().shortage(pool.number(), inquiry.now().wallSeconds());
            if (shortage != null) return shortage;
        }
        return null;
    }

    /// What does not fit into a record of the journal is not kept; no option of one piece is
    /// longer.
    private static @Nullable Octets bounded(@Nullable Octets value) {
        return value == null || value.length() > 255 ? null : value;
    }

    /// The lease of a row as it is once the client has it.
    static Lease binding(
            Inquiry inquiry, Settings settings, Lease old, long ends, @Nullable Lease same) {
        var packet = inquiry.packet();
        Octets host = bounded(packet.option(OptionType.HOST_NAME));
        Octets agent = bounded(packet.option(OptionType.RELAY_AGENT_INFORMATION));
        boolean reserved = ends == Lease.NEVER && settings.is(Parameter.INFINITE_IS_RESERVED);
        Octets kept = agent == null && same != null ? same.relayAgent() : agent;
        return new Lease(
                old.address(),
                BindingState.ACTIVE,
                (old.flags() & ~Lease.BOOTP) | (reserved ? Lease.RESERVED : 0),
                inquiry.client().hardware(),
                inquiry.client().clientId(),
                host == null || host.length() == 0 ? (same == null ? null : same.hostname()) : host,
                kept,
                same == null ? inquiry.now().wallSeconds() : same.starts(),
                ends,
                inquiry.now().wallSeconds(),
                old.tstp(),
                old.tsfp(),
                old.atsfp(),
                same == null ? null : same.variables(),
                null);
    }
}
