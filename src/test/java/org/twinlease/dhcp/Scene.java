package org.twinlease.dhcp;

import org.twinlease.config.Site;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.lease.Permit;
import org.twinlease.value.BindingState;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A server's policy with a lease table and a clock that stands until it is moved. Decisions are
/// carried out at once, as the engine would when all is durable. The server is 10.0.1.1.
final class Scene {
    static final String SERVER = "10.0.1.1";
    private static final long BEGIN = 1_700_000_000L;

    final Plan plan;
    final World world;
    final List<Reason> expiryTold = new ArrayList<>();
    private long seconds;
    private long waited;

    Scene(Site site) {
        this(new Plan(site.config()));
    }

    private Scene(Plan plan) {
        this.plan = plan;
        LeaseTable table = new LeaseTable(plan.ranges());
        world = new World(plan, table, new Offers(table, 100), Permit.ALONE);
    }

    /// A server with a configuration as dhcpd.conf says it.
    static Scene of(String text) {
        return of(text, false);
    }

    /// The same, with `execute` carried out or not.
    static Scene of(String text, boolean runsPrograms) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading reading = DhcpdConf.read("dhcpd.conf", _ -> octets);
        if (!reading.isUsable()) throw new AssertionError(reading.problems().toString());
        return new Scene(new Plan(reading.config(), runsPrograms, reading.statements()::apply));
    }

    /// A client by its hardware address.
    Guest guest(String hardware) {
        return new Guest(this, hardware);
    }

    Scene pass(long more) {
        seconds += more;
        world.offers().expire(now().tickMillis());
        return this;
    }

    /// What is heard from now on has waited so many seconds to be read.
    Scene late(long waits) {
        waited = waits;
        return this;
    }

    /// Ends every lease whose time has come, as the engine does.
    Scene expire() {
        LeaseTable table = world.leases();
        table.expire(
                now().wallSeconds(),
                slot -> {
                    Lease over = table.lease(slot).withState(BindingState.FREE);
                    table.apply(GiveBack.expired(world, now(), over, expiryTold));
                });
        return this;
    }

    Now now() {
        return new Now((BEGIN + seconds) * 1000, 5_000_000 + seconds * 1000);
    }

    long clock() {
        return now().wallSeconds();
    }

    Lease lease(String address) {
        return world.leases().lease(world.leases().slot(Ip4.of(address)));
    }

    BindingState state(String address) {
        return lease(address).state();
    }

    /// Hears a message straight from the wire or, when `giaddr` is set, from that relay.
    Heard hears(PacketBuilder message) {
        return hears(message, Cast.UNKNOWN);
    }

    /// The same by a socket that knows to whom it was sent.
    Heard hears(PacketBuilder message, Cast cast) {
        Packet packet = packet(message.encode());
        Ip4 relay = new Ip4(packet.giaddr());
        Ip4 from = relay.isZero() ? new Ip4(packet.ciaddr()) : relay;
        int port = relay.isZero() ? 68 : 67;
        return hears(packet, new Arrival(0, Ip4.of(SERVER), 1500, 67, from, port, cast, waited));
    }

    Heard hears(Packet packet, Arrival arrival) {
        Decision decision = Policy.decide(now(), packet, arrival, world);
        carryOut(decision);
        return new Heard(decision);
    }

    private void carryOut(Decision decision) {
        for (Lease lease : decision.changes()) {
            world.offers().end(world.leases().slot(lease.address()));
            world.leases().apply(lease);
        }
        switch (decision) {
            case Decision.Offer offer when offer.slot() >= 0 ->
                    world.offers().hold(offer.client(), offer.slot(), offer.holdUntilTick());
            case Decision.Ack ack when ack.client() != null -> world.offers().end(ack.client());
            case Decision.Silent silent when silent.ended() != null ->
                    world.offers().end(silent.ended());
            default -> {}
        }
    }

    static Packet packet(byte[] bytes) {
        return switch (Packet.decode(bytes, bytes.length)) {
            case Decoded.Ok<Packet>(Packet packet) -> packet;
            case Decoded.Bad<Packet>(var fault, int at) ->
                    throw new AssertionError(fault + " at " + at);
        };
    }
}
