package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairModel.Card;
import org.twinlease.console.model.pair.PairModel.Link;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Puts the Pair page together from what the two servers told.
final class PairPicture {

    private static final long STALE_MILLIS = 4_000;

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final PairPath path;
    private final PairTraffic traffic;
    private long mostPatience = 1;

    PairPicture(ConsoleSession session, List<PairSide> sides, PairPath path, PairTraffic traffic) {
        this.session = session;
        this.sides = sides;
        this.path = path;
        this.traffic = traffic;
    }

    PairModel.State state(long now, List<PairModel.Relation> relations) {
        var cards = new ArrayList<Card>();
        var meanings = new ArrayList<PairModel.Meaning>();
        List<PairSide> members = members();
        for (PairSide side : members) {
            cards.add(card(side, now));
            meanings.add(meaning(side.name(), side.state(), side.since(), now));
        }
        PairSide best = PairModel.best(sides);
        FailoverView view = best == null ? null : best.view();
        if (view != null && members.size() == 1) {
            cards.add(partner(view, now));
            String name = Text.of("pair.partner");
            meanings.add(meaning(name, view.partner(), view.partnerSince(), now));
        }
        return new PairModel.State(
                true,
                relations,
                cards,
                link(best, now),
                nodes(now),
                path.moves().stream()
                        .filter(m -> m.from() != ServerState.UNKNOWN)
                        .filter(m -> m.to() != ServerState.UNKNOWN)
                        .map(m -> new PairModel.Edge(m.from(), m.to(), place(members, m.server())))
                        .toList(),
                meanings,
                steps(),
                PairDoctor.checks(session, members, now));
    }

    private List<PairSide> members() {
        return sides.stream().filter(PairSide::isMember).toList();
    }

    private Card card(PairSide side, long now) {
        FailoverView view = side.view();
        StateWords words = StateWords.of(side.state());
        boolean stale = side.isGone() || now - side.viewMillis() > STALE_MILLIS;
        String told =
                Text.of(
                        side.isGone() ? "pair.told.gone" : "pair.told",
                        view == null ? Text.of("value.none") : Words.ago(side.viewMillis(), now));
        List<PoolView> pools = side.pools();
        double size = Math.max(1, pools.stream().mapToLong(PoolView::size).sum());
        long active = pools.stream().mapToLong(PoolView::active).sum();
        long own = pools.stream().mapToLong(side::own).sum();
        long free = pools.stream().mapToLong(p -> p.free() + p.backup()).sum();
        var fields = new ArrayList<Field>();
        fields.add(field("pair.own", Words.count(own)));
        fields.add(field("pair.partners", Words.count(free - own)));
        fields.add(field("pair.active", Words.count(active)));
        if (view != null) fields.add(field("pair.unacked", unacked(view)));
        Power power = session.power();
        Boolean on = power == null ? null : power.isOn(side.number());
        return new Card(
                side.number(),
                side.name(),
                view == null ? "" : role(view.primary()),
                words.name(),
                stale ? Tone.PLAIN : words.tone(),
                view == null ? "" : spell(side.since(), now),
                told,
                stale,
                fields,
                active / size,
                own / size,
                (free - own) / size,
                on);
    }

    /// A partner that this console does not reach: as the other was told.
    private Card partner(FailoverView view, long now) {
        StateWords words = StateWords.of(view.partner());
        var fields = new ArrayList<Field>();
        var address = view.link().partner();
        if (address != null) fields.add(field("field.address", address.toString()));
        long heard = view.link().lastHeardMillis();
        String ago = heard == 0 ? Text.of("pair.never") : Words.ago(heard, now);
        return new Card(
                -1,
                Text.of("pair.partner"),
                role(!view.primary()),
                words.name(),
                view.link().up() ? words.tone() : Tone.PLAIN,
                spell(view.partnerSince(), now),
                Text.of("pair.told.other", ago),
                !view.link().up(),
                fields,
                0,
                0,
                0,
                null);
    }

    private static String role(boolean primary) {
        return Text.of(primary ? "pair.primary" : "pair.secondary");
    }

