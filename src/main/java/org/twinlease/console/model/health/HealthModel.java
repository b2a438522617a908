package org.twinlease.console.model.health;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.pair.PairDrift;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.ControlView;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Query;
import org.twinlease.control.StoreView;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Health page: a score with its reasons, what every check found, and what was muted. Checks
/// run once a second on what the servers told anyway; only what their disks have left and where
/// their controls listen is asked for.
public final class HealthModel {

    private static final int FULL = 100;
    private static final long ASK_MILLIS = 10_000;

    /// What a section found: the worst of it, and what was checked or why it could not be.
    public record Line(Section section, Tone tone, String words) {}

    /// A muted item with the reason and when.
    public record Quiet(Item item, String reason, String when) {}

    /// The clocks' distance over the session, in milliseconds, oldest first.
    public record Curve(String title, String from, String to, String range, List<Long> millis) {}

    /// A relay, and how many DISCOVERs each server heard by it.
    public record Relay(String address, List<String> counts, Tone tone) {}

    /// Everything shown. `chosen` is the key of the item that is looked at, empty for none;
    /// `servers` are those that hear relays, none where there are only files.
    public record State(
            int score,
            Fact reasons,
            List<Line> lines,
            List<Item> items,
            List<Quiet> muted,
            String chosen,
            Curve curve,
            List<String> servers,
            List<Relay> relays) {}

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final DraftModel draft;
    private final PairDrift running;
    private final Ears ears;
    private final Skews skews = new Skews();
    private final Muted muted;
    private final Map<Integer, CountersView> counters = new HashMap<>();
    private final Map<Integer, Latencies> latencies = new HashMap<>();
    private final Map<Integer, StoreView> stores = new HashMap<>();
    private final Map<Integer, ControlView> controls = new HashMap<>();
    private final long sinceMillis;
    private long askedMillis;
    private final Shown<State> shown;
    private String chosen = "";

    public HealthModel(
            ConsoleSession session, List<PairSide> sides, DraftModel draft, PairDrift running) {
        this.session = session;
        this.sides = sides;
        this.draft = draft;
        this.running = running;
        ears = new Ears(sides.size());
        muted = new Muted(session.settings());
        sinceMillis = session.clock().millis();
        shown = new Shown<>(state());
        draft.listen(this::settle);
    }

    /// Where the state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Looks at an item.
    public void choose(String item) {
        chosen = item;
        settle();
    }

    /// Leaves an item out of the score, for a reason that is kept; without one nothing is muted.
    public void mute(String item, String reason) {
        if (reason.isBlank()) return;
        muted.mute(item, reason, session.clock().millis() / 1_000);
        settle();
    }

    /// Counts an item again.
    public void unmute(String item) {
        muted.unmute(item);
        settle();
    }

    public void on(int server, Notice notice) {
        switch (notice) {
            case Notice.PacketSeen(var packet) -> ears.on(server, packet);
            case Notice.Pulse(var view, var _) -> {
                counters.put(server, view);
                latencies.computeIfAbsent(server, _ -> new Latencies()).add(view.p99Micros());
            }
            default -> {}
        }
    }

    /// Once a second.
    public void tick() {
        long now = session.clock().millis();
        if (now - askedMillis >= ASK_MILLIS && session.mode().isLive()) ask(now);
        for (PairSide side : sides) {
            FailoverView view = side.view();
            boolean up = view != null && view.link().up() && !side.isGone();
            Long skew = view == null ? null : view.link().skewMillis();
            if (!up || skew == null) continue;
            skews.add(now / 1_000, skew);
            break;
        }
        settle();
    }

    /// Asks what is left of the disks, and who can reach the servers' controls. A server of before
    /// those questions were there has no answer.
    private void ask(long now) {
        askedMillis = now;
        for (PairSide side : sides) {
            side.replies()
                    .ask(
                            new Query.Store(),
                            store -> stores.put(side.number(), store),
                            () -> stores.remove(side.number()));
            side.replies()
                    .ask(
                            new Query.Control(),
                            control -> controls.put(side.number(), control),
                            () -> controls.remove(side.number()));
        }
    }

