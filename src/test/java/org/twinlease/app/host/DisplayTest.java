package org.twinlease.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whether a window can be opened is asked of the platform that it would open on.
final class DisplayTest {

    private final String before = System.getProperty(Display.PLATFORM, "");

    @AfterEach
    void restore() {
        System.setProperty(Display.PLATFORM, before);
        if (before.isEmpty()) System.clearProperty(Display.PLATFORM);
    }

    @Test
    void thePlatformWithoutAScreenNeedsNoMoreThanAPicture() {
        System.setProperty(Display.PLATFORM, Display.HEADLESS);
        assertThat(Display.obstacleToWindows()).isEqualTo(Display.obstacleToPictures());
    }
}
