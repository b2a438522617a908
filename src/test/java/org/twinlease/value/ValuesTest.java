package org.twinlease.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class ValuesTest {

    @Test
    void anAddressIsReadAndWritten() {
        for (String text : List.of("0.0.0.0", "10.0.0.1", "192.168.255.254", "255.255.255.255")) {
            assertThat(Ip4.of(text)).hasToString(text);
            assertThat(Ip4.of(text).octets()).hasSize(4);
        }
        assertThat(Ip4.of("1.2.3.4").bits()).isEqualTo(0x01020304);
        assertThat(Ip4.of("010.0.0.1")).hasToString("10.0.0.1");
        assertThat(Ip4.ZERO.isZero()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "1", "1.2.3", "1.2.3.4.", ".1.2.3.4", "1..2.3", "1.2.3.256", "a"})
    void anythingElseIsNoAddress(String text) {
        assertThat(Ip4.parse(text)).isNull();
        assertThatThrownBy(() -> Ip4.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesAreOrderedAsUnsignedNumbers() {
        List<Ip4> sorted =
                Stream.of("255.255.255.255", "128.0.0.0", "127.255.255.255", "0.0.0.0")
                        .map(Ip4::of)
                        .sorted()
                        .toList();
        assertThat(sorted).first().isEqualTo(Ip4.ZERO);
        assertThat(sorted).last().isEqualTo(Ip4.BROADCAST);
        assertThat(sorted.get(2)).hasToString("128.0.0.0");
    }

    @Test
    void aHardwareAddressIsReadAndWritten() {
        HardwareAddress address = Objects.requireNonNull(HardwareAddress.parse("0:1A:2b:3:4:ff"));
        assertThat(address).hasToString("00:1a:2b:03:04:ff");
        assertThat(HardwareAddress.ethernet(0x001a2b0304ffL)).isEqualTo(address);
        assertThat(new HardwareAddress(6, Octets.of((byte) 1))).hasToString("6/01");
        for (String none :
                List.of("", "0:1:2:3:4", "0:1:2:3:4:5:6", "00-1a-2b-03-04-ff", "g:1:2:3:4:5"))
            assertThat(HardwareAddress.parse(none)).as(none).isNull();
    }

    @Test
    void aHardwareAddressIsWithinItsFields() {
        assertThat(new HardwareAddress(255, Octets.of(new byte[16])).address().length())
                .isEqualTo(16);
        assertThatThrownBy(() -> new HardwareAddress(1, Octets.of(new byte[17])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HardwareAddress(256, Octets.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void octetsCannotBeChangedFromOutside() {
        byte[] source = {1, 2, 3};
        Octets octets = Octets.of(source);
        source[0] = 9;
        octets.toArray()[1] = 9;
        assertThat(octets).hasToString("01:02:03");
        assertThat(octets).isEqualTo(Octets.of(new byte[] {0, 1, 2, 3, 4}, 1, 3));
        assertThat(octets.hashCode()).isEqualTo(Octets.of((byte) 1, (byte) 2, (byte) 3).hashCode());
        assertThat(octets).isNotEqualTo(Octets.of((byte) 1, (byte) 2));
    }

    @Test
    void everyOctetSurvivesTheWayThroughText() {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) all[i] = (byte) i;
        assertThat(Octets.ofText(Octets.of(all).text())).isEqualTo(Octets.of(all));
        assertThat(Octets.of(all).at(255)).isEqualTo(255);
    }

    @Test
    void printableIsWhatATerminalCanShow() {
        assertThat(Octets.ofText("Host 1~").isPrintable()).isTrue();
        assertThat(Octets.EMPTY.isPrintable()).isFalse();
        for (int octet : new int[] {0, 31, 127, 128, 255}) {
            assertThat(Octets.of((byte) 'a', (byte) octet).isPrintable()).isFalse();
        }
    }

    @Test
    void secondsAreWholeEvenBeforeTheEpoch() {
        assertThat(new Now(1999, 0).wallSeconds()).isEqualTo(1);
        assertThat(new Now(-1, 0).wallSeconds()).isEqualTo(-1);
    }

    @Test
    void statesHaveTheNumbersOfTheFailoverDraft() {
        for (BindingState state : BindingState.values()) {
            assertThat(BindingState.of(state.code())).isEqualTo(state);
        }
        assertThat(BindingState.ABANDONED.code()).isEqualTo(5);
        assertThat(BindingState.BACKUP.word()).isEqualTo("backup");
        for (int none : new int[] {0, 8, -1}) {
            assertThatThrownBy(() -> BindingState.of(none))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReasonHasAsManyOperandsAsItsSentence() {
        assertThat(Reason.of(ReasonCode.TIME_MAX, 1L, 2L).operands()).containsExactly(1L, 2L);
        assertThatThrownBy(() -> Reason.of(ReasonCode.TIME_MAX, 1L))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
