package org.twinlease.console.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.document.Part.Form;

/// What may be typed for each kind of value.
final class ConfigValuesTest {

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 2h, 7200",
        "SECONDS, infinite, infinite",
        "NUMBER, 0x1F, 0x1F",
        "NUMBER, -5, -5",
        "FLAG, YES, true",
        "FLAG, off, off",
        "ADDRESS, 10.0.0.1, 10.0.0.1",
        "ADDRESS, router.example.org, router.example.org",
        "ADDRESSES, '10.0.0.1,10.0.0.2  10.0.0.3', '10.0.0.1, 10.0.0.2, 10.0.0.3'",
        "RANGE, 10.0.0.9, 10.0.0.9",
        "RANGE, 10.0.0.1 - 10.0.0.9, 10.0.0.1 10.0.0.9",
        "RANGE, dynamic-bootp 10.0.0.1 10.0.0.9, dynamic-bootp 10.0.0.1 10.0.0.9",
        "TEXT, a b, '\"a b\"'",
        "TEXT, '\"a b\"', '\"a b\"'",
        "TEXT, 'concat(\"a\", \"b\")', 'concat(\"a\", \"b\")'",
        "FREE, 1:aa:bb, 1:aa:bb",
        "NOTHING, '', ''"
    })
    void valuesGetTheSpellingOfTheFile(Form form, String typed, String value) {
        var read = ConfigValues.read(form, typed);
        assertThat(read.wrong()).isEmpty();
        assertThat(read.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, soon, A time: seconds",
        "NUMBER, 1.5, A whole number",
        "FLAG, maybe, on or off",
        "ADDRESS, 10.0.0.256, An IPv4 address",
        "ADDRESS, 10.0.0, An IPv4 address",
        "ADDRESSES, '10.0.0.1, 1.2.3', 1.2.3 is no address",
        "RANGE, 10.0.0.1 10.0.0.2 10.0.0.3, One address",
        "RANGE, host.example.org, One address",
        "TEXT, 'a\"b', A text without quotes",
        "FREE, '', Something has to stand here",
        "NOTHING, yes, There is no value"
    })
    void everythingElseIsExplained(Form form, String typed, String wrong) {
        var read = ConfigValues.read(form, typed);
        assertThat(read.wrong()).startsWith(wrong);
        assertThat(read.value()).isEmpty();
    }
}
