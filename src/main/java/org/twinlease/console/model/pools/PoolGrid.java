package org.twinlease.console.model.pools;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// The addresses of the open pool with their states, also those that never had a client; of a large
/// pool the first ones. Asked for anew when the last answer is in.
public final class PoolGrid {

    /// The most addresses drawn.
    static final int MOST = 2_048;

    /// An address, its state and a word for it.
    public record Cell(Ip4 address, BindingState state) {}

    private List<Cell> cells = List.of();
    private int pool = -1;
    private boolean asking;

    PoolGrid() {}

    void clear() {
        cells = List.of();
        pool = -1;
        asking = false;
    }

    void ask(Replies replies, PoolView of, Runnable answered) {
        Ip4 first = first(of);
        if (asking || first == null) return;
        asking = true;
        replies.ask(
                new Query.Leases(first, MOST, true),
                page -> {
                    take(of, page);
                    answered.run();
                },
                () -> asking = false);
    }

    private void take(PoolView of, LeasePage page) {
        asking = false;
        pool = of.index();
        var taken = new ArrayList<Cell>();
        for (LeaseView lease : page.leases()) {
            if (lease.pool() == pool) taken.add(new Cell(lease.address(), lease.state()));
        }
        cells = List.copyOf(taken);
    }

    private static @Nullable Ip4 first(PoolView of) {
        Ip4 first = null;
        for (String range : of.ranges()) {
            Ip4 from = Ip4.parse(range.split(" ", 2)[0]);
            if (from != null && (first == null || from.compareTo(first) < 0)) first = from;
        }
        return first;
    }

    /// The cells of a pool; none while they are on their way.
    List<Cell> cells(PoolView of) {
        return of.index() == pool ? cells : List.of();
    }

    /// What is to be said below the grid.
    String below(PoolView of) {
        if (of.index() != pool) return Text.of("pools.grid.wait");
        if (cells.size() < of.size()) {
            return Text.of("pools.grid.some", Words.count(cells.size()), Words.count(of.size()));
        }
        return Text.of("pools.grid.hint");
    }
}
