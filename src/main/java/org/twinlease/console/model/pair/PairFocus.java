package org.twinlease.console.model.pair;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.Notice;

import java.util.List;

/// One relationship of the console's servers: what is known of it while it is looked at and while
/// it isn't.
final class PairFocus {

    private final ConsoleSession session;
    private final String name;
    private final List<PairSide> sides;
    private final PairPath path = new PairPath();
    private final PairTraffic traffic = new PairTraffic();
    private final PairTruth bar;
    private final PairPicture picture;

    PairFocus(ConsoleSession session, String name, List<PairSide> servers) {
        this.session = session;
        this.name = name;
        sides = servers.stream().map(side -> side.in(name)).toList();
        bar = new PairTruth(session, sides);
        picture = new PairPicture(session, sides, path, traffic);
    }

    String name() {
        return name;
    }

    PairTruth bar() {
        return bar;
    }

    /// A server told how it is, in its turn among its notices: its state may be another by now; why
    /// is not told. Answers to questions say nothing here, for they may overtake notices.
    void seen(int server, long atMillis) {
        PairSide side = sides.get(server);
        if (side.view() != null) path.on(side, atMillis, Text.of("pair.path.seen"));
    }

    void on(int server, Notice.PairChanged changed) {
        path.on(sides.get(server), changed);
    }

    void on(int server, FailoverMessageView message, long now) {
        traffic.on(server, message, now);
    }

    void tick() {
        for (PairSide side : sides) {
            if (!side.isGone()) continue;
            path.gone(side, session.clock().millis(), Text.of("pair.path.gone.why"));
        }
    }

    /// Whether any server still tells of it.
    boolean isThere() {
        return sides.stream().anyMatch(side -> side.view() != null);
    }

    PairModel.State state(long now, List<PairModel.Relation> relations) {
        return picture.state(now, relations);
    }
}
