package org.twinlease.console.model.pools;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The Pools page: every pool with who owns its free addresses, how it develops, whether its
/// balance is right, and what is left of it when one of the servers is lost, now or in some hours.
public final class PoolsModel {

    /// A pool in the list. The five shares are parts of its bar; `trend` is the course of what was
    /// taken in the last hour; `lost` is what remains when the chosen server is lost, empty words
    /// for a pool without failover.
    public record Row(
            int pool,
            String name,
            String ranges,
            String taken,
            Tone tone,
            double primaryFree,
            double active,
            double secondaryFree,
            double waiting,
            double abandoned,
            String numbers,
            List<Double> trend,
            String pace,
            Fact lost,
            boolean chosen) {}

    /// The question what would be if a server were lost: which, in how many hours.
    public record WhatIf(List<String> servers, int lost, double hours, String when) {}

    /// One pool in full: its numbers, its balance and the last run of it explained, its addresses.
    public record Detail(
            String title,
            List<Field> fields,
            List<Fact> balance,
            List<PoolGrid.Cell> cells,
            String below) {}

    /// Everything the page shows; `whatIf` is null without a pair.
    public record State(
            List<Row> rows,
            String primary,
            String secondary,
            @Nullable WhatIf whatIf,
            @Nullable Detail detail,
            @Nullable Empty empty) {}

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final PoolTrend trend = new PoolTrend();
    private final PoolGrid grid = new PoolGrid();
    private final Map<Integer, PoolBalance.Run> runs = new HashMap<>();
    private final Shown<State> shown;
    private int chosen = -1;
    private int lost = 1;
    private double hours;
    private boolean seen;

    /// Of the servers of a console.
    public PoolsModel(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        this.sides = List.copyOf(sides);
        shown = new Shown<>(state());
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Says whether somebody looks: addresses are only asked for then.
    public void seen(boolean now) {
        seen = now;
        if (seen) askCells();
        settle();
    }

    /// Opens a pool in full.
    public void open(int pool) {
        chosen = pool;
        grid.clear();
        askCells();
        settle();
    }

    /// Asks what would be without a server.
    public void lose(int server) {
        lost = server;
        settle();
    }

    /// Asks what would be if that happened in some hours.
    public void in(double someHours) {
        hours = someHours;
        settle();
    }

    /// Takes in a notice of a server.
    public void on(int server, Notice notice) {
        PairSide side = sides.get(server);
        switch (notice) {
            case Notice.Pulse(var counters, var _) -> {
                if (side == PoolSides.best(sides)) {
                    trend.pulse(side.known(), counters.atMillis());
                }
            }
            case Notice.PoolBalanced run -> runs.put(run.pool(), new PoolBalance.Run(server, run));
            case Notice.LeaseChanged _,
                    Notice.PacketSeen _,
                    Notice.Alarm _,
                    Notice.PairChanged _,
                    Notice.PairPulse _,
                    Notice.PairMessage _,
                    Notice.Resync _ -> {}
        }
    }

    /// To be called once a second.
    public void tick() {
        if (seen) askCells();
        settle();
    }

    private void askCells() {
        PairSide side = PoolSides.best(sides);
        PoolView pool = side == null ? null : pool(side.known());
        if (side == null || pool == null) return;
        grid.ask(side.replies(), pool, this::settle);
    }

    private @Nullable PoolView pool(List<PoolView> pools) {
        for (PoolView pool : pools) if (pool.index() == chosen) return pool;
        return pools.isEmpty() ? null : pools.getFirst();
    }

    private void settle() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        PairSide side = PoolSides.best(sides);
        List<PoolView> pools = side == null ? List.of() : side.known();
        if (side == null || pools.isEmpty()) {
            var empty = new Empty(Text.of("overview.pools.empty"), Text.of("pools.advice"));
            return new State(List.of(), "", "", null, null, empty);
        }
        PoolView open = pool(pools);
        var words = new PoolSides(sides, side);
        WhatIf whatIf = words.isPaired() ? whatIf(words) : null;
        var rows = pools.stream().map(pool -> row(words, pool, pool.equals(open))).toList();
        Detail detail = open == null ? null : detail(words, open);
        return new State(rows, words.primary(), words.secondary(), whatIf, detail, null);
    }

    private WhatIf whatIf(PoolSides words) {
        String when =
                hours == 0
                        ? Text.of("pools.lost.now")
                        : Text.of("pools.lost.in", PoolRows.hours(hours));
        return new WhatIf(List.of(words.primary(), words.secondary()), lost, hours, when);
    }

    private Row row(PoolSides words, PoolView pool, boolean open) {
        double pace = words.perHour(pool);
        PoolSides its = words.of(pool);
        Fact left = new Fact("", Tone.PLAIN);
        String gone = lost == 0 ? words.primary() : words.secondary();
        long gives = its.isPaired() ? its.own(pool, its.other(gone)) : -1;
        if (gives >= 0 && its.own(pool, gone) >= 0) {
            long all = pool.free() + pool.backup();
            left = new PoolLoss(gives, all, pool.size(), pace, hours).words();
        }
        return PoolRows.row(
                pool, its, its.isTurned(words), trend.course(pool.index()), pace, left, open);
    }

    private Detail detail(PoolSides words, PoolView pool) {
        PoolSides its = words.of(pool);
        var balance = new PoolBalance(its, session.zone(), session.clock().millis());
        return new Detail(
                pool.network(),
                PoolRows.fields(pool, its),
                balance.words(pool, runs.get(pool.index())),
                grid.cells(pool),
                grid.below(pool));
    }
}
