package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.leases.LeaseTable.Put;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

final class LeaseTableTest {

    private final LeaseTable table = new LeaseTable();

    @Test
    void aRowComesBackAsItWentIn() {
        var lease =
                new LeaseView(
                        Ip4.of("192.168.255.1"),
                        BindingState.ACTIVE,
                        new HardwareAddress(6, Octets.of((byte) 1, (byte) 2)),
                        Octets.ofText("front desk"),
                        "kiosk",
                        4_000_000_000L,
                        LeaseView.NEVER,
                        3_999_999_999L,
                        true,
                        true,
                        7);
        table.put(lease);
        assertThat(table.lease(0)).isEqualTo(lease);
    }

    @Test
    void anAddressHasOneRowAndItsVersionGrows() {
        assertThat(table.put(Samples.lease(5, BindingState.ACTIVE))).isEqualTo(Put.ADDED);
        assertThat(table.put(Samples.lease(5, BindingState.ACTIVE))).isEqualTo(Put.CHANGED);
        assertThat(table.put(Samples.lease(5, BindingState.FREE))).isEqualTo(Put.TURNED);
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.version[0]).isEqualTo(3);
    }

    @Test
    void statesAreCountedAsTheyTurn() {
        table.put(Samples.lease(1, BindingState.ACTIVE));
        table.put(Samples.lease(2, BindingState.ACTIVE));
        table.put(Samples.lease(2, BindingState.ABANDONED));
        assertThat(table.count(BindingState.ACTIVE)).isEqualTo(1);
        assertThat(table.count(BindingState.ABANDONED)).isEqualTo(1);
        assertThat(table.count(BindingState.FREE)).isZero();
    }

    @Test
    void everyOneOfManyRowsIsFoundAndNothingElse() {
        for (int i = 0; i < 100_000; i++) table.put(Samples.lease(i, BindingState.FREE));
        for (int i = 0; i < 100_000; i += 97) {
            assertThat(table.find(Samples.address(i).bits())).isEqualTo(i);
        }
        assertThat(table.find(Ip4.of("10.20.0.9").bits())).isEqualTo(-1);
        assertThat(table.find(Ip4.BROADCAST.bits())).isEqualTo(-1);
    }
}
