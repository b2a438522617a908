package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// One server goes on alone for good: first the other stops in order, so that nobody knows less
/// than it; only then do the configurations change, through Review.
final class LeaveGuide extends Guide {

    private static final int KNOWN = 0;
    private static final int ORDER = 1;
    private static final int CHANGE = 2;
    private static final int COUNTDOWN_SECONDS = 5;

    private final DraftModel draft;
    private final Asking asking;
    private String typed = "";

    LeaveGuide(
            ConsoleSession session,
            List<PairSide> sides,
            int server,
            Runnable settle,
            DraftModel draft) {
        super(session, sides, server, settle);
        this.draft = draft;
        asking = new Asking(settle);
    }

    @Override
    String title() {
        FailoverView view = view();
        String name = view == null ? Text.of("value.unknown") : view.name();
        return Text.of("wizard.leaving.title", partner(), name);
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.leaving.known"),
                Text.of("wizard.down.order"),
                Text.of("wizard.leaving.change"),
                Text.of("wizard.leaving.after"));
    }

    @Override
    boolean mayGoOn(int step) {
        // What has stopped already, or cannot be asked, is not ordered to stop.
        if (step == ORDER) return isAlone();
        return super.mayGoOn(step);
    }

    @Override
    boolean mayGoBack(int step) {
        return step == ORDER || step == CHANGE;
    }

    /// Whether the server that stays answers for the other one already.
    private boolean isAlone() {
        return side().state() == ServerState.PARTNER_DOWN;
    }

    @Override
    void entered(int step) {
        consult();
    }

    @Override
    void tick(int step, long now) {
        consult();
    }

    @Override
    void choose(String id, int chosen) {
        to(sides.get(chosen));
        typed = "";
        consult();
    }

    @Override
    void type(String id, String text) {
        typed = text;
    }

    private void consult() {
        PairSide other = other();
        if (other != null) asking.about(other, command());
    }

    private @Nullable Command command() {
        FailoverView view = view();
        return view == null || isAlone() ? null : new Command.ShutDown(view.name());
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) return unknown();
        return switch (step) {
            case KNOWN -> known(view);
            case ORDER -> ordering();
            case CHANGE -> change(view);
            default -> after();
        };
    }

    private List<Block> known(FailoverView view) {
        List<Block> blocks = new ArrayList<>(server(Text.of("wizard.leaving.server")));
        long addresses = side().pools().stream().mapToLong(PoolView::size).sum();
        blocks.add(
                new Block.Words(
                        Text.of(
                                "wizard.leaving.means",
                                side().name(),
                                Words.count(addresses),
                                partner(),
                                view.name()),
                        Tone.WATCH));
        List<Block.Finding> list = new ArrayList<>();
        for (PairSide each : sides) list.add(state(each));
        boolean up = view.link().up();
        list.add(
                new Block.Finding(
                        Text.of("wizard.way.link"),
                        Text.of(up ? "wizard.leaving.link" : "wizard.leaving.nolink", partner()),
                        "",
                        up ? Tone.GOOD : Tone.BAD));
        list.add(
                new Block.Finding(
                        Text.of("wizard.leaving.clients"),
                        Text.of("wizard.leaving.clients.words", partner(), side().name()),
                        "",
                        Tone.CALM));
        blocks.add(new Block.Findings(list));
        return blocks;
    }

    private static Block.Finding state(PairSide server) {
        StateWords words = StateWords.of(server.state());
        FailoverView view = server.view();
        long owed = view == null ? 0 : view.link().unacknowledged();
        long active = server.pools().stream().mapToLong(PoolView::active).sum();
        return new Block.Finding(
                Text.of("wizard.result.state", server.name(), words.name()),
                Text.of("wizard.leaving.counts", Words.count(active), Words.count(owed)),
                "",
                server.isGone() ? Tone.BAD : words.tone());
    }

    private List<Block> ordering() {
        PairSide other = other();
        if (isAlone()) {
            return List.of(
                    new Block.Words(
                            Text.of("wizard.leaving.alone", side().name(), partner()), Tone.GOOD));
        }
        if (other == null || other.isGone()) {
            return List.of(
                    new Block.Words(
                            Text.of("wizard.leaving.gone", partner(), side().name()), Tone.BAD));
        }
        boolean right = typed.strip().equals(other.name());
        return List.of(
                asking.words(other),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.leaving.stop", other.name(), side().name()),
                                Text.of("wizard.leaving.takes", side().name()))),
                new Block.Entry(
                        "name",
                        Text.of("wizard.leaving.name"),
                        typed,
                        right || typed.isEmpty()
                                ? Text.of("wizard.leaving.name.note", other.name())
                                : Text.of("wizard.leaving.name.wrong", other.name()),
                        right || typed.isEmpty() ? Tone.PLAIN : Tone.BAD,
                        new Help(
                                Text.of("wizard.leaving.name"),
                                "",
                                Text.of("wizard.leaving.name.help"),
                                Text.of("wizard.leaving.name.without"),
                                Text.of("wizard.leaving.name.mistake"))));
    }

    private LeavePlan plan(FailoverView view) {
        return new LeavePlan(draft, view.name(), side().name(), partner());
    }

    private List<Block> change(FailoverView view) {
        LeavePlan plan = plan(view);
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                plan.isThere()
                        ? new Block.Words(Text.of("wizard.leaving.staged"), Tone.CALM)
                        : new Block.Words(Text.of("wizard.leaving.hand"), Tone.WATCH));
        blocks.add(new Block.Steps(plan.words()));
        return blocks;
    }

    private List<Block> after() {
        return List.of(
                new Block.Words(Text.of("wizard.leaving.ready"), Tone.GOOD),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.leaving.review"),
                                Text.of("wizard.leaving.restart", side().name(), partner()),
                                Text.of("wizard.leaving.keep", partner()))));
    }

    @Override
    @Nullable Order order(int step, long now) {
        FailoverView view = view();
        PairSide other = other();
        if (view == null) return null;
        if (step == CHANGE) {
            if (!plan(view).isThere()) return null;
            String missing = changeMissing();
            String label = Text.of("wizard.leaving.stage");
            return new Order(side(), null, label, missing.isEmpty(), missing, 0);
        }
        Command command = command();
        if (step != ORDER || command == null || other == null || other.isGone()) return null;
        String missing = asking.missing(other, command);
        if (missing.isEmpty() && !typed.strip().equals(other.name())) {
            missing = Text.of("wizard.leaving.name.note", other.name());
        }
        String label = Text.of("wizard.leaving.do", other.name());
        return new Order(other, command, label, missing.isEmpty(), missing, COUNTDOWN_SECONDS);
    }

    private String changeMissing() {
        if (!isAlone()) return Text.of("wizard.leaving.notyet", side().name(), partner());
        return draft.unwritten() > 0 ? Text.of("wizard.leaving.unwritten") : "";
    }

    @Override
    String act(int step) {
        FailoverView view = view();
        return view == null ? Text.of("pair.order.unknown", side().name()) : plan(view).stage();
    }
}
