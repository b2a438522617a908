package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class BalanceTest {

    static List<String> runs() {
        return Vectors.lines("balance.txt");
    }

    static List<String> schedule() {
        return Vectors.lines("schedule.txt");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunHasDhcpdsNumbers(String line) {
        String[] f = line.split(" ", -1);
        int own = Integer.parseInt(f[1]);
        var shares = new Terms.Shares(Integer.parseInt(f[3]), Integer.parseInt(f[4]), 60, 3600);
        Balance balance = Balance.of(own, Integer.parseInt(f[2]), shares);
        assertThat(List.of(balance.lts(), balance.thresh(), balance.hold(), balance.panic()))
                .containsExactly(number(f[6]), number(f[7]), number(f[8]), number(f[9]));
        assertThat(balance.isPanic()).isEqualTo(Boolean.parseBoolean(f[10]));
        int moved = 0;
        boolean ended = false;
        if (f[5].equals("peer_wants_all")) {
            for (; moved < own && balance.givesPartners(); moved++) balance = balance.less();
            ended = moved < own;
        }
        boolean virgin = f[5].equals("virgin");
        boolean begins = !ended && (moved > 0 || balance.givesPartners());
        while (begins && moved < own && balance.givesAny(virgin)) {
            moved++;
            balance = balance.less();
        }
        assertThat(moved).isEqualTo(number(f[11]));
        assertThat(balance.isImbalanced()).isEqualTo(Boolean.parseBoolean(f[12]));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    @ParameterizedTest
    @MethodSource("schedule")
    void theNextRunComesWhenDhcpdsWould(String line) {
        String[] f = line.split(" ", -1);
        var shares = new Terms.Shares(number(f[3]), 10, number(f[4]), number(f[5]));
        long delay =
                Balance.delay(
                        f[0].equals("primary"),
                        Long.parseLong(f[1]),
                        Long.parseLong(f[2]),
                        Long.parseLong(f[6]),
                        shares);
        assertThat(delay).isEqualTo(Long.parseLong(f[7]));
    }
}
