package org.twinlease.console.model.overview;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.PoolView;

import java.util.StringJoiner;

/// A pool as a bar and in words.
final class PoolWords {

    private PoolWords() {}

    /// The bar's shares and its sentences.
    static OverviewModel.PoolBar bar(PoolView pool) {
        double size = Math.max(1, pool.size());
        long free = Math.max(0, pool.free() - pool.offered());
        long taken = pool.size() - pool.free() - pool.backup();
        Tone tone = Tone.GOOD;
        if ((pool.free() + pool.backup()) * 10 < pool.size()) tone = Tone.WATCH;
        if (pool.free() + pool.backup() == 0) tone = Tone.BAD;
        return new OverviewModel.PoolBar(
                pool.network(),
                ranges(pool),
                Text.of("pool.taken", Words.percent(taken, pool.size())),
                details(pool, free),
                pool.active() / size,
                pool.offered() / size,
                free / size,
                pool.backup() / size,
                pool.abandoned() / size,
                tone);
    }

    /// Ranges as people read them: first and last address with a dash.
    private static String ranges(PoolView pool) {
        var words = new StringJoiner(", ");
        for (String range : pool.ranges()) words.add(range.replace(" ", " \u2013 "));
        return words.toString();
    }

    private static String details(PoolView pool, long free) {
        var words = new StringJoiner(" \u00b7 ");
        words.add(Text.of("pool.active", Words.count(pool.active())));
        if (pool.offered() > 0) words.add(Text.of("pool.offered", Words.count(pool.offered())));
        words.add(Text.of("pool.free", Words.count(free)));
        if (pool.backup() > 0) words.add(Text.of("pool.backup", Words.count(pool.backup())));
        if (pool.abandoned() > 0) {
            words.add(Text.of("pool.abandoned", Words.count(pool.abandoned())));
        }
        return words.toString();
    }
}
