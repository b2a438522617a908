package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.sim.Carrier;
import org.twinlease.sim.SimHost;
import org.twinlease.sim.SimServer;
import org.twinlease.sim.SimTcp;
import org.twinlease.sim.SimTime;
import org.twinlease.sim.Transcript;
import org.twinlease.sim.Violation;
import org.twinlease.sim.Watch;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// Lets the servers of a twin live through what a [Recording] says was done and asked, each at its
/// millisecond, and writes down what they say and tell in the recording's words. Clients ask for
/// the addresses that they were given here, which need not be those of the recording.
final class Rerun implements Carrier, Watch {

    private static final Ip4[] ADDRESSES = {Ip4.of("10.77.0.2"), Ip4.of("10.77.0.3")};

    /// Milliseconds that an offer takes at most.
    private static final int OFFER = 5;

    private final SimTime time = new SimTime();
    private final SimTcp tcp = new SimTcp(time, new SplittableRandom(1));
    private final List<SimServer> servers = new ArrayList<>();
    private final List<Recording.Entry> entries = new ArrayList<>();
    private final boolean[] cut = new boolean[2];
    private final Map<HardwareAddress, Ip4> offered = new HashMap<>();
    private final Map<HardwareAddress, Ip4> server = new HashMap<>();
    private final Map<HardwareAddress, Ip4> has = new HashMap<>();
    private int xid;

    private Rerun(Recording recording) {
        Transcript silent = new Transcript(time, false);
        for (int number = 0; number < 2; number++) {
            String conf = number == 0 ? recording.primary() : recording.secondary();
            byte[] octets = conf.getBytes(StandardCharsets.ISO_8859_1);
            var config = DhcpdConf.read("dhcpd.conf", _ -> octets).config();
            Interface wire =
                    new Interface("wire", ADDRESSES[number], Ip4.of("255.255.255.0"), 1500, true);
            SimHost host = new SimHost(number, new Plan(config), List.of(wire));
            SimServer made =
                    new SimServer(host, time, this, this, silent, new SplittableRandom(number));
            made.connect(tcp, ADDRESSES[number]);
            servers.add(made);
        }
    }

    /// What the twin did, in the form of a recording.
    static Recording of(Recording recording) {
        Rerun rerun = new Rerun(recording);
        for (Recording.Entry entry : recording.entries()) {
            rerun.time.runUntil(entry.millis());
            switch (entry.kind()) {
                case "do" -> {
                    rerun.entries.add(entry);
                    rerun.act(entry);
                }
                case "note" -> rerun.entries.add(entry);
                case "asked" -> {
                    // Here an offer takes a moment longer than in the laboratory.
                    if (!entry.value("server").isEmpty()) {
                        rerun.time.runUntil(rerun.time.tick() + OFFER);
                    }
                    rerun.ask(entry);
                }
                default -> {}
            }
        }
        rerun.time.runUntil(recording.entries().getLast().millis() + 1000);
        return new Recording(
                recording.name(), recording.primary(), recording.secondary(), rerun.entries);
    }

    private void note(String kind, String words) {
        entries.add(new Recording.Entry(time.tick(), kind, List.of(words.split(" ", -1))));
    }

    private void act(Recording.Entry entry) {
        String last = entry.word(entry.words().size() - 1);
        int number = entry.text().contains("secondary") || entry.text().contains(" b") ? 1 : 0;
        SimServer which = servers.get(number);
        switch (entry.word(0)) {
            case "start" -> which.start();
            case "stop" -> {
                if (last.equals("--kill")) which.kill();
                else which.stop();
            }
            case "net:" -> {
                boolean now = entry.word(1).equals("cut");
                tcp.setCut(now);
                cut[number] = now;
            }
            case "omapi" -> order(which, last);
            default -> throw new IllegalArgumentException(entry.text());
        }
    }

    private void order(SimServer which, String what) {
        Command command =
                switch (what) {
                    case "partner-down" -> new Command.PartnerDown("fo", which.now().wallSeconds());
                    case "shutdown", "shut-down" -> new Command.ShutDown("fo");
                    case "recover" -> new Command.Recover("fo");
                    default -> throw new IllegalArgumentException(what);
                };
        which.order(command);
    }

