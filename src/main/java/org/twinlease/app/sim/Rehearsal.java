package org.twinlease.app.sim;

import org.twinlease.control.Notice;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Edges;
import org.twinlease.engine.Engine;
import org.twinlease.engine.Identity;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.engine.Outlet;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// One client's whole life with a server in memory, before the real one opens its ports. A Java
/// program is slow in whatever it does for the first time, and the first client of a server that
/// has just been restarted would wait a second or more for its answer.
public final class Rehearsal {

    private static final Ip4 SERVER = Ip4.of("10.0.0.1");
    private static final Ip4 ADDRESS = Ip4.of("10.0.0.2");
    private static final int PORT = 67;
    private static final int ROUNDS = 3;
    private static final String CONF =
            """
            authoritative;
            ping-check off;
            option domain-name "a.example";
            option domain-name-servers 10.0.0.1;
            class "c" { match if option vendor-class-identifier = "c"; }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              option routers 10.0.0.1;
              range 10.0.0.2 10.0.0.9;
            }
            """;

    private Rehearsal() {}

    /// Begins on a thread of its own; who starts a server waits for its end.
    ///
    /// @param watcher is told what happens, as it is to be told of the real server
    public static Thread begin(Consumer<Notice> watcher) {
        return Thread.ofPlatform().daemon().name("rehearsal").start(() -> play(watcher));
    }

    static void play(Consumer<Notice> watcher) {
        try {
            Engine engine = open();
            var _ = engine.channel(_ -> true).watch(watcher);
            for (int round = 0; round < ROUNDS; round++) life(engine, 10_000L * round);
            engine.close();
        } catch (IOException never) {
            throw new AssertionError("a disk in memory takes everything", never);
        }
    }

    private static Engine open() throws IOException {
        byte[] octets = CONF.getBytes(StandardCharsets.US_ASCII);
        DhcpdConf.Reading reading = DhcpdConf.read("rehearsal", _ -> octets);
        var face = new Interface("rehearsal", SERVER, Ip4.of("255.255.255.0"), 1500, true);
        Edges edges =
                new Edges(
                        List.of(face),
                        PORT,
                        new Nowhere(),
                        () -> 0,
                        () -> Edges.Lost.NOTHING,
                        () -> "",
                        () -> "");
        return Engine.open(
                new Plan(reading.config(), false),
                new SimDisk("rehearsal", new SplittableRandom(1)),
                edges,
                new Identity("rehearsal", "", List.of(), ""));
    }

    private static void life(Engine engine, long tick) {
        for (MessageType type :
                List.of(
                        MessageType.DHCPDISCOVER,
                        MessageType.DHCPREQUEST,
                        MessageType.DHCPINFORM,
                        MessageType.DHCPRELEASE)) {
            Now now = new Now(1_000_000_000_000L + tick, tick);
            byte[] octets = message(type).encode(548);
            Input heard =
                    new Input.Datagram(
                            octets, octets.length, 0, Ip4.ZERO, 68, Cast.BROADCAST, 0, now);
            engine.batch(now, List.of(heard));
        }
    }

    private static PacketBuilder message(MessageType type) {
        PacketBuilder message =
                PacketBuilder.request(1, HardwareAddress.ethernet(0x0200_0000_0001L)).type(type);
        switch (type) {
            case DHCPREQUEST ->
                    message.option(OptionType.DHCP_REQUESTED_ADDRESS, ADDRESS)
                            .option(OptionType.DHCP_SERVER_IDENTIFIER, SERVER);
            case DHCPRELEASE, DHCPINFORM -> message.ciaddr(ADDRESS.bits());
            default -> {}
        }
        return message;
    }

    /// Where the packets of a rehearsal go.
    private static final class Nowhere implements Outlet {
        @Override
        public void unicast(int face, byte[] payload, Ip4 to, int port) {}

        @Override
        public void broadcast(int face, byte[] payload, int port) {}

        @Override
        public void toHardware(
                int face, byte[] payload, HardwareAddress client, Ip4 address, int port) {}

        @Override
        public boolean ping(int face, Ip4 address) {
            return false;
        }

        @Override
        public void flush() {}
    }
}
