package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.random.RandomGenerator;

/// Leases for tests, from a generator.
final class Leases {

    private static final long SOMETIME = 1_800_000_000L;

    private Leases() {}

    /// Any lease that a journal can keep, its rarest shapes included.
    static Lease any(RandomGenerator random, Ip4 address) {
        BindingState state = BindingState.of(1 + random.nextInt(7));
        int flags = random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(4);
        HardwareAddress hardware = null;
        if (random.nextInt(5) > 0) {
            hardware = new HardwareAddress(random.nextInt(256), octets(random, random.nextInt(17)));
        }
        return new Lease(
                address,
                state,
                flags,
                hardware,
                maybe(random),
                maybe(random),
                maybe(random),
                time(random),
                time(random),
                time(random),
                time(random),
                time(random),
                time(random));
    }

    /// A lease as most are: an Ethernet client with identifier and name. Its record ends with an
    /// octet that is not zero, so that a file shows where the record ends.
    static Lease usual(int number, long starts) {
        return new Lease(
                new Ip4(0x0A00_0000 + number),
                BindingState.ACTIVE,
                0,
                HardwareAddress.ethernet(0x0200_0000_0000L + number),
                Octets.of(new byte[] {1, 2, 0, (byte) (number >> 24), 5, 6, (byte) number}),
                Octets.ofText("host-" + number),
                null,
                starts,
                starts + 3600,
                starts + 1,
                0,
                0,
                0);
    }

    private static @Nullable Octets maybe(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> null;
            case 3 -> octets(random, random.nextInt(256));
            default -> octets(random, random.nextInt(12));
        };
    }

    private static Octets octets(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private static long time(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> 0;
            case 2 -> Lease.NEVER;
            case 3 -> random.nextLong();
            default -> SOMETIME + random.nextInt(1_000_000);
        };
    }
}
