package org.twinlease.transport;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A load against a make-believe server on a clock of its own, a millisecond a step. Every answer
/// takes one step.
final class LoadWorld {
    static final Ip4 RELAY = Ip4.of("10.8.0.254");

    /// What the make-believe server says to a message; null for nothing.
    interface Server {
        @Nullable PacketBuilder answer(InetSocketAddress server, Packet message);
    }

    private final Server server;
    private final LoadClients clients;
    private final List<Input> arriving = new ArrayList<>();
    private final Map<MessageType, Integer> sent = new EnumMap<>(MessageType.class);
    int mostUnderWay;
    private long tick;
    private @Nullable LoadReport report;

    LoadWorld(LoadPlan plan, Server server) {
        this.server = server;
        clients = new LoadClients(plan, this::send, () -> tick * 1_000_000, r -> report = r);
    }

    static LoadPlan plan(LoadPlan.Mix mix, int clients, double rate, int window) {
        return new LoadPlan(
                List.of(server(1)), RELAY, clients, rate, window, 2, mix, LoadPlan.HARDWARE);
    }

    static InetSocketAddress server(int number) {
        return Addresses.socket(new Ip4(0x0a080000 + number), 1067);
    }

    /// Runs until the report is there, at most a simulated minute.
    LoadReport run() {
        for (; report == null && tick < 60_000; tick++) {
            List<Input> now = List.copyOf(arriving);
            arriving.clear();
            mostUnderWay = Math.max(mostUnderWay, now.size());
            if (!now.isEmpty() || clients.nextWakeTick() <= tick) {
                clients.batch(new Now(0, tick), now);
            }
        }
        if (report == null) throw new AssertionError("no report after a minute");
        return report;
    }

    private void send(Ip4 to, int port, byte[] payload) {
        Packet message = decode(payload);
        if (message.giaddr() != RELAY.bits()) throw new AssertionError("not from the relay");
        MessageType type = message.messageType();
        if (type == null) throw new AssertionError("no message type");
        sent.merge(type, 1, Integer::sum);
        if (type == MessageType.DHCPRELEASE) return; // nobody answers one
        PacketBuilder answer = server.answer(Addresses.socket(to, port), message);
        if (answer == null) return;
        byte[] bytes = answer.option(OptionType.DHCP_SERVER_IDENTIFIER, to).encode();
        arriving.add(
                new Input.Datagram(
                        bytes,
                        bytes.length,
                        0,
                        to,
                        port,
                        Cast.UNICAST,
                        (tick + 1) * 1_000_000,
                        new Now(0, 0)));
    }

    private static Packet decode(byte[] payload) {
        if (Packet.decode(payload, payload.length) instanceof Decoded.Ok<Packet>(Packet packet)) {
            return packet;
        }
        throw new AssertionError("a message that cannot be decoded");
    }

    /// A server that gives each client the address of its number and grants whatever is asked.
    static PacketBuilder good(InetSocketAddress server, Packet message) {
        boolean discover = message.messageType() == MessageType.DHCPDISCOVER;
        int own = message.hardware().address().at(5) + 256 * message.hardware().address().at(4);
        return PacketBuilder.reply(message)
                .yiaddr(0x0a090000 + own)
                .type(discover ? MessageType.DHCPOFFER : MessageType.DHCPACK);
    }

    int sent(MessageType type) {
        return sent.getOrDefault(type, 0);
    }
}
