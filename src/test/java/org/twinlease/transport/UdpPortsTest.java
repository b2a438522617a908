package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Tag("socket")
final class UdpPortsTest {
    private static final Interface FIRST = loopback("127.0.0.1");
    private static final Interface SECOND = loopback("127.0.0.2");

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void everyDatagramIsAnsweredFromTheAddressThatItWasSentTo(IoKind io) throws Exception {
        try (Server server = Server.start(io, List.of(FIRST, SECOND));
                DatagramSocket client = client()) {
            for (InetSocketAddress to : server.ports().addresses()) {
                byte[] question = to.toString().getBytes(StandardCharsets.US_ASCII);
                client.send(new DatagramPacket(question, question.length, to));
                DatagramPacket answer = receive(client);
                assertEquals(to, answer.getSocketAddress());
                assertArrayEquals(question, Arrays.copyOf(answer.getData(), answer.getLength()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aBurstIsAnsweredToTheLast(IoKind io) throws Exception {
        try (Server server = Server.start(io, List.of(FIRST));
                DatagramSocket client = client()) {
            InetSocketAddress to = server.ports().addresses().getFirst();
            for (int i = 0; i < 200; i++) {
                client.send(new DatagramPacket(new byte[] {(byte) i}, 1, to));
            }
            boolean[] seen = new boolean[200];
            for (int i = 0; i < 200; i++) seen[receive(client).getData()[0] & 255] = true;
            for (int i = 0; i < 200; i++) assertTrue(seen[i], "datagram " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aDatagramLongerThanTheLinkTakesIsDroppedAndTheNextOneServed(IoKind io) throws Exception {
        try (Server server = Server.start(io, List.of(FIRST));
                DatagramSocket client = client()) {
            InetSocketAddress to = server.ports().addresses().getFirst();
            client.send(new DatagramPacket(new byte[1_501], 1_501, to));
            client.send(new DatagramPacket(new byte[1_500], 1_500, to));
            assertEquals(1_500, receive(client).getLength());
            assertEquals(1, server.ports().losses().oversize());
        }
    }

    /// `limited-broadcast-address` and `-s` name a place that a test can listen at.
    @Test
    void aBroadcastGoesWhereBroadcastsAreSaidToGo() throws Exception {
        Interface link = new Interface("lo", Ip4.of("127.0.0.1"), null, 1_500, true);
        try (DatagramSocket everybody = client();
                EngineLoop loop = new EngineLoop("t", IoKind.NIO, new Intake(8), _ -> {})) {
            UdpPorts ports = UdpPorts.open(loop, IoKind.NIO, List.of(link), 0);
            ports.broadcastTo(Ip4.of("127.0.0.1"));
            int port = everybody.getLocalPort();
            loop.start(
                    new Core() {
                        private boolean said;

                        @Override
                        public void batch(Now now, List<Input> inputs) {
                            if (said) return;
                            said = true;
                            ports.broadcast(0, new byte[] {1, 2, 3}, port);
                            ports.flush();
                        }

                        @Override
                        public long nextWakeTick() {
                            return 0;
                        }
                    });
            assertEquals(3, receive(everybody).getLength());
        }
    }

    @Test
    void aPortInUseIsRefusedInWordsAndLeavesNothingOpen() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"));
                EngineLoop loop = new EngineLoop("t", IoKind.detect(), new Intake(8), _ -> {})) {
            int port = taken.getLocalPort();
            CannotListen refused =
                    assertThrows(
                            CannotListen.class,
                            () ->
                                    UdpPorts.open(
                                            loop, IoKind.detect(), List.of(FIRST, SECOND), port));
            assertEquals(
                    "port "
                            + port
                            + " on 127.0.0.2 is in use by another server;"
                            + " stop it or choose another --port",
                    refused.getMessage());
            new DatagramSocket(port, InetAddress.getLoopbackAddress()).close();
        }
    }

    /// What comes in while the server stands still is not taken for what came just now.
    @ParameterizedTest
    @EnumSource(IoKind.class)
    void whatWaitedInTheSocketIsKnownToHave(IoKind io) throws Exception {
        BlockingQueue<Input.Datagram> heard = new LinkedBlockingQueue<>();
        try (EngineLoop loop = new EngineLoop("t", io, new Intake(8), _ -> {});
                DatagramSocket client = client()) {
            UdpPorts ports = UdpPorts.open(loop, io, List.of(FIRST), 0);
            loop.start(new Listener(heard));
            InetSocketAddress to = ports.addresses().getFirst();
            Now first = loop.now();
            CountDownLatch looked = new CountDownLatch(1);
            loop.run(loop::look);
            loop.run(loop::look);
            loop.run(looked::countDown);
            assertTrue(looked.await(10, TimeUnit.SECONDS));
            client.send(new DatagramPacket(new byte[] {1}, 1, to));
            assertTrue(next(heard).notBefore().tickMillis() >= first.tickMillis());

            CountDownLatch goesOn = new CountDownLatch(1);
            loop.run(
                    () -> {
                        try {
                            assertTrue(goesOn.await(10, TimeUnit.SECONDS));
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    });
            client.send(new DatagramPacket(new byte[] {2}, 1, to));
            Now sent = loop.now();
            goesOn.countDown();
            assertTrue(next(heard).notBefore().tickMillis() <= sent.tickMillis());
        }
    }

    private static Input.Datagram next(BlockingQueue<Input.Datagram> heard) throws Exception {
        return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "no datagram");
    }

    private record Listener(BlockingQueue<Input.Datagram> heard) implements Core {
        @Override
        public void batch(Now now, List<Input> inputs) {
            for (Input input : inputs) {
                if (input instanceof Input.Datagram datagram) heard.add(datagram);
            }
        }

        @Override
        public long nextWakeTick() {
            return Long.MAX_VALUE;
        }
    }

    private record Server(EngineLoop loop, UdpPorts ports) implements AutoCloseable {

        static Server start(IoKind io, List<Interface> interfaces) throws CannotListen {
            EngineLoop loop =
                    new EngineLoop(
                            "echo",
                            io,
                            new Intake(4_096),
                            broken -> {
                                throw new AssertionError(broken);
                            });
            UdpPorts ports = UdpPorts.open(loop, io, interfaces, 0);
            EchoCore core = new EchoCore();
            core.answerBy(ports);
            loop.start(core);
            return new Server(loop, ports);
        }

        @Override
        public void close() {
            loop.close();
        }
    }

    private static Interface loopback(String address) {
        return new Interface("lo", Ip4.of(address), null, 1_500, false);
    }

    private static DatagramSocket client() throws Exception {
        DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        client.setSoTimeout(5_000);
        return client;
    }

    private static DatagramPacket receive(DatagramSocket client) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        client.receive(packet);
        return packet;
    }
}
