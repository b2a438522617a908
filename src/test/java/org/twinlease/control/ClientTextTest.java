package org.twinlease.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.value.Octets;

final class ClientTextTest {

    @ParameterizedTest
    @CsvSource({
        "70 63 2d 31, pc-1",
        "70 63 00 58, pc",
        "1b 5b 32 4a, ?[2J",
        "9b 6d ff 7f, ?m??",
        "0d 0a 09, ???",
        "22 5c 20 7e, '\"\\ ~'",
    })
    void whatCannotBePrintedIsAQuestionMarkAndAZeroEndsIt(String hex, String shown) {
        String[] pairs = hex.split(" ", -1);
        byte[] octets = new byte[pairs.length];
        for (int i = 0; i < octets.length; i++) octets[i] = (byte) Integer.parseInt(pairs[i], 16);
        assertThat(ClientText.of(Octets.of(octets))).isEqualTo(shown);
    }

    @Test
    void nothingIsLeftOfNothing() {
        assertThat(ClientText.of(null)).isNull();
        assertThat(ClientText.of(Octets.EMPTY)).isNull();
        assertThat(ClientText.of(Octets.of((byte) 0, (byte) 'a'))).isNull();
    }
}
