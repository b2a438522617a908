package org.twinlease.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.lease.Kept.Entry;
import org.twinlease.lease.Kept.Kind;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What statements keep with a lease, as octets and back.
class KeptTest {
    private static final Entry TEXT = new Entry(Kind.DATA, "v", Octets.ofText("abc"));
    private static final Entry NUMBER =
            new Entry(Kind.NUMBER, "n", Octets.of((byte) 0, (byte) 0, (byte) 1, (byte) 2));
    private static final Entry TRUTH = new Entry(Kind.TRUTH, "t", Octets.of((byte) 1));
    private static final Entry EVENT =
            new Entry(Kind.EVENT, "expiry or release", Octets.ofText("log (info, \"x\");"));

    private static List<Entry> back(Entry... entries) {
        return Kept.decode(new Kept(List.of(entries)).encode()).entries();
    }

    private static List<Entry> of(int... octets) {
        byte[] in = new byte[octets.length];
        for (int i = 0; i < in.length; i++) in[i] = (byte) octets[i];
        return Kept.decode(Octets.of(in)).entries();
    }

    @Test
    void everyKindComesBackInItsPlace() {
        assertThat(back(TEXT, NUMBER, TRUTH, EVENT)).containsExactly(TEXT, NUMBER, TRUTH, EVENT);
    }

    @Test
    void nothingIsKeptAsNothing() {
        assertThat(new Kept(List.of()).encode()).isNull();
        assertThat(Kept.decode(null).entries()).isEmpty();
    }

    @Test
    void anEmptyValueIsKept() {
        var empty = new Entry(Kind.DATA, "v", Octets.EMPTY);
        assertThat(back(empty)).containsExactly(empty);
    }

    @Test
    void whatDoesNotFitIsLeftOutAndTheNextOneIsNot() {
        var large = new Entry(Kind.DATA, "l", Octets.of(new byte[Kept.MOST_OCTETS - 4]));
        assertThat(back(large, TEXT)).containsExactly(TEXT);
        var fits = new Entry(Kind.DATA, "l", Octets.of(new byte[Kept.MOST_OCTETS - 5]));
        assertThat(back(fits, TEXT)).containsExactly(fits);
        var named = new Entry(Kind.DATA, "n".repeat(256), Octets.EMPTY);
        assertThat(back(named, TEXT)).containsExactly(TEXT);
    }

    @Test
    void octetsThatAreNoEntryAreLeftOut() {
        assertThat(of(9, 1, 'x', 0, 0)).isEmpty();
        assertThat(of(1, 1, 'x', 0, 1, 5)).as("a number of one octet").isEmpty();
        assertThat(of(2, 1, 'x', 0, 0)).as("a truth of none").isEmpty();
        assertThat(of(0, 9, 'x', 0, 0)).as("a name that is cut").isEmpty();
        assertThat(of(0, 1, 'x', 0, 9)).as("a value that is cut").isEmpty();
        assertThat(of(9, 1, 'x', 0, 0, 0, 1, 'y', 0, 0))
                .containsExactly(new Entry(Kind.DATA, "y", Octets.EMPTY));
    }

    @Test
    void anyOctetsCanBeRead() {
        var random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] octets = new byte[random.nextInt(40)];
            random.nextBytes(octets);
            if (octets.length > 2) octets[0] = (byte) random.nextInt(5);
            @Nullable Octets again = Kept.decode(Octets.of(octets)).encode();
            List<Entry> once = new ArrayList<>(Kept.decode(Octets.of(octets)).entries());
            assertThat(Kept.decode(again).entries()).isEqualTo(once);
        }
    }
}
