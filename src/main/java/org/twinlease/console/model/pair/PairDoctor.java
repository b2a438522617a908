package org.twinlease.console.model.pair;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairModel.Check;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;

import java.util.ArrayList;
import java.util.List;

/// What is well and what is wrong between the two servers, with the numbers, and the remedy that
/// the diagnosis names.
final class PairDoctor {

    private static final long SKEW_WATCH_MILLIS = 5_000;
    private static final long SKEW_BAD_MILLIS = 30_000;
    private static final long OLD_MILLIS = 5_000;

    private PairDoctor() {}

    static List<Check> checks(ConsoleSession session, List<PairSide> sides, long now) {
        var checks = new ArrayList<Check>();
        for (PairSide side : sides) {
            FailoverView view = side.view();
            if (side.isGone() || view == null) {
                String words = Text.of("pair.doctor.silent", side.name());
                checks.add(new Check(side.name(), words, Tone.WATCH));
                continue;
            }
            checks.add(diagnosis(session, side, view, now));
        }
        PairSide best = PairModel.best(sides);
        FailoverView view = best == null || best.isGone() ? null : best.view();
        if (view != null && view.link().up()) checks.add(clocks(view));
        for (PairSide side : sides) {
            FailoverView own = side.view();
            if (own != null && !side.isGone()) checks.add(updates(side, own));
        }
        return checks;
    }

    private static Check diagnosis(
            ConsoleSession session, PairSide side, FailoverView view, long now) {
        var link = view.link();
        Reason trouble = link.trouble();
        if (trouble != null) {
            return new Check(
                    Text.of("pair.doctor.link", side.name()), Sentences.of(trouble), Tone.WATCH);
        }
        if (!link.up()) {
            String words = Text.of("pair.doctor.trying", Words.clock(now, session.zone()));
            return new Check(Text.of("pair.doctor.link", side.name()), words, Tone.WATCH);
        }
        return new Check(
                Text.of("pair.doctor.link", side.name()),
                Text.of(
                        "pair.doctor.well",
                        Words.ago(link.lastHeardMillis(), now),
                        Sentences.duration(view.mclt())),
                Tone.GOOD);
    }

    private static Check clocks(FailoverView view) {
        Long skew = view.link().skewMillis();
        String title = Text.of("pair.doctor.clocks");
        if (skew == null) return new Check(title, Text.of("pair.doctor.noclock"), Tone.PLAIN);
        long off = Math.abs(skew);
        String words =
                Text.of(
                        off < SKEW_WATCH_MILLIS ? "pair.doctor.clock" : "pair.doctor.clockoff",
                        Words.skew(skew));
        Tone tone =
                off < SKEW_WATCH_MILLIS ? Tone.GOOD : off < SKEW_BAD_MILLIS ? Tone.WATCH : Tone.BAD;
        return new Check(title, words, tone);
    }

    private static Check updates(PairSide side, FailoverView view) {
        var link = view.link();
        boolean slow = link.oldestMillis() > OLD_MILLIS;
        String words =
                Text.of(
                        slow ? "pair.doctor.slow" : "pair.doctor.updates",
                        Words.count(link.acknowledged()),
                        Words.count(link.refused()),
                        Words.count(link.taken()),
                        link.lagMillis() < 0 ? Text.of("value.none") : link.lagMillis() + " ms",
                        link.oldestMillis() / 1_000);
        Tone tone = slow || link.refused() > 0 ? Tone.WATCH : Tone.GOOD;
        return new Check(Text.of("pair.doctor.told", side.name()), words, tone);
    }
}
