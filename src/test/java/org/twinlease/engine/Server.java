package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Site;
import org.twinlease.control.Command;
import org.twinlease.control.Counter;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.BindingState;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.ProgramCall;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An engine on a simulated disk, whose clock stands until it is moved, and what it sent. One call
/// is one batch.
final class Server implements Outlet {
    static final Ip4 ADDRESS = Ip4.of("10.0.1.1");
    private static final long BEGIN = 1_700_000_000_000L;

    final SimDisk disk = new SimDisk("data", new Random(1));
    final List<String> sent = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();

    /// The syncs that were done when each packet left.
    final List<Long> syncsAtSend = new ArrayList<>();

    final List<Ip4> pinged = new ArrayList<>();

    /// The programs that were to be run, each with the address and the syncs that were done then.
    final List<String> ran = new ArrayList<>();

    boolean pings;
    Engine engine;
    private long millis;
    private int xid;

    Server(Site site) throws IOException {
        engine = open(site);
    }

    private Engine open(Site site) throws IOException {
        Interface eth = new Interface("eth0", ADDRESS, Ip4.of("255.255.255.0"), 1500, true);
        Edges edges =
                new Edges(
                        List.of(eth),
                        67,
                        this,
                        () -> 0,
                        () -> Edges.Lost.NOTHING,
                        () -> "raw",
                        () -> "icmp");
        Identity identity = new Identity("test", "1", List.of("10.0.1.1:67"), "data");
        Engine opened = Engine.open(new Plan(site.config()), disk, edges, identity);
        var _ = opened.channel(_ -> true).watch(notices::add);
        return opened;
    }

    /// The process is killed and another one starts on what the disk has.
    void restart(Site site) throws IOException {
        disk.kill();
        engine = open(site);
    }

    Now now() {
        return new Now(BEGIN + millis, 1_000 + millis);
    }

    Server pass(long more) {
        millis += more;
        batch();
        return this;
    }

    void batch(Input... inputs) {
        engine.batch(now(), List.of(inputs));
    }

    Input.Datagram datagram(byte[] bytes) {
        return new Input.Datagram(bytes, bytes.length, 0, Ip4.ZERO, 68, Cast.UNKNOWN, 0, now());
    }

    private PacketBuilder message(int client, MessageType type) {
        return PacketBuilder.request(++xid, HardwareAddress.ethernet(client)).type(type);
    }

    Input.Datagram discover(int client) {
        return datagram(message(client, MessageType.DHCPDISCOVER).encode());
    }

    Input.Datagram request(int client, String address) {
        return datagram(
                message(client, MessageType.DHCPREQUEST)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, Ip4.of(address))
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, ADDRESS)
                        .encode());
    }

    Input.Datagram renew(int client, String address) {
        return datagram(
                message(client, MessageType.DHCPREQUEST).ciaddr(Ip4.of(address).bits()).encode());
    }

    Input.Datagram release(int client, String address) {
        return datagram(
                message(client, MessageType.DHCPRELEASE).ciaddr(Ip4.of(address).bits()).encode());
    }

    Input.Datagram decline(int client, String address) {
        return datagram(
                message(client, MessageType.DHCPDECLINE)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, Ip4.of(address))
                        .encode());
    }

    /// What was sent since the last time it was asked.
    String said() {
        String all = String.join(", ", sent);
        sent.clear();
        return all;
    }

    BindingState state(String address) {
        return engine.table().state(engine.table().slot(Ip4.of(address)));
    }

    <A extends @Nullable Object> A ask(Query<A> query) {
        List<A> answers = new ArrayList<>();
        batch(new Input.Question<>(query, answers::add));
        return answers.getFirst();
    }

    long count(Counter counter) {
        return ask(new Query.Counters()).get(counter);
    }

    List<Outcome> order(Command command) {
        List<Outcome> outcomes = new ArrayList<>();
        batch(new Input.Order(command, outcomes::add));
        return outcomes;
    }

    private void record(byte[] payload) {
        if (!(Packet.decode(payload, payload.length) instanceof Decoded.Ok<Packet>(var packet))) {
            throw new AssertionError("sent something malformed");
        }
        sent.add(packet.messageType() + " " + Ip4.text(packet.yiaddr()));
        syncsAtSend.add(disk.syncs());
    }

    @Override
    public void run(Ip4 about, ProgramCall call) {
        ran.add(about + " " + call.line() + " after " + disk.syncs());
    }

    @Override
    public void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port) {
        record(payload);
    }

    @Override
    public void broadcast(int interfaceIndex, byte[] payload, int port) {
        record(payload);
    }

    @Override
    public void toHardware(
            int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 address, int port) {
        record(payload);
    }

    @Override
    public boolean ping(int interfaceIndex, Ip4 address) {
        if (pings) pinged.add(address);
        return pings;
    }

    @Override
    public void flush() {}
}
