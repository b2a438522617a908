package org.twinlease.console.model.health;

import org.twinlease.config.Problem;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.health.Item.Door;
import org.twinlease.console.model.health.Item.Place;
import org.twinlease.console.model.pair.PairDrift;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoreView;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is checked of configurations and of what is on disk.
final class FileChecks {

    private static final int MOST = 12;

    /// Less free space than this is little: a snapshot and a day's journal of a large server.
    private static final long LITTLE = 1L << 30;

    private FileChecks() {}

    static void config(Rounds rounds, DraftModel draft, PairDrift running) {
        for (String words : running.differences()) {
            rounds.item(
                    new Item(
                            "running " + words,
                            Section.CONFIG,
                            Tone.BAD,
                            Text.of("health.running"),
                            words,
                            Text.of("health.running.means"),
                            Door.to(Place.REVIEW)));
        }
        if (!draft.isThere()) {
            rounds.cannot(Section.CONFIG, Text.of("health.config.cannot"));
            return;
        }
        if (!draft.isKnown()) {
            rounds.cannot(Section.CONFIG, Text.of("health.config.reading"));
            return;
        }
        List<Problem> problems = draft.survey().problems();
        rounds.well(
                Section.CONFIG,
                Text.of(
                        draft.isAltered() ? "health.config.draft" : "health.config.now",
                        draft.now().halves().size(),
                        Words.count(problems.size())));
        var alike = new LinkedHashMap<String, List<Problem>>();
        for (Problem problem : problems) {
            alike.computeIfAbsent(problem.code(), _ -> new ArrayList<>()).add(problem);
        }
        alike.values().forEach(each -> rounds.item(finding(each)));
        int drift = draft.survey().drift().size();
        if (drift == 0) return;
        rounds.item(
                new Item(
                        "drift",
                        Section.CONFIG,
                        Tone.WATCH,
                        drift == 1 ? Text.of("health.differ.one") : Text.of("health.differ", drift),
                        Text.of("health.differ.words", drift, draft.survey().alike()),
                        Text.of("health.differ.means"),
                        new Door(Place.REVIEW, "drift", 0)));
    }

    /// One item for all findings of a code: they have one cause and one remedy.
    private static Item finding(List<Problem> alike) {
        Problem first = alike.getFirst();
        Tone tone =
                switch (first.severity()) {
                    case ERROR -> Tone.BAD;
                    case WARNING -> Tone.WATCH;
                    case INFO -> Tone.CALM;
                };
        String message = FileText.shown(first.message());
        String places =
                alike.stream()
                        .limit(MOST)
                        .map(FileChecks::place)
                        .distinct()
                        .collect(Collectors.joining("; "));
        String where =
                alike.size() == 1
                        ? Text.of("health.lint", first.code(), places)
                        : Text.of("health.lint.many", first.code(), places, alike.size());
        return new Item(
                "lint " + first.code(),
                Section.CONFIG,
                tone,
                message,
                where,
                FileText.shown(first.remedy()),
                new Door(Place.CONFIG, first.file(), first.line()));
    }

    private static String place(Problem problem) {
        String file = problem.file();
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return problem.line() == 0 ? name : Text.of("draft.line", name, problem.line());
    }

    static void store(
            Rounds rounds,
            List<PairSide> sides,
            Map<Integer, CountersView> counters,
            Map<Integer, Latencies> latencies,
            Map<Integer, StoreView> stores) {
        for (PairSide side : sides) {
            CountersView view = counters.get(side.number());
            ServerView server = side.frame().server();
            if (view == null || server == null || side.isGone()) {
                rounds.cannot(Section.STORE, Text.of("health.store.cannot", side.name()));
                continue;
            }
            rounds.well(
                    Section.STORE,
                    Text.of(
                            server.diskOk() ? "health.store.ok" : "health.store.bad",
                            side.name(),
                            Words.count(view.get(Counter.RECORDS)),
                            Words.count(view.get(Counter.SYNCS)),
                            view.p99Micros() == 0
                                    ? Text.of("value.none")
                                    : Words.micros(view.p99Micros())));
            room(rounds, side, stores.getOrDefault(side.number(), StoreView.UNKNOWN));
            Latencies latency = latencies.get(side.number());
            if (latency == null || !latency.isSlow()) continue;
            rounds.item(
                    new Item(
                            "disk " + side.name(),
                            Section.STORE,
                            Tone.WATCH,
                            Text.of("health.slowdisk", side.name()),
                            Text.of(
                                    "health.slowdisk.words",
                                    latency.slow(),
                                    Words.micros(latency.worst())),
                            Text.of("health.slowdisk.means"),
                            Door.NONE));
        }
    }

    private static void room(Rounds rounds, PairSide side, StoreView store) {
        if (store.freeBytes() < 0) {
            rounds.cannot(Section.STORE, Text.of("health.room.cannot"));
            return;
        }
        String used = Words.bytes(store.usedBytes());
        String free = Words.bytes(store.freeBytes());
        rounds.well(Section.STORE, Text.of("health.room", used, free));
        boolean little = store.freeBytes() < LITTLE || store.freeBytes() < store.usedBytes();
        if (!little) return;
        rounds.item(
                new Item(
                        "room " + side.name(),
                        Section.STORE,
                        store.freeBytes() < store.usedBytes() ? Tone.BAD : Tone.WATCH,
                        Text.of("health.full", side.name()),
                        Text.of("health.full.words", free, Words.bytes(store.diskBytes()), used),
                        Text.of("health.full.means"),
                        Door.NONE));
    }
}
