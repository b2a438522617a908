package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/// DHCPREQUEST in its four forms (RFC 2131 section 4.3.2).
final class Request {

    /// What the client is doing, told by which fields it filled in (RFC 2131 table 4).
    enum Form {
        SELECTING(ReasonCode.ACK_SELECTING),
        INIT_REBOOT(ReasonCode.ACK_INIT_REBOOT),
        RENEWING(ReasonCode.ACK_RENEWING),
        REBINDING(ReasonCode.ACK_REBINDING);

        final ReasonCode granted;

        Form(ReasonCode granted) {
            this.granted = granted;
        }
    }

    private final Inquiry inquiry;
    private final World world;
    private final LeaseTable table;
    private final Form form;
    private final Ip4 address;

    private Request(Inquiry inquiry, World world, Form form, Ip4 address) {
        this.inquiry = inquiry;
        this.world = world;
        this.table = world.leases();
        this.form = form;
        this.address = address;
    }

    static Decision decide(Inquiry inquiry, World world) {
        Packet packet = inquiry.packet();
        Ip4 server = packet.address(OptionType.DHCP_SERVER_IDENTIFIER);
        Ip4 ciaddr = new Ip4(packet.ciaddr());
        Ip4 requested = inquiry.requested();
        Ip4 address = requested.isZero() ? ciaddr : requested;
        if (server != null && !isThisServer(inquiry, server)) {
            Reason reason = Reason.of(ReasonCode.SILENT_OTHER_SERVER, server);
            return new Decision.Silent(address, inquiry.client(), List.of(reason));
        }
        if (address.isZero()) {
            return Decision.Silent.because(
                    address,
                    Reason.of(
                            ReasonCode.SILENT_MALFORMED,
                            "a DHCPREQUEST that names no address in option 50 or ciaddr",
                            12L));
        }
        Form form;
        if (server != null) form = Form.SELECTING;
        else if (ciaddr.isZero()) form = Form.INIT_REBOOT;
        else form = isRebinding(inquiry, world, ciaddr) ? Form.REBINDING : Form.RENEWING;
        boolean renews = form == Form.RENEWING || form == Form.REBINDING;
        return new Request(inquiry, world, form, renews ? ciaddr : address).decide();
    }

    static boolean isThisServer(Inquiry inquiry, Ip4 server) {
        return server.equals(inquiry.serverId())
                || server.equals(inquiry.arrival().serverAddress());
    }

    /// A client broadcasts after seven eighths of its lease. That it did is told by a relay that
    /// passed it on (unless it stands in for the server, RFC 5107) or by the socket that heard it;
    /// where neither knows, by the age of the lease.
    private static boolean isRebinding(Inquiry inquiry, World world, Ip4 ciaddr) {
        Packet packet = inquiry.packet();
        if (packet.giaddr() != 0 && packet.agent(Inquiry.SERVER_ID_OVERRIDE) == null) return true;
        Cast cast = inquiry.arrival().cast();
        if (packet.giaddr() == 0 && cast != Cast.UNKNOWN) return cast == Cast.BROADCAST;
        int slot = world.leases().slot(ciaddr);
        if (slot < 0 || world.leases().state(slot) != BindingState.ACTIVE) return false;
        Lease lease = world.leases().lease(slot);
        long length = lease.ends() - lease.cltt();
        return inquiry.now().wallSeconds() >= lease.cltt() + length - length / 8;
    }

    private Decision decide() {
        if (!Plan.isSame(world.plan().network(address), inquiry.network())) {
            return refuse(
                    Reason.of(ReasonCode.NAK_WRONG_NETWORK, address, inquiry.network().name()),
                    "wrong network");
        }
        Ip4 fixed = inquiry.fixedAddress(world.plan());
        if (fixed != null) {
            boolean listed =
                    inquiry.host() != null && inquiry.host().fixedAddresses().contains(address);
            return listed
                    ? acknowledgeFixed()
                    : refuse(
                            Reason.of(ReasonCode.NAK_NOT_FIXED, address, fixed),
                            "this client has a fixed address");
        }
        int slot = table.slot(address);
        if (slot < 0 || world.plan().hosts().isFixed(address)) {
            return slot < 0 && form != Form.SELECTING ? unknown() : notPermitted();
        }
        Reason silence = world.permit().silence(table.pool(slot));
        if (silence != null) return Decision.Silent.because(address, silence);
        return table.state(slot) == BindingState.ACTIVE ? active(slot) : inactive(slot);
    }

