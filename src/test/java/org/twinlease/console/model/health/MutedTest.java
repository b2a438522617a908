package org.twinlease.console.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.health.Muted.Mute;

import java.util.HashMap;
import java.util.Map;

/// What a person has muted, kept for the next time.
final class MutedTest {

    private final Map<String, String> stored = new HashMap<>();
    private final ConsoleSettings settings =
            new ConsoleSettings() {
                @Override
                public String read(String key, String otherwise) {
                    return stored.getOrDefault(key, otherwise);
                }

                @Override
                public void write(String key, String value) {
                    stored.put(key, value);
                }
            };

    @Test
    void aMuteIsThereTheNextTimeWithItsReasonAndDate() {
        new Muted(settings).mute("lint F16", "old printers\nneed it", 1_700_000_000);
        assertThat(new Muted(settings).of("lint F16"))
                .isEqualTo(new Mute("old printers need it", 1_700_000_000));
        assertThat(new Muted(settings).of("lint F17")).isNull();
    }

    @Test
    void whatIsCountedAgainIsForgotten() {
        var muted = new Muted(settings);
        muted.mute("relay  10.0.0.1\tdhcp-a", "being built", 1);
        assertThat(muted.of("relay  10.0.0.1\tdhcp-a")).isNotNull();
        muted.unmute("relay  10.0.0.1\tdhcp-a");
        assertThat(new Muted(settings).of("relay 10.0.0.1 dhcp-a")).isNull();
    }

    @Test
    void whatSomebodyElseWroteThereIsPassedOver() {
        stored.put("health.muted", "only a key\nkey\tno second\twhy\nkey\t12\twhy\n\n");
        assertThat(new Muted(settings).of("key")).isEqualTo(new Mute("why", 12));
        assertThat(new Muted(settings).of("only a key")).isNull();
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        var muted = new Muted(settings);
        for (int i = 0; i < 501; i++) muted.mute("key " + i, "so", i);
        assertThat(muted.of("key 0")).isNull();
        assertThat(muted.of("key 500")).isNotNull();
    }
}
