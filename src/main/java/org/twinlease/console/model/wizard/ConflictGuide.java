package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Sentences;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// Both servers served alone: what they do about it, on which addresses they differ and whose
/// record stands by which rule, and how far they are. They decide by themselves; a person looks
/// after the clients that lose.
final class ConflictGuide extends Guide {

    private static final int WHAT = 0;
    private static final int WHICH = 1;

    private @Nullable Conflicts conflicts;

    ConflictGuide(ConsoleSession session, List<PairSide> sides, int server, Runnable settle) {
        super(session, sides, server, settle);
    }

    @Override
    String title() {
        return Text.of("wizard.conflict.title", side().name(), partner());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.conflict.what"),
                Text.of("wizard.conflict.which"),
                Text.of("wizard.way.progress"));
    }

    @Override
    void entered(int step) {
        PairSide other = other();
        if (step != WHICH || other == null) return;
        long second = session.clock().millis() / 1_000;
        conflicts = new Conflicts(side(), other, second, settle);
        conflicts.look();
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) return unknown();
        return switch (step) {
            case WHAT -> what(view, now);
            case WHICH -> which();
            default -> progress(now);
        };
    }

    private boolean isThere() {
        return sides.stream().anyMatch(each -> Return.isInConflict(each.state()));
    }

    private List<Block> what(FailoverView view, long now) {
        PairSide other = other();
        boolean first = view.primary();
        String primary = first ? side().name() : partner();
        String secondary = first ? partner() : side().name();
        var blocks = new ArrayList<Block>();
        blocks.add(
                isThere()
                        ? new Block.Words(Text.of("wizard.conflict.there"), Tone.BAD)
                        : new Block.Words(Text.of("wizard.conflict.none"), Tone.GOOD));
        var list = new ArrayList<Block.Finding>();
        list.add(state(side(), view, now));
        FailoverView theirs = other == null ? null : other.view();
        if (other != null && theirs != null) list.add(state(other, theirs, now));
        blocks.add(new Block.Findings(list));
        blocks.add(
                new Block.Steps(
                        List.of(
                                Text.of("wizard.conflict.first", primary, secondary),
                                Text.of("wizard.conflict.second", secondary),
                                Text.of("wizard.conflict.keep"),
                                Text.of("wizard.conflict.normal"))));
        return blocks;
    }

    private Block.Finding state(PairSide server, FailoverView view, long now) {
        StateWords words = StateWords.of(server.state());
        return new Block.Finding(
                Text.of("wizard.result.state", server.name(), words.name()),
                Text.of(
                        "wizard.rebuild.since",
                        clock(server.since(), now),
                        Sentences.of(view.why())),
                "",
                server.isGone() ? Tone.WATCH : words.tone());
    }

    private List<Block> which() {
        Conflicts found = conflicts;
        if (found == null) {
            return List.of(
                    new Block.Words(Text.of("wizard.conflict.one", side().name()), Tone.WATCH));
        }
        var blocks = new ArrayList<Block>();
        if (found.isFailed()) {
            blocks.add(new Block.Words(Text.of("wizard.conflict.gone"), Tone.WATCH));
        } else if (!found.isWhole()) {
            blocks.add(new Block.Words(Text.of("wizard.conflict.looking"), Tone.CALM));
        } else if (found.all() == 0) {
            String compared = Words.count(found.compared());
            blocks.add(new Block.Words(Text.of("wizard.conflict.same", compared), Tone.GOOD));
        } else {
            long two = found.count(Conflicts.Rule.TWO_CLIENTS);
            blocks.add(
                    new Block.Words(
                            Text.of(
                                    "wizard.conflict.differ",
                                    Words.count(found.all()),
                                    Words.count(found.compared()),
                                    Words.count(two)),
                            two > 0 ? Tone.BAD : Tone.WATCH));
        }
        var list = new ArrayList<Block.Finding>();
        for (Conflicts.Rule rule : Conflicts.Rule.values()) {
            if (found.count(rule) > 0) list.add(rule(rule, found.count(rule)));
        }
        blocks.add(new Block.Findings(list));
        List<Conflicts.Difference> shown = found.list();
        if (!shown.isEmpty()) {
            long second = session.clock().millis() / 1_000;
            var words = new ClashWords(side().name(), partner(), second, session.zone());
            String title =
                    found.all() == shown.size()
                            ? Text.of("wizard.conflict.list.all")
                            : Text.of(
                                    "wizard.conflict.list",
                                    Words.count(found.all()),
                                    Words.count(shown.size()));
            blocks.add(new Block.Clashes(title, shown.stream().map(words::of).toList()));
        }
        return blocks;
    }

    private static Block.Finding rule(Conflicts.Rule rule, long count) {
        String words =
                switch (rule) {
                    case TWO_CLIENTS -> Text.of("conflict.rule.twoclients");
                    case TWO_ENDS -> Text.of("conflict.rule.twoends");
                    case GIVEN -> Text.of("conflict.rule.given");
                    case ENDED -> Text.of("conflict.rule.ended");
                    case ABANDONED -> Text.of("conflict.rule.abandoned");
                    case NOBODY -> Text.of("conflict.rule.nobody");
                };
        String title =
                switch (rule) {
                    case TWO_CLIENTS -> Text.of("conflict.title.twoclients", count);
                    case TWO_ENDS -> Text.of("conflict.title.twoends", count);
                    case GIVEN -> Text.of("conflict.title.given", count);
                    case ENDED -> Text.of("conflict.title.ended", count);
                    case ABANDONED -> Text.of("conflict.title.abandoned", count);
                    case NOBODY -> Text.of("conflict.title.nobody", count);
                };
        return new Block.Finding(title, words, "", ClashWords.tone(rule));
    }

    private List<Block> progress(long now) {
        var list = new ArrayList<Block.Finding>();
        boolean normal = true;
        for (PairSide each : sides) {
            FailoverView view = each.view();
            if (view == null) continue;
            StateWords words = StateWords.of(each.state());
            normal &= each.state() == ServerState.NORMAL && !each.isGone();
            list.add(
                    new Block.Finding(
                            Text.of("wizard.result.state", each.name(), words.name()),
                            Text.of(
                                    "wizard.conflict.counts",
                                    clock(each.since(), now),
                                    Words.count(view.link().taken()),
                                    Words.count(view.link().refused()),
                                    Words.count(view.link().unacknowledged())),
                            words.ends(),
                            words.tone()));
        }
        return List.of(
                new Block.Words(
                        Text.of(normal ? "wizard.conflict.over" : "wizard.conflict.under"),
                        normal ? Tone.GOOD : Tone.CALM),
                new Block.Findings(list));
    }
}
