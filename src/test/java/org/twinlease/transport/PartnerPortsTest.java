package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinlease.transport.PartnerHost.HERE;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Connections over the loopback interface, by both ways to wait for sockets.
@Tag("socket")
final class PartnerPortsTest {
    private static final Ip4 BESIDE = Ip4.of("127.0.0.2");
    private static final Ip4 FAR = Ip4.of("203.0.113.1");

    private static byte[] noise(int count) {
        byte[] octets = new byte[count];
        new Random(count).nextBytes(octets);
        return octets;
    }

    private static Socket to(InetSocketAddress server, String from) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(server, 10_000);
        return socket;
    }

    private static Socket to(InetSocketAddress server) throws IOException {
        return to(server, "127.0.0.1");
    }

    /// Whether the other side closed without a word.
    private static boolean isTurnedAway(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void whatAPartnerSendsInPiecesOrAllAtOnceArrivesWholeAndInOrder(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io);
                Socket partner = to(host.listening())) {
            Input.LinkUp up = host.next(Input.LinkUp.class);
            assertTrue(up.accepted());
            assertEquals(1, up.link());
            assertEquals(HERE, up.local());
            assertEquals(HERE, up.remote());
            assertEquals(partner.getPort(), up.localPort());
            byte[] octets = noise(1_000_000);
            for (int i = 0; i < 100; i++) partner.getOutputStream().write(octets, i, 1);
            partner.getOutputStream().write(octets, 100, octets.length - 100);
            assertArrayEquals(octets, host.octets(up.link(), octets.length));
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aConnectionToAPartnerComesFromTheAddressThatWasAskedFor(IoKind io) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PartnerHost host = PartnerHost.start(io)) {
            host.connect(2, BESIDE, server.getLocalPort());
            Input.LinkUp up = host.next(Input.LinkUp.class);
            assertEquals(2, up.link());
            assertFalse(up.accepted());
            assertEquals(BESIDE, up.local());
            assertEquals(HERE, up.remote());
            try (Socket partner = server.accept()) {
                assertEquals("127.0.0.2", partner.getInetAddress().getHostAddress());
                assertEquals(up.localPort(), partner.getPort());
                host.send(2, new byte[] {1, 2, 3});
                host.send(2, new byte[] {4});
                assertArrayEquals(new byte[] {1, 2, 3, 4}, partner.getInputStream().readNBytes(4));
                partner.getOutputStream().write(5);
                assertArrayEquals(new byte[] {5}, host.octets(2, 1));
            }
            assertEquals("closed by the partner", host.next(Input.LinkDown.class).why());
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void anAttemptThatFailsSaysWhy(IoKind io) throws Exception {
        int nobody;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            nobody = server.getLocalPort();
        }
        try (PartnerHost host = PartnerHost.start(io)) {
            host.connect(2, HERE, nobody);
            assertEquals(
                    new Input.LinkDown(2, "connection refused"), host.next(Input.LinkDown.class));
            host.connect(4, FAR, nobody);
            assertEquals(
                    new Input.LinkDown(4, "the local address is not this machine's"),
                    host.next(Input.LinkDown.class));
        }
    }

    /// A queue of connections that nobody accepts fills; the system is silent to further ones.
    @ParameterizedTest
    @EnumSource(IoKind.class)
    void anAttemptThatNobodyAnswersIsGivenUp(IoKind io) throws Exception {
        List<SocketChannel> crowd = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PartnerHost host = PartnerHost.start(io)) {
            for (int i = 0; i < 8; i++) {
                SocketChannel one = SocketChannel.open();
                one.configureBlocking(false);
                one.connect(server.getLocalSocketAddress());
                crowd.add(one);
            }
            host.connect(2, HERE, server.getLocalPort());
            assertEquals(
                    new Input.LinkDown(2, "no answer from the partner"),
                    host.next(Input.LinkDown.class));
        } finally {
            for (SocketChannel one : crowd) one.close();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aResetEndsTheLink(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io)) {
            Socket partner = to(host.listening());
            long link = host.next(Input.LinkUp.class).link();
            partner.getOutputStream().write(new byte[] {1, 2});
            assertArrayEquals(new byte[] {1, 2}, host.octets(link, 2));
            partner.setSoLinger(true, 0);
            partner.close();
            assertEquals(
                    new Input.LinkDown(link, "connection reset by the partner"),
                    host.next(Input.LinkDown.class));
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aPartnerThatSaysItsEndIsNotKeptHalfOpen(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io);
                Socket partner = to(host.listening())) {
            long link = host.next(Input.LinkUp.class).link();
            partner.getOutputStream().write(noise(10));
            partner.shutdownOutput();
            assertArrayEquals(noise(10), host.octets(link, 10));
            assertEquals(
                    new Input.LinkDown(link, "closed by the partner"),
                    host.next(Input.LinkDown.class));
            assertEquals(-1, partner.getInputStream().read());
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void whatFindsTheInboxFullComesWhenThereIsRoomAndTheEndComesLast(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.idle(io, 2);
                Socket partner = to(host.listening())) {
            byte[] octets = noise(20_000_000);
            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(() -> sendAndClose(partner, octets));
            assertThrows(
                    TimeoutException.class,
                    () -> sent.get(200, TimeUnit.MILLISECONDS),
                    "the partner has to wait");
            host.begin();
            long link = host.next(Input.LinkUp.class).link();
            assertTrue(Arrays.equals(octets, host.octets(link, octets.length)));
            assertEquals("closed by the partner", host.next(Input.LinkDown.class).why());
            sent.get(10, TimeUnit.SECONDS);
        }
    }

    private static void sendAndClose(Socket partner, byte[] octets) {
        try (partner) {
            partner.getOutputStream().write(octets);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aPartnerThatDoesNotReadIsGivenUp(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io);
                Socket partner = to(host.listening())) {
            long link = host.next(Input.LinkUp.class).link();
            for (int i = 0; i < 1_000; i++) host.send(link, new byte[100_000]);
            assertEquals(
                    new Input.LinkDown(link, "the partner does not read"),
                    host.next(Input.LinkDown.class));
            host.nothingCame();
            assertTrue(partner.isConnected());
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void closingLetsEverythingLeaveAndHearsNothingMore(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io);
                Socket partner = to(host.listening())) {
            long link = host.next(Input.LinkUp.class).link();
            byte[] last = noise(3_000_000);
            host.send(link, last);
            host.end(link);
            partner.getOutputStream().write(1);
            assertTrue(Arrays.equals(last, partner.getInputStream().readAllBytes()));
            partner.shutdownOutput();
            host.send(link, last);
            host.nothingCame();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void anAttemptThatIsGivenUpIsNotHeardOf(IoKind io) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PartnerHost host = PartnerHost.start(io)) {
            int _ =
                    host.on(
                            ports -> {
                                ports.connect(2, HERE, HERE, server.getLocalPort());
                                ports.close(2);
                                return 0;
                            });
            host.nothingCame();
            host.connect(4, HERE, server.getLocalPort());
            assertEquals(4, host.next(Input.LinkUp.class).link());
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void aStrangerIsTurnedAwayAndCounted(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io)) {
            InetSocketAddress server = host.listening();
            try (Socket stranger = to(server, "127.0.0.3")) {
                assertTrue(isTurnedAway(stranger));
            }
            assertEquals(1, host.counts.read().turnedAway());
            assertEquals(0, host.counts.read().all());
            host.nothingCame();
            host.allow("127.0.0.3");
            try (Socket partner = to(server, "127.0.0.3")) {
                assertEquals(Ip4.of("127.0.0.3"), host.next(Input.LinkUp.class).remote());
                assertTrue(partner.isConnected());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void oneAddressHasFewConnectionsAndMayComeAgainWhenOneHasEnded(IoKind io) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (PartnerHost host = PartnerHost.start(io)) {
            InetSocketAddress server = host.listening();
            for (int i = 0; i < PartnerPorts.MOST_OF_ONE; i++) {
                sockets.add(to(server));
                assertEquals(1 + 2 * i, host.next(Input.LinkUp.class).link());
            }
            try (Socket fifth = to(server)) {
                assertTrue(isTurnedAway(fifth));
            }
            sockets.removeFirst().close();
            assertEquals(1, host.next(Input.LinkDown.class).link());
            sockets.add(to(server));
            assertEquals(9, host.next(Input.LinkUp.class).link());
        } finally {
            for (Socket socket : sockets) socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void allTogetherHaveABoundedNumberOfConnections(IoKind io) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        String[] partners = new String[9];
        for (int i = 0; i < 9; i++) partners[i] = "127.0.0." + (10 + i);
        try (PartnerHost host = PartnerHost.start(io)) {
            host.allow(partners);
            InetSocketAddress server = host.listening();
            for (int i = 0; i < PartnerPorts.MOST; i++) {
                sockets.add(to(server, partners[i / PartnerPorts.MOST_OF_ONE]));
                var _ = host.next(Input.LinkUp.class);
            }
            try (Socket last = to(server, partners[8])) {
                assertTrue(isTurnedAway(last));
            }
        } finally {
            for (Socket socket : sockets) socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void listeningIsTriedAgainUntilThePortIsFree(IoKind io) throws Exception {
        try (PartnerHost host = PartnerHost.start(io)) {
            int port;
            try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                port = other.getLocalPort();
                host.listen(HERE, port);
                host.listen(HERE, port);
                String fault = "TCP port " + port + " on 127.0.0.1 is in use by another program";
                assertEquals(
                        new Input.Listening(HERE, port, fault), host.next(Input.Listening.class));
            }
            Input.Listening word = host.next(Input.Listening.class);
            while (word.fault() != null) word = host.next(Input.Listening.class);
            try (Socket partner =
                    to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                assertTrue(host.next(Input.LinkUp.class).accepted());
                assertTrue(partner.isConnected());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void theEndOfTheServerIsTheEndOfItsLinks(IoKind io) throws Exception {
        PartnerHost host = PartnerHost.start(io);
        InetSocketAddress server = host.listening();
        try (Socket partner = to(server)) {
            long link = host.next(Input.LinkUp.class).link();
            host.send(link, noise(1_000));
            host.close();
            assertArrayEquals(noise(1_000), partner.getInputStream().readAllBytes());
            assertThrows(IOException.class, () -> to(server));
        }
    }
}
