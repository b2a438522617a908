package org.twinlease.console.model.pools;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Whether the free addresses of a pool are divided as they should be, when that is looked at next,
/// and what the last look found and did.
record PoolBalance(PoolSides sides, ZoneId zone, long nowMillis) {

    /// The last look at a pool that a server told of.
    record Run(int server, Notice.PoolBalanced told) {}

    List<Fact> words(PoolView pool, @Nullable Run last) {
        if (!sides.isPaired()) {
            return List.of(new Fact(Text.of("pools.balance.alone"), Tone.PLAIN));
        }
        var facts = new ArrayList<Fact>();
        facts.add(now(pool));
        facts.add(new Fact(next(), Tone.PLAIN));
        facts.add(last == null ? notSeen() : run(last));
        return facts;
    }

    private Fact now(PoolView pool) {
        long free = pool.free() + pool.backup();
        long off = Math.abs(pool.free() - pool.backup()) / 2;
        String words =
                Text.of(
                        off == 0 ? "pools.balance.even" : "pools.balance.now",
                        sides.primary(),
                        Words.count(pool.free()),
                        sides.secondary(),
                        Words.count(pool.backup()),
                        Words.count(off));
        boolean lame = free > 3 && (pool.free() == 0 || pool.backup() == 0);
        return new Fact(words, lame ? Tone.WATCH : Tone.GOOD);
    }

    private String next() {
        long due = sides.balanceDue();
        if (due < 0) return Text.of("pools.balance.none");
        long seconds = due - nowMillis / 1_000;
        return seconds <= 0
                ? Text.of("pools.balance.due")
                : Text.of("pools.balance.next", Words.coarse(seconds));
    }

    private static Fact notSeen() {
        return new Fact(Text.of("pools.balance.unseen"), Tone.PLAIN);
    }

    private Fact run(Run run) {
        Notice.PoolBalanced told = run.told();
        String own = sides.sides().get(run.server()).name();
        String partner = own.equals(sides.primary()) ? sides.secondary() : sides.primary();
        String key = told.given() == 0 ? "pools.balance.kept" : "pools.balance.gave";
        String words =
                Text.of(
                        key,
                        Words.clock(told.atMillis(), zone),
                        own,
                        Words.count(told.own()),
                        partner,
                        Words.count(told.partners()),
                        Words.count(told.given()));
        return new Fact(words, Tone.CALM);
    }
}
