package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.lease.PairState;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.Arrays;
import java.util.SplittableRandom;

class PairCodecTest {

    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void everyStateComesBackAsItWas() {
        for (int i = 0; i < 5_000; i++) {
            PairState state = Pairs.any(random, "n".repeat(random.nextInt(256)));
            byte[] octets = encode(state);
            assertThat(PairCodec.decode(octets, 0, octets.length)).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerState.class)
    void everyServerStateIsKept(ServerState each) {
        var state = new PairState("b\u00fcro", each, 1, each, 2, 3, null);
        byte[] octets = encode(state);
        assertThat(PairCodec.decode(octets, 0, octets.length)).isEqualTo(state);
    }

    @Test
    void aNameThatDoesNotFitIsRefused() {
        for (String name : new String[] {"n".repeat(256), "\u20ac"}) {
            PairState state = Pairs.any(random, name);
            assertThatThrownBy(() -> encode(state)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void hashBucketsOfAnotherLengthAreRefused() {
        PairState state = Pairs.any(random, "fo").withTerms(60, Octets.of(new byte[31]));
        assertThatThrownBy(() -> encode(state)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noOctetsMakeTheDecoderThrowAndNoStateHasTwoSpellings() {
        int states = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] octets = encode(Pairs.any(random, "fo"));
            for (int j = random.nextInt(3); j >= 0; j--) {
                octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            }
            int length = random.nextInt(4) > 0 ? octets.length : random.nextInt(octets.length);
            PairState state = PairCodec.decode(octets, 0, length);
            if (state != null) {
                states++;
                assertThat(encode(state)).isEqualTo(Arrays.copyOf(octets, length));
            }
        }
        assertThat(states).isGreaterThan(10_000);
    }

    @Test
    void lengthsBeyondTheOctetsAreNoState() {
        byte[] octets = encode(Pairs.any(random, "fo"));
        assertThat(PairCodec.decode(octets, 0, octets.length + 1)).isNull();
        assertThat(PairCodec.decode(octets, -1, octets.length)).isNull();
        assertThat(PairCodec.decode(octets, 1, Integer.MAX_VALUE)).isNull();
    }

    private static byte[] encode(PairState state) {
        byte[] out = new byte[LeaseCodec.MOST];
        return Arrays.copyOf(out, PairCodec.encode(state, out, 0));
    }
}
