package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;

import java.util.ArrayList;
import java.util.List;

/// DHCPRELEASE and DHCPDECLINE (RFC 2131 sections 4.3.3, 4.3.4): no answer, but a change that takes
/// effect once it is on disk.
public final class GiveBack {

    private GiveBack() {}

    static Decision release(Inquiry inquiry, World world) {
        Ip4 address = new Ip4(inquiry.packet().ciaddr());
        Decision.Silent not = notHolder(inquiry, world, address, false);
        if (not != null) return not;
        int slot = world.leases().slot(address);
        long left = inquiry.now().wallSeconds() - inquiry.arrival().waited();
        boolean seenSince = world.leases().lease(slot).starts() > left;
        if (inquiry.arrival().waited() > 0 && seenSince) {
            return Decision.Silent.because(
                    address,
                    Reason.of(ReasonCode.SILENT_LATE, address, inquiry.arrival().waited()));
        }
        Lease over = released(world, slot, left);
        List<Reason> told = new ArrayList<>();
        told.add(Reason.of(ReasonCode.LEASE_RELEASED, address, inquiry.client().words()));
        if (wantsMore(world, over, Event.RELEASE)) {
            var conduct =
                    new Conduct(
                            world,
                            inquiry.now(),
                            inquiry.packet(),
                            inquiry.client(),
                            inquiry.network(),
                            inquiry.host());
            over = ended(conduct, over, world, Event.RELEASE, told);
        }
        return new Decision.Note(address, List.of(over), told);
    }

    /// Whether a lease that is over needs the statements: to be carried out, or to be forgotten.
    private static boolean wantsMore(World world, Lease over, Event event) {
        Plan plan = world.plan();
        return plan.isDynamic() || plan.endings().of(over.variables(), event) != null;
    }

    /// A lease that is over, after what was kept with it for then.
    private static Lease ended(
            Conduct conduct, Lease over, World world, Event event, List<Reason> told) {
        int pool = world.leases().pool(world.leases().slot(over.address()));
        Evaluated evaluated = conduct.settings(over.address(), pool).evaluated();
        if (evaluated == null) return over;
        Octets kept = evaluated.ended(event, over.variables());
        told.addAll(evaluated.said());
        return over.withScript(kept, null);
    }

    /// A lease that ends by itself, after what was kept with it for its expiry. No packet comes
    /// with it, so what conditions ask of one is undefined, and no class has members.
    public static Lease expired(World world, Now now, Lease over, List<Reason> told) {
        SharedNetwork network = world.plan().network(over.address());
        HardwareAddress hardware = over.hardware();
        if (network == null || hardware == null) return over;
        if (!wantsMore(world, over, Event.EXPIRY)) return over;
        var client = new ClientKey(over.clientId(), hardware);
        var conduct = new Conduct(world, now, null, client, network, null);
        return ended(conduct, over, world, Event.EXPIRY, told);
    }

    static Decision decline(Inquiry inquiry, World world) {
        Ip4 requested = inquiry.requested();
        Ip4 address = requested.isZero() ? new Ip4(inquiry.packet().ciaddr()) : requested;
        Decision.Silent not = notHolder(inquiry, world, address, true);
        if (not != null) return not;
        LeaseTable table = world.leases();
        int slot = table.slot(address);
        Settings settings = inquiry.settings(world.plan(), address, table.pool(slot));
        if (settings.number(Parameter.DECLINES) != 1) {
            return Decision.Silent.because(address, Reason.of(ReasonCode.SILENT_DECLINES, address));
        }
        long hold = settings.number(Parameter.ABANDON_LEASE_TIME);
        Reason reason =
                Reason.of(ReasonCode.LEASE_DECLINED, address, inquiry.client().words(), hold);
        long now = inquiry.now().wallSeconds();
        Lease lease =
                world.permit()
                        .ended(table.pool(slot), abandoned(table.lease(slot), now, hold), now);
        return new Decision.Note(address, List.of(lease), List.of(reason));
    }

    private static Decision.@Nullable Silent notHolder(
            Inquiry inquiry, World world, Ip4 address, boolean offeredCounts) {
        Ip4 server = inquiry.packet().address(OptionType.DHCP_SERVER_IDENTIFIER);
        if (server != null && !Request.isThisServer(inquiry, server)) {
            return Decision.Silent.because(
                    address, Reason.of(ReasonCode.SILENT_OTHER_SERVER, server));
        }
        LeaseTable table = world.leases();
        int slot = table.slot(address);
        boolean holds =
                slot >= 0
                        && table.state(slot) == BindingState.ACTIVE
                        && isHis(inquiry, table.lease(slot));
        boolean offered =
                offeredCounts
                        && slot >= 0
                        && world.offers().of(slot) != null
                        && !world.offers().isForAnother(slot, inquiry.client());
        if (holds || offered) {
            Reason silence = world.permit().silence(table.pool(slot));
            return silence == null ? null : Decision.Silent.because(address, silence);
        }
        return Decision.Silent.because(address, Reason.of(ReasonCode.SILENT_NOT_HOLDER, address));
    }

    /// A client that leaves may do so without the identifier that it came with.
    private static boolean isHis(Inquiry inquiry, Lease lease) {
        return inquiry.client().resembles(lease.clientId(), lease.hardware());
    }

    /// A lease that ended at `left`, as far as is known: not later than it did, or a failover
    /// partner whom the client has asked since would take this for the newer word. Who had it is
    /// remembered, so that the client gets it again.
    static Lease released(World world, int slot, long left) {
        LeaseTable table = world.leases();
        Lease over = table.lease(slot).withState(BindingState.RELEASED).withEnds(left);
        return world.permit().ended(table.pool(slot), over, left);
    }

    /// An address that somebody unknown uses, not to be offered for `hold` seconds.
    public static Lease abandoned(Lease old, long nowSeconds, long hold) {
        return old.withoutClient()
                .withState(BindingState.ABANDONED)
                .withEnds(LeaseTime.end(nowSeconds, hold));
    }
}
