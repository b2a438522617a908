package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.List;

class AllowanceTest {

    private static final Lease UNUSED = Lease.unused(Ip4.of("10.77.0.100"));

    static List<String> mclt() {
        return Vectors.lines("mclt.txt");
    }

    static List<String> timeline() {
        return Vectors.lines("timeline.txt");
    }

    static List<String> reallocation() {
        return Vectors.lines("reallocation.txt");
    }

    @ParameterizedTest
    @MethodSource("mclt")
    void aLeaseTimeIsDhcpds(String line) {
        long[] v = List.of(line.split(" ", -1)).stream().mapToLong(Long::parseLong).toArray();
        long give = Allowance.longest(v[1], v[3], v[2], v[0]);
        assertThat(give).isEqualTo(v[4]);
        long told = Allowance.potentialExpiration(v[1], give, v[0]);
        assertThat(told).isEqualTo(v[5]);
        Lease before = UNUSED.withTimes(v[3], v[3], v[3]);
        assertThat(Telling.told(before, told).tsfp()).isEqualTo(v[6]);
    }

    /// The worked example: the partner dies after the third acknowledgement.
    @Test
    void theTimelineOfALeaseWhosePartnerDies() {
        long tsfp = 0;
        for (String line : timeline()) {
            String[] f = line.split(" ", -1);
            long at = Long.parseLong(f[0]);
            assertThat(tsfp).as("at " + at).isEqualTo(Long.parseLong(f[2]));
            long give = Allowance.longest(86_400, tsfp, 3600, at);
            long told = Allowance.potentialExpiration(86_400, give, at);
            assertThat(List.of(give, at + give, told))
                    .as("at " + at)
                    .containsExactly(
                            Long.parseLong(f[3]), Long.parseLong(f[4]), Long.parseLong(f[5]));
            if (Boolean.parseBoolean(f[1])) tsfp = told;
        }
    }

    @ParameterizedTest
    @MethodSource("reallocation")
    void anAddressIsAnyonesWhenDhcpdSaysSo(String line) {
        String[] f = line.split(" ", -1);
        boolean primary = f[0].equals("primary");
        long now = Long.parseLong(f[1]);
        long down = Boolean.parseBoolean(f[7]) ? Long.parseLong(f[2]) : 0;
        BindingState own = Allowance.ownFree(primary);
        BindingState rewind = BindingState.valueOf(f[6]);
        Lease lease =
                UNUSED.withState(BindingState.valueOf(f[5]))
                        .withTimes(0, Long.parseLong(f[3]), 0)
                        .with(rewind == own ? 0 : Lease.TOLD_ACTIVE);
        assertThat(Allowance.isAnyones(lease, primary, down, Long.parseLong(f[4]), 0, now))
                .isEqualTo(Boolean.parseBoolean(f[8]));
    }

    /// Where dhcpd forgets it: the partner may have what it has not acknowledged.
    @Test
    void whatWasSentCountsThoughNothingCameBack() {
        Lease sent =
                UNUSED.withState(BindingState.EXPIRED)
                        .withTimes(90_000, 500, 0)
                        .with(Lease.TOLD_ACTIVE);
        assertThat(Allowance.opens(sent, 1000, 60, 0)).isEqualTo(90_060);
        assertThat(Allowance.opens(sent.without(Lease.TOLD_ACTIVE), 1000, 60, 0)).isEqualTo(1060);
    }

    @Test
    void theClocksMayDiffer() {
        Lease told = UNUSED.withTimes(5000, 5000, 5000);
        assertThat(Allowance.opens(told, 1000, 60, 7)).isEqualTo(5067);
        assertThat(Allowance.opens(told, 6000, 60, 7)).as("our own clock").isEqualTo(6060);
    }

    @Test
    void whatThePartnerAcknowledgedAsForEverMayBeGivenForEver() {
        long wished = Lease.NEVER;
        assertThat(Allowance.longest(wished, Allowance.FOR_EVER, 60, 1000)).isEqualTo(wished);
    }
}
