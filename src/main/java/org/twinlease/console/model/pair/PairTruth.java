package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairModel.Truth;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// Says in a line how a pair is: who serves whom since when, what is owed, what runs out next; and
/// in trouble what happened, what it means and what to do.
final class PairTruth {

    private static final Fact NOTHING = new Fact("", Tone.PLAIN);

    private final ConsoleSession session;
    private final List<PairSide> sides;

    PairTruth(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        this.sides = sides;
    }

    Truth truth(long now) {
        boolean demo = session.mode() == ConsoleSession.Mode.DEMO;
        FailoverView view = view();
        if (view == null) {
            return new Truth(
                    false, "", demo, List.of(), NOTHING, NOTHING, NOTHING, NOTHING, List.of());
        }
        return new Truth(
                true,
                view.name(),
                demo,
                states(now),
                sharing(view),
                numbers(view),
                next(),
                NOTHING,
                troubles(now, ""));
    }

    private @Nullable FailoverView view() {
        PairSide best = PairModel.best(sides);
        return best == null ? null : best.view();
    }

    /// How each of the two is.
    List<Fact> states(long now) {
        FailoverView view = view();
        var states = new ArrayList<Fact>();
        for (PairSide side : sides()) states.add(state(side, now));
        if (view != null && states.size() == 1) states.add(partner(view, now));
        return states;
    }

    /// Those of the console's servers that are in the relationship.
    private List<PairSide> sides() {
        return sides.stream().filter(PairSide::isMember).toList();
    }

    /// What is wrong with the two; `of` is what the relationship is called where there are several.
    List<Banner> troubles(long now, String of) {
        List<Banner> troubles = new ArrayList<>();
        for (PairSide side : sides()) {
            Banner trouble = trouble(side, now);
            if (trouble == null) continue;
            boolean named = !of.isEmpty() && !side.isGone();
            String title = named ? Text.of("pair.alarm", of, trouble.title()) : trouble.title();
            troubles.add(trouble.titled(title));
        }
        return troubles;
    }

    private Fact state(PairSide side, long now) {
        FailoverView view = side.view();
        if (side.isGone()) {
            return new Fact(Text.of("truth.pair.gone", side.name()), Tone.BAD);
        }
        StateWords words = StateWords.of(side.state());
        String since = view == null ? "" : Words.coarse(Math.max(0, now / 1_000 - side.since()));
        return new Fact(
                Text.of("truth.pair.state", side.name(), words.name(), since), words.tone());
    }

    private static Fact partner(FailoverView view, long now) {
        StateWords words = StateWords.of(view.partner());
        String since = Words.coarse(Math.max(0, now / 1_000 - view.partnerSince()));
        String name = Text.of("pair.partner");
        return new Fact(Text.of("truth.pair.state", name, words.name(), since), words.tone());
    }

    private Fact sharing(FailoverView view) {
        List<PairSide> members = sides();
        List<PairSide> serving = members.stream().filter(PairSide::serves).toList();
        boolean normal = serving.stream().allMatch(s -> s.state() == ServerState.NORMAL);
        boolean both = members.size() == 2 || view.partner() == ServerState.NORMAL;
        if (serving.isEmpty()) return new Fact(Text.of("truth.pair.nobody"), Tone.BAD);
        if (serving.size() == members.size() && normal && both) {
            return new Fact(Text.of("truth.pair.both"), Tone.GOOD);
        }
        var words = new ArrayList<String>();
        for (PairSide side : members) {
            String what =
                    side.isGone()
                            ? Text.of("truth.pair.off")
                            : StateWords.of(side.state()).serves();
            words.add(Text.of("truth.pair.does", side.name(), what));
        }
        return new Fact(String.join("; ", words), Tone.WATCH);
    }

    private Fact numbers(FailoverView view) {
        var owed = new ArrayList<String>();
        for (PairSide side : sides()) {
            FailoverView own = side.view();
            owed.add(own == null ? "?" : Words.count(own.link().unacknowledged()));
        }
        Long skew = view.link().skewMillis();
        String unacked = Text.of("truth.pair.unacked", String.join(" / ", owed));
        if (skew == null || !view.link().up()) return new Fact(unacked, Tone.PLAIN);
        String clock = Text.of("truth.pair.skew", Words.skew(skew));
        Tone tone = Math.abs(skew) > 30_000 ? Tone.BAD : Tone.PLAIN;
        return new Fact(unacked + "  \u00b7  " + clock, tone);
    }