    private Decision active(int slot) {
        if (!table.isOf(slot, inquiry.client())) {
            return nak(Reason.of(ReasonCode.NAK_TAKEN, address), "address in use");
        }
        return Choice.isUsable(inquiry, world, slot) ? acknowledge(slot) : notPermitted();
    }

    /// The row is nobody's now: it was offered to this client, was its own before, or neither.
    private Decision inactive(int slot) {
        boolean elsewhere = world.offers().isForAnother(slot, inquiry.client());
        boolean offered = world.offers().of(slot) != null && !elsewhere;
        boolean usable = Choice.isUsable(inquiry, world, slot);
        if (offered && usable && Choice.mayGive(inquiry, world, slot)) return acknowledge(slot);
        if (elsewhere) {
            return refuse(Reason.of(ReasonCode.NAK_TAKEN, address), "address offered elsewhere");
        }
        if (table.state(slot) == BindingState.ABANDONED) {
            return refuse(Reason.of(ReasonCode.NAK_TAKEN, address), "address in use");
        }
        if (!usable) return notPermitted();
        boolean own = table.isOf(slot, inquiry.client());
        boolean free = Choice.isFreeFor(inquiry, world, slot);
        // A client that selects this server may have a free address even when the hold of the offer
        // has ended; one that comes back may have what it had; and one that goes on with a lease
        // that
        // this server has lost gives it back its memory, as it does a dhcpd.
        boolean known = own || form == Form.SELECTING || goesOnUnknown();
        if (free && known) return acknowledge(slot);
        if (free) return unknown();
        Reason partners = partners(slot);
        return partners == null
                ? refuse(Reason.of(ReasonCode.NAK_TAKEN, address), "not available")
                : Decision.Silent.because(address, partners);
    }

    /// Why the partner, or nobody before it has agreed, is to answer about a row; null when this
    /// server may.
    private @Nullable Reason partners(int slot) {
        BindingState own = world.permit().ownFree(table.pool(slot));
        return switch (table.state(slot)) {
            case FREE, BACKUP ->
                    table.state(slot) == own
                            ? null
                            : Reason.of(
                                    ReasonCode.SILENT_PARTNERS_LEASE,
                                    address,
                                    table.state(slot).word());
            case EXPIRED, RELEASED ->
                    Reason.of(ReasonCode.SILENT_IN_TRANSITION, address, table.state(slot).word());
            case ACTIVE, ABANDONED, RESET -> null;
        };
    }

    /// There is no record of the client at this address. Where it has a lease elsewhere on the
    /// network its notion is wrong; where it has none, INIT-REBOOT is answered by silence, since
    /// another server may know it.
    private Decision unknown() {
        if (form == Form.INIT_REBOOT && !hasAnother()) {
            return Decision.Silent.because(
                    address, Reason.of(ReasonCode.SILENT_UNKNOWN_LEASE, address));
        }
        return refuse(Reason.of(ReasonCode.NAK_UNKNOWN, address), "unknown lease");
    }

    private boolean goesOnUnknown() {
        return (form == Form.RENEWING || form == Form.REBINDING) && !hasAnother();
    }

    private boolean hasAnother() {
        IntPredicate held =
                s -> table.state(s) == BindingState.ACTIVE && Choice.isUsable(inquiry, world, s);
        return table.find(inquiry.client(), held) >= 0;
    }

    private Decision notPermitted() {
        return refuse(
                Reason.of(ReasonCode.NAK_NOT_PERMITTED, address), "address not available to you");
    }

    /// A NAK where this server may speak: it was selected, or it is authoritative.
    private Decision refuse(Reason reason, String message) {
        if (form != Form.SELECTING && !inquiry.authoritative(world.plan())) {
            Reason silence = Reason.of(ReasonCode.SILENT_NOT_AUTHORITATIVE, address);
            return new Decision.Silent(address, null, List.of(silence, reason));
        }
        return nak(reason, message);
    }

