package org.twinlease.transport;

import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One host of the wire test, a process in a namespace of its own: a server that answers a message
/// in the way that its first letter asks for, or a client that sends messages until two seconds
/// after the first answer.
///
/// A client ends with 0 when each answer was to one of its own messages, 3 when there was none, 4
/// when it saw an answer to somebody else's.
final class LabHost {
    static final int GOOD = 0;
    static final int SILENCE = 3;
    static final int FOREIGN = 4;
    private static final int CLIENT = 68;
    private static final long FOR_THE_FIRST = 20_000_000_000L;
    private static final long AFTER_THE_FIRST = 2_000_000_000L;

    private LabHost() {}

    /// `server IF...` or `client LETTER NAME FROM TO`.
    public static void main(String[] args) throws Exception {
        if (args[0].equals("server")) serve(Arrays.copyOfRange(args, 1, args.length));
        else System.exit(client(args[1].charAt(0), args[2].charAt(0), args[3], args[4]));
    }

    private static void serve(String[] names) throws Exception {
        List<Interface> faces = Interfaces.list(List.of(names), false);
        EngineLoop loop = EngineLoop.named("server", IoKind.detect(), _ -> System.exit(1));
        UdpPorts ports = UdpPorts.open(loop, IoKind.detect(), faces, 67);
        loop.start(new Answers(ports));
        Thread.currentThread().join(); // until the test ends the process: the loop is a daemon
    }

    /// Message: letter, client's name, its hardware address, its address.
    private static final class Answers implements Core {
        private final UdpPorts ports;
        private final Map<Ip4, Input.Datagram> pinged = new HashMap<>();

        Answers(UdpPorts ports) {
            this.ports = ports;
        }

        @Override
        public void batch(Now now, List<Input> inputs) {
            for (Input input : inputs) {
                if (input instanceof Input.Datagram d) answer(d);
                if (input instanceof Input.PingAnswered(Ip4 address)) {
                    Input.Datagram asked = pinged.remove(address);
                    if (asked != null) ports.unicast(0, asked.bytes(), address, CLIENT);
                }
            }
            ports.flush();
        }

        private void answer(Input.Datagram d) {
            Octets mac = Octets.of(d.bytes(), 2, 6);
            HardwareAddress hardware = new HardwareAddress(HardwareAddress.ETHERNET, mac);
            int wire = d.interfaceIndex();
            switch (d.bytes()[0]) {
                case 'B' -> ports.broadcast(wire, d.bytes(), CLIENT);
                case 'H' -> ports.toHardware(wire, d.bytes(), hardware, addressIn(d), CLIENT);
                case 'U' -> ports.unicast(wire, d.bytes(), d.from(), d.fromPort());
                default -> {
                    pinged.put(d.from(), d);
                    if (!ports.ping(wire, d.from())) throw new AssertionError(ports.pingMode());
                }
            }
        }

        private static Ip4 addressIn(Input.Datagram d) {
            int bits = 0;
            for (int i = 8; i < 12; i++) bits = bits << 8 | (d.bytes()[i] & 255);
            return new Ip4(bits);
        }

        @Override
        public long nextWakeTick() {
            return Long.MAX_VALUE;
        }
    }

    private static int client(char letter, char name, String from, String to) throws Exception {
        byte[] mac = NetworkInterface.getByName("eth0").getHardwareAddress();
        byte[] message = new byte[300];
        message[0] = (byte) letter;
        message[1] = (byte) name;
        System.arraycopy(mac, 0, message, 2, 6);
        System.arraycopy(Ip4.of("10.66.0.50").octets(), 0, message, 8, 4);
        InetSocketAddress server = Addresses.socket(Ip4.of(to), 67);
        long end = System.nanoTime() + FOR_THE_FIRST;
        int good = 0;
        try (DatagramSocket socket = new DatagramSocket(Addresses.socket(Ip4.of(from), CLIENT))) {
            socket.setBroadcast(true);
            socket.setSoTimeout(50);
            if (letter == 'U') socket.connect(server); // hears this address alone
            while (System.nanoTime() < end) {
                socket.send(new DatagramPacket(message, message.length, server));
                DatagramPacket answer = new DatagramPacket(new byte[400], 400);
                try {
                    socket.receive(answer);
                } catch (SocketTimeoutException | PortUnreachableException notYet) {
                    continue;
                }
                if (answer.getData()[1] != name) return FOREIGN;
                if (good++ == 0) end = System.nanoTime() + AFTER_THE_FIRST;
            }
        }
        return good > 0 ? GOOD : SILENCE;
    }
}