    /// What runs out first: now, when one serves alone, else if one of the two dies.
    private Fact next() {
        List<PairSide> serving = sides().stream().filter(PairSide::serves).toList();
        PairSide best = PairModel.best(sides);
        PairForecast worst = null;
        for (PairSide side : serving) {
            boolean all = side.state() == ServerState.PARTNER_DOWN;
            for (PoolView pool : side.pools()) {
                long left = all ? pool.free() + pool.backup() : side.own(pool);
                double pace = best == null ? -1 : best.frame().perHour(pool.index());
                var shortage = PairForecast.of(side, pool, left, pace);
                if (worst == null || shortage.compareTo(worst) < 0) worst = shortage;
            }
        }
        if (worst == null) return NOTHING;
        String left = Words.count(worst.left());
        String network = worst.pool().network();
        Tone tone = worst.left() == 0 ? Tone.BAD : worst.isShort() ? Tone.WATCH : Tone.GOOD;
        String lasts =
                worst.seconds() < 0 || worst.left() == 0
                        ? ""
                        : Text.of("truth.pair.for", Words.coarse(worst.seconds()));
        if (serving.size() == 1) {
            return new Fact(Text.of("truth.pair.left", left, network, lasts), tone);
        }
        String dead = other(worst.side());
        String words = Text.of("truth.pair.dies", dead, left, network, lasts);
        return new Fact(words, tone);
    }

    private String other(PairSide side) {
        for (PairSide other : sides()) if (other != side) return other.name();
        return Text.of("pair.partner");
    }

    private @Nullable Banner trouble(PairSide side, long now) {
        FailoverView view = side.view();
        if (side.isGone()) {
            return new Banner(
                    Text.of("pair.gone.title", side.name()),
                    Text.of("pair.gone.happened", side.name()),
                    Text.of("pair.gone.meaning"),
                    Text.of("pair.gone.advice"),
                    Tone.WATCH);
        }
        StateWords words = StateWords.of(side.state());
        if (view == null || words.tone() == Tone.GOOD || words.tone() == Tone.CALM) return null;
        Reason trouble = view.link().trouble();
        String since = Words.moment(side.since() * 1_000, now, session.zone());
        String title = Text.of("pair.trouble.title", side.name(), words.name(), since);
        PairSide drilled = drilled();
        if (drilled != null && isByDrill(side.state())) {
            // A person who ordered partner-down now would double addresses of a server that runs.
            return new Banner(
                    title,
                    Text.of("pair.drill.happened", drilled.name()),
                    Text.of("pair.trouble.meaning", side.name(), words.serves()),
                    Text.of("pair.drill.advice", drilled.name()),
                    words.tone());
        }
        return new Banner(
                title,
                Sentences.of(trouble == null ? view.why() : trouble),
                Text.of("pair.trouble.meaning", side.name(), words.serves()),
                advice(side.state()),
                words.tone(),
                way(side, view.name()));
    }

    /// The server to which a live drill is done; null when there is none.
    private @Nullable PairSide drilled() {
        for (PairSide side : sides()) if (side.drill() != null) return side;
        return null;
    }

    /// Whether it is a state that a live drill leads to, and leads out of at its end.
    private static boolean isByDrill(ServerState state) {
        return switch (state) {
            case COMMUNICATIONS_INTERRUPTED, RESOLUTION_INTERRUPTED, STARTUP -> true;
            default -> false;
        };
    }

    private static Banner.@Nullable Way way(PairSide side, String relationship) {
        Wizard wizard =
                switch (side.state()) {
                    case COMMUNICATIONS_INTERRUPTED, RESOLUTION_INTERRUPTED -> Wizard.PARTNER_DOWN;
                    case PARTNER_DOWN -> Wizard.BRING_BACK;
                    case PAUSED, SHUTDOWN -> Wizard.MAINTENANCE;
                    case POTENTIAL_CONFLICT, CONFLICT_DONE -> Wizard.CONFLICT;
                    case RECOVER, RECOVER_WAIT, RECOVER_DONE -> Wizard.REBUILD;
                    case UNKNOWN, STARTUP, NORMAL -> null;
                };
        return wizard == null ? null : new Banner.Way(wizard, side.number(), relationship);
    }

    private static String advice(ServerState state) {
        return switch (state) {
            case COMMUNICATIONS_INTERRUPTED, RESOLUTION_INTERRUPTED ->
                    Text.of("pair.advice.interrupted");
            case PARTNER_DOWN -> Text.of("pair.advice.partnerdown");
            case POTENTIAL_CONFLICT, CONFLICT_DONE -> Text.of("pair.advice.conflict");
            case PAUSED, SHUTDOWN -> Text.of("pair.advice.resume");
            case UNKNOWN, STARTUP, NORMAL, RECOVER, RECOVER_WAIT, RECOVER_DONE ->
                    Text.of("pair.advice.wait");
        };
    }
}
