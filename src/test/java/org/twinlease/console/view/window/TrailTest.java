package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.view.Pages;

/// Walking back through the pages that were looked at, and on again.
final class TrailTest {

    private final Trail trail = new Trail();

    @Test
    void whereNothingWasThereIsNoWayBack() {
        assertThat(trail.step(true)).isNull();
        trail.visit(Pages.PAIR);
        assertThat(trail.step(true)).isNull();
        assertThat(trail.step(false)).isNull();
    }

    @Test
    void aStepBackAndOnLeadsToTheSamePages() {
        trail.visit(Pages.PAIR);
        trail.visit(Pages.LIVE);
        trail.visit(Pages.POOLS);
        assertThat(trail.step(true)).isEqualTo(Pages.LIVE);
        trail.visit(Pages.LIVE);
        assertThat(trail.step(true)).isEqualTo(Pages.PAIR);
        trail.visit(Pages.PAIR);
        assertThat(trail.step(false)).isEqualTo(Pages.LIVE);
        assertThat(trail.step(false)).isEqualTo(Pages.POOLS);
        assertThat(trail.step(false)).isNull();
    }

    @Test
    void whoTurnsElsewhereForgetsWhatWasAhead() {
        trail.visit(Pages.PAIR);
        trail.visit(Pages.LIVE);
        assertThat(trail.step(true)).isEqualTo(Pages.PAIR);
        trail.visit(Pages.HEALTH);
        assertThat(trail.step(false)).isNull();
        assertThat(trail.step(true)).isEqualTo(Pages.PAIR);
    }

    @Test
    void itIsBounded() {
        for (int i = 0; i < 200; i++) trail.visit(i % 2 == 0 ? Pages.PAIR : Pages.LIVE);
        int steps = 0;
        while (trail.step(true) != null) steps++;
        assertThat(steps).isEqualTo(49);
    }
}
