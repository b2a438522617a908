package org.twinlease.wire.dhcp;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Clients' messages as nobody should send them: good ones with octets changed, cut, doubled or
/// filled with anything.
public final class Mutations {

    private Mutations() {}

    /// One message, good or bad.
    public static byte[] packet(RandomGenerator random) {
        byte[] bytes = good(random);
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(5)) {
                case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length + 64));
                case 3 -> noise(random, bytes);
                default -> overload(random, bytes);
            }
        }
        return bytes;
    }

    private static byte[] good(RandomGenerator random) {
        HardwareAddress hardware = HardwareAddress.ethernet(0x0200_0000_0000L + random.nextInt(64));
        PacketBuilder builder = PacketBuilder.request(random.nextInt(), hardware);
        if (random.nextInt(10) > 0) {
            int type = 1 + random.nextInt(8);
            builder.option(OptionType.DHCP_MESSAGE_TYPE, Octets.of((byte) type));
        }
        if (random.nextBoolean()) builder.ciaddr(address(random));
        if (random.nextInt(3) == 0) builder.giaddr(address(random));
        int options = random.nextInt(8);
        for (int i = 0; i < options; i++) {
            byte[] value = new byte[random.nextInt(4) == 0 ? random.nextInt(300) : 4];
            random.nextBytes(value);
            if (value.length == 4 && random.nextBoolean()) Field.u32(value, 0, address(random));
            builder.option(code(random), Octets.of(value));
        }
        return builder.encode();
    }

    private static int code(RandomGenerator random) {
        int[] telling = {12, 43, 50, 51, 54, 55, 57, 60, 61, 81, 82, 118};
        return random.nextInt(4) == 0
                ? 1 + random.nextInt(254)
                : telling[random.nextInt(telling.length)];
    }

    /// An address that a test's networks may know.
    private static int address(RandomGenerator random) {
        return 0x0a00_0000 | (1 + random.nextInt(3)) << 8 | random.nextInt(32);
    }

    private static void noise(RandomGenerator random, byte[] bytes) {
        int from = random.nextInt(bytes.length);
        byte[] noise = new byte[Math.min(bytes.length - from, random.nextInt(40))];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, from, noise.length);
    }

    private static void overload(RandomGenerator random, byte[] bytes) {
        if (bytes.length < 246) return;
        bytes[240] = 52;
        bytes[241] = 1;
        bytes[242] = (byte) random.nextInt(5);
        noise(random, bytes);
    }
}
