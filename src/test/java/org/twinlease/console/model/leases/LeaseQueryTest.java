package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

final class LeaseQueryTest {

    private final LeaseTable table = new LeaseTable();

    private boolean wants(String typed) {
        return new LeaseQuery(null, typed).wants(table, 0);
    }

    private void lease(HardwareAddress hardware, String id, String host) {
        table.put(
                new LeaseView(
                        Ip4.of("10.20.3.14"),
                        BindingState.ACTIVE,
                        hardware,
                        Octets.ofText(id),
                        host,
                        0,
                        0,
                        0,
                        false,
                        false,
                        0));
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.3.14, true",
        "10.20, true",
        "0.20, false",
        "20.3, false",
        "10.20.3.15, false",
        "3c:52:82:aa:0b:0c, true",
        "3C5282AA0B0C, true",
        "82:aa, true",
        "2aa0, true",
        "0c3c, false",
        "3c-52-82, true",
        "print, true",
        "PRINT, true",
        "printed, false",
        "desk 7, true",
        "44:65:73:6b, true",
        "'  print ', true",
        "zzz, false"
    })
    void partOfAnAddressMacNameOrClientIdWillDo(String typed, boolean found) {
        lease(HardwareAddress.ethernet(0x3c52_82aa_0b0cL), "Desk 7", "lab-Printer");
        assertThat(wants(typed)).isEqualTo(found);
    }

    @Test
    void hardwareThatIsNotEthernetIsFoundByItsSpelling() {
        lease(new HardwareAddress(6, Octets.of((byte) 0xab, (byte) 0xcd)), "x", "y");
        assertThat(wants("6/ab:cd")).isTrue();
        assertThat(wants("6/ab:ce")).isFalse();
    }

    @Test
    void nothingTypedAndNoStateMeansEverything() {
        assertThat(new LeaseQuery(null, "  ").isAll()).isTrue();
        assertThat(new LeaseQuery(BindingState.FREE, "").isAll()).isFalse();
        assertThat(new LeaseQuery(null, "a").isAll()).isFalse();
    }

    @Test
    void aStateAndATextMustBothFit() {
        lease(HardwareAddress.ethernet(1), "id", "name");
        assertThat(new LeaseQuery(BindingState.ACTIVE, "name").wants(table, 0)).isTrue();
        assertThat(new LeaseQuery(BindingState.FREE, "name").wants(table, 0)).isFalse();
        assertThat(new LeaseQuery(BindingState.ACTIVE, "other").wants(table, 0)).isFalse();
    }
}
