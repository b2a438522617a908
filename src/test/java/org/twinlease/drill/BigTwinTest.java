package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;
import org.twinlease.lease.Lease;
import org.twinlease.sim.twin.DemoSite;
import org.twinlease.sim.twin.Site;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Twins of the size of a campus. `-Pbench` prints how long they take; see docs/benchmarks.md.
final class BigTwinTest {

    private static final long THEN = 1_700_000_000;
    private static final int PER_NETWORK = 20_000;
    private static final int SHARE = 2_500;

    private static Scenario scenario(String text) {
        var reading = DrillReader.read("big.drill", text);
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    /// Leases of eight hours, of all ages, over networks of twenty thousand.
    private static Original campus(int leases) {
        int networks = (leases + PER_NETWORK - 1) / PER_NETWORK;
        List<Lease> all = new ArrayList<>();
        for (int i = 0; i < leases; i++) {
            long starts = THEN - (long) i * 28_800 / leases;
            int network = i / PER_NETWORK;
            all.add(
                    new Lease(
                            new Ip4((10 << 24 | network << 16) + 256 + i % PER_NETWORK),
                            BindingState.ACTIVE,
                            0,
                            HardwareAddress.ethernet(0x02_aa_00_00_00_00L + i),
                            null,
                            null,
                            null,
                            starts,
                            starts + 28_800,
                            starts,
                            starts + 43_200,
                            0,
                            starts + 43_200));
        }
        // Of the five thousand that are free in each network, one half is the secondary's.
        for (int i = 0; i < networks * SHARE; i++) {
            int bits = (10 << 24 | (i / SHARE) << 16) + 256 + PER_NETWORK + i % SHARE;
            all.add(Lease.unused(new Ip4(bits)).withState(BindingState.BACKUP));
        }
        Site site = new DemoSite(Map.of(), 28_800, 25_000, 25_000, networks).site();
        return new Original(site.with(all, null), List.of());
    }

    private static void measured(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        System.err.printf("%s: %.1f s%n", what, (System.nanoTime() - began) / 1e9);
    }

    @Test
    void aCampusOfThousandsOfLeasesLosesNoneWhenItsPrimaryDies() {
        Scenario drill =
                scenario(
                        """
                        begin 12:00
                        at 12:05 kill A
                        end 12:30
                        expect B is communications-interrupted at 12:10
                        expect nobody loses an address
                        expect no renewal is refused
                        """);
        Twin twin = new Twin(drill, campus(5_000), 1);
        assertThat(twin.count().on()).isBetween(2_000, 3_000);
        assertThat(twin.finish().judgements()).allMatch(Verdict.Judgement::holds);
    }

    @Tag("bench")
    @Test
    void aHundredThousandLeases() {
        Scenario drill = scenario("begin 12:00\nend 12:10");
        Original campus = campus(100_000);
        for (int i = 0; i < 3; i++) {
            measured("twin of 100,000 leases", () -> new Twin(drill, campus, 1));
        }
    }

    @Tag("bench")
    @Test
    void aDayOfTenThousandClients() {
        Scenario drill =
                scenario(
                        """
                        pair demo with lease 8h, mclt 1h, addresses 3000
                        population 7000 renewing, 2500 sleeping, 500 roaming, 5 new a minute, behind 5 relays
                        begin 08:00
                        at 12:00 kill A
                        at 13:00 start A
                        end 32:00
                        """);
        measured(
                "a day of 10,000 clients", () -> new Twin(drill, Original.demo(drill), 1).finish());
    }
}
