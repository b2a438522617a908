package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// When an address counts as being with two.
final class OwnersTest {

    private static final Ip4 ADDRESS = Ip4.of("10.0.1.7");
    private static final Ip4 OTHER = Ip4.of("10.0.1.8");
    private static final Ip4 A = Ip4.of("192.0.2.1");

    private final List<Happening> told = new ArrayList<>();
    private final Owners owners = new Owners(server -> server.equals(A) ? 0 : 1);

    private static Person person(int number) {
        HardwareAddress hardware = HardwareAddress.ethernet(0x02_00_00_00_00_00L + number);
        return new Person(number, Person.Kind.RENEWING, "renewing " + number, hardware);
    }

    private static Holding until(Ip4 address, long tick) {
        return new Holding(address, A, tick / 2, tick / 2, tick);
    }

    private void now(int who, @Nullable Holding had, @Nullable Holding has, long tick) {
        owners.now(person(who), had, has, tick, told::add);
    }

    @Test
    void anAddressIsDoubledWhileTheFirstLeaseRuns() {
        now(1, null, until(ADDRESS, 1000), 0);
        now(2, null, until(ADDRESS, 2000), 999);
        assertThat(told)
                .containsExactly(new Happening.Doubled(ADDRESS, person(1), 0, person(2), 0));
    }

    @Test
    void anAddressIsFreeWhenTheLeaseIsOverOrGivenBack() {
        now(1, null, until(ADDRESS, 1000), 0);
        now(2, null, until(ADDRESS, 3000), 1000);
        now(2, until(ADDRESS, 3000), null, 1500);
        now(3, null, until(ADDRESS, 4000), 2000);
        now(3, until(ADDRESS, 4000), until(OTHER, 5000), 2100);
        now(4, null, until(ADDRESS, 4000), 2200);
        assertThat(told).isEmpty();
    }

    @Test
    void whoRenewsDoublesNothing() {
        now(1, null, until(ADDRESS, 1000), 0);
        now(1, until(ADDRESS, 1000), until(ADDRESS, 2000), 500);
        assertThat(told).isEmpty();
    }

    @Test
    void twoThatFightForAnAddressAreToldOfOnce() {
        now(1, null, until(ADDRESS, 1000), 0);
        now(2, null, until(ADDRESS, 1100), 100);
        now(1, until(ADDRESS, 1000), until(ADDRESS, 1200), 200);
        now(2, until(ADDRESS, 1100), until(ADDRESS, 1300), 300);
        assertThat(told).hasSize(1);
    }
}
