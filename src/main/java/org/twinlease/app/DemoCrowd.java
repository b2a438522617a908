package org.twinlease.app;

import org.twinlease.engine.Input;
import org.twinlease.sim.Habits;
import org.twinlease.sim.SimClient;
import org.twinlease.transport.Core;
import org.twinlease.transport.RelayPort;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.Packet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The demo's clients behind one relay, which hands what they broadcast to both servers and the
/// rest to the server that they name: they come, renew, leave, restart, now and then find their
/// address taken or stand in a network that nobody configured. Their number is bounded.
final class DemoCrowd implements Core {

    private static final int AT_FIRST = 260;
    private static final int MOST = 340;
    private static final long EVENT_MILLIS = 150;

    /// Vendors' prefixes, so that addresses look like a campus.
    private static final long[] VENDORS = {0x3c5282L, 0x001b21L, 0xb827ebL, 0x0004f2L, 0xf01898L};

    private record Member(SimClient client, DemoSite site) {}

    private final RelayPort relay;
    private final Ip4 address;
    private final List<DemoServer> servers;
    private final RandomGenerator random;
    private final Map<HardwareAddress, Member> members = new HashMap<>();
    private final List<Member> order = new ArrayList<>();
    private int made;
    private long nextEvent;

    DemoCrowd(RelayPort relay, Ip4 address, List<DemoServer> servers, RandomGenerator random) {
        this.relay = relay;
        this.address = address;
        this.servers = List.copyOf(servers);
        this.random = random;
    }

    @Override
    public void batch(Now now, List<Input> inputs) {
        for (Input input : inputs) {
            if (input instanceof Input.Datagram datagram) receive(now, datagram);
        }
        if (now.tickMillis() >= nextEvent) {
            nextEvent = now.tickMillis() + EVENT_MILLIS;
            if (made < AT_FIRST) arrive(now, 6);
            else somethingHappens(now);
        }
        for (Member member : List.copyOf(order)) {
            if (member.client().nextTick() <= now.tickMillis()) {
                send(member, member.client().tick(now));
            }
        }
    }

    @Override
    public long nextWakeTick() {
        long next = nextEvent;
        for (Member member : order) next = Math.min(next, member.client().nextTick());
        return next;
    }

    private void receive(Now now, Input.Datagram datagram) {
        if (!(Packet.decode(datagram.bytes(), datagram.length())
                instanceof Decoded.Ok<Packet>(Packet packet))) {
            return;
        }
        Member member = members.get(packet.hardware());
        if (member == null) return;
        send(member, member.client().receive(now, datagram.bytes(), datagram.length()));
    }

    private void send(Member member, List<SimClient.Outgoing> messages) {
        for (SimClient.Outgoing message : messages) {
            byte[] payload = member.site().relayed(message.payload());
            boolean toAll = message.to().equals(Ip4.BROADCAST);
            for (DemoServer server : servers) {
                if (toAll || message.to().equals(server.identifier())) {
                    relay.send(address, server.port(), payload);
                }
            }
        }
    }

    private void somethingHappens(Now now) {
        int what = random.nextInt(100);
        if (what < 20) arrive(now, 1 + random.nextInt(2));
        else if (what < 45) leave(now);
        else if (what < 65) restart(now);
        else if (what == 99 && random.nextInt(4) == 0) decline(now);
        if (order.size() > MOST) leave(now);
    }

    private void arrive(Now now, int count) {
        for (int i = 0; i < count && order.size() < MOST; i++) {
            Member member = newMember(made++);
            members.put(member.client().habits().hardware(), member);
            order.add(member);
            member.client().start(now);
        }
    }

    private Member newMember(int n) {
        DemoSite site = site(n);
        // The first three are the machines that have host declarations.
        boolean declared = n < 3;
        if (declared) site = n < 2 ? DemoSite.OFFICE : DemoSite.LABORATORY;
        long vendor = VENDORS[random.nextInt(VENDORS.length)];
        long mac =
                declared
                        ? 0x001b21_000001L + n
                        : vendor << 24 | (random.nextInt(1 << 16) << 8 & 0xffff00L) | n % 256;
        HardwareAddress hardware = HardwareAddress.ethernet(mac);
        Habits habits =
                Habits.of(hardware)
                        .withRelay(address, true)
                        .withHostName(site.machine(100 + n))
                        .withPatience(3000);
        if (random.nextInt(2) > 0) habits = habits.withWish(60 + random.nextInt(240));
        if (random.nextInt(3) > 0) {
            byte[] id = new byte[7];
            id[0] = 1;
            hardware.address().copyTo(id, 1);
            habits = habits.withClientId(Octets.of(id));
        }
        return new Member(new SimClient(habits, random), site);
    }

    private DemoSite site(int n) {
        if (n % 120 == 119) return DemoSite.FORGOTTEN;
        return switch (n % 10) {
            case 0, 1, 2, 3, 4 -> DemoSite.OFFICE;
            case 5, 6, 7 -> DemoSite.VOICE;
            case 8 -> DemoSite.GUESTS;
            default -> DemoSite.LABORATORY;
        };
    }

    private Member anyone() {
        return order.get(random.nextInt(order.size()));
    }

    private void leave(Now now) {
        Member member = anyone();
        send(member, member.client().release(now));
        order.remove(member);
        members.remove(member.client().habits().hardware());
    }

    private void restart(Now now) {
        SimClient client = anyone().client();
        client.stop();
        client.start(now);
    }

    private void decline(Now now) {
        Member member = anyone();
        send(member, member.client().addressTaken(now));
    }
}
