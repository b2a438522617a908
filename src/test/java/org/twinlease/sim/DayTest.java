package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;

import java.time.Duration;

/// A whole day of a thousand clients on ten wires, who come and go.
@Tag("sim")
final class DayTest {

    private static final Setting DAY =
            Setting.of(20260101)
                    .withClients(1000, 9)
                    .withPools(400, 4 * 3600)
                    .withChangeEvery(3 * 3600)
                    .withCheckEvery(500)
                    .withFaults(new Faults(5, 2, 1, 20, 6 * 3600, 12 * 3600, 0, 0));

    @Test
    void aDayIsOverInSecondsAndTheSameAgain() {
        SimWorld day = day();
        assertThat(day().transcript().text()).isEqualTo(day.transcript().text());

        assertThat(day.unserved()).isEmpty();
        assertThat(day.ask(new Query.Pools()).stream().mapToLong(PoolView::active).sum())
                .isBetween(1000L, 2500L);
        String text = day.transcript().text();
        assertThat(text.lines().filter(line -> line.contains(": DHCPACK")).count())
                .isGreaterThan(10_000);
        assertThat(text.lines().filter(line -> line.contains("started: Replay")).count())
                .isGreaterThan(2);
    }

    private static SimWorld day() {
        SimWorld world = new SimWorld(DAY);
        world.run(Duration.ofHours(23));
        world.settle();
        world.run(Duration.ofHours(1));
        world.check();
        return world;
    }
}
