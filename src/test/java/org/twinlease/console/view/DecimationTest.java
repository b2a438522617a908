package org.twinlease.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

final class DecimationTest {

    @Test
    void aShortSeriesStaysAsItIs() {
        assertThat(Decimation.of(List.of(3.0, 1.0, 2.0), 2)).containsExactly(3, 1, 2);
    }

    @Test
    void eachColumnKeepsItsLeastAndGreatestInTheirOrder() {
        var values = List.of(5.0, 1.0, 9.0, 4.0, 2.0, 2.0, 8.0, 7.0);
        assertThat(Decimation.of(values, 2)).containsExactly(1, 9, 2, 8);
    }

    @Test
    void noSpikeIsLostAmongAHundredThousandValues() {
        var values = new ArrayList<Double>();
        for (int i = 0; i < 100_000; i++) values.add(i == 77_777 ? 500.0 : 1.0);
        double[] seen = Decimation.of(values, 800);
        assertThat(seen).hasSize(1_600).contains(500);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.5", "1.6, 3", "7, 9", "9.5, 15", "1480, 1500", "1501, 3000", "95000, 150000"})
    void anAxisEndsAboveTheGreatestValueAtARoundNumber(double greatest, double end) {
        assertThat(Decimation.axisEnd(greatest)).isEqualTo(end);
    }
}
