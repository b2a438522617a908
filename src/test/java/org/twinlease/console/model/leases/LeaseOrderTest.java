package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.console.model.PoolNames;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.leases.LeaseLook.Sort;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

final class LeaseOrderTest {

    private static final LeaseQuery ALL = new LeaseQuery(null, "");

    private final LeaseTable table = new LeaseTable();

    private void lease(
            String address, BindingState state, long mac, @Nullable String host, long ends) {
        table.put(
                new LeaseView(
                        Ip4.of(address),
                        state,
                        mac < 0 ? null : HardwareAddress.ethernet(mac),
                        null,
                        host,
                        0,
                        ends,
                        ends,
                        false,
                        false,
                        0));
    }

    private List<String> sorted(LeaseQuery query, Column by, boolean descending) {
        return Arrays.stream(
                        LeaseOrder.of(
                                table, table.size(), query, List.of(new Sort(by, descending))))
                .mapToObj(row -> Ip4.text(table.address[row]))
                .toList();
    }

    private void threeLeases() {
        lease("192.168.0.1", BindingState.ACTIVE, 0x0200_0000_0003L, "beta", 4_000_000_000L);
        lease("10.0.0.2", BindingState.FREE, -1, null, 0);
        lease("10.0.0.1", BindingState.ABANDONED, 0x0200_0000_0001L, "Alpha", 1_000);
    }

    @Test
    void addressesAreSortedAsUnsignedNumbersBothWays() {
        threeLeases();
        assertThat(sorted(ALL, Column.ADDRESS, false))
                .containsExactly("10.0.0.1", "10.0.0.2", "192.168.0.1");
        assertThat(sorted(ALL, Column.ADDRESS, true))
                .containsExactly("192.168.0.1", "10.0.0.2", "10.0.0.1");
    }

    @Test
    void rowsWithNothingInTheColumnStandLastBothWays() {
        threeLeases();
        assertThat(sorted(ALL, Column.HOST, false)).endsWith("192.168.0.1", "10.0.0.2");
        assertThat(sorted(ALL, Column.HOST, true)).endsWith("10.0.0.1", "10.0.0.2");
        assertThat(sorted(ALL, Column.HARDWARE, false)).endsWith("10.0.0.2");
        assertThat(sorted(ALL, Column.HARDWARE, true)).endsWith("10.0.0.2");
        assertThat(sorted(ALL, Column.ENDS, false))
                .containsExactly("10.0.0.1", "192.168.0.1", "10.0.0.2");
        assertThat(sorted(ALL, Column.ENDS, true))
                .containsExactly("192.168.0.1", "10.0.0.1", "10.0.0.2");
    }

    @Test
    void namesAreSortedWhateverTheirCase() {
        threeLeases();
        assertThat(sorted(ALL, Column.HOST, false)).startsWith("10.0.0.1", "192.168.0.1");
    }

    @Test
    void whatIsEqualInTheFirstColumnIsSortedByTheNext() {
        lease("10.0.0.1", BindingState.ACTIVE, 1, "b", 50);
        lease("10.0.0.2", BindingState.FREE, 2, "c", 0);
        lease("10.0.0.3", BindingState.ACTIVE, 3, "a", 50);
        lease("10.0.0.4", BindingState.ACTIVE, 4, "d", 40);
        var by =
                List.of(
                        new Sort(Column.STATE, true),
                        new Sort(Column.ENDS, true),
                        new Sort(Column.HOST, false));
        assertThat(Arrays.stream(LeaseOrder.of(table, table.size(), ALL, by)).boxed())
                .containsExactly(2, 0, 3, 1);
        assertThat(Arrays.stream(LeaseOrder.of(table, table.size(), ALL, List.of())).boxed())
                .as("by address when nothing is chosen")
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void onlyWantedRowsAreThere() {
        threeLeases();
        assertThat(sorted(new LeaseQuery(BindingState.ACTIVE, ""), Column.ADDRESS, false))
                .containsExactly("192.168.0.1");
        assertThat(sorted(new LeaseQuery(null, "10.0"), Column.ADDRESS, true))
                .containsExactly("10.0.0.2", "10.0.0.1");
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnKeepsEachOfManyRowsOnceAndInOrder(Column by) {
        for (int i = 0; i < 5_000; i++) {
            table.put(Samples.lease(i * 7_919 % 5_000, BindingState.of(1 + i % 7)));
        }
        int[] order = LeaseOrder.of(table, table.size(), ALL, List.of(new Sort(by, false)));
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(5_000);
        var rows =
                new LeaseRows(
                        table,
                        new LeaseGroups.Grouped(order, List.of()),
                        new PoolNames(),
                        ZoneOffset.UTC);
        if (by != Column.HOST && by != Column.HARDWARE) return;
        for (int i = 1; i < order.length; i++) {
            String before = rows.text(order[i - 1], by, 0);
            String after = rows.text(order[i], by, 0);
            if (!after.isEmpty()) assertThat(before).isLessThanOrEqualTo(after);
        }
    }
}
