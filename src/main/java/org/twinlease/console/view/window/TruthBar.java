package org.twinlease.console.view.window;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.pair.PairModel.Truth;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// The two lines that always say, in words: of a pair who serves whom since when, what is owed and
/// what runs out next; of a server alone that it is one, since when, its disk and its pools.
final class TruthBar {

    private TruthBar() {}

    static void draw(VBox bar, FrameModel.State state, Truth pair) {
        var said = pair.paired() ? paired(pair) : alone(state);
        if (said.equals(bar.getUserData())) return;
        bar.setUserData(said);
        Widgets.tone(bar, state.demo() ? Tone.DEMO : Tone.PLAIN);
        Line first = said.getFirst();
        Line second = said.getLast();
        bar.getChildren().setAll(line(first, state.demo()), line(second, state.demo()));
    }

    /// A line: what it begins with, chips or plain words, what there is besides, and what stands at
    /// its end.
    private record Line(String name, List<Fact> facts, boolean chips, Fact more, Fact end) {
        Line(String name, List<Fact> facts, boolean chips, Fact end) {
            this(name, facts, chips, new Fact("", Tone.PLAIN), end);
        }
    }

    private static List<Line> paired(Truth pair) {
        return List.of(
                new Line(pair.name(), pair.states(), true, pair.more(), pair.numbers()),
                new Line("", List.of(pair.sharing()), false, pair.next()));
    }

    private static List<Line> alone(FrameModel.State state) {
        if (!state.known()) {
            var nothing = new Fact("", Tone.PLAIN);
            return List.of(
                    new Line(state.title(), List.of(state.kind()), true, nothing),
                    new Line("", List.of(state.link()), false, nothing));
        }
        return List.of(
                new Line(state.title(), List.of(state.kind()), true, state.since()),
                new Line("", List.of(state.disk(), state.reply()), false, state.runsOut()));
    }

    private static HBox line(Line said, boolean demo) {
        var line = new HBox();
        line.getStyleClass().add("truth-row");
        var children = line.getChildren();
        if (!said.name().isEmpty()) {
            children.addAll(
                    Widgets.icon("fth-server", "truth-icon"),
                    fixed(Widgets.label(said.name(), "text-heading")));
            if (demo && said.facts().stream().noneMatch(f -> f.tone() == Tone.DEMO)) {
                Label chip = fixed(Widgets.chip(Text.of("truth.demo"), Tone.DEMO));
                chip.setTooltip(new Tooltip(Text.of("truth.demo.more")));
                children.add(chip);
            }
        }
        for (Fact fact : said.facts()) children.add(fact(fact, said.chips()));
        if (!said.more().words().isEmpty()) {
            Label more = fixed(Widgets.chip(said.more().words(), said.more().tone()));
            more.setTooltip(new Tooltip(Text.of("truth.pair.more.tip")));
            children.add(more);
        }
        children.add(Widgets.space());
        if (said.end().words().isEmpty()) return line;
        if (!said.chips()) {
            var icon = Widgets.icon(shield(said.end().tone()), "tone-icon");
            Widgets.tone(icon, said.end().tone());
            children.add(icon);
        }
        Label end = fixed(Widgets.label(said.end().words(), "truth-next", "text-muted"));
        children.add(end);
        return line;
    }

    private static Label fact(Fact fact, boolean chip) {
        if (chip) {
            Label words = fixed(Widgets.chip(fact.words(), fact.tone()));
            if (fact.tone() == Tone.DEMO) {
                words.setTooltip(new Tooltip(Text.of("truth.demo.more")));
            } else if (fact.words().equals(Text.of("truth.alone"))) {
                words.setTooltip(new Tooltip(Text.of("truth.alone.more")));
            }
            return words;
        }
        Label words = Widgets.paragraph(fact.words(), "truth-fact");
        words.setTooltip(new Tooltip(fact.words()));
        if (fact.tone() == Tone.BAD) Widgets.tone(words, Tone.BAD);
        return words;
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String shield(Tone tone) {
        return tone == Tone.GOOD || tone == Tone.PLAIN ? "fth-shield" : Widgets.toneIcon(tone);
    }
}
