package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.List;

/// What an operator may order a server of a pair. An order is shown first: what it would do, or why
/// it is refused; then it needs a confirmation. The outcome stays to be read. What changes who
/// serves has a wizard instead.
public final class PairDeeds {

    /// The orders, as buttons.
    public enum Verb {
        REBALANCE,
        FULL_UPDATE;

        /// Its name for people.
        public String label() {
            return switch (this) {
                case REBALANCE -> Text.of("pair.order.rebalance");
                case FULL_UPDATE -> Text.of("pair.order.fullupdate");
            };
        }
    }

    /// An order that waits for its confirmation; `words` say what it would do, or why not.
    public record Asked(String title, String words, boolean allowed) {}

    /// Everything shown: the servers to choose from, the question and the last outcome.
    public record State(
            List<String> servers,
            int chosen,
            @Nullable Asked asked,
            boolean busy,
            String message,
            Tone tone) {}

    private final List<PairSide> sides;
    private final Shown<State> shown;
    private int chosen;
    private @Nullable Command command;
    private @Nullable Asked asked;
    private boolean busy;
    private String message = "";
    private Tone tone = Tone.PLAIN;

    PairDeeds(List<PairSide> sides) {
        this.sides = sides;
        shown = new Shown<>(state());
    }

    /// Where the state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Chooses the server that is ordered.
    public void choose(int server) {
        chosen = server;
        keep();
    }

    /// Asks what an order would do.
    public void ask(Verb verb) {
        FailoverView view = side().view();
        if (view == null) {
            say(Text.of("pair.order.unknown", side().name()), Tone.WATCH);
            return;
        }
        Command wanted = command(verb, view);
        command = wanted;
        message = "";
        side().replies()
                .ask(
                        new Query.Consequence(wanted),
                        preview -> {
                            if (!wanted.equals(command)) return;
                            asked =
                                    new Asked(
                                            Text.of(
                                                    "pair.order.title",
                                                    side().name(),
                                                    verb.label()),
                                            preview.words(),
                                            preview.allowed());
                            settle();
                        },
                        () -> say(Text.of("pair.order.unknown", side().name()), Tone.WATCH));
    }

    private static Command command(Verb verb, FailoverView view) {
        String name = view.name();
        return switch (verb) {
            case REBALANCE -> new Command.Rebalance(name);
            case FULL_UPDATE -> new Command.FullUpdate(name);
        };
    }

    /// Gives the order that was asked about.
    public void confirm() {
        Command order = command;
        Asked question = asked;
        if (order == null || question == null || !question.allowed() || busy) return;
        busy = true;
        settle();
        side().replies().order(order, outcome -> done(outcome));
    }

    private void done(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() -> say(Text.of("pair.order.done"), Tone.GOOD);
            case Outcome.Refused(String why) -> say(Text.of("deed.refused", why), Tone.WATCH);
        }
    }

    /// Takes the question back.
    public void keep() {
        say("", Tone.PLAIN);
    }

    private void say(String words, Tone how) {
        command = null;
        asked = null;
        busy = false;
        message = words;
        tone = how;
        settle();
    }

    private PairSide side() {
        return sides.get(chosen);
    }

    private void settle() {
        shown.put(state());
    }

    /// The names of the servers may have come to be known.
    void rename() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        List<String> names = sides.stream().map(PairSide::name).toList();
        return new State(names, chosen, asked, busy, message, tone);
    }
}
