package org.twinlease.console.model.pools;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;

import java.util.List;

/// Who is the primary and who the secondary of the pools that are looked at, by what `teller` says.
record PoolSides(List<PairSide> sides, PairSide teller) {

    /// The server to believe: the first that answers, the first of all when none does.
    static @Nullable PairSide best(List<PairSide> sides) {
        for (PairSide side : sides) if (!side.isGone() && !side.known().isEmpty()) return side;
        for (PairSide side : sides) if (!side.known().isEmpty()) return side;
        return null;
    }

    boolean isPaired() {
        return teller.view() != null;
    }

    /// Whether a pool is under the relationship.
    boolean isPaired(PoolView pool) {
        FailoverView view = teller.view();
        return view != null && view.pools().contains(pool.index());
    }

    String primary() {
        return name(true);
    }

    String secondary() {
        return name(false);
    }

    private String name(boolean primary) {
        for (PairSide side : sides) {
            FailoverView view = side.view();
            if (view != null && view.primary() == primary) return side.name();
        }
        return isPaired() ? Text.of("pair.partner") : "";
    }

    /// When free addresses are divided next, in seconds since 1970; -1 for not at all.
    long balanceDue() {
        FailoverView view = teller.view();
        return view == null ? -1 : view.balanceDue();
    }
}
