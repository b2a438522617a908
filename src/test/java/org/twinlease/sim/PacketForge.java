package org.twinlease.sim;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes messages as clients send them and as nobody should: mostly sensible ones, since only these
/// get far, then bent octet by octet.
final class PacketForge {

    private static final List<String> ADDRESSES =
            List.of(
                    "0.0.0.0",
                    "255.255.255.255",
                    "10.0.0.1",
                    "192.0.2.1",
                    "10.1.0.254",
                    "10.2.0.254",
                    "10.99.0.254",
                    "10.0.1.200",
                    "10.0.0.7",
                    "127.0.0.1");

    /// Options whose values decide something.
    private static final int[] TELLING = {
        12, 50, 51, 52, 53, 54, 55, 57, 60, 61, 77, 81, 82, 93, 108, 116, 118, 119, 121, 125
    };

    private final RandomGenerator random;

    PacketForge(RandomGenerator random) {
        this.random = random;
    }

    byte[] next() {
        if (random.nextInt(50) == 0) return octets(random.nextInt(700));
        byte[] message = sensible();
        if (random.nextInt(3) == 0) return message;
        int bends = 1 + random.nextInt(8);
        for (int i = 0; i < bends && message.length > 0; i++) message = bent(message);
        return message;
    }

    private byte[] sensible() {
        PacketBuilder message = PacketBuilder.request(random.nextInt(), hardware());
        message.secs(random.nextInt(4) == 0 ? random.nextInt(65536) : random.nextInt(10));
        message.broadcast(random.nextBoolean());
        if (random.nextInt(3) == 0) message.ciaddr(address().bits());
        if (random.nextInt(3) == 0) message.giaddr(address().bits()).hops(random.nextInt(20));
        if (random.nextInt(20) != 0) {
            MessageType[] types = MessageType.values();
            message.type(types[random.nextInt(types.length)]);
        }
        if (random.nextInt(2) == 0) {
            message.option(OptionType.DHCP_REQUESTED_ADDRESS, address());
        }
        if (random.nextInt(2) == 0) {
            message.option(OptionType.DHCP_SERVER_IDENTIFIER, address());
        }
        if (random.nextInt(3) == 0) {
            message.option(OptionType.DHCP_CLIENT_IDENTIFIER, clientId());
        }
        if (random.nextInt(4) == 0) {
            message.option(OptionType.RELAY_AGENT_INFORMATION, agent());
        }
        if (random.nextInt(5) == 0) {
            message.option(OptionType.SUBNET_SELECTION, address());
        }
        int more = random.nextInt(6);
        for (int i = 0; i < more; i++) option(message);
        return message.encode(random.nextInt(3) == 0 ? 1400 : 548);
    }

    private void option(PacketBuilder message) {
        int code =
                random.nextBoolean()
                        ? TELLING[random.nextInt(TELLING.length)]
                        : 1 + random.nextInt(254);
        int length = random.nextInt(10) == 0 ? random.nextInt(600) : random.nextInt(12);
        message.option(code, Octets.of(octets(length)));
    }

    private HardwareAddress hardware() {
        if (random.nextInt(10) != 0) {
            return HardwareAddress.ethernet(0x02_00_00_00_00_00L + random.nextInt(300));
        }
        return new HardwareAddress(random.nextInt(256), Octets.of(octets(random.nextInt(17))));
    }

    private Octets clientId() {
        int length = random.nextInt(20) == 0 ? random.nextInt(300) : 1 + random.nextInt(3);
        byte[] id = new byte[length];
        Arrays.fill(id, (byte) random.nextInt(4));
        return Octets.of(id);
    }

    /// Option 82 with sub-options, some of which this server acts on.
    private Octets agent() {
        byte[] value = new byte[24];
        int at = 0;
        int[] codes = {1, 2, 5, 11, 19};
        while (at < 16) {
            value[at] = (byte) codes[random.nextInt(codes.length)];
            value[at + 1] = 4;
            System.arraycopy(address().octets(), 0, value, at + 2, 4);
            at += 6;
        }
        return Octets.of(value, 0, random.nextInt(6) == 0 ? random.nextInt(24) : at);
    }

    private Ip4 address() {
        return switch (random.nextInt(4)) {
            case 0 -> Ip4.of(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
            case 1 -> new Ip4(random.nextInt());
            default ->
                    new Ip4(
                            Terrain.poolStart(random.nextInt(3)).bits()
                                    + random.nextInt(random.nextInt(4) == 0 ? 400 : 60));
        };
    }

    private byte[] octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] bent(byte[] message) {
        int at = random.nextInt(message.length);
        if (random.nextBoolean() && message.length > 240) {
            at = 240 + random.nextInt(message.length - 240);
        }
        switch (random.nextInt(7)) {
            case 0 -> {
                return Arrays.copyOf(message, at);
            }
            case 1 -> {
                return Arrays.copyOf(message, message.length + random.nextInt(1000));
            }
            case 2 -> message[at] = (byte) random.nextInt(256);
            case 3 -> message[at] ^= (byte) (1 << random.nextInt(8));
            case 4 -> message[at] = (byte) (random.nextBoolean() ? 255 : 0);
            case 5 -> {
                int from = random.nextInt(message.length);
                int length = random.nextInt(Math.min(16, message.length - Math.max(at, from)) + 1);
                System.arraycopy(message, from, message, at, length);
            }
            default -> message[at] = (byte) TELLING[random.nextInt(TELLING.length)];
        }
        return message;
    }
}
