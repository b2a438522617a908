package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.config.Config;
import org.twinlease.config.Host;
import org.twinlease.config.Permit;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Edges;
import org.twinlease.engine.Engine;
import org.twinlease.engine.Identity;
import org.twinlease.engine.Input;
import org.twinlease.engine.Outlet;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.Packet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Hostile packets through the whole engine, from the datagram to the journal: never an exception,
/// never a packet without a reason, never an answer that cannot be read. `-Dfuzz.packets=10000000`
/// takes as many, `-Dfuzz.seed=N` others.
@Tag("sim")
final class FuzzTest {

    private static final int PER_ENGINE = 20_000;

    @Test
    void noPacketBreaksTheEngineOrGoesWithoutAReason() throws IOException {
        long left = Long.getLong("fuzz.packets", 200_000);
        SplittableRandom seeds = new SplittableRandom(Long.getLong("fuzz.seed", 1));
        while (left > 0) {
            long seed = seeds.nextLong();
            int count = (int) Math.min(left, PER_ENGINE);
            try (Victim victim = new Victim(seed)) {
                victim.suffer(count);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("engine of seed " + seed + ": " + e, e);
            }
            left -= count;
        }
    }

    /// One engine under fire.
    private static final class Victim implements Outlet, AutoCloseable {

        private final SplittableRandom random;
        private final PacketForge forge;
        private final SimDisk disk;
        private final Plan plan;
        private final Engine engine;
        private long tick;
        private long wallOffset = SimTime.START;
        private long fired;
        private long seen;
        private long answers;

        Victim(long seed) throws IOException {
            random = new SplittableRandom(seed);
            forge = new PacketForge(random.split());
            disk = new SimDisk("fuzz", random.split());
            plan = new Plan(config(random));
            engine = open();
            var _ = engine.channel(_ -> true).watch(this::notice);
        }

        private Engine open() throws IOException {
            Edges edges =
                    new Edges(
                            Terrain.interfaces(0),
                            67,
                            this,
                            () -> 0,
                            () -> Edges.Lost.NOTHING,
                            () -> "none",
                            () -> "none");
            return Engine.open(
                    plan, disk, edges, new Identity("fuzz", "0", List.of(), disk.name()));
        }

        void suffer(int packets) throws IOException {
            while (fired < packets) {
                List<Input> inputs = new ArrayList<>();
                int size = (int) Math.min(1 + random.nextInt(64), packets - fired);
                for (int i = 0; i < size; i++) inputs.add(datagram());
                if (random.nextInt(50) == 0) inputs.add(new Input.PingAnswered(anyAddress()));
                trouble();
                engine.batch(now(), inputs);
                fired += size;
            }
            disk.setRoomy();
            disk.setBroken(false);
            // Offers that wait for a ping are through, and a disk that failed is back.
            for (int i = 0; i < 5; i++) pass(2_000);
            assertThat(seen).isEqualTo(fired);
            addUp();
            Map<Ip4, LeaseView> before = leases(engine);
            assertThat(before).hasSizeGreaterThan(10);
            engine.close();
            disk.crash();
            Engine again = open();
            assertThat(leases(again)).isEqualTo(before);
            again.close();
        }

        private void pass(long millis) {
            tick += millis;
            engine.batch(now(), List.of());
        }

        private Now now() {
            return new Now(tick + wallOffset, tick);
        }

        private Cast cast() {
            return Cast.values()[random.nextInt(Cast.values().length)];
        }

        private Input datagram() {
            byte[] bytes = forge.next();
            Ip4 from = random.nextBoolean() ? Ip4.ZERO : anyAddress();
            int port = random.nextInt(65_536);
            return new Input.Datagram(
                    bytes, bytes.length, random.nextInt(2), from, port, cast(), 0, now());
        }

        private Ip4 anyAddress() {
            return new Ip4(Terrain.poolStart(random.nextInt(3)).bits() + random.nextInt(60));
        }

        private void trouble() {
            tick += random.nextInt(200) == 0 ? 4_000_000 : random.nextInt(3000);
            switch (random.nextInt(200)) {
                case 0 -> wallOffset += random.nextLong(-4_000_000, 4_000_000);
                case 1 -> disk.setBroken(true);
                case 2 -> disk.setFull(random.nextInt(2000));
                case 3 -> disk.failNext(SimDisk.Op.SYNC);
                case 4, 5, 6, 7 -> {
                    disk.setRoomy();
                    disk.setBroken(false);
                }
                default -> {}
            }
        }

        private void addUp() {
            List<CountersView> got = new ArrayList<>();
            engine.batch(now(), List.of(new Input.Question<>(new Query.Counters(), got::add)));
            CountersView counts = got.getFirst();
            assertThat(counts.get(Counter.RECEIVED)).isEqualTo(fired);
            long sent =
                    counts.get(Counter.OFFER)
                            + counts.get(Counter.ACK)
                            + counts.get(Counter.NAK)
                            + counts.get(Counter.BOOTREPLY);
            assertThat(sent).isEqualTo(answers);
            assertThat(sent + counts.get(Counter.SILENT)).isLessThanOrEqualTo(fired);
            assertThat(counts.get(Counter.MALFORMED)).isPositive();
        }

        private Map<Ip4, LeaseView> leases(Engine from) {
            Map<Ip4, LeaseView> leases = new java.util.TreeMap<>();
            from.batch(now(), List.of());
            from.batch(
                    now(),
                    List.of(
                            new Input.Question<>(
                                    new Query.Leases(Ip4.ZERO, 10_000, false),
                                    page ->
                                            page.leases()
                                                    .forEach(l -> leases.put(l.address(), l)))));
            return leases;
        }

