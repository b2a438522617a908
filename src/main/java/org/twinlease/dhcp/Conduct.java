package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.ClientClass;
import org.twinlease.config.Host;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.words.Parameter;
import org.twinlease.dhcp.eval.Circumstances;
import org.twinlease.dhcp.eval.Outcome;
import org.twinlease.dhcp.eval.Script;
import org.twinlease.dhcp.eval.Variables;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The part of one message that the configuration's conditions, classes and statements decide: made
/// once a message, and only where a configuration has any of these. Settings are the same for every
/// question about one address.
final class Conduct {

    /// dhcpd keeps no more classes of a packet.
    private static final int MOST_CLASSES = 5;

    private record Place(int address, int pool) {}

    private final Plan plan;
    private final LeaseTable table;
    private final Now now;
    private final @Nullable Packet packet;
    private final ClientKey client;
    private final SharedNetwork network;
    private final @Nullable Host host;
    private final List<Membership> members = new ArrayList<>();
    private final List<Reason> told = new ArrayList<>();
    private final Map<Place, Settings> settings = new HashMap<>();
    private final @Nullable Octets agent;

    /// Classifies the client. `packet` is null when a lease ends by itself.
    Conduct(
            World world,
            Now now,
            @Nullable Packet packet,
            ClientKey client,
            SharedNetwork network,
            @Nullable Host host) {
        this.plan = world.plan();
        this.table = world.leases();
        this.now = now;
        this.packet = packet;
        this.client = client;
        this.network = network;
        this.host = host;
        this.agent = agent();
        if (packet != null) classify();
    }

    /// The classes that the client is in, in their order.
    List<Membership> members() {
        return members;
    }

    boolean isMember(String className) {
        for (Membership m : members) if (m.of().name().equals(className)) return true;
        return false;
    }

    /// What the statements have said, for the reasons of the decision.
    List<Reason> told() {
        return told;
    }

    void tell(Reason reason) {
        told.add(reason);
    }

    /// Option 82 of the packet, or of the client's first request where it renews directly.
    private @Nullable Octets agent() {
        if (packet == null) return null;
        Octets own = packet.option(OptionType.RELAY_AGENT_INFORMATION);
        if (own != null || packet.ciaddr() == 0 || packet.giaddr() != 0) return own;
        int slot = table.slot(new Ip4(packet.ciaddr()));
        boolean held =
                slot >= 0 && table.state(slot) == BindingState.ACTIVE && table.isOf(slot, client);
        boolean stashed = held && network.scope().number(Parameter.STASH_AGENT_OPTIONS) == 1;
        return stashed ? table.lease(slot).relayAgent() : null;
    }

    private void classify() {
        var script = new Script(circumstances(null, null), new Variables(null), new Outcome());
        script.one(plan.config().global());
        for (ClientClass c : plan.config().classes()) {
            Membership member = membership(c, script);
            if (member != null) join(member, script);
        }
        for (String name : script.outcome().added()) {
            for (ClientClass c : plan.config().classes()) {
                boolean fresh = c.name().equals(name) && !isMember(name);
                if (fresh) join(new Membership(c, null, null), script);
            }
        }
    }

    private void join(Membership member, Script script) {
        script.member();
        if (members.size() < MOST_CLASSES) {
            members.add(member);
            tell(Reason.of(ReasonCode.CLASS_MEMBER, member.of().name()));
        } else {
            tell(Reason.of(ReasonCode.CLASS_EXCESS, member.of().name(), (long) MOST_CLASSES));
        }
    }

    private @Nullable Membership membership(ClientClass c, Script script) {
        if (c.matchIf() != null && !script.holds(c.matchIf())) return null;
        Expression submatch = c.submatch();
        if (submatch == null) return c.matchIf() == null ? null : new Membership(c, null, null);
        Octets value = script.data(submatch);
        if (value == null || value.length() == 0) return null;
        ClientClass.Subclass sub = plan.subclass(c, value);
        if (sub == null && (!c.spawns() || value.length() > 255)) return null;
        return new Membership(c, sub, value);
    }

    private Circumstances circumstances(@Nullable Ip4 leased, @Nullable Lease lease) {
        boolean fixed = host != null && !host.fixedAddresses().isEmpty();
        long left = lease == null ? -1 : Math.max(0, lease.ends() - now.wallSeconds());
        return new Circumstances(
                packet,
                agent,
                leased,
                left,
                host == null ? null : host.name(),
                fixed,
                plan.config().spaces());
    }

    /// The settings for an address and its pool (-1 for none), after all statements in scope.
    Settings settings(Ip4 address, int pool) {
        Settings known = settings.get(new Place(address.bits(), pool));
        if (known != null) return known;
        Settings made = made(address, pool);
        settings.put(new Place(address.bits(), pool), made);
        return made;
    }

    private Settings made(Ip4 address, int pool) {
        int slot = pool < 0 ? -1 : table.slot(address);
        Lease lease = slot < 0 || !table.isOf(slot, client) ? null : table.lease(slot);
        boolean fixed = host != null && host.fixedAddresses().contains(address);
        Variables variables = Variables.decode(lease == null ? null : lease.variables(), null);
        Circumstances about = circumstances(slot >= 0 || fixed ? address : null, lease);
        var script = new Script(about, variables, new Outcome());
        if (!members.isEmpty()) script.member();
        Subnet subnet = plan.subnet(address);
        Scope rest = subnet == null ? network.scope() : subnet.scope();
        Scope poolScope = pool < 0 ? null : plan.pool(pool).pool().scope();
        script.scope(rest, null);
        if (poolScope != null) script.one(poolScope);
        for (Membership member : members.reversed()) {
            script.one(member.of().scope());
            Scope own = member.subclassScope();
            if (own != null) script.one(own);
        }
        Scope hostScope = host == null ? null : host.scope();
        script.scope(hostScope, pool < 0 ? rest : network.scope());
        script.outcome().carry(plan.config().spaces());
        return new Settings(hostScope, poolScope, rest, new Evaluated(script, variables, plan));
    }
}
