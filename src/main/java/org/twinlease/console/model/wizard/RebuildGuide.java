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
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// A server whose leases are lost, or not to be trusted: everything is fetched from its partner
/// (RECOVER). A server with an empty disk does so by itself; this says so, and watches.
final class RebuildGuide extends Guide {

    private static final int KNOWN = 0;
    private static final int ORDER = 1;

    /// It stops serving: long enough to think better of it.
    private static final int COUNTDOWN_SECONDS = 5;

    private final Return way;
    private final Asking asking;

    RebuildGuide(ConsoleSession session, List<PairSide> sides, int server, Runnable settle) {
        super(session, sides, server, settle);
        way = new Return(this);
        asking = new Asking(settle);
        for (PairSide each : sides) if (isRecovering(each)) to(each);
    }

    private static boolean isRecovering(PairSide server) {
        return switch (server.state()) {
            case RECOVER, RECOVER_WAIT, RECOVER_DONE -> true;
            default -> false;
        };
    }

    @Override
    String title() {
        return Text.of("wizard.rebuild.title", side().name());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.rebuild.known"),
                Text.of("wizard.down.order"),
                Text.of("wizard.way.progress"));
    }

    @Override
    boolean mayGoBack(int step) {
        return step == ORDER;
    }

    @Override
    void entered(int step) {
        asking.about(side(), command());
    }

    @Override
    void heard(int server) {
        way.heard(server, side(), other());
    }

    @Override
    void tick(int step, long now) {
        way.watch(side(), other());
        asking.about(side(), command());
    }

    @Override
    void choose(String id, int chosen) {
        to(sides.get(chosen));
        asking.about(side(), command());
    }

    private @Nullable Command command() {
        FailoverView view = view();
        return view == null ? null : new Command.Recover(view.name());
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) return unknown();
        return switch (step) {
            case KNOWN -> known(view, now);
            case ORDER -> ordering();
            default -> way.stages(side(), other(), now);
        };
    }

    private List<Block> known(FailoverView view, long now) {
        List<Block> blocks = new ArrayList<>(server(Text.of("wizard.rebuild.server")));
        blocks.add(
                isRecovering(side())
                        ? new Block.Words(
                                Text.of("wizard.rebuild.already", side().name()), Tone.GOOD)
                        : new Block.Words(
                                Text.of("wizard.rebuild.why", side().name()), Tone.WATCH));
        var list = new ArrayList<Block.Finding>();
        list.add(
                new Block.Finding(
                        Text.of("wizard.result.state", side().name(), name(side().state())),
                        Text.of(
                                "wizard.rebuild.since",
                                clock(side().since(), now),
                                Sentences.of(view.why())),
                        "",
                        Tone.CALM));
        list.add(leases(side()));
        PairSide other = other();
        if (other != null) {
            list.add(leases(other));
            list.add(
                    new Block.Finding(
                            Text.of("wizard.result.state", other.name(), name(other.state())),
                            Text.of("truth.pair.does", other.name(), serves(other)),
                            "",
                            other.isGone() ? Tone.BAD : Tone.CALM));
        }
        boolean up = view.link().up();
        list.add(
                new Block.Finding(
                        Text.of("wizard.way.link"),
                        Text.of(up ? "wizard.way.link.up" : "wizard.rebuild.nolink"),
                        "",
                        up ? Tone.GOOD : Tone.BAD));
        blocks.add(new Block.Findings(list));
        return blocks;
    }

    private static String name(ServerState state) {
        return StateWords.of(state).name();
    }

    private static String serves(PairSide server) {
        return server.isGone() ? Text.of("truth.pair.off") : StateWords.of(server.state()).serves();
    }

    private static Block.Finding leases(PairSide server) {
        long active = server.pools().stream().mapToLong(PoolView::active).sum();
        return new Block.Finding(
                Text.of("wizard.rebuild.leases", server.name()),
                Text.of("wizard.rebuild.leases.words", Words.count(active)),
                "",
                Tone.PLAIN);
    }

    private List<Block> ordering() {
        if (isRecovering(side())) {
            return List.of(
                    new Block.Words(Text.of("wizard.rebuild.already", side().name()), Tone.GOOD));
        }
        return List.of(
                asking.words(side()),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.rebuild.stops", side().name(), partner()),
                                Text.of("wizard.rebuild.fetch", side().name(), partner()),
                                Text.of("wizard.rebuild.wait", side().name(), partner()))));
    }

    @Override
    @Nullable Order order(int step, long now) {
        Command command = command();
        if (step != ORDER || command == null || isRecovering(side())) return null;
        String missing = asking.missing(side(), command);
        String label = Text.of("wizard.rebuild.do", side().name());
        return new Order(side(), command, label, missing.isEmpty(), missing, COUNTDOWN_SECONDS);
    }
}
