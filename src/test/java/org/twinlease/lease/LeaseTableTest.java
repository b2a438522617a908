package org.twinlease.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

class LeaseTableTest {
    private static final List<PoolRange> TWO_POOLS =
            List.of(range(0, "10.0.0.10", "10.0.0.29"), range(1, "10.0.1.10", "10.0.1.19"));

    private static PoolRange range(int pool, String low, String high) {
        return new PoolRange(pool, Ip4.of(low), Ip4.of(high));
    }

    /// The table and a list that is searched from end to end, told the same thousands of things.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theTableIsANaiveListOnlyFaster(long seed) {
        Random random = new Random(seed);
        LeaseTable table = new LeaseTable(TWO_POOLS);
        Model model = new Model(table);
        long now = 1_000_000;
        for (int step = 0; step < 3_000; step++) {
            int slot = random.nextInt(table.size());
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> model.apply(any(random, table.address(slot), now));
                case 3 -> model.hold(slot, random.nextBoolean());
                case 4 -> {
                    now += jump(random);
                    model.expire(now);
                }
                default -> {
                    ClientKey client = client(random);
                    int accepted = random.nextInt(4);
                    model.checkFind(client, s -> s % 4 != accepted);
                }
            }
            model.checkRow(slot);
        }
        model.checkAll();
    }

    /// Mostly a little, sometimes far, sometimes back.
    private static long jump(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 50_000 + random.nextInt(100_000);
            case 1 -> -random.nextInt(20_000);
            default -> random.nextInt(3_000);
        };
    }

    private static Lease any(Random random, Ip4 address, long now) {
        BindingState state = BindingState.of(1 + random.nextInt(7));
        boolean identified = random.nextInt(4) > 0;
        ClientKey client = client(random);
        long ends = random.nextInt(9) == 0 ? Lease.NEVER : now - 100 + random.nextInt(20_000);
        return new Lease(
                address,
                state,
                random.nextInt(256),
                identified ? client.hardware() : null,
                identified ? client.clientId() : null,
                random.nextBoolean() ? null : Octets.ofText("host-" + random.nextInt(100)),
                random.nextInt(3) > 0 ? null : Octets.of(new byte[random.nextInt(256)]),
                now,
                ends,
                now + 1,
                now + 2,
                now + 3,
                now + 4);
    }

    /// Few clients, so that they meet: with and without identifier, with short and long hardware
    /// addresses, with identifiers that are just the hardware address.
    private static ClientKey client(Random random) {
        byte[] octets = new byte[new int[] {6, 6, 6, 8, 16, 0}[random.nextInt(6)]];
        Arrays.fill(octets, (byte) random.nextInt(5));
        HardwareAddress hardware = new HardwareAddress(1 + random.nextInt(2), Octets.of(octets));
        Octets id =
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> {
                        byte[] own = new byte[octets.length + 1];
                        own[0] = (byte) hardware.type();
                        System.arraycopy(octets, 0, own, 1, octets.length);
                        yield Octets.of(own);
                    }
                    default -> Octets.of(new byte[1 + random.nextInt(4)]);
                };
        return new ClientKey(id, hardware);
    }

    /// A row changes its pool's counts and, free, goes to the end of its pool's free list.
    @Test
    void freeAddressesAreGivenOutInTheOrderInWhichTheyBecameFree() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        assertThat(free(table, 0)).isEqualTo("10.0.0.10");
        table.apply(lease("10.0.0.10", BindingState.ACTIVE, 100));
        table.apply(lease("10.0.0.11", BindingState.ACTIVE, 100));
        assertThat(free(table, 0)).isEqualTo("10.0.0.12");
        table.apply(lease("10.0.0.11", BindingState.FREE, 50));
        table.apply(lease("10.0.0.10", BindingState.FREE, 60));
        for (int i = 12; i <= 29; i++) table.apply(lease("10.0.0." + i, BindingState.ACTIVE, 9));
        assertThat(free(table, 0)).isEqualTo("10.0.0.11");
        assertThat(free(table, 1)).isEqualTo("10.0.1.10");
        assertThat(table.count(0, BindingState.ACTIVE)).isEqualTo(18);
        assertThat(table.count(0, BindingState.FREE)).isEqualTo(2);
    }

    private static @Nullable String free(LeaseTable table, int pool) {
        int slot = table.longestUnused(pool, BindingState.FREE, _ -> true);
        return slot < 0 ? null : table.address(slot).toString();
    }

    private static Lease lease(String address, BindingState state, long ends) {
        HardwareAddress hardware = HardwareAddress.ethernet(Ip4.of(address).bits());
        return new Lease(
                Ip4.of(address), state, 0, hardware, null, null, null, 1, ends, 1, 0, 0, 0);
    }

    @Test
    void afterAReplayNeverUsedAddressesGoFirstAndTheOthersByTheirEnd() {
        LeaseTable table = new LeaseTable(List.of(range(0, "10.0.0.10", "10.0.0.13")));
        table.apply(lease("10.0.0.10", BindingState.FREE, 30));
        table.apply(lease("10.0.0.13", BindingState.FREE, 10));
        table.apply(lease("10.0.0.11", BindingState.FREE, 20));
        table.sortFree();
        List<String> order = new ArrayList<>();
        for (String next = free(table, 0); next != null; next = free(table, 0)) {
            order.add(next.substring(7));
            table.hold(table.slot(Ip4.of(next)), true);
        }
        assertThat(order).containsExactly("12", "13", "11", "10");
    }

    @Test
    void anAbandonedAddressIsFoundByItsEnd() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        assertThat(table.oldestAbandoned(0, _ -> true)).isEqualTo(-1);
        table.apply(lease("10.0.0.15", BindingState.ABANDONED, 300));
        table.apply(lease("10.0.0.16", BindingState.ABANDONED, 200));
        table.apply(lease("10.0.1.15", BindingState.ABANDONED, 100));
        int later = table.slot(Ip4.of("10.0.0.15"));
        int sooner = table.slot(Ip4.of("10.0.0.16"));
        assertThat(table.oldestAbandoned(0, _ -> true)).isEqualTo(sooner);
        assertThat(table.oldestAbandoned(0, slot -> slot == later)).isEqualTo(later);
        table.apply(lease("10.0.0.16", BindingState.ABANDONED, 400));
        assertThat(table.oldestAbandoned(0, _ -> true)).isEqualTo(later);
        table.apply(lease("10.0.0.15", BindingState.FREE, 0));
        assertThat(table.oldestAbandoned(0, _ -> true)).isEqualTo(sooner);
    }

    @Test
    void aHardwareAddressIsFoundUnderEveryIdentifierThatUsesIt() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        HardwareAddress shared = HardwareAddress.ethernet(7);
        for (String each : List.of("10.0.0.11", "10.0.1.11")) {
            table.apply(
                    new Lease(
                            Ip4.of(each),
                            BindingState.ACTIVE,
                            0,
                            shared,
                            Octets.ofText(each),
                            null,
                            null,
                            1,
                            100,
                            1,
                            0,
                            0,
                            0));
        }
        Set<String> found = new TreeSet<>();
        while (true) {
            int slot = table.find(shared, s -> !found.contains(table.address(s).toString()));
            if (slot < 0) break;
            found.add(table.address(slot).toString());
        }
        assertThat(found).containsExactly("10.0.0.11", "10.0.1.11");
        assertThat(table.find(HardwareAddress.ethernet(8), _ -> true)).isEqualTo(-1);
    }

    private static Set<String> due(LeaseTable table, long now) {
        Set<String> due = new TreeSet<>();
        table.expire(now, slot -> due.add(table.address(slot).toString()));
        return due;
    }

    @Test
    void leasesEndInTheirSecondAndNotBefore() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        table.apply(lease("10.0.0.10", BindingState.ACTIVE, 5_000));
        table.apply(lease("10.0.0.11", BindingState.ACTIVE, 5_000 + 8192));
        table.apply(lease("10.0.0.12", BindingState.ACTIVE, Lease.NEVER));
        assertThat(due(table, 4_999)).isEmpty();
        assertThat(due(table, 5_000)).containsExactly("10.0.0.10");
        table.apply(lease("10.0.0.10", BindingState.FREE, 5_000));
        assertThat(due(table, 4_294_967_290L)).containsExactly("10.0.0.11");
    }

    @Test
    void aLeaseThatCouldNotBeEndedIsReportedAgainASecondLater() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        table.apply(lease("10.0.0.10", BindingState.ACTIVE, 5_000));
        table.expire(9_000, table::postpone);
        assertThat(due(table, 9_000)).isEmpty();
        table.expire(9_001, table::postpone);
        assertThat(due(table, 9_002)).containsExactly("10.0.0.10");
    }

    @Test
    void aClockThatWasFarAheadDoesNotKeepLeasesForEver() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        assertThat(due(table, 4_000_000_000L)).isEmpty();
        assertThat(due(table, -5)).isEmpty();
        assertThat(due(table, 1_000)).isEmpty();
        table.apply(lease("10.0.0.10", BindingState.ACTIVE, 1_500));
        assertThat(due(table, 1_499)).isEmpty();
        assertThat(due(table, 1_500)).containsExactly("10.0.0.10");
    }

    @Test
    void onlyAddressesOfAPoolHaveARow() {
        LeaseTable table = new LeaseTable(TWO_POOLS);
        assertThat(table.slot(Ip4.of("10.0.0.30"))).isEqualTo(-1);
        assertThat(table.ceiling(Ip4.of("10.0.0.30"))).isEqualTo(20);
        assertThatThrownBy(() -> table.apply(lease("10.0.0.30", BindingState.ACTIVE, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(table.lease(3)).isEqualTo(Lease.unused(Ip4.of("10.0.0.13")));
        assertThat(table.lease(3).isUnused()).isTrue();
        assertThat(table.wasUsed(3)).isFalse();
    }

    @Test
    void aMillionUsualLeasesTakeAtMostAHundredOctetsEach() {
        int million = 1_000_000;
        LeaseTable table =
                new LeaseTable(
                        List.of(
                                new PoolRange(
                                        0,
                                        new Ip4(0x0a00_0000),
                                        new Ip4(0x0a00_0000 + million - 1))));
        for (int i = 0; i < million; i++) {
            HardwareAddress hardware = HardwareAddress.ethernet(0x0200_0000_0000L + i);
            byte[] id = new byte[7];
            id[0] = 1;
            hardware.address().copyTo(id, 1);
            Octets name = Octets.ofText("host-" + i);
            table.apply(
                    new Lease(
                            new Ip4(0x0a00_0000 + i),
                            BindingState.ACTIVE,
                            0,
                            hardware,
                            Octets.of(id),
                            name,
                            null,
                            1,
                            2,
                            3,
                            0,
                            0,
                            0));
        }
        assertThat(table.bytes()).isLessThanOrEqualTo(100L * million);
        HardwareAddress last = HardwareAddress.ethernet(0x0200_0000_0000L + 999_999);
        assertThat(table.find(last, _ -> true)).isEqualTo(999_999);
    }
}
