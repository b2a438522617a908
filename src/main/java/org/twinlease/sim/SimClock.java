package org.twinlease.sim;

import org.twinlease.value.Now;

import java.util.ArrayList;
import java.util.List;

/// The wall clock of one machine: apart from the world's by an offset, drifting, set forward and
/// back. Ticks are everybody's.
public final class SimClock {

    private static final long MILLION = 1_000_000;

    /// From a tick on: the offset in milliseconds at it, and the drift in millionths.
    private record Setting(long tick, long offset, long drift) {
        long at(long when) {
            return offset + (when - tick) * drift / MILLION;
        }
    }

    private final SimTime time;
    private final List<Setting> settings = new ArrayList<>(List.of(new Setting(0, 0, 0)));

    SimClock(SimTime time) {
        this.time = time;
    }

    Now now() {
        Now world = time.now();
        return new Now(world.wallMillis() + offset(), world.tickMillis());
    }

    /// Milliseconds that it is ahead of the world's.
    public long offset() {
        return settings.getLast().at(time.tick());
    }

    /// Sets it to so many milliseconds ahead of the world's.
    public void set(long offset) {
        settings.add(new Setting(time.tick(), offset, settings.getLast().drift()));
    }

    /// From now on it gains so many millionths.
    public void drift(long millionths) {
        settings.add(new Setting(time.tick(), offset(), millionths));
    }

    /// The least offset that it had since a tick.
    long least(long sinceTick) {
        long least = offset();
        long until = time.tick();
        for (Setting setting : settings.reversed()) {
            least = Math.min(least, setting.at(until));
            least = Math.min(least, setting.at(Math.max(setting.tick(), sinceTick)));
            until = setting.tick();
            if (until <= sinceTick) break;
        }
        return least;
    }
}
