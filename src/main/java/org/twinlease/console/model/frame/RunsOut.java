package org.twinlease.console.model.frame;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.PoolView;

import java.util.List;

/// Which pool has no address left first, from how many are free and how fast they go. A forecast is
/// only made from a minute or more of what was seen.
final class RunsOut {

    private static final long SOON_SECONDS = 3_600;
    private static final long FAR_SECONDS = 7 * 86_400;

    /// The sentence, and how much attention it asks for.
    record Forecast(String words, Tone tone) {}

    private final Pace pace;

    RunsOut(Pace pace) {
        this.pace = pace;
    }

    /// What is to be said of these pools.
    Forecast forecast(List<PoolView> pools) {
        PoolView next = null;
        double nextScore = Double.MAX_VALUE;
        for (PoolView pool : pools) {
            if (pool.size() == 0) continue;
            long left = secondsLeft(pool);
            double score = left < FAR_SECONDS ? left : FAR_SECONDS * (1 + share(pool));
            if (score < nextScore) {
                next = pool;
                nextScore = score;
            }
        }
        if (next == null) return new Forecast(Text.of("runsout.none"), Tone.PLAIN);
        return of(next);
    }

    private Forecast of(PoolView pool) {
        String free = Words.count(pool.free());
        String size = Words.count(pool.size());
        if (pool.free() == 0)
            return new Forecast(Text.of("runsout.full", pool.network()), Tone.BAD);
        long left = secondsLeft(pool);
        if (left < FAR_SECONDS) {
            String words = Text.of("runsout.pace", pool.network(), free, size, Words.coarse(left));
            return new Forecast(words, left < SOON_SECONDS ? Tone.WATCH : Tone.GOOD);
        }
        Tone tone = share(pool) < 0.1 ? Tone.WATCH : Tone.GOOD;
        return new Forecast(Text.of("runsout.calm", pool.network(), free, size), tone);
    }

    /// Seconds until none is free at the pace seen; very many when the pool doesn't shrink.
    private long secondsLeft(PoolView pool) {
        if (pool.free() == 0) return 0;
        double perHour = pace.perHour(pool.index());
        return perHour <= 0 ? Long.MAX_VALUE : (long) (pool.free() * 3_600 / perHour);
    }

    private static double share(PoolView pool) {
        return (double) pool.free() / pool.size();
    }
}
