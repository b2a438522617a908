package org.twinlease.console.model.pools;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;

import java.util.List;

/// Who is the primary and who the secondary of the pools that are looked at, by what `teller` says
/// of a relationship (null for none).
record PoolSides(List<PairSide> sides, PairSide teller, @Nullable FailoverView view) {

    PoolSides(List<PairSide> sides, PairSide teller) {
        this(sides, teller, first(teller));
    }

    private static @Nullable FailoverView first(PairSide teller) {
        FailoverView chosen = teller.view();
        if (chosen != null) return chosen;
        return teller.views().isEmpty() ? null : teller.views().getFirst();
    }

    /// The server to believe: the first that answers, the first of all when none does.
    static @Nullable PairSide best(List<PairSide> sides) {
        for (PairSide side : sides) if (!side.isGone() && !side.known().isEmpty()) return side;
        for (PairSide side : sides) if (!side.known().isEmpty()) return side;
        return null;
    }

    /// The same of the relationship that a pool is under, which may be another one.
    PoolSides of(PoolView pool) {
        for (FailoverView each : teller.views()) {
            if (each.pools().contains(pool.index())) return new PoolSides(sides, teller, each);
        }
        return new PoolSides(sides, teller, null);
    }

    boolean isPaired() {
        return view != null;
    }

    /// The relationship's name where the server has several; else empty.
    String relationship() {
        return view == null || teller.views().size() < 2 ? "" : view.name();
    }

    String primary() {
        return name(true);
    }

    String secondary() {
        return name(false);
    }

    private String name(boolean primary) {
        FailoverView of = view;
        if (of == null) return "";
        for (PairSide side : sides) {
            FailoverView own = side.view(of.name());
            if (own != null && own.primary() == primary) return side.name();
        }
        return Text.of("pair.partner");
    }

    /// Free addresses of a server of that name: the primary's are free, the secondary's backup; -1
    /// when it is in another relationship.
    long own(PoolView pool, String server) {
        if (server.equals(primary())) return pool.free();
        return server.equals(secondary()) ? pool.backup() : -1;
    }

    /// How many free addresses of a pool go in an hour, as the truth bar has it.
    double perHour(PoolView pool) {
        return teller.frame().perHour(pool.index());
    }

    /// The other of the two.
    String other(String server) {
        return server.equals(primary()) ? secondary() : primary();
    }

    /// Whether the two have each other's part here.
    boolean isTurned(PoolSides other) {
        return isPaired()
                && (primary().equals(other.secondary()) || secondary().equals(other.primary()));
    }

    /// When free addresses are divided next, in seconds since 1970; -1 for not at all.
    long balanceDue() {
        return view == null ? -1 : view.balanceDue();
    }
}
