package org.twinlease.console.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What two statements have in common.
final class SharesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    default-lease-time 600 | default-lease-time 900 | 600 | default-lease-time … | 900
                    option dns 10.0.0.1, 10.0.0.2 | option dns 10.0.0.1, 10.0.0.9 | 10.0.0.2 | option dns 10.0.0.1, … | 10.0.0.9
                    a x d | a y z d | x | a … d | y z
                    one | two | one | '' | two
                    same | same b | '' | same … | b
                    '' | all of it | '' | '' | all of it
                    from 1, fo | from 2, fo | 1 | from … fo | 2
                    """)
    void whatBothSayIsInTheMiddleAndTheRestAtItsSide(
            String one, String two, String mine, String common, String theirs) {
        assertThat(Shares.of(one, two)).isEqualTo(new Shares(mine, common, theirs));
        assertThat(Shares.of(two, one)).isEqualTo(new Shares(theirs, common, mine));
    }
}
