package org.twinlease.console.model.timeline;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.timeline.Comparison.Line;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares two moments, from what the servers remember of each and of what lay between them. What
/// was asked for last counts.
final class Comparing {

    /// How far back a state may have begun, in events of the relationship.
    private static final int EARLIER = 200;

    /// How many events between the two are read of each server.
    private static final int MOST = 5_000;

    private final ConsoleSession session;
    private final List<PastSide> sides;
    private final Runnable changed;
    private final LeasesThen before;
    private final LeasesThen after;
    private Map<PastSide, Told> told = new LinkedHashMap<>();
    private long fromMillis;
    private long toMillis;
    private int waiting;
    private int generation;

    /// What a server remembers of both moments; null while it has not answered.
    private static final class Told {
        @Nullable PastPage before;
        @Nullable PastPage after;
        @Nullable PastPage between;
    }

    Comparing(ConsoleSession session, List<PastSide> sides, Runnable changed) {
        this.session = session;
        this.sides = sides;
        this.changed = changed;
        before = new LeasesThen(session, changed);
        after = new LeasesThen(session, changed);
    }

    /// Reads what is known of two moments, in whichever order they are given.
    void ask(long one, long other, String relationship) {
        fromMillis = Math.min(one, other);
        toMillis = Math.max(one, other);
        told = new LinkedHashMap<>();
        int asked = ++generation;
        waiting = 0;
        PastSide first = null;
        for (PastSide side : sides) {
            if (side.side().isGone() || side.since() == 0) continue;
            if (first == null) first = side;
            Told its = new Told();
            told.put(side, its);
            var then = new Query.Past(0, fromMillis, relationship, EARLIER);
            ask(side, then, asked, page -> its.before = page);
            var later = new Query.Past(0, toMillis, relationship, EARLIER);
            ask(side, later, asked, page -> its.after = page);
            var between = new Query.Past(fromMillis + 1, toMillis, "", MOST);
            ask(side, between, asked, page -> its.between = page);
        }
        if (first == null) return;
        before.ask(first, fromMillis);
        after.ask(first, toMillis);
    }

    private interface Taker {
        void take(PastPage page);
    }

    private void ask(PastSide side, Query.Past query, int asked, Taker taker) {
        waiting++;
        side.side()
                .replies()
                .ask(
                        query,
                        page -> {
                            if (asked != generation) return;
                            taker.take(page);
                            answered();
                        },
                        () -> {
                            if (asked == generation) answered();
                        });
    }

    private void answered() {
        waiting--;
        changed.run();
    }

    /// What is known by now.
    Comparison result() {
        boolean loading = waiting > 0 || before.isLoading() || after.isLoading();
        String title = Text.of("timeline.compare.title", at(fromMillis), at(toMillis));
        if (told.isEmpty()) {
            String none = Text.of("timeline.compare.nobody");
            return new Comparison(title, false, List.of(), List.of(), none);
        }
        if (loading) {
            String reading = Text.of("timeline.compare.loading");
            return new Comparison(title, true, List.of(), List.of(), reading);
        }
        var leases = new LeaseDifferences(before.leases(), after.leases());
        List<Line> facts = new ArrayList<>(states());
        facts.addAll(leases.counts());
        facts.addAll(happened());
        return new Comparison(title, false, facts, leases.changes(), more(leases));
    }

    private String at(long millis) {
        return Words.full(millis / 1_000, session.zone());
    }

    private String more(LeaseDifferences leases) {
        String whose = told.keySet().iterator().next().name();
        int many = leases.changes().size();
        String words = Text.of("timeline.compare.leases", whose, Words.count(many));
        boolean cut = before.isCut() || after.isCut();
        return cut ? words + " " + Text.of("timeline.compare.cut", LeasesThen.MOST) : words;
    }

    private List<Line> states() {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<PastSide, Told> each : told.entrySet()) {
            String then = state(each.getValue().before, PastKind.STATE);
            String later = state(each.getValue().after, PastKind.STATE);
            String what = Text.of("timeline.band.state", each.getKey().name());
            lines.add(line(what, then, later));
        }
        Told first = told.values().iterator().next();
        String then = state(first.before, PastKind.LINK);
        String later = state(first.after, PastKind.LINK);
        lines.add(line(Text.of("timeline.band.link"), then, later));
        lines.removeIf(line -> line.before().isEmpty() && line.after().isEmpty());
        return lines;
    }

    private static Line line(String what, String before, String after) {
        return new Line(what, before, after, !before.equals(after));
    }

    /// The newest of a kind in words; empty where it is not known.
    private static String state(@Nullable PastPage page, PastKind kind) {
        PastEvent last = null;
        for (PastEvent event : page == null ? List.<PastEvent>of() : page.events()) {
            if (event.kind() == kind) last = event;
        }
        if (last == null) return "";
        if (kind != PastKind.LINK) return PastWords.state(last.words());
        String key = last.words().equals("up") ? "timeline.link.up" : "timeline.link.down";
        return Text.of(key);
    }

    /// What was done between the two: configurations, starts, orders and alarms, by server.
    private List<Line> happened() {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<PastSide, Told> each : told.entrySet()) {
            PastPage page = each.getValue().between;
            List<PastEvent> events = page == null ? List.of() : page.events();
            String name = each.getKey().name();
            lines.add(configured(name, events));
            count(lines, "timeline.compare.starts", name, events, PastKind.STARTED);
            count(lines, "timeline.compare.orders", name, events, PastKind.ORDER);
            count(lines, "timeline.compare.alarms", name, events, PastKind.ALARM);
        }
        return lines;
    }

    /// A configuration is told by what it declares; which one was served before is not recorded.
    private static Line configured(String name, List<PastEvent> events) {
        String last = "";
        for (PastEvent event : events) {
            if (event.kind() == PastKind.CONFIGURED) last = event.words();
        }
        String what = Text.of("timeline.compare.config", name);
        return last.isEmpty()
                ? new Line(what, "", Text.of("timeline.compare.same"), false)
                : new Line(what, "", Text.of("timeline.compare.another", last), true);
    }

    private static void count(
            List<Line> lines, String key, String name, List<PastEvent> events, PastKind kind) {
        long many = events.stream().filter(event -> event.kind() == kind).count();
        if (many > 0) lines.add(new Line(Text.of(key, name), "", Words.count(many), true));
    }
}
