package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverView;

import java.util.List;

/// One wizard: its steps, what each shows now, and what it orders. `side` is the server that is
/// ordered, `other` its partner where this console reaches it.
abstract class Guide {

    final ConsoleSession session;
    final List<PairSide> sides;

    /// To be called when an answer has come in.
    final Runnable settle;

    private PairSide side;

    Guide(ConsoleSession session, List<PairSide> sides, int server, Runnable settle) {
        this.session = session;
        this.sides = sides;
        this.settle = settle;
        side = sides.stream().filter(s -> s.number() == server).findFirst().orElseThrow();
    }

    /// Of what it is, in a few words.
    abstract String title();

    /// The steps' names.
    abstract List<String> steps();

    /// What a step shows.
    abstract List<Block> blocks(int step, long now);

    /// The step to begin with: not always the first, where something is under way already.
    int first() {
        return 0;
    }

    /// Whether the person may go on from a step without its order.
    boolean mayGoOn(int step) {
        return step + 1 < steps().size() && order(step, 0) == null;
    }

    /// Whether the person may go back from a step: not from behind an order that was obeyed.
    boolean mayGoBack(int step) {
        return step > 0;
    }

    /// What a step orders; null for nothing.
    @Nullable Order order(int step, long now) {
        return null;
    }

    /// Does what the order of a step without a command is for; why it cannot be done, or nothing.
    String act(int step) {
        return "";
    }

    /// A step is shown.
    void entered(int step) {}

    /// Once a second, while a step is shown.
    void tick(int step, long now) {}

    /// A server, by its number, has told how its relationships are.
    void heard(int server) {}

    /// The order of a step was obeyed; the step to go on with.
    int obeyed(int step) {
        return step + 1;
    }

    void type(String id, String text) {}

    void tick(String id, boolean on) {}

    void choose(String id, int chosen) {}

    void press(String id) {}

    /// What is shown while the server has told of no relationship.
    final List<Block> unknown() {
        String words = Text.of("pair.order.unknown", side.name());
        return List.of(new Block.Words(words, Tone.WATCH));
    }

    final PairSide side() {
        return side;
    }

    final void to(PairSide server) {
        side = server;
    }

    final @Nullable PairSide other() {
        for (PairSide other : sides) if (other != side) return other;
        return null;
    }

    final @Nullable FailoverView view() {
        return side.view();
    }

    /// The partner's name, which is the relationship's where this console does not reach it.
    final String partner() {
        PairSide other = other();
        if (other != null) return other.name();
        FailoverView view = view();
        return view == null ? Text.of("value.unknown") : view.name();
    }

    /// A moment of today by its clock, another one in full; seconds since 1970.
    final String clock(long second, long now) {
        String full = Words.full(second, session.zone());
        boolean today = full.startsWith(Words.full(now / 1_000, session.zone()).substring(0, 10));
        return today ? Words.clock(second * 1_000, session.zone()) : full;
    }

    /// Which of the two servers is meant, where this console reaches both.
    final List<Block> server(String label) {
        if (sides.size() < 2) return List.of();
        List<String> names = sides.stream().map(PairSide::name).toList();
        return List.of(new Block.Choice("server", label, names, sides.indexOf(side)));
    }
}