    private void ask(Recording.Entry entry) {
        HardwareAddress who =
                Objects.requireNonNull(HardwareAddress.parse(entry.word(0)), entry::text);
        MessageType type = MessageType.valueOf("DHCP" + entry.word(1));
        boolean had = !entry.value("ciaddr").equals("0.0.0.0");
        PacketBuilder packet =
                PacketBuilder.request(++xid, who)
                        .secs(Integer.parseInt(entry.value("secs")))
                        .broadcast(true)
                        .type(type);
        Ip4 relay = Ip4.of(entry.value("giaddr"));
        if (!relay.isZero()) packet.giaddr(relay.bits()).hops(1);
        Ip4 recorded = Ip4.of(entry.value("ciaddr"));
        if (had) packet.ciaddr(has.getOrDefault(who, recorded).bits());
        if (!entry.value("id").isEmpty()) {
            packet.option(OptionType.DHCP_CLIENT_IDENTIFIER, octets(entry.value("id")));
        }
        String lease = entry.value("lease");
        if (!lease.isEmpty()) packet.seconds(OptionType.DHCP_LEASE_TIME, Long.parseLong(lease));
        addresses(entry, who, type, packet);
        byte[] payload = packet.encode();
        for (int number = 0; number < 2; number++) {
            String to = entry.value("to");
            if (!to.isEmpty() && !to.equals(ADDRESSES[number].toString())) continue;
            if (cut[number]) continue;
            Ip4 from = relay.isZero() ? recorded : relay;
            servers.get(number)
                    .arrive(
                            new Input.Datagram(
                                    payload.clone(),
                                    payload.length,
                                    0,
                                    from,
                                    relay.isZero() ? 68 : 67,
                                    to.isEmpty() ? Cast.BROADCAST : Cast.UNICAST,
                                    0,
                                    servers.get(number).now()));
        }
    }

    private void addresses(
            Recording.Entry entry, HardwareAddress who, MessageType type, PacketBuilder packet) {
        String wanted = entry.value("requested");
        String chosen = entry.value("server");
        if (!wanted.isEmpty()) {
            Map<HardwareAddress, Ip4> from = chosen.isEmpty() ? has : offered;
            if (type == MessageType.DHCPDECLINE) from = has;
            Ip4 address = from.getOrDefault(who, Ip4.of(wanted));
            packet.option(OptionType.DHCP_REQUESTED_ADDRESS, address);
        }
        if (!chosen.isEmpty()) {
            Ip4 identity = server.getOrDefault(who, Ip4.of(chosen));
            packet.option(OptionType.DHCP_SERVER_IDENTIFIER, identity);
        }
    }

    private static Octets octets(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return Octets.of(bytes);
    }

    private void told(SimServer from, byte[] payload) {
        if (cut[servers.indexOf(from)]) return;
        if (!(Packet.decode(payload, payload.length)
                instanceof Decoded.Ok<Packet>(Packet packet))) {
            throw new IllegalStateException("nobody can read that");
        }
        HardwareAddress who = packet.hardware();
        MessageType type = Objects.requireNonNull(packet.messageType());
        Ip4 address = new Ip4(packet.yiaddr());
        if (type == MessageType.DHCPOFFER) {
            offered.put(who, address);
            server.put(who, ADDRESSES[servers.indexOf(from)]);
        }
        if (type == MessageType.DHCPACK && !address.isZero()) has.put(who, address);
        long lease = packet.seconds(OptionType.DHCP_LEASE_TIME);
        note(
                "told",
                "%s %s %s %s"
                        .formatted(
                                who,
                                type.name().substring(4),
                                from.name(),
                                lease < 0 ? "-" : String.valueOf(lease)));
    }

    @Override
    public void said(SimServer from, byte[] octets) {
        if (!(FailoverMessage.decode(octets)
                instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message))) {
            throw new IllegalStateException("no message");
        }
        String words = from.name() + " " + message.type();
        if (message.has(FailoverOption.SERVER_STATE)) {
            ServerState state =
                    ServerState.ofCode((int) message.number(FailoverOption.SERVER_STATE));
            words += " " + Objects.requireNonNull(state).word();
            if (message.number(FailoverOption.SERVER_FLAGS) != 0) words += " startup";
        }
        note("said", words);
    }

    @Override
    public Violation fail(String what) {
        throw new IllegalStateException(what);
    }

    @Override
    public void unicast(SimServer from, byte[] payload, Ip4 to) {
        told(from, payload);
    }

    @Override
    public void broadcast(SimServer from, int at, byte[] payload) {
        told(from, payload);
    }

    @Override
    public void toHardware(
            SimServer from, int at, byte[] payload, @Nullable HardwareAddress client) {
        told(from, payload);
    }

    @Override
    public void ping(SimServer from, Ip4 address) {}
}
