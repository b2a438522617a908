package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Relationship;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.console.model.peers.PeerWishes;
import org.twinlease.control.FailoverView;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// Primary and secondary change places: what that changes, when it is safe, and both configurations
/// into the draft, for Review to apply.
final class SwapGuide extends Guide {

    private static final int KNOWN = 0;
    private static final int CHANGE = 1;

    private final DraftModel draft;

    SwapGuide(
            ConsoleSession session,
            List<PairSide> sides,
            int server,
            Runnable settle,
            DraftModel draft) {
        super(session, sides, server, settle);
        this.draft = draft;
    }

    @Override
    String title() {
        return Text.of("wizard.swap.title", side().name(), partner());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.swap.known"),
                Text.of("wizard.leaving.change"),
                Text.of("wizard.leaving.after"));
    }

    @Override
    boolean mayGoBack(int step) {
        return step == CHANGE;
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) return unknown();
        return switch (step) {
            case KNOWN -> known(view);
            case CHANGE -> change(view);
            default -> after();
        };
    }

    private List<Block> known(FailoverView view) {
        String primary = view.primary() ? side().name() : partner();
        String secondary = view.primary() ? partner() : side().name();
        List<Block.Finding> list = new ArrayList<>();
        for (PairSide each : sides) {
            StateWords words = StateWords.of(each.state());
            FailoverView its = each.view();
            long owed = its == null ? 0 : its.link().unacknowledged();
            list.add(
                    new Block.Finding(
                            Text.of("wizard.result.state", each.name(), words.name()),
                            Text.of("wizard.swap.owed", owed),
                            "",
                            each.isGone() ? Tone.BAD : words.tone()));
        }
        String well = unwell();
        return List.of(
                new Block.Words(Text.of("wizard.swap.means", secondary, primary), Tone.CALM),
                new Block.Findings(list),
                well.isEmpty()
                        ? new Block.Words(Text.of("wizard.swap.well"), Tone.GOOD)
                        : new Block.Words(well, Tone.BAD));
    }

    /// Why it is not safe now; empty when it is.
    private String unwell() {
        for (PairSide each : sides) {
            if (each.isGone() || each.state() != ServerState.NORMAL) {
                return Text.of("wizard.swap.unwell", each.name());
            }
        }
        return sides.size() < 2 ? Text.of("wizard.swap.one", side().name()) : "";
    }

    private @Nullable Relationship relationship() {
        FailoverView view = view();
        if (view == null) return null;
        for (Relationship each : draft.survey().relationships()) {
            if (each.name().equals(view.name()) && each.sides().size() > 1) return each;
        }
        return null;
    }

    private List<Block> change(FailoverView view) {
        if (relationship() == null) {
            return List.of(
                    new Block.Words(Text.of("wizard.leaving.hand"), Tone.WATCH),
                    new Block.Steps(
                            List.of(
                                    Text.of("wizard.swap.hand.roles", view.name()),
                                    Text.of("wizard.swap.hand.numbers"),
                                    Text.of("wizard.swap.together"))));
        }
        return List.of(
                new Block.Words(Text.of("wizard.leaving.staged"), Tone.CALM),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.swap.roles", view.name()),
                                Text.of("wizard.swap.numbers"),
                                Text.of("wizard.swap.together"))));
    }

    private static List<Block> after() {
        return List.of(
                new Block.Words(Text.of("wizard.leaving.ready"), Tone.GOOD),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.leaving.review"),
                                Text.of("wizard.swap.together"),
                                Text.of("wizard.swap.watch"))));
    }

    @Override
    @Nullable Order order(int step, long now) {
        if (step != CHANGE || relationship() == null) return null;
        String missing = unwell();
        if (missing.isEmpty() && draft.unwritten() > 0) {
            missing = Text.of("wizard.leaving.unwritten");
        }
        String label = Text.of("wizard.leaving.stage");
        return new Order(side(), null, label, missing.isEmpty(), missing, 0);
    }

    @Override
    String act(int step) {
        Relationship relationship = relationship();
        if (relationship == null) return Text.of("draft.none");
        return draft.alter("", Text.of("peers.swapped"), PeerWishes.swap(relationship));
    }
}
