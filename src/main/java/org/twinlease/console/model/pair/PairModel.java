package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Tone;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.function.Consumer;

/// The failover pair: the truth bar above every page and the Pair page. Knows what each server
/// tells of itself, and of a partner that this console does not reach what the other was told last.
public final class PairModel {

    /// What the bar above every page says of a pair; `paired` is false without a relationship, and
    /// then nothing else counts but the banners. `more` tells of the servers' other relationships.
    public record Truth(
            boolean paired,
            String name,
            boolean demo,
            List<Fact> states,
            Fact sharing,
            Fact numbers,
            Fact next,
            Fact more,
            List<Banner> banners) {}

    /// A relationship to choose: its name, the states of its two servers, and how it is.
    public record Relation(String name, String states, Tone tone, boolean chosen) {}

    /// A server's card. `told` says how old that is; `stale` when it is older than it should be.
    /// `power` is null where there is no switch.
    public record Card(
            int server,
            String name,
            String role,
            String state,
            Tone tone,
            String since,
            String told,
            boolean stale,
            List<Field> fields,
            double active,
            double own,
            double partners,
            @Nullable Boolean power) {}

    /// Messages of a type: a second, to the right and to the left, and since the console watches;
    /// the last two say whether one has just passed.
    public record Flow(
            String type,
            String right,
            String left,
            String rightTotal,
            String leftTotal,
            boolean rightNow,
            boolean leftNow) {}

    /// A message that passed, to the right or to the left, with the address that it is about.
    public record Passed(String clock, boolean right, String type, String address) {}

    /// The connection. `patience` is what is left of the receive timer, between 0 and 1.
    public record Link(
            String title,
            Tone tone,
            String heard,
            double patience,
            String patienceWords,
            String lag,
            List<Flow> flows,
            List<Passed> newest) {}

    /// A state in the drawing: who is in it (numbers of servers) and how long each was there.
    public record Node(ServerState state, String name, List<Integer> here, String times) {}

    /// A change in the drawing.
    public record Edge(ServerState from, ServerState to, int server) {}

    /// What a server's state means.
    public record Meaning(
            String server, String state, Tone tone, String since, String may, String ends) {}

    /// A change of state in words, newest first in the list.
    public record Step(String clock, String title, String why, Tone tone) {}

    /// One finding of the connection doctor.
    public record Check(String title, String words, Tone tone) {}

    /// Everything the Pair page shows; without a relationship `paired` is false.
    public record State(
            boolean paired,
            List<Relation> relations,
            List<Card> cards,
            Link link,
            List<Node> nodes,
            List<Edge> taken,
            List<Meaning> meanings,
            List<Step> path,
            List<Check> checks) {}

    private static final Link NO_LINK =
            new Link("", Tone.PLAIN, "", 0, "", "", List.of(), List.of());
    private static final State ALONE =
            new State(
                    false, List.of(), List.of(), NO_LINK, List.of(), List.of(), List.of(),
                    List.of(), List.of());

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final PairRelations relations;
    private final PairDeeds deeds;
    private final Shown<Truth> truth;
    private final Shown<State> shown;

    public PairModel(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        this.sides = sides;
        relations = new PairRelations(session, sides);
        deeds = new PairDeeds(sides);
        truth = new Shown<>(relations.truth(session.clock().millis()));
        shown = new Shown<>(ALONE);
    }

    /// Where the truth bar's state comes out.
    public Shown<Truth> truth() {
        return truth;
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// What an operator may order.
    public PairDeeds deeds() {
        return deeds;
    }

    public void ask() {
        for (PairSide side : sides) ask(side);
    }

    private void ask(PairSide side) {
        long now = session.clock().millis();
        side.ask(
                () -> {
                    relations.learn();
                    settle();
                },
                now);
    }

    /// Looks at another relationship, by its name.
    public void choose(String relationship) {
        if (!relations.choose(relationship)) return;
        deeds.keep();
        settle();
    }

    /// From now on tells `listener` of every relationship that is looked at, by its name.
    public void follow(Consumer<String> listener) {
        relations.follow(listener);
    }

    public void on(int server, Notice notice) {
        PairSide side = sides.get(server);
        long now = session.clock().millis();
        switch (notice) {
            case Notice.PairChanged changed -> {
                side.tell(changed.pair(), now);
                relations.learn();
                relations.of(changed.pair().name()).on(server, changed);
            }
            case Notice.PairPulse(var pairs, long at) -> {
                side.tell(pairs, now);
                relations.learn();
                for (PairFocus focus : relations.all()) focus.seen(server, at);
            }
            case Notice.PairMessage(var message) -> {
                for (PairFocus focus : relations.all()) {
                    if (focus.name().equals(message.name())) focus.on(server, message, now);
                }
            }
            case Notice.Resync() -> ask(side);
            case Notice.Pulse _,
                    Notice.LeaseChanged _,
                    Notice.PacketSeen _,
                    Notice.Alarm _,
                    Notice.PoolBalanced _ -> {}
        }
    }

    public void tick() {
        for (PairSide side : sides) if (side.views().isEmpty()) ask(side);
        for (PairFocus focus : relations.all()) focus.tick();
        settle();
    }

    /// Turns a server of a demonstration on or off.
    public void turn(int server, boolean on) {
        Power power = session.power();
        if (power != null) power.turn(server, on);
    }

    public void settle() {
        long now = session.clock().millis();
        Truth nextTruth = relations.truth(now);
        if (!nextTruth.equals(truth.state())) truth.put(nextTruth);
        deeds.rename();
        PairFocus focus = relations.chosen();
        State next = focus == null ? ALONE : focus.state(now, relations.list(now));
        if (!next.equals(shown.state())) shown.put(next);
    }

    /// The side that knows most of the connection: the one that answers and was told last.
    static @Nullable PairSide best(List<PairSide> sides) {
        PairSide best = null;
        for (PairSide side : sides) {
            FailoverView view = side.view();
            if (view == null) continue;
            if (best == null || (best.isGone() && !side.isGone())) best = side;
        }
        return best;
    }
}
