package org.twinlease.transport;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Interface;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.NetworkInterface;
import java.nio.ByteOrder;
import java.util.List;

/// Answers clients that have no address yet by frames to their hardware address (RFC 2131 section
/// 4.1), over one packet socket that stays open: opening one costs some ten milliseconds. Whether
/// that is permitted is found out once; when it is not, [#send] says no and the caller broadcasts.
/// For the loop's thread.
final class RawFrames {
    private static final ValueLayout.OfShort NET_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int LARGEST = Frame.HEADERS + 9_216;
    private final @Nullable NativeSockets calls;
    private final int socket;
    private final List<Link> links;
    private final String mode;
    private final MemorySegment buffer;
    private final MemorySegment target;
    private int identification;

    /// What a frame needs to know of the server's side of an interface; index 0 when there is none.
    private record Link(int index, Frame.End server, int mtu) {
        private static final Link NONE = new Link(0, new Frame.End(new byte[6], Ip4.ZERO, 0), 0);
    }

    private RawFrames(@Nullable NativeSockets calls, int socket, List<Link> links, String mode) {
        this.calls = calls;
        this.socket = socket;
        this.links = links;
        this.mode = mode;
        buffer = calls == null ? MemorySegment.NULL : calls.allocate(LARGEST);
        target = calls == null ? MemorySegment.NULL : calls.allocate(20);
    }

    /// Tries to open the socket; never fails, but may find that it has to do without.
    static RawFrames open(List<Interface> interfaces, int port) {
        if (interfaces.stream().noneMatch(Interface::broadcasts)) {
            return without(
                    "through relays only: clients without an address are not on these ports");
        }
        if (!NativeSockets.supported()) {
            return without("broadcast (raw frames are for Linux)");
        }
        NativeSockets calls = new NativeSockets();
        // Protocol 0: the socket sends only, no frame is ever queued for it.
        int socket = calls.socket(NativeSockets.AF_PACKET, NativeSockets.SOCK_RAW, 0);
        if (socket >= 0) {
            List<Link> links = interfaces.stream().map(face -> link(face, port)).toList();
            return new RawFrames(
                    calls, socket, links, "raw frame to the client's hardware address");
        }
        calls.close();
        return without(
                socket == -NativeSockets.EPERM || socket == -NativeSockets.EACCES
                        ? "broadcast (a raw frame needs root or CAP_NET_RAW)"
                        : "broadcast (raw frames are refused, error " + -socket + ")");
    }

    private static RawFrames without(String mode) {
        return new RawFrames(null, -1, List.of(), mode);
    }

    private static Link link(Interface face, int port) {
        try {
            NetworkInterface found = NetworkInterface.getByName(face.name());
            byte[] hardware = found == null ? null : found.getHardwareAddress();
            return found == null || hardware == null || hardware.length != 6
                    ? Link.NONE
                    : new Link(
                            found.getIndex(),
                            new Frame.End(hardware, face.address(), port),
                            face.mtu());
        } catch (IOException gone) {
            return Link.NONE; // then this interface is answered by broadcasts
        }
    }

    /// How a client without an address is answered, in words, with the reason when not by a frame.
    String mode() {
        return mode;
    }

    /// Sends a UDP payload to a client that does not answer ARP yet; false when it cannot be done
    /// so: no permission, no Ethernet, too long for one frame, or the system refused this frame.
    boolean send(
            int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 address, int port) {
        if (calls == null) return false;
        Link link = links.get(interfaceIndex);
        boolean fits = Frame.HEADERS - 14 + payload.length <= Math.min(link.mtu, LARGEST - 14);
        if (link.index == 0 || !fits || !isEthernet(client)) return false;
        byte[] hardware = client.address().toArray();
        byte[] frame =
                Frame.udp(
                        link.server,
                        new Frame.End(hardware, address, port),
                        identification++ & 0xffff,
                        payload);
        MemorySegment.copy(frame, 0, buffer, ValueLayout.JAVA_BYTE, 0, frame.length);
        // struct sockaddr_ll: family, protocol, interface index, then length and hardware address
        target.set(ValueLayout.JAVA_SHORT, 0, (short) NativeSockets.AF_PACKET);
        target.set(NET_SHORT, 2, (short) 0x0800);
        target.set(ValueLayout.JAVA_INT, 4, link.index);
        target.set(ValueLayout.JAVA_BYTE, 11, (byte) 6);
        MemorySegment.copy(hardware, 0, target, ValueLayout.JAVA_BYTE, 12, 6);
        return calls.sendTo(socket, buffer, frame.length, target) == frame.length;
    }

    private static boolean isEthernet(HardwareAddress client) {
        return client.type() == HardwareAddress.ETHERNET && client.address().length() == 6;
    }

    void close() {
        if (calls == null) return;
        calls.closeSocket(socket);
        calls.close();
    }
}
