package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.Messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A failover pool of a million addresses: what is done for all of them is done in steps.
class LargePairTest {

    private static final String CONFIG =
            """
            failover peer "fo" {
              primary; address 10.0.0.1; peer address 10.0.0.2; mclt 60; split 128;
            }
            subnet 10.0.0.0 netmask 255.240.0.0 {
              pool { failover peer "fo"; range 10.0.0.10 10.15.255.0; }
            }
            """;
    private static final Ip4 HERE = Ip4.of("10.0.0.1");
    private static final Ip4 THERE = Ip4.of("10.0.0.2");
    private static final int SIZE = (1 << 20) - 265;
    private static final int STEP = 4096;

    private final Wire wire = new Wire();
    private final Engine engine = open();
    private long seconds;

    private Engine open() {
        byte[] octets = CONFIG.getBytes(StandardCharsets.ISO_8859_1);
        Plan plan = new Plan(DhcpdConf.read("dhcpd.conf", _ -> octets, _ -> List.of()).config());
        var eth = new Interface("eth0", HERE, Ip4.of("255.240.0.0"), 1500, true);
        try {
            return Engine.open(
                    plan,
                    new SimDisk("data", new Random(1)),
                    new Edges(
                            List.of(eth),
                            67,
                            wire,
                            () -> 0,
                            () -> Edges.Lost.NOTHING,
                            () -> "raw",
                            () -> "none"),
                    new Identity("test", "1", List.of(), "data"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void batch(Input... inputs) {
        engine.batch(
                new Now(1_700_000_000_000L + 1000 * seconds, 1_000 + 1000 * seconds),
                List.of(inputs));
    }

    private void hear(FailoverMessage message, long xid) {
        long second = 1_700_000_000L + seconds;
        batch(new Input.LinkData(wire.link, message.at(second, xid).encode()));
    }

    private PoolView pool() {
        List<PoolView> pools = new ArrayList<>();
        batch(new Input.Question<>(new Query.Pools(), pools::addAll));
        return pools.getFirst();
    }

    @Test
    void ofAMillionFreeAddressesSomeAreGivenToThePartnerEverySecond() {
        batch();
        batch(new Input.LinkUp(wire.link, HERE, 40_000, THERE, false));
        var connect = Connect.of("fo", 10, 30, "test", 60, Octets.EMPTY);
        hear(ConnectAck.accept(connect, 10, 30, "test").message(), 0);
        hear(Messages.state(ServerState.RECOVER, false, 0), 1);
        hear(Messages.upddone(), 3);
        hear(Messages.state(ServerState.RECOVER_DONE, false, 0), 2);
        assertThat(pool().size()).isEqualTo(SIZE);
        assertThat(pool().backup()).as("as soon as both are normal").isEqualTo(STEP);
        for (int step = 2; step < 10; step++) {
            seconds++;
            batch();
            assertThat(pool().backup()).isEqualTo((long) step * STEP);
        }
    }

    /// Takes every call; what is sent is not looked at.
    private static final class Wire implements Outlet, PartnerWire {
        private long link;

        @Override
        public PartnerWire partners() {
            return this;
        }

        @Override
        public void listen(Ip4 address, int port) {}

        @Override
        public void connect(long number, Ip4 from, Ip4 to, int port) {
            link = number;
        }

        @Override
        public void send(long number, byte[] octets) {}

        @Override
        public void close(long number) {}

        @Override
        public void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port) {}

        @Override
        public void broadcast(int interfaceIndex, byte[] payload, int port) {}

        @Override
        public void toHardware(
                int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 to, int port) {}

        @Override
        public boolean ping(int interfaceIndex, Ip4 address) {
            return false;
        }

        @Override
        public void flush() {}
    }
}