        private void notice(Notice notice) {
            if (!(notice instanceof Notice.PacketSeen(PacketView packet))) return;
            seen++;
            assertThat(packet.reasons()).isNotEmpty();
            assertThat(Sentences.of(packet.reasons())).isNotBlank();
        }

        private void sent(byte[] payload) {
            answers++;
            assertThat(payload.length).isBetween(300, 1500 - 28);
            assertThat(Packet.decode(payload, payload.length)).isInstanceOf(Decoded.Ok.class);
            assertThat(payload[0]).isEqualTo((byte) 2);
        }

        @Override
        public void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port) {
            sent(payload);
        }

        @Override
        public void broadcast(int interfaceIndex, byte[] payload, int port) {
            sent(payload);
        }

        @Override
        public void toHardware(
                int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 to, int port) {
            sent(payload);
        }

        @Override
        public boolean ping(int interfaceIndex, Ip4 address) {
            return random.nextBoolean();
        }

        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            engine.close();
        }
    }

    /// Something of everything, thrown together.
    private static Config config(SplittableRandom random) {
        Map<Parameter, Long> numbers =
                Map.ofEntries(
                        Map.entry(Parameter.AUTHORITATIVE, bit(random)),
                        Map.entry(Parameter.PING_CHECK, bit(random)),
                        Map.entry(Parameter.ONE_LEASE_PER_CLIENT, bit(random)),
                        Map.entry(Parameter.ALWAYS_BROADCAST, bit(random)),
                        Map.entry(Parameter.IGNORE_CLIENT_UIDS, bit(random)),
                        Map.entry(Parameter.USE_HOST_DECL_NAMES, bit(random)),
                        Map.entry(Parameter.USE_LEASE_ADDR_FOR_DEFAULT_ROUTE, bit(random)),
                        Map.entry(Parameter.CHECK_SECS_BYTE_ORDER, bit(random)),
                        Map.entry(Parameter.ALWAYS_REPLY_RFC1048, bit(random)),
                        Map.entry(Parameter.MIN_SECS, 3 * bit(random)),
                        Map.entry(Parameter.DECLINES, bit(random)),
                        Map.entry(Parameter.MAX_LEASE_TIME, random.nextLong(1, Scope.INFINITE + 1)),
                        Map.entry(Parameter.DEFAULT_LEASE_TIME, random.nextLong(100, 5000)),
                        Map.entry(Parameter.ABANDON_LEASE_TIME, 300L));
        Map<OptionKey, Octets> options =
                Map.of(
                        OptionKey.dhcp(6),
                        Octets.of(new byte[8]),
                        OptionKey.dhcp(15),
                        Octets.ofText("fuzz.example"),
                        OptionKey.dhcp(58),
                        Octets.of(new byte[] {0, 0, 1, 0}),
                        OptionKey.dhcp(119),
                        Octets.of(new byte[random.nextInt(1, 700)]),
                        OptionKey.dhcp(121),
                        Octets.of(new byte[] {0, 10, 0, 0, 1}),
                        new OptionKey("acme", 1),
                        Octets.ofText("inner"));
        Map<Parameter, String> texts =
                random.nextBoolean()
                        ? Map.of(Parameter.VENDOR_OPTION_SPACE, "acme")
                        : Map.of(
                                Parameter.FILENAME, "boot/file",
                                Parameter.SERVER_NAME, "server.example");
        Scope global = new Scope(null, options, numbers, texts);
        List<SharedNetwork> networks = new ArrayList<>();
        for (int wire = 0; wire < 3; wire++) networks.add(network(global, wire, random));
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < 30; i++) hosts.add(host(global, i));
        return new Config(global, networks, hosts, List.of(), List.of());
    }

    private static long bit(SplittableRandom random) {
        return random.nextInt(2);
    }

    private static SharedNetwork network(Scope global, int wire, SplittableRandom random) {
        Ip4 number = new Ip4(Terrain.poolStart(wire).bits() & 0xFFFF_0000);
        Scope scope = new Scope(global, Map.of(), Map.of(), Map.of());
        Subnet subnet = new Subnet(number, Ip4.of("255.255.0.0"), scope, null);
        int low = Terrain.poolStart(wire).bits();
        List<Permit> some = List.of(new Permit(random.nextBoolean(), kind(random), "1800000000"));
        List<Pool> pools =
                List.of(
                        pool(scope, low, low + 19, List.of(), random.nextBoolean()),
                        pool(scope, low + 20, low + 39, some, true));
        @Nullable String nowhere = null;
        return new SharedNetwork("wire-" + wire, scope, List.of(subnet), pools, nowhere);
    }

    private static Permit.Kind kind(SplittableRandom random) {
        return Permit.Kind.values()[random.nextInt(Permit.Kind.values().length)];
    }

    private static Pool pool(Scope scope, int low, int high, List<Permit> permits, boolean bootp) {
        Range range = new Range(new Ip4(low), new Ip4(high), bootp);
        Scope own = new Scope(scope, Map.of(), Map.of(), Map.of());
        return new Pool(own, List.of(range), permits, null);
    }

    private static Host host(Scope global, int number) {
        Map<Parameter, Long> booting =
                number % 7 == 0 ? Map.of(Parameter.ALLOW_BOOTING, 0L) : Map.of();
        Scope scope = new Scope(global, Map.of(), booting, Map.of());
        boolean fixed = number % 3 == 0;
        return new Host(
                "host-" + number,
                scope,
                number % 5 == 0 ? null : HardwareAddress.ethernet(0x02_00_00_00_00_00L + number),
                number % 5 == 0 ? Octets.of((byte) (number % 4)) : null,
                fixed
                        ? List.of(new Ip4(Terrain.poolStart(number % 2).bits() + 30 + number))
                        : List.of());
    }
}
