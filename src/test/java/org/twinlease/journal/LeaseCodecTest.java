package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.Arrays;
import java.util.SplittableRandom;

class LeaseCodecTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void everyLeaseComesBackAsItWas() {
        for (int i = 0; i < 20_000; i++) {
            Lease lease = Leases.any(random, new Ip4(random.nextInt()));
            byte[] octets = encode(lease);
            assertThat(LeaseCodec.decode(octets, 0, octets.length)).isEqualTo(lease);
        }
    }

    @Test
    void absentFieldsCostNothing() {
        assertThat(encode(Lease.unused(new Ip4(-1)))).hasSize(7);
        assertThat(encode(Leases.usual(1, 1_800_000_000)).length).isLessThan(45);
    }

    @Test
    void theLongestLeaseFits() {
        Octets longest = Octets.of(new byte[255]);
        long far = Long.MIN_VALUE;
        var lease =
                new Lease(
                        new Ip4(-1),
                        BindingState.BACKUP,
                        -1,
                        new HardwareAddress(255, Octets.of(new byte[16])),
                        longest,
                        longest,
                        longest,
                        1,
                        far,
                        far,
                        far,
                        far,
                        far);
        byte[] octets = encode(lease);
        assertThat(octets.length).isLessThanOrEqualTo(LeaseCodec.MOST);
        assertThat(LeaseCodec.decode(octets, 0, octets.length)).isEqualTo(lease);
    }

    @Test
    void aFieldOfMoreThan255OctetsIsRefused() {
        Lease usual = Leases.usual(1, 1);
        var lease =
                new Lease(
                        usual.address(),
                        usual.state(),
                        0,
                        null,
                        null,
                        Octets.of(new byte[256]),
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0);
        assertThatThrownBy(() -> encode(lease)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noOctetsMakeTheDecoderThrowAndNoLeaseHasTwoSpellings() {
        int leases = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] octets = i % 2 == 0 ? noise() : mutated();
            Lease lease = LeaseCodec.decode(octets, 0, octets.length);
            if (lease != null) {
                leases++;
                assertThat(encode(lease)).isEqualTo(octets);
            }
        }
        assertThat(leases).isGreaterThan(10_000);
    }

    @Test
    void lengthsBeyondTheOctetsAreNoLease() {
        byte[] octets = encode(Leases.usual(1, 1));
        assertThat(LeaseCodec.decode(octets, 0, octets.length + 1)).isNull();
        assertThat(LeaseCodec.decode(octets, -1, octets.length)).isNull();
        assertThat(LeaseCodec.decode(octets, 1, Integer.MAX_VALUE)).isNull();
        for (int length = 0; length < octets.length; length++) {
            assertThat(LeaseCodec.decode(octets, 0, length)).isNull();
        }
    }

    private byte[] noise() {
        byte[] octets = new byte[random.nextInt(60)];
        random.nextBytes(octets);
        if (octets.length > 2) {
            octets[0] = (byte) (0x10 | (octets[0] & 7));
            octets[1] &= 7;
        }
        return octets;
    }

    private byte[] mutated() {
        byte[] octets = encode(Leases.any(random, new Ip4(random.nextInt())));
        for (int i = random.nextInt(3); i >= 0; i--) {
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(4) > 0
                ? octets
                : Arrays.copyOf(octets, Math.max(0, octets.length + random.nextInt(5) - 2));
    }

    private static byte[] encode(Lease lease) {
        byte[] out = new byte[LeaseCodec.MOST];
        return Arrays.copyOf(out, LeaseCodec.encode(lease, out, 0));
    }
}