    private static String unacked(FailoverView view) {
        var link = view.link();
        // Without a connection there is no window.
        if (link.window() == 0) return Words.count(link.unacknowledged());
        return Text.of(
                "pair.unacked.of",
                Words.count(link.unacknowledged()),
                Words.count(link.inFlight()),
                Words.count(link.window()));
    }

    private String spell(long since, long now) {
        if (since <= 0) return "";
        return Text.of(
                "pair.since",
                Words.moment(since * 1_000, now, session.zone()),
                Words.coarse(Math.max(0, now / 1_000 - since)));
    }

    private PairModel.Meaning meaning(String name, ServerState state, long since, long now) {
        StateWords words = StateWords.of(state);
        return new PairModel.Meaning(
                name, words.name(), words.tone(), spell(since, now), words.may(), words.ends());
    }

    private Link link(@Nullable PairSide side, long now) {
        FailoverView view = side == null ? null : side.view();
        int second = second();
        var flows = traffic.flows(now, second);
        var newest = traffic.newest(session.zone(), second);
        if (side == null || view == null || side.isGone()) {
            return new Link(Text.of("pair.link.unknown"), Tone.PLAIN, "", 0, "", "", flows, newest);
        }
        var link = view.link();
        String heard =
                link.lastHeardMillis() == 0
                        ? Text.of("pair.link.never")
                        : Text.of("pair.link.heard", Words.ago(link.lastHeardMillis(), now));
        if (!link.up()) {
            return new Link(Text.of("pair.link.down"), Tone.BAD, heard, 0, "", "", flows, newest);
        }
        long left = Math.max(0, link.patienceMillis() - (now - side.viewMillis()));
        mostPatience = Math.max(mostPatience, link.patienceMillis());
        String lag = link.lagMillis() < 0 ? "" : Text.of("pair.link.lag", link.lagMillis());
        return new Link(
                Text.of("pair.link.up"),
                Tone.GOOD,
                heard,
                (double) left / mostPatience,
                Text.of("pair.link.patience", String.format(Locale.ROOT, "%.1f", left / 1_000.0)),
                lag,
                flows,
                newest);
    }

    /// The place of a server in the picture.
    private static int place(List<PairSide> members, int server) {
        for (int i = 0; i < members.size(); i++) if (members.get(i).number() == server) return i;
        return 0;
    }

    /// The number of the server on the right; -1 for a partner that this console does not reach.
    private int second() {
        List<PairSide> members = members();
        return members.size() == 1 ? -1 : members.getLast().number();
    }

    private List<PairModel.Node> nodes(long now) {
        var nodes = new ArrayList<PairModel.Node>();
        for (ServerState state : ServerState.values()) {
            if (state == ServerState.UNKNOWN) continue;
            var here = new ArrayList<Integer>();
            var times = new ArrayList<String>();
            List<PairSide> members = members();
            for (PairSide side : members) {
                if (side.state() == state && !side.isGone()) here.add(members.indexOf(side));
                long seconds = path.seconds(side.number(), state, now);
                if (seconds >= 0) times.add(side.name() + " " + Words.coarse(seconds));
            }
            String name = StateWords.of(state).name();
            nodes.add(new PairModel.Node(state, name, here, String.join(" \u00b7 ", times)));
        }
        return nodes;
    }

    private List<PairModel.Step> steps() {
        return path.moves().reversed().stream()
                .map(
                        move -> {
                            StateWords to = StateWords.of(move.to());
                            return new PairModel.Step(
                                    Words.clock(move.atMillis(), session.zone()),
                                    title(move, to),
                                    move.why(),
                                    move.to() == ServerState.UNKNOWN ? Tone.WATCH : to.tone());
                        })
                .toList();
    }

    private String title(PairPath.Move move, StateWords to) {
        String name = sides.get(move.server()).name();
        return move.to() == ServerState.UNKNOWN
                ? Text.of("pair.path.gone", name)
                : Text.of("pair.path.step", name, to.name());
    }

    private static Field field(String key, String value) {
        return new Field(Text.of(key), value);
    }
}
