package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// Planned work on one server: leaving for a moment (PAUSED) or for long (SHUTDOWN) with the
/// partner told of it, and coming back.
final class MaintenanceGuide extends Guide {

    private static final int WHICH = 0;
    private static final int LEAVE = 1;
    private static final int WORK = 2;

    private final Return way;
    private final Asking asking;
    private boolean forLong;

    MaintenanceGuide(ConsoleSession session, List<PairSide> sides, int server, Runnable settle) {
        super(session, sides, server, settle);
        way = new Return(this);
        asking = new Asking(settle);
        for (PairSide each : sides) if (hasLeft(each)) to(each);
    }

    private static boolean hasLeft(PairSide server) {
        return server.state() == ServerState.PAUSED || server.state() == ServerState.SHUTDOWN;
    }

    @Override
    String title() {
        return Text.of("wizard.work.title", side().name());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.work.which"),
                Text.of("wizard.work.leave"),
                Text.of("wizard.work.do"),
                Text.of("wizard.way.progress"));
    }

    /// A server that has left already is being worked on.
    @Override
    int first() {
        return hasLeft(side()) ? WORK : WHICH;
    }

    @Override
    boolean mayGoBack(int step) {
        return step == LEAVE;
    }

    @Override
    void entered(int step) {
        consult(step);
    }

    @Override
    void heard(int server) {
        way.heard(server, side(), other());
    }

    @Override
    void tick(int step, long now) {
        way.watch(side(), other());
        consult(step);
    }

    private void consult(int step) {
        asking.about(side(), command(step));
    }

    private @Nullable Command command(int step) {
        FailoverView view = view();
        if (view == null) return null;
        return switch (step) {
            case WHICH, LEAVE ->
                    forLong ? new Command.ShutDown(view.name()) : new Command.Pause(view.name());
            case WORK -> new Command.Resume(view.name());
            default -> null;
        };
    }

    @Override
    void choose(String id, int chosen) {
        if (id.equals("server")) to(sides.get(chosen));
        else forLong = chosen == 1;
        consult(WHICH);
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) return unknown();
        return switch (step) {
            case WHICH -> which();
            case LEAVE -> leaving(view);
            case WORK -> working(now);
            default -> way.stages(side(), other(), now);
        };
    }

    private List<Block> which() {
        List<Block> blocks = new ArrayList<>(server(Text.of("wizard.work.server")));
        blocks.add(
                new Block.Choice(
                        "how",
                        Text.of("wizard.work.how"),
                        List.of(Text.of("wizard.work.pause"), Text.of("wizard.work.long")),
                        forLong ? 1 : 0));
        String own = side().name();
        blocks.add(
                new Block.Findings(
                        List.of(
                                new Block.Finding(
                                        Text.of("wizard.work.pause"),
                                        Text.of("wizard.work.pause.words", own, partner()),
                                        Text.of("wizard.work.pause.worth"),
                                        forLong ? Tone.PLAIN : Tone.CALM),
                                new Block.Finding(
                                        Text.of("wizard.work.long"),
                                        Text.of("wizard.work.long.words", own, partner()),
                                        Text.of("wizard.work.long.worth"),
                                        forLong ? Tone.CALM : Tone.PLAIN))));
        return blocks;
    }

    private List<Block> leaving(FailoverView view) {
        var blocks = new ArrayList<Block>();
        blocks.add(asking.words(side()));
        String own = side().name();
        long mine = side().pools().stream().mapToLong(side()::own).sum();
        long all = side().pools().stream().mapToLong(p -> p.free() + p.backup()).sum();
        long left = forLong ? all : all - mine;
        String owed = Words.count(view.link().unacknowledged());
        blocks.add(
                new Block.Findings(
                        List.of(
                                new Block.Finding(
                                        Text.of("wizard.work.left"),
                                        Text.of(
                                                forLong
                                                        ? "wizard.work.left.all"
                                                        : "wizard.work.left.half",
                                                partner(),
                                                Words.count(left)),
                                        "",
                                        left == 0 ? Tone.WATCH : Tone.CALM),
                                new Block.Finding(
                                        Text.of("wizard.work.owed"),
                                        Text.of("wizard.work.owed.words", own, owed),
                                        "",
                                        view.link().unacknowledged() > 0
                                                ? Tone.WATCH
                                                : Tone.GOOD))));
        return blocks;
    }

    private List<Block> working(long now) {
        var blocks = new ArrayList<Block>();
        String state = StateWords.of(side().state()).name();
        String since = clock(side().since(), now);
        if (side().isGone()) {
            blocks.add(new Block.Words(Text.of("wizard.work.off", side().name()), Tone.CALM));
        } else {
            Tone tone = hasLeft(side()) ? Tone.CALM : Tone.WATCH;
            blocks.add(
                    new Block.Words(Text.of("wizard.work.now", side().name(), state, since), tone));
        }
        PairSide other = other();
        if (other != null) {
            StateWords theirs = StateWords.of(other.state());
            blocks.add(
                    new Block.Findings(
                            List.of(
                                    new Block.Finding(
                                            Text.of(
                                                    "wizard.work.other",
                                                    other.name(),
                                                    theirs.name()),
                                            Text.of(
                                                    "truth.pair.does",
                                                    other.name(),
                                                    theirs.serves()),
                                            "",
                                            theirs.tone()))));
        }
        blocks.add(
                new Block.Steps(
                        List.of(
                                Text.of("wizard.work.stop", side().name()),
                                Text.of("wizard.work.mend"),
                                Text.of("wizard.work.resume", side().name()))));
        return blocks;
    }

    @Override
    @Nullable Order order(int step, long now) {
        Command command = step == LEAVE || step == WORK ? command(step) : null;
        if (command == null) return null;
        String label =
                step == WORK
                        ? Text.of("wizard.work.resume.do", side().name())
                        : Text.of(
                                forLong ? "wizard.work.long.do" : "wizard.work.pause.do",
                                side().name());
        String missing = asking.missing(side(), command);
        return new Order(side(), command, label, missing.isEmpty(), missing, 0);
    }
}