    private void settle() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        long now = session.clock().millis();
        var rounds = new Rounds();
        if (session.mode().isLive()) {
            var pair = new PairChecks(sides, session.zone(), now);
            pair.servers(rounds);
            FileChecks.config(rounds, draft, running);
            pair.clocks(rounds, skews);
            var clients = new ClientChecks(sides, ears, sinceMillis, session.zone(), now);
            clients.relays(rounds);
            clients.clients(rounds, counters);
            FileChecks.store(rounds, sides, counters, latencies, stores);
            clients.security(rounds);
            clients.controls(rounds, controls);
        } else {
            FileChecks.config(rounds, draft, running);
        }
        var open = new ArrayList<Item>();
        var quiet = new ArrayList<Quiet>();
        for (Item item : rounds.items()) {
            Muted.@Nullable Mute mute = muted.of(item.key());
            if (mute == null) open.add(item);
            else quiet.add(quiet(item, mute));
        }
        int cost = open.stream().mapToInt(Item::cost).sum();
        return new State(
                Math.max(0, FULL - cost),
                reasons(open),
                lines(rounds, open),
                open,
                quiet,
                chosen,
                curve(now),
                session.mode().isLive() ? sides.stream().map(PairSide::name).toList() : List.of(),
                relays());
    }

    private Quiet quiet(Item item, Muted.Mute mute) {
        String when = Words.full(mute.second(), session.zone()).substring(0, 10);
        return new Quiet(item, mute.reason(), when);
    }

    private static Fact reasons(List<Item> open) {
        long bad = open.stream().filter(item -> item.tone() == Tone.BAD).count();
        long watch = open.stream().filter(item -> item.tone() == Tone.WATCH).count();
        long know = open.size() - bad - watch;
        if (bad + watch == 0) {
            String words =
                    know == 0
                            ? Text.of("health.nothing")
                            : Text.of("health.nothing.know", Text.of("health.nothing"), know);
            return new Fact(words, Tone.GOOD);
        }
        Tone tone = bad > 0 ? Tone.BAD : Tone.WATCH;
        return new Fact(Text.of("health.reasons", bad, watch, know), tone);
    }

    /// A line a section: all that it says, each on a line of its own, in the tone of its worst
    /// item.
    private static List<Line> lines(Rounds rounds, List<Item> open) {
        var lines = new LinkedHashMap<Section, Line>();
        for (Rounds.Said said : rounds.said()) {
            Line before = lines.get(said.section());
            String words = before == null ? said.words() : before.words() + "\n" + said.words();
            Tone tone = before == null ? said.tone() : before.tone();
            lines.put(said.section(), new Line(said.section(), tone, words));
        }
        for (Item item : open.reversed()) {
            Line line = lines.get(item.section());
            if (line == null) continue;
            lines.put(item.section(), new Line(item.section(), item.tone(), line.words()));
        }
        return List.copyOf(lines.values());
    }

    private Curve curve(long now) {
        List<Skews.Reading> readings = skews.readings();
        if (readings.isEmpty()) return new Curve("", "", "", "", List.of());
        long least = readings.stream().mapToLong(Skews.Reading::millis).min().orElse(0);
        long most = readings.stream().mapToLong(Skews.Reading::millis).max().orElse(0);
        return new Curve(
                Text.of("health.curve"),
                Words.clock(readings.getFirst().second() * 1_000, session.zone()),
                Words.clock(now, session.zone()),
                Text.of("health.curve.range", Words.skew(least), Words.skew(most)),
                readings.stream().map(Skews.Reading::millis).toList());
    }

    private List<Relay> relays() {
        var relays = new ArrayList<Relay>();
        for (Map.Entry<Ip4, long[]> heard : ears.relays().entrySet()) {
            var counts = new ArrayList<String>();
            boolean deaf = false;
            for (long count : heard.getValue()) {
                counts.add(Words.count(count));
                deaf |= count == 0;
            }
            Tone tone = deaf && sides.size() > 1 ? Tone.WATCH : Tone.GOOD;
            relays.add(new Relay(heard.getKey().toString(), counts, tone));
        }
        return relays;
    }
}
