package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How far a server is on its way back to NORMAL, stage by stage, from what both servers tell. A
/// stage that it has left without having been seen in it was not needed.
final class Return {

    private static final List<ServerState> WAY =
            List.of(
                    ServerState.STARTUP,
                    ServerState.RECOVER,
                    ServerState.RECOVER_WAIT,
                    ServerState.RECOVER_DONE,
                    ServerState.NORMAL);

    private final Guide guide;
    private final Set<ServerState> seen = EnumSet.noneOf(ServerState.class);
    private boolean wasGone;
    private long mostTaken;
    private long takenBefore = -1;

    Return(Guide guide) {
        this.guide = guide;
    }

    /// The server that returns as this console knows it: by itself, or as its partner was told.
    private record Returning(String name, boolean gone, ServerState state, long since, long taken) {
        static Returning of(PairSide side) {
            FailoverView view = side.view();
            long taken = view == null ? 0 : view.link().taken();
            return new Returning(side.name(), side.isGone(), side.state(), side.since(), taken);
        }
    }

    private @Nullable FailoverView staying(@Nullable PairSide other) {
        return other == null ? null : other.view();
    }

    /// Takes note of where the server is.
    void watch(@Nullable PairSide returning, @Nullable PairSide other) {
        Returning now = returning(returning, other);
        boolean left = now.gone() && !wasGone;
        wasGone = now.gone();
        if (left) {
            seen.clear();
            takenBefore = -1;
        }
        if (!now.gone()) note(now);
    }

    /// A server has told how it is: a state that lasts for a moment is not missed. One that tells
    /// of itself is there, though its answer that says so may be under way.
    void heard(int server, @Nullable PairSide returning, @Nullable PairSide other) {
        Returning now = returning(returning, other);
        boolean there = returning == null ? !now.gone() : returning.number() == server;
        if (there) note(now);
    }

    private void note(Returning now) {
        seen.add(now.state());
        if (takenBefore < 0) takenBefore = now.taken();
        mostTaken = Math.max(0, now.taken() - takenBefore);
    }

    private Returning returning(@Nullable PairSide returning, @Nullable PairSide other) {
        if (returning != null) return Returning.of(returning);
        FailoverView view = staying(other);
        if (view == null) {
            return new Returning(guide.partner(), true, ServerState.UNKNOWN, 0, 0);
        }
        boolean up = view.link().up();
        return new Returning(
                guide.partner(),
                !up,
                view.partner(),
                view.partnerSince(),
                view.link().acknowledged());
    }

    /// The stages; `returning` is null when this console does not reach it, `other` is its partner.
    List<Block> stages(@Nullable PairSide returning, @Nullable PairSide other, long now) {
        Returning it = returning(returning, other);
        FailoverView view = returning == null ? staying(other) : returning.view();
        boolean up = !it.gone() && view != null && view.link().up();
        long mclt = view == null ? 0 : view.mclt();
        int at = it.gone() ? -1 : WAY.indexOf(it.state());
        var list = new ArrayList<Block.Finding>();
        list.add(runs(it));
        list.add(connected(it, up, view));
        list.add(stage(it, at, ServerState.RECOVER, fetching(it, mclt, now)));
        list.add(stage(it, at, ServerState.RECOVER_WAIT, waiting(it, mclt, now)));
        list.add(stage(it, at, ServerState.RECOVER_DONE, Text.of("wizard.way.done")));
        list.add(normal(it, other));
        var blocks = new ArrayList<Block>();
        if (isInConflict(it.state())) {
            blocks.add(new Block.Words(Text.of("wizard.way.conflict", it.name()), Tone.BAD));
        }
        blocks.add(new Block.Findings(list));
        return blocks;
    }

    static boolean isInConflict(ServerState state) {
        return switch (state) {
            case POTENTIAL_CONFLICT, RESOLUTION_INTERRUPTED, CONFLICT_DONE -> true;
            default -> false;
        };
    }

    private static Block.Finding runs(Returning it) {
        String key = it.gone() ? "wizard.way.runs.not" : "wizard.way.runs.yes";
        return new Block.Finding(
                Text.of("wizard.way.runs", it.name()),
                Text.of(key, it.name()),
                "",
                it.gone() ? Tone.CALM : Tone.GOOD);
    }

    private static Block.Finding connected(Returning it, boolean up, @Nullable FailoverView view) {
        String title = Text.of("wizard.way.link");
        if (up) return new Block.Finding(title, Text.of("wizard.way.link.up"), "", Tone.GOOD);
        Reason trouble = it.gone() || view == null ? null : view.link().trouble();
        if (trouble == null) {
            return new Block.Finding(title, Text.of("wizard.way.link.not"), "", Tone.PLAIN);
        }
        return new Block.Finding(title, Sentences.of(trouble), "", Tone.WATCH);
    }

    private String fetching(Returning it, long mclt, long now) {
        if (it.state() != ServerState.RECOVER) return Text.of("wizard.way.fetch");
        return Text.of(
                "wizard.way.fetching", Words.count(mostTaken), guide.clock(it.since() + mclt, now));
    }

    private String waiting(Returning it, long mclt, long now) {
        if (it.state() != ServerState.RECOVER_WAIT) {
            return Text.of("wizard.way.wait", Sentences.duration(mclt));
        }
        long until = it.since() + mclt;
        long left = Math.max(0, until - now / 1_000);
        return Text.of("wizard.way.waiting", guide.clock(until, now), Words.countdown(left));
    }

    private Block.Finding stage(Returning it, int at, ServerState state, String words) {
        String title = StateWords.of(state).name();
        int place = WAY.indexOf(state);
        if (it.state() == state && !it.gone()) {
            return new Block.Finding(Text.of("wizard.way.here", title), words, "", Tone.CALM);
        }
        if (at < place) return new Block.Finding(title, words, "", Tone.PLAIN);
        String key = hasPassed(it, state) ? "wizard.way.passed" : "wizard.way.skipped";
        return new Block.Finding(title, Text.of(key), "", Tone.GOOD);
    }

    /// There is no way to RECOVER WAIT but through RECOVER.
    private boolean hasPassed(Returning it, ServerState state) {
        boolean waited =
                it.state() == ServerState.RECOVER_WAIT || seen.contains(ServerState.RECOVER_WAIT);
        return seen.contains(state) || (state == ServerState.RECOVER && waited);
    }

    private static Block.Finding normal(Returning it, @Nullable PairSide other) {
        boolean one = !it.gone() && it.state() == ServerState.NORMAL;
        boolean both = one && (other == null || other.state() == ServerState.NORMAL);
        String key = both ? "wizard.way.normal.both" : "wizard.way.normal.not";
        return new Block.Finding(
                Text.of("wizard.way.normal"), Text.of(key), "", both ? Tone.GOOD : Tone.PLAIN);
    }
}
