package org.twinlease.console.model.pools;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;

/// What is left of a pool's free addresses when one server is lost in some hours: `own` are the
/// other's now, `all` those of both, `pace` is how many go in an hour (-1: not known). Until then
/// both shares shrink alike, as the two keep them in balance; after it the lost server's share
/// stands still until an operator says that it is down and MCLT has passed.
record PoolLoss(long own, long all, long size, double pace, double hours) {

    private static final double SOON_HOURS = 1;
    private static final double FAR_HOURS = 24 * 7;

    /// Free addresses that the surviving server may give then.
    long left() {
        return share(own);
    }

    /// Those of both, which it may give in partner-down once MCLT has passed.
    long leftOfBoth() {
        return share(all);
    }

    private long share(long of) {
        if (all == 0) return 0;
        double then = pace <= 0 ? all : Math.max(0, all - pace * hours);
        return (long) Math.floor(then * of / all);
    }

    /// In words, with the attention that it asks for.
    Fact words() {
        long left = left();
        if (left == 0) {
            return new Fact(Text.of("pools.lost.none", Words.count(leftOfBoth())), Tone.BAD);
        }
        String words =
                Text.of(
                        "pools.lost",
                        Words.count(left),
                        lasts(left),
                        Words.count(leftOfBoth()),
                        lasts(leftOfBoth()));
        boolean soon = pace > 0 && left / pace < SOON_HOURS;
        return new Fact(words, soon || left * 10 < size ? Tone.WATCH : Tone.GOOD);
    }

    private String lasts(long left) {
        if (pace < 0) return Text.of("pools.lasts.unknown");
        if (pace == 0 || left / pace > FAR_HOURS) return Text.of("pools.lasts.long");
        return Text.of("pools.lasts", Words.coarse((long) (left / pace * 3_600)));
    }
}
