package org.twinlease.sim;

import org.twinlease.value.Now;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        return turns(sinceTick).mapToLong(Setting::offset).min().orElseThrow();
    }

    /// The greatest offset that it had since a tick.
    long most(long sinceTick) {
        return turns(sinceTick).mapToLong(Setting::offset).max().orElseThrow();
    }

    /// The latest time that it has shown since a tick: the tick at which a clock without offset
    /// shows it.
    long latest(long sinceTick) {
        return turns(sinceTick).mapToLong(each -> each.tick() + each.offset()).max().orElseThrow();
    }

    /// Where its offset was at the beginnings and ends of its settings since a tick; between them
    /// it goes straight.
    private Stream<Setting> turns(long sinceTick) {
        List<Setting> turns = new ArrayList<>();
        long until = time.tick();
        for (Setting setting : settings.reversed()) {
            long from = Math.max(setting.tick(), sinceTick);
            turns.add(new Setting(until, setting.at(until), 0));
            turns.add(new Setting(from, setting.at(from), 0));
            until = setting.tick();
            if (until <= sinceTick) break;
        }
        return turns.stream();
    }
}
