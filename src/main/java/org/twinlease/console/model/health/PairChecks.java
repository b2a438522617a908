package org.twinlease.console.model.health;

import org.twinlease.console.model.Banner;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.health.Item.Door;
import org.twinlease.console.model.health.Item.Place;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.control.ServerView;
import org.twinlease.value.ServerState;

import java.time.ZoneId;
import java.util.List;

/// What is checked of the servers as they run: whether they answer, their alarms, their states, the
/// updates that wait, their versions and their clocks.
record PairChecks(List<PairSide> sides, ZoneId zone, long now) {

    /// The protocol refuses a partner whose clock is farther off.
    static final long MOST_SKEW_MILLIS = 60_000;

    private static final long SKEW_WATCH_MILLIS = 5_000;
    private static final long SKEW_BAD_MILLIS = 30_000;
    private static final long OLD_MILLIS = 5_000;

    /// A date farther off than that is nothing to act on.
    private static final long FAR_SECONDS = 90 * 86_400L;

    /// Less than this a day is the noise of measuring.
    private static final double DRIFT_MILLIS = 200;

    void servers(Rounds rounds) {
        long answering = sides.stream().filter(side -> !side.isGone()).count();
        rounds.well(Section.SERVERS, Text.of("health.answering", answering, sides.size()));
        for (PairSide side : sides) {
            if (side.isGone()) gone(rounds, side);
            else alive(rounds, side);
        }
        versions(rounds);
    }

    private void gone(Rounds rounds, PairSide side) {
        rounds.item(
                new Item(
                        "gone " + side.name(),
                        Section.SERVERS,
                        Tone.BAD,
                        Text.of("pair.gone.title", side.name()),
                        Text.of("pair.gone.happened", side.name()),
                        Text.of("pair.gone.advice"),
                        Door.to(Place.PAIR)));
    }

    private void alive(Rounds rounds, PairSide side) {
        for (Banner alarm : side.frame().banners(false)) {
            rounds.item(
                    new Item(
                            "alarm " + side.name() + " " + alarm.happened(),
                            Section.SERVERS,
                            alarm.tone(),
                            Text.of("pair.alarm", side.name(), alarm.title()),
                            alarm.happened(),
                            alarm.meaning() + " " + alarm.advice(),
                            Door.to(Place.POOLS)));
        }
        for (FailoverView view : side.views()) {
            state(rounds, side.in(view.name()), view);
            updates(rounds, side, view);
        }
    }

    private void state(Rounds rounds, PairSide side, FailoverView view) {
        StateWords words = StateWords.of(side.state());
        if (side.state() == ServerState.NORMAL) return;
        rounds.item(
                new Item(
                        "state " + side.name() + " " + view.name(),
                        Section.SERVERS,
                        words.tone() == Tone.GOOD ? Tone.CALM : words.tone(),
                        Text.of("health.state", view.name(), side.name(), words.name()),
                        Text.of(
                                "health.state.since",
                                Words.moment(side.since() * 1_000, now, zone),
                                Words.coarse(Math.max(0, now / 1_000 - side.since()))),
                        words.may(),
                        Door.to(Place.PAIR)));
    }

    private static void updates(Rounds rounds, PairSide side, FailoverView view) {
        var link = view.link();
        if (link.up() && link.oldestMillis() > OLD_MILLIS) {
            rounds.item(
                    new Item(
                            "slow " + side.name() + " " + view.name(),
                            Section.SERVERS,
                            Tone.WATCH,
                            Text.of("health.slow", view.name(), side.name()),
                            Text.of(
                                    "health.slow.words",
                                    link.oldestMillis() / 1_000,
                                    Words.count(link.unacknowledged())),
                            Text.of("health.slow.means"),
                            Door.to(Place.LIVE)));
        }
        if (link.refused() > 0) {
            rounds.item(
                    new Item(
                            "refused " + side.name() + " " + view.name(),
                            Section.SERVERS,
                            Tone.WATCH,
                            Text.of("health.refused", view.name(), side.name()),
                            Text.of(
                                    "health.refused.words",
                                    Words.count(link.refused()),
                                    Words.count(link.acknowledged())),
                            Text.of("health.refused.means"),
                            new Door(Place.LEASES, "differs:yes", 0)));
        }
    }

    private void versions(Rounds rounds) {
        List<String> versions =
                sides.stream()
                        .map(side -> side.frame().server())
                        .filter(java.util.Objects::nonNull)
                        .map(ServerView::version)
                        .distinct()
                        .toList();
        if (versions.size() < 2) return;
        rounds.item(
                new Item(
                        "versions",
                        Section.SERVERS,
                        Tone.CALM,
                        Text.of("health.versions"),
                        String.join(", ", versions),
                        Text.of("health.versions.means"),
                        Door.NONE));
    }

    void clocks(Rounds rounds, Skews skews) {
        PairSide best = null;
        for (PairSide side : sides) {
            FailoverView view = side.view();
            boolean known = view != null && view.link().up() && !side.isGone();
            if (known && best == null) best = side;
        }
        FailoverView view = best == null ? null : best.view();
        Long skew = view == null ? null : view.link().skewMillis();
        if (view == null || skew == null) {
            rounds.cannot(Section.CLOCKS, Text.of("health.clocks.cannot"));
            return;
        }
        rounds.well(Section.CLOCKS, Text.of("health.clocks.now", Words.skew(skew)));
        long off = Math.abs(skew);
        if (off >= SKEW_WATCH_MILLIS) {
            rounds.item(
                    new Item(
                            "skew " + view.name(),
                            Section.CLOCKS,
                            off >= SKEW_BAD_MILLIS ? Tone.BAD : Tone.WATCH,
                            Text.of("health.skew", view.name(), Words.skew(skew)),
                            Text.of("health.skew.words", Words.skew(skew)),
                            Text.of("health.skew.means"),
                            Door.to(Place.PAIR)));
        }
        trend(rounds, view.name(), skews);
    }

    private void trend(Rounds rounds, String name, Skews skews) {
        if (!skews.hasTrend()) {
            rounds.cannot(Section.CLOCKS, Text.of("health.drift.cannot"));
            return;
        }
        double perDay = skews.perDay();
        String pace = Words.signed(perDay / 1_000, "%.1f");
        long at = skews.reaches(MOST_SKEW_MILLIS);
        boolean drifts = Math.abs(perDay) >= DRIFT_MILLIS;
        rounds.well(Section.CLOCKS, Text.of("health.drift.now", pace));
        if (!drifts || at == 0 || at - now / 1_000 > FAR_SECONDS) return;
        rounds.item(
                new Item(
                        "drift " + name,
                        Section.CLOCKS,
                        at - now / 1_000 < 7 * 86_400 ? Tone.BAD : Tone.WATCH,
                        Text.of("health.drift", name, pace),
                        Text.of(
                                "health.drift.words",
                                Words.moment(at * 1_000, now, zone),
                                Words.coarse(at - now / 1_000)),
                        Text.of("health.skew.means"),
                        Door.to(Place.PAIR)));
    }
}
