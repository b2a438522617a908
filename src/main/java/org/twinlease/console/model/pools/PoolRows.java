package org.twinlease.console.model.pools;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A pool as a line of the list and as a record.
final class PoolRows {

    private PoolRows() {}

    /// `turned`: the server whose share comes first is this pool's secondary.
    static PoolsModel.Row row(
            PoolView pool,
            PoolSides sides,
            boolean turned,
            List<Double> trend,
            double pace,
            Fact lost,
            boolean chosen) {
        double size = Math.max(1, pool.size());
        long free = pool.free() + pool.backup();
        long first = turned ? pool.backup() : pool.free();
        Tone tone = free == 0 ? Tone.BAD : free * 10 < pool.size() ? Tone.WATCH : Tone.GOOD;
        return new PoolsModel.Row(
                pool.index(),
                pool.network(),
                ranges(pool, sides),
                Text.of("pool.taken", Words.percent(pool.size() - free, pool.size())),
                tone,
                first / size,
                pool.active() / size,
                (free - first) / size,
                pool.expired() / size,
                pool.abandoned() / size,
                numbers(pool, sides.isPaired(), first),
                trend,
                pace(pace),
                lost,
                chosen);
    }

    private static String ranges(PoolView pool, PoolSides sides) {
        var words = new StringJoiner(", ");
        for (String range : pool.ranges()) words.add(range.replace(" ", " \u2013 "));
        String name = sides.relationship();
        return name.isEmpty() ? words.toString() : Text.of("pools.in", words.toString(), name);
    }

    private static String numbers(PoolView pool, boolean paired, long first) {
        var words = new StringJoiner(" \u00b7 ");
        words.add(Text.of("pool.active", Words.count(pool.active())));
        words.add(Text.of("pool.free", Words.count(pool.free() + pool.backup())));
        if (paired) {
            words.add(
                    Text.of(
                            "pools.split",
                            Words.count(first),
                            Words.count(pool.free() + pool.backup() - first)));
        }
        if (pool.expired() > 0) words.add(Text.of("pools.waiting", Words.count(pool.expired())));
        if (pool.abandoned() > 0) {
            words.add(Text.of("pool.abandoned", Words.count(pool.abandoned())));
        }
        return words.toString();
    }

    private static String pace(double perHour) {
        if (perHour < 0) return Text.of("pools.pace.unknown");
        if (perHour < 0.5) return Text.of("pools.pace.still");
        return Text.of("pools.pace", Words.count(Math.round(perHour)));
    }

    static List<Field> fields(PoolView pool, PoolSides sides) {
        var fields = new ArrayList<Field>();
        fields.add(field("pools.size", pool.size()));
        fields.add(field("state.active", pool.active()));
        if (sides.isPaired()) {
            fields.add(new Field(Text.of("pools.own", sides.primary()), Words.count(pool.free())));
            String others = Words.count(pool.backup());
            fields.add(new Field(Text.of("pools.own", sides.secondary()), others));
        } else {
            fields.add(field("state.free", pool.free()));
        }
        fields.add(field("pools.over", pool.expired()));
        fields.add(field("state.abandoned", pool.abandoned()));
        return fields;
    }

    private static Field field(String key, long number) {
        return new Field(Text.of(key), Words.count(number));
    }

    /// Hours of the slider: in steps of a quarter.
    static String hours(double hours) {
        return Sentences.duration(Math.round(hours * 3_600));
    }
}
