package org.twinlease.console.model.wizard;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// Bringing the partner back: what it will do by itself when it starts, what has to be so before,
/// and its way to NORMAL. Nothing is ordered.
final class BringBackGuide extends Guide {

    private static final int WHAT = 0;
    private static final int BEFORE = 1;

    private final Return way;

    BringBackGuide(ConsoleSession session, List<PairSide> sides, int server, Runnable settle) {
        super(session, sides, server, settle);
        way = new Return(this);
    }

    @Override
    String title() {
        return Text.of("wizard.back.title", partner());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.back.what"),
                Text.of("wizard.back.before"),
                Text.of("wizard.way.progress"));
    }

    @Override
    void heard(int server) {
        way.heard(server, other(), side());
    }

    @Override
    void tick(int step, long now) {
        way.watch(other(), side());
    }

    @Override
    void choose(String id, int chosen) {
        to(sides.get(chosen));
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) return unknown();
        return switch (step) {
            case WHAT -> what(view, now);
            case BEFORE -> before(view);
            default -> way.stages(other(), side(), now);
        };
    }

    private List<Block> what(FailoverView view, long now) {
        String own = side().name();
        String name = partner();
        String mclt = Sentences.duration(view.mclt());
        List<Block> blocks = new ArrayList<>(server(Text.of("wizard.down.server")));
        blocks.add(
                switch (side().state()) {
                    case PARTNER_DOWN ->
                            new Block.Words(Text.of("wizard.back.down", name, own), Tone.CALM);
                    case COMMUNICATIONS_INTERRUPTED ->
                            new Block.Words(Text.of("wizard.back.missed", name, own), Tone.CALM);
                    case NORMAL -> new Block.Words(Text.of("wizard.back.normal", own), Tone.GOOD);
                    default ->
                            new Block.Words(
                                    Text.of(
                                            "wizard.back.other",
                                            own,
                                            StateWords.of(side().state()).name(),
                                            StateWords.of(side().state()).ends()),
                                    Tone.WATCH);
                });
        long active = side().pools().stream().mapToLong(PoolView::active).sum();
        String unacked = Words.count(view.link().unacknowledged());
        if (side().state() == ServerState.PARTNER_DOWN) {
            long most = now / 1_000 + view.mclt();
            blocks.add(
                    new Block.Steps(
                            List.of(
                                    Text.of("wizard.back.recover", name, own),
                                    Text.of("wizard.back.fetch", name, own, Words.count(active)),
                                    Text.of("wizard.back.wait", name, mclt, clock(most, now)),
                                    Text.of("wizard.back.join", own))));
        } else {
            blocks.add(
                    new Block.Steps(
                            List.of(
                                    Text.of("wizard.back.greet", name),
                                    Text.of("wizard.back.tell", own, unacked, name),
                                    Text.of("wizard.back.share"))));
        }
        return blocks;
    }

    private List<Block> before(FailoverView view) {
        String name = partner();
        Long skew = view.link().skewMillis();
        String clock =
                skew == null
                        ? Text.of("wizard.back.clock.unknown")
                        : Text.of("wizard.back.clock", Words.skew(skew));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Words(Text.of("wizard.back.sure", name), Tone.WATCH));
        blocks.add(
                new Block.Steps(
                        List.of(
                                Text.of("wizard.back.disk", name),
                                Text.of("wizard.back.conf", name),
                                clock,
                                Text.of("wizard.back.net", name, side().name()),
                                Text.of("wizard.back.start", name))));
        PairSide other = other();
        Power power = session.power();
        if (other != null && power != null && !power.isOn(other.number())) {
            blocks.add(new Block.Press("start", Text.of("pair.demo.start", name)));
        }
        return blocks;
    }

    /// The switch of a demonstration.
    @Override
    void press(String id) {
        PairSide other = other();
        Power power = session.power();
        if (other != null && power != null) power.turn(other.number(), true);
    }
}
