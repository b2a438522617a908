package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairModel.Relation;
import org.twinlease.console.model.pair.PairModel.Truth;
import org.twinlease.control.FailoverView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// All relationships of the console's servers, one of which is looked at. The bar above every page
/// tells of the one that is worst, and how many others there are.
final class PairRelations {

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final Map<String, PairFocus> known = new LinkedHashMap<>();
    private final PairDrift drift;
    private String chosen = "";
    private Consumer<String> follower = _ -> {};

    PairRelations(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        this.sides = sides;
        drift = new PairDrift(sides);
    }

    /// Takes in that a server told of all its relationships.
    void learn() {
        for (PairSide side : sides) {
            for (FailoverView view : side.views()) of(view.name());
        }
        known.values().removeIf(focus -> !focus.isThere());
        if (!known.isEmpty() && !known.containsKey(chosen)) {
            choose(known.keySet().iterator().next());
        }
    }

    /// From now on tells of every relationship that is looked at.
    void follow(Consumer<String> listener) {
        follower = listener;
    }

    PairFocus of(String name) {
        return known.computeIfAbsent(name, each -> new PairFocus(session, each, sides));
    }

    /// Looks at another; whether there is one of that name.
    boolean choose(String name) {
        if (!known.containsKey(name)) return false;
        boolean other = !chosen.equals(name);
        chosen = name;
        for (PairSide side : sides) side.choose(name);
        if (other) follower.accept(name);
        return true;
    }

    /// The one that is looked at; null without any.
    @Nullable PairFocus chosen() {
        return known.get(chosen);
    }

    List<PairFocus> all() {
        return List.copyOf(known.values());
    }

    /// Every relationship with how it is.
    List<Relation> list(long now) {
        List<Relation> list = new ArrayList<>();
        for (PairFocus focus : known.values()) {
            List<Fact> states = focus.bar().states(now);
            List<String> words = states.stream().map(Fact::words).toList();
            boolean here = focus.name().equals(chosen);
            list.add(
                    new Relation(
                            focus.name(), String.join(" \u00b7 ", words), worst(states), here));
        }
        return list;
    }

    private static Tone worst(List<Fact> states) {
        return states.stream()
                .map(Fact::tone)
                .max(Comparator.comparingInt(PairRelations::weight))
                .orElse(Tone.PLAIN);
    }

    private static int weight(Tone tone) {
        return switch (tone) {
            case BAD -> 4;
            case WATCH -> 3;
            case PLAIN -> 2;
            case CALM -> 1;
            case GOOD, DEMO -> 0;
        };
    }

    /// What the bar says: of the worst of all, of the one that is looked at when they are alike.
    Truth truth(long now) {
        List<Relation> list = list(now);
        Relation worst = null;
        for (Relation each : list) {
            int more = worst == null ? 1 : weight(each.tone()) - weight(worst.tone());
            if (more > 0 || (more == 0 && each.chosen())) worst = each;
        }
        if (worst == null) {
            Truth none = new PairTruth(session, sides).truth(now);
            return with(none, none.more(), alarms(List.of()));
        }
        Relation shown = worst;
        List<Relation> others = list.stream().filter(each -> !each.equals(shown)).toList();
        return with(of(shown.name()).bar().truth(now), more(others), alarms(troubles(now)));
    }

    private static Fact more(List<Relation> others) {
        if (others.isEmpty()) return new Fact("", Tone.PLAIN);
        long well = others.stream().filter(each -> weight(each.tone()) < 3).count();
        String key = well == others.size() ? "truth.pair.more.well" : "truth.pair.more.watch";
        String words = Text.of(key, others.size(), others.size() - well);
        return new Fact(words, well == others.size() ? Tone.GOOD : Tone.WATCH);
    }

    private static Truth with(Truth truth, Fact more, List<Banner> banners) {
        return new Truth(
                truth.paired(),
                truth.name(),
                truth.demo(),
                truth.states(),
                truth.sharing(),
                truth.numbers(),
                truth.next(),
                more,
                banners);
    }

    private List<Banner> troubles(long now) {
        List<Banner> troubles = new ArrayList<>();
        for (PairFocus focus : known.values()) {
            String of = known.size() > 1 ? focus.name() : "";
            troubles.addAll(focus.bar().troubles(now, of));
        }
        List<String> differences = drift.differences();
        if (!differences.isEmpty()) {
            boolean files = session.documents() != null;
            troubles.add(
                    new Banner(
                            Text.of(
                                    "pair.drift.title",
                                    sides.getFirst().name(),
                                    sides.getLast().name()),
                            differences.getFirst(),
                            Text.of("pair.drift.meaning", differences.size()),
                            Text.of(files ? "pair.drift.advice" : "pair.drift.advice.files"),
                            Tone.BAD));
        }
        return troubles;
    }

    /// The pairs' own troubles, then the servers' alarms; those about failover only when the pairs'
    /// own say nothing.
    private List<Banner> alarms(List<Banner> troubles) {
        var all = new LinkedHashMap<String, Banner>();
        for (Banner banner : troubles) all.putIfAbsent(banner.title(), banner);
        var raised = new LinkedHashMap<Banner, StringJoiner>();
        for (PairSide side : sides) {
            for (Banner banner : side.frame().banners(false)) raised(raised, side, banner);
            if (troubles.isEmpty()) {
                for (Banner banner : side.frame().banners(true)) raised(raised, side, banner);
            }
        }
        raised.forEach(
                (banner, names) -> {
                    String title = Text.of("pair.alarm", names, banner.title());
                    if (sides.size() == 1) title = banner.title();
                    all.putIfAbsent(title, banner.titled(title));
                });
        return List.copyOf(all.values());
    }

    /// What both say in the same words is one banner.
    private static void raised(Map<Banner, StringJoiner> all, PairSide side, Banner banner) {
        all.computeIfAbsent(banner, _ -> new StringJoiner(", ")).add(side.name());
    }
}