    /// A NAK to an address of this server's own that somebody else has, which nobody knows better.
    private Decision nak(Reason reason, String message) {
        Settings settings = inquiry.settings(world.plan(), Policy.networkAddress(inquiry), -1);
        return new Decision.Nak(address, Answer.nak(inquiry, settings, message), List.of(reason));
    }

    private Decision acknowledgeFixed() {
        Settings settings = inquiry.settings(world.plan(), address, -1);
        LeaseTime time =
                LeaseTime.choose(settings, inquiry.packet().seconds(OptionType.DHCP_LEASE_TIME));
        return ack(settings, time, List.of());
    }

    private Decision acknowledge(int slot) {
        int pool = table.pool(slot);
        Settings settings = inquiry.settings(world.plan(), address, pool);
        Lease old = table.lease(slot);
        boolean active = old.state() == BindingState.ACTIVE;
        long now = inquiry.now().wallSeconds();
        LeaseTime time = Discover.promise(inquiry, world, settings, old);
        LeaseTime unchanged = Unchanged.time(inquiry, world, settings, old, time);
        if (unchanged != null) return ack(settings, unchanged, List.of());
        Object billing = Discover.billing(inquiry, world, slot);
        if (billing instanceof Reason full) return Decision.Silent.because(address, full);
        Lease bound =
                Discover.binding(inquiry, settings, old, time.endsAt(now), active ? old : null)
                        .withScript(committed(settings), (Octets) billing);
        Lease lease = world.permit().granted(pool, bound, time.wished(), now);
        List<Lease> changes = new ArrayList<>();
        changes.add(lease);
        if (settings.is(Parameter.ONE_LEASE_PER_CLIENT)) {
            others(accept -> table.find(inquiry.client(), accept), changes);
        }
        if (deniesDuplicates(settings)) {
            others(accept -> table.find(inquiry.client().hardware(), accept), changes);
        }
        return ack(settings, time, changes);
    }

    /// What the configuration keeps with the lease after its statements about a commitment.
    static @Nullable Octets committed(Settings settings) {
        Evaluated evaluated = settings.evaluated();
        return evaluated == null ? null : evaluated.committed();
    }

    /// `deny duplicates`: a host declaration by hardware address alone stands for one machine,
    /// whatever client identifiers its systems use.
    private boolean deniesDuplicates(Settings settings) {
        return inquiry.host() != null
                && inquiry.host().clientId() == null
                && settings.number(Parameter.DUPLICATES) == 0;
    }

    /// What the client has elsewhere ends, where this server may say so now.
    private void others(ToIntFunction<IntPredicate> find, List<Lease> changes) {
        Set<Ip4> done = new HashSet<>();
        changes.forEach(lease -> done.add(lease.address()));
        while (true) {
            int slot =
                    find.applyAsInt(
                            s ->
                                    table.state(s) == BindingState.ACTIVE
                                            && world.permit().silence(table.pool(s)) == null
                                            && !done.contains(table.address(s)));
            if (slot < 0) break;
            done.add(table.address(slot));
            changes.add(GiveBack.released(world, slot, inquiry.now().wallSeconds()));
        }
    }

    private Decision ack(Settings settings, LeaseTime time, List<Lease> changes) {
        Reply reply =
                new Answer(inquiry, settings, world.plan())
                        .grant(MessageType.DHCPACK, address, time.seconds());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(form.granted, address));
        reasons.add(time.reason());
        for (Lease lease : changes) {
            if (lease.address().equals(address)) continue;
            reasons.add(replaced(lease));
        }
        return new Decision.Ack(
                address, inquiry.client(), false, List.copyOf(changes), reply, reasons);
    }

    private Reason replaced(Lease lease) {
        return inquiry.client().owns(lease.clientId(), lease.hardware())
                ? Reason.of(ReasonCode.LEASE_REPLACED, lease.address(), address)
                : Reason.of(
                        ReasonCode.LEASE_DUPLICATE,
                        lease.address(),
                        address,
                        inquiry.client().hardware().toString());
    }
}
