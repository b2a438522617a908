package org.twinlease.isc.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether both servers put the same addresses into the same relations.
final class Addresses {
    private final Site one;
    private final Site two;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();
    private final PairFindings out;

    Addresses(Site one, Site two, List<Relation> relations, PairFindings out) {
        this.one = one;
        this.two = two;
        this.out = out;
        for (Relation relation : relations) {
            names.put(relation.one().name(), relation.two().name());
            back.put(relation.two().name(), relation.one().name());
        }
    }

    void check() {
        compare(one, two, names, true);
        compare(two, one, back, false);
    }

    /// Consecutive addresses of one range that the other server treats alike: `other` is its range,
    /// null when it has none for them.
    private record Stretch(Ip4 low, Ip4 high, @Nullable Span other) {
        String words() {
            return low.equals(high) ? low.toString() : low + " to " + high;
        }

        long size() {
            return (high.bits() & 0xFFFF_FFFFL) - (low.bits() & 0xFFFF_FFFFL) + 1;
        }
    }

    private void compare(Site here, Site there, Map<String, String> called, boolean first) {
        Map<Span, PoolPart> pools = pools(there);
        for (Net net : here.nets()) {
            for (PoolPart pool : net.pools()) {
                String partner = pool.peer() == null ? null : called.get(pool.peer());
                if (pool.peer() != null && partner == null) continue;
                for (Span span : pool.ranges()) {
                    for (Stretch stretch : stretches(span, there)) {
                        judge(pool, span, stretch, pools, partner, first);
                    }
                }
            }
        }
    }

    private void judge(
            PoolPart pool,
            Span span,
            Stretch stretch,
            Map<Span, PoolPart> pools,
            @Nullable String partner,
            boolean first) {
        PoolPart other = stretch.other() == null ? null : pools.get(stretch.other());
        if (other == null) {
            if (partner != null) unknown(pool, span, stretch);
            return;
        }
        String theirs = other.peer();
        if (partner == null) {
            if (theirs == null && first) bothAlone(span, stretch, other.entry());
        } else if (theirs == null || (first && !theirs.equals(partner))) {
            oneSided(pool, span, stretch, other, theirs);
        }
    }

    private void unknown(PoolPart pool, Span span, Stretch stretch) {
        out.error(
                "F14",
                span.entry(),
                stretch.size()
                        + " addresses of the relation \""
                        + pool.peer()
                        + "\", "
                        + stretch.words()
                        + ", are unknown to the partner, who rejects every update about them; they"
                        + " never become usable on that side.",
                "Declare the same ranges on both servers.");
    }

    private void oneSided(
            PoolPart pool, Span span, Stretch stretch, PoolPart other, @Nullable String theirs) {
        out.error(
                "F15",
                span.entry(),
                stretch.size()
                        + " addresses, "
                        + stretch.words()
                        + ", are in the relation \""
                        + pool.peer()
                        + "\" here and in "
                        + (theirs == null ? "none" : "\"" + theirs + "\"")
                        + " at the partner ("
                        + Relation.place(other.entry())
                        + "): both servers hand out the same addresses.",
                "Write 'failover peer' into the pool on both servers, or on neither.");
    }

    private void bothAlone(Span span, Stretch stretch, Entry other) {
        out.warn(
                "F17",
                span.entry(),
                "Both servers hand out "
                        + stretch.words()
                        + " on their own ("
                        + Relation.place(other)
                        + "): the same address can go to two clients.",
                "Put the pool into the relation on both servers, or give each server addresses of"
                        + " its own.");
    }

    private static Map<Span, PoolPart> pools(Site site) {
        Map<Span, PoolPart> pools = new HashMap<>();
        for (Net net : site.nets()) {
            for (PoolPart pool : net.pools()) {
                for (Span span : pool.ranges()) pools.put(span, pool);
            }
        }
        return pools;
    }

    /// A range cut where the other server's ranges begin and end.
    private static List<Stretch> stretches(Span span, Site there) {
        List<Stretch> found = new ArrayList<>();
        Ip4 at = span.low();
        while (true) {
            Span other = there.range(at);
            Ip4 end;
            if (other != null) {
                end = other.high();
            } else {
                Ip4 next = there.ranges().higherKey(at);
                end = next == null ? span.high() : new Ip4(next.bits() - 1);
            }
            if (end.compareTo(span.high()) >= 0) {
                found.add(new Stretch(at, span.high(), other));
                return found;
            }
            found.add(new Stretch(at, end, other));
            at = new Ip4(end.bits() + 1);
        }
    }
}
