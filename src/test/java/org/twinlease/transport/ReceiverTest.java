package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.engine.Input;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@Tag("socket")
final class ReceiverTest {
    private static final Ip4 CLIENT = Ip4.of("10.1.2.3");
    private static final Ip4 SERVER = Ip4.of("10.1.0.1");
    private static final Now READ = new Now(1_767_225_600_000L, 12_000);
    private final List<Input.Datagram> taken = new ArrayList<>();
    private final PortCounts counts = new PortCounts();
    private final NioDatagramChannel socket = new NioDatagramChannel();
    private final Lane lane = new Lane(socket, counts);
    private final EmbeddedChannel channel =
            new EmbeddedChannel(
                    new Receiver(7, Cast.BROADCAST, 10, taken::add, counts, () -> READ));

    @AfterEach
    void closeSockets() {
        boolean _ = channel.finish();
        socket.unsafe().closeForcibly();
    }

    @Test
    void aDatagramIsCopiedAndNettysBufferGivenBack() {
        ByteBuf buffer = Unpooled.directBuffer().writeBytes(new byte[] {1, 2, 3});
        channel.writeInbound(packet(buffer));
        Input.Datagram datagram = taken.getFirst();
        assertArrayEquals(new byte[] {1, 2, 3}, datagram.bytes());
        assertEquals(3, datagram.length());
        assertEquals(7, datagram.interfaceIndex());
        assertEquals(CLIENT, datagram.from());
        assertEquals(6_768, datagram.fromPort());
        assertEquals(Cast.BROADCAST, datagram.cast());
        assertEquals(READ, datagram.notBefore());
        assertEquals(0, buffer.refCnt());
    }

    @Test
    void anEmptyDatagramIsADatagram() {
        channel.writeInbound(packet(Unpooled.buffer()));
        assertEquals(0, taken.getFirst().length());
    }

    @Test
    void aDatagramThatWasCutOffIsCountedAndDropped() {
        ByteBuf buffer = Unpooled.buffer().writeZero(11);
        channel.writeInbound(packet(buffer));
        assertTrue(taken.isEmpty());
        assertEquals(new PortLosses(1, 0, 0, 0, 0), counts.read());
        assertEquals(0, buffer.refCnt());
    }

    @Test
    void anErrorOfTheSocketIsOneLossAndNotItsEnd() {
        channel.pipeline().fireExceptionCaught(new IOException("Connection refused"));
        channel.writeInbound(packet(Unpooled.wrappedBuffer(new byte[1])));
        assertEquals(new PortLosses(0, 1, 0, 0, 0), counts.read());
        assertEquals(1, taken.size());
    }

    @Test
    void whoAskedAnotherAddressIsAnsweredFromThereUntilItAsksTheUsualOne() {
        ReturnPaths paths = new ReturnPaths();
        Lane other = lane;
        Ip4 relay = Ip4.of("10.9.9.1");
        paths.arrived(datagram(Ip4.ZERO), other);
        paths.arrived(datagram(relay), other);
        assertSame(other, paths.to(CLIENT), "a client that spoke for itself");
        assertSame(other, paths.to(relay), "the relay that a message names");
        assertNull(paths.to(Ip4.of("10.9.9.2")));
        paths.arrived(datagram(relay));
        assertNull(paths.to(relay));
    }

    @Test
    void theOldestReturnPathsAreForgotten() {
        ReturnPaths paths = new ReturnPaths();
        for (int i = 1; i <= ReturnPaths.REMEMBERED + 1; i++) {
            paths.arrived(datagram(new Ip4(i)), lane);
        }
        assertNull(paths.to(new Ip4(1)));
        assertTrue(paths.to(new Ip4(2)) != null);
    }

    private static Input.Datagram datagram(Ip4 relay) {
        byte[] message = new byte[300];
        System.arraycopy(relay.octets(), 0, message, 24, 4);
        return new Input.Datagram(message, message.length, 0, CLIENT, 68, Cast.UNICAST, 0, READ);
    }

    private static DatagramPacket packet(ByteBuf content) {
        return new DatagramPacket(
                content, Addresses.socket(SERVER, 67), Addresses.socket(CLIENT, 6_768));
    }
}
