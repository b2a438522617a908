package org.twinlease.console.model.wizard;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;

import java.util.ArrayList;
import java.util.List;

/// A server that stands alone becomes half of a pair: what speaks for it, what will happen to its
/// clients and leases, and the way to both configurations.
final class JoinGuide extends Guide {

    private static final int KNOWN = 0;
    private static final int WHAT = 1;

    private final Runnable newPair;

    JoinGuide(
            ConsoleSession session,
            List<PairSide> sides,
            int server,
            Runnable settle,
            Runnable newPair) {
        super(session, sides, server, settle);
        this.newPair = newPair;
    }

    @Override
    String title() {
        return Text.of("wizard.join.title", side().name());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.join.known"),
                Text.of("wizard.join.what"),
                Text.of("wizard.join.make"));
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view != null) {
            return List.of(
                    new Block.Words(
                            Text.of("wizard.join.already", side().name(), view.name()),
                            Tone.WATCH));
        }
        return switch (step) {
            case KNOWN -> known();
            case WHAT -> what();
            default -> make();
        };
    }

    private List<Block> known() {
        List<PoolView> pools = side().known();
        long size = pools.stream().mapToLong(PoolView::size).sum();
        long active = pools.stream().mapToLong(PoolView::active).sum();
        long free = pools.stream().mapToLong(PoolView::free).sum();
        boolean tight = free * 5 < size;
        List<Block.Finding> list = new ArrayList<>();
        list.add(
                new Block.Finding(
                        Text.of("wizard.join.alone", side().name()),
                        Text.of("wizard.join.alone.words"),
                        "",
                        side().isGone() ? Tone.BAD : Tone.GOOD));
        list.add(
                new Block.Finding(
                        Text.of("wizard.join.leases"),
                        Text.of("wizard.join.leases.words", Words.count(active), side().name()),
                        "",
                        Tone.GOOD));
        list.add(
                new Block.Finding(
                        Text.of("wizard.join.free"),
                        Text.of("wizard.join.free.words", Words.count(free), Words.count(size)),
                        tight ? Text.of("wizard.join.tight") : "",
                        tight ? Tone.WATCH : Tone.GOOD));
        list.add(
                new Block.Finding(
                        Text.of("wizard.join.relays"),
                        Text.of("wizard.join.relays.words"),
                        "",
                        Tone.CALM));
        return List.of(new Block.Findings(list));
    }

    private List<Block> what() {
        return List.of(
                new Block.Words(Text.of("wizard.join.means", side().name()), Tone.CALM),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.join.one", side().name()),
                                Text.of("wizard.join.two"),
                                Text.of("wizard.join.three", side().name()),
                                Text.of("wizard.join.four"))));
    }

    private static List<Block> make() {
        return List.of(
                new Block.Words(Text.of("wizard.join.files"), Tone.CALM),
                new Block.Press("pair", Text.of("wizard.join.open")));
    }

    @Override
    void press(String id) {
        if (id.equals("pair")) newPair.run();
    }
}
