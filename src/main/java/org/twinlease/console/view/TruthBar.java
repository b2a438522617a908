package org.twinlease.console.view;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.twinlease.console.model.FrameModel;
import org.twinlease.console.model.FrameModel.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;

import java.util.List;

/// The line that always says, in words: who is serving, since when, whether the disk takes leases,
/// how answers leave, and what runs out next.
final class TruthBar {

    private TruthBar() {}

    static void draw(HBox bar, FrameModel.State state) {
        var said =
                List.of(
                        state.known(),
                        state.known() ? "" : state.link(),
                        state.server(),
                        state.kind(),
                        state.since(),
                        state.disk(),
                        state.reply(),
                        state.runsOut());
        if (said.equals(bar.getUserData())) return;
        bar.setUserData(said);
        var children = bar.getChildren();
        children.clear();
        Widgets.tone(bar, state.demo() ? Tone.DEMO : Tone.PLAIN);
        Label name = Widgets.label(state.server(), "text-heading");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label kind = Widgets.chip(state.kind().words(), state.kind().tone());
        kind.setMinWidth(Region.USE_PREF_SIZE);
        kind.setTooltip(
                new Tooltip(Text.of(state.demo() ? "truth.demo.more" : "truth.alone.more")));
        children.addAll(Widgets.icon("fth-server", "truth-icon"), name, kind);
        if (!state.known()) {
            children.addAll(Widgets.space(), Widgets.label(state.link().words(), "text-muted"));
            return;
        }
        fact(bar, state.since(), true);
        fact(bar, state.disk(), true);
        fact(bar, state.reply(), false);
        Label next = Widgets.label(state.runsOut().words(), "truth-next", "text-muted");
        next.setTooltip(new Tooltip(state.runsOut().words()));
        next.setMinWidth(Region.USE_PREF_SIZE);
        var icon = Widgets.icon(shield(state.runsOut().tone()), "tone-icon");
        Widgets.tone(icon, state.runsOut().tone());
        children.addAll(Widgets.space(), icon, next);
    }

    private static String shield(Tone tone) {
        return tone == Tone.GOOD || tone == Tone.PLAIN ? "fth-shield" : Widgets.toneIcon(tone);
    }

    private static void fact(HBox bar, Fact fact, boolean whole) {
        var line = new Region();
        line.getStyleClass().add("truth-line");
        Label words = Widgets.label(fact.words(), "truth-fact");
        words.setTooltip(new Tooltip(fact.words()));
        if (whole) words.setMinWidth(Region.USE_PREF_SIZE);
        if (fact.tone() == Tone.BAD) Widgets.tone(words, Tone.BAD);
        bar.getChildren().addAll(line, words);
    }
}
