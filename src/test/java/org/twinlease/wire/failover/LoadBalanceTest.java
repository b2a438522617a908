package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

class LoadBalanceTest {

    static List<String> hashes() {
        return Recording.lines("hash.txt");
    }

    static List<String> splits() {
        return Recording.lines("split.txt");
    }

    static List<String> owners() {
        return Recording.lines("owner.txt");
    }

    static List<String> questions() {
        return Recording.lines("load-balance.txt");
    }

    private static Octets octets(String hex) {
        return hex.equals("-") ? Octets.EMPTY : Octets.of(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void aKeyFallsIntoItsBucket(String line) {
        String[] f = line.split(" ", -1);
        assertThat(LoadBalance.bucket(octets(f[0]))).isEqualTo(Integer.parseInt(f[1]));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void aSplitGivesTheLowestBucketsToThePrimary(String line) {
        String[] f = line.split(" ", -1);
        assertThat(LoadBalance.hbaOfSplit(Integer.parseInt(f[0]))).isEqualTo(octets(f[1]));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aBitThatIsSetIsThePrimarys(String line) {
        String[] f = line.split(" ", -1);
        boolean primarys = LoadBalance.isPrimarys(octets(f[0]), Integer.parseInt(f[1]));
        assertThat(primarys + " " + !primarys).isEqualTo(f[2] + " " + f[3]);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aClientIsAnsweredByOneOfTheTwo(String line) {
        String[] f = line.split(" ", -1);
        int secs = Integer.parseInt(f[1]);
        if (Boolean.parseBoolean(f[3])) secs = LoadBalance.secsInOrder(secs);
        int bucket = LoadBalance.bucket(octets(f[5]));
        assertThat(bucket).isEqualTo(Integer.parseInt(f[6]));
        assertThat(
                        LoadBalance.serves(
                                f[0].equals("primary"),
                                secs,
                                Integer.parseInt(f[2]),
                                f[4].equals("-") ? null : octets(f[4]),
                                bucket))
                .isEqualTo(Boolean.parseBoolean(f[7]));
    }

    @Test
    void theIdentifierCountsWholeAndTheHardwareAddressWithoutItsType() {
        HardwareAddress hardware = new HardwareAddress(6, octets("020000000001"));
        assertThat(LoadBalance.bucket(null, hardware)).isEqualTo(133);
        assertThat(LoadBalance.bucket(octets("01020000000100"), hardware)).isEqualTo(154);
    }

    @Test
    void everySplitHasThatManyBuckets() {
        for (int split = 0; split <= LoadBalance.BUCKETS; split++) {
            Octets hba = LoadBalance.hbaOfSplit(split);
            long mine =
                    IntStream.range(0, LoadBalance.BUCKETS)
                            .filter(bucket -> LoadBalance.isPrimarys(hba, bucket))
                            .count();
            assertThat(mine).isEqualTo(split);
        }
    }

    /// Pearson's table must be a permutation, or some buckets would never be hit.
    @Test
    void oneOctetReachesEveryBucket() {
        assertThat(
                        IntStream.range(0, 256)
                                .map(i -> LoadBalance.bucket(Octets.of((byte) i)))
                                .distinct()
                                .count())
                .isEqualTo(256);
    }

    @Test
    void thereIsNoSplitBeyondTheBuckets() {
        assertThatThrownBy(() -> LoadBalance.hbaOfSplit(257))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LoadBalance.hbaOfSplit(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
