package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.net.InetSocketAddress;
import java.util.List;

final class LoadGeneratorTest {

    @Test
    void aLoadOverRealSocketsEndsWithItsReport() throws Exception {
        Interface face = new Interface("lo", Ip4.of("127.0.0.1"), null, 1_500, false);
        IoKind io = IoKind.detect();
        try (EngineLoop loop = EngineLoop.named("server", io, _ -> {})) {
            UdpPorts ports = UdpPorts.open(loop, io, List.of(face), 0);
            loop.start(server(ports));
            InetSocketAddress server = ports.addresses().getFirst();
            assertEquals(Ip4.of("127.0.0.1"), LoadGenerator.relayFor(server));
            LoadReport report =
                    LoadGenerator.run(
                            new LoadPlan(
                                    List.of(server),
                                    Ip4.of("127.0.0.2"),
                                    200,
                                    0,
                                    16,
                                    0.3,
                                    LoadPlan.Mix.DORA,
                                    LoadPlan.HARDWARE));
            assertTrue(report.completed() > 0, report.toString());
            assertEquals(report.started(), report.completed() + report.dropped());
            assertEquals(0, report.duplicates());
            assertTrue(report.ack().max() > 0);
        }
    }

    private static Core server(UdpPorts ports) {
        return new Core() {
            @Override
            public void batch(Now now, List<Input> inputs) {
                for (Input input : inputs) {
                    if (input instanceof Input.Datagram d) answer(d);
                }
                ports.flush();
            }

            private void answer(Input.Datagram d) {
                if (!(Packet.decode(d.bytes(), d.length())
                        instanceof Decoded.Ok<Packet>(Packet message))) return;
                PacketBuilder reply = LoadWorld.good(ports.addresses().getFirst(), message);
                ports.unicast(0, reply.encode(), new Ip4(message.giaddr()), d.fromPort());
            }

            @Override
            public long nextWakeTick() {
                return Long.MAX_VALUE;
            }
        };
    }
}
