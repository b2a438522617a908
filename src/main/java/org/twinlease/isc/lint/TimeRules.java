package org.twinlease.isc.lint;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Rules about lease times.
final class TimeRules {
    private static final String DEFAULT = "default-lease-time";
    private static final String MAX = "max-lease-time";
    private static final String MIN = "min-lease-time";
    private static final long USUAL_DEFAULT = 43_200;
    private static final long USUAL_MAX = 86_400;

    private TimeRules() {}

    /// The times that count together at one block.
    private record Times(@Nullable Entry min, @Nullable Entry usual, @Nullable Entry max) {
        boolean areOdd() {
            return isOdd(min) || isOdd(usual) || isOdd(max);
        }

        private static boolean isOdd(@Nullable Entry entry) {
            return entry != null && entry.isOddNumber(1);
        }
    }

    static void order(Site site, Findings out) {
        Set<Times> seen = new HashSet<>();
        List<@Nullable Entry> blocks = new ArrayList<>();
        blocks.add(null);
        for (Entry entry : site.outline().all()) {
            boolean scope = entry.isBlock() && !entry.is("failover") && !entry.is("key");
            if (scope && sets(entry)) blocks.add(entry);
        }
        for (Entry block : blocks) {
            var times =
                    new Times(
                            site.effective(block, MIN),
                            site.effective(block, DEFAULT),
                            site.effective(block, MAX));
            if (!times.areOdd() && seen.add(times)) order(times, out);
        }
    }

    private static boolean sets(Entry block) {
        return block.setting(MIN) != null
                || block.setting(DEFAULT) != null
                || block.setting(MAX) != null;
    }

    private static void order(Times times, Findings out) {
        long min = seconds(times.min).orElse(-1);
        long usual = seconds(times.usual).orElse(-1);
        long max = seconds(times.max).orElse(USUAL_MAX);
        Entry minimum = times.min;
        Entry set = times.usual;
        if (minimum != null && min > max) {
            out.at(
                    minimum,
                    "min-lease-time "
                            + min
                            + " is above max-lease-time "
                            + max
                            + said(times.max)
                            + " and wins: every lease lasts "
                            + min
                            + " s or more.",
                    "Let min-lease-time be at most max-lease-time.");
        } else if (minimum != null && min > (usual < 0 ? USUAL_DEFAULT : usual) && set != null) {
            out.at(
                    minimum,
                    "min-lease-time "
                            + min
                            + " is above default-lease-time "
                            + usual
                            + ", which is therefore never given.",
                    "Let min-lease-time be at most default-lease-time.");
        }
        if (set != null && usual > max) {
            out.at(
                    set,
                    "default-lease-time "
                            + usual
                            + " is above max-lease-time "
                            + max
                            + said(times.max)
                            + " and cut to it.",
                    "Raise max-lease-time to " + usual + ", or lower the default.");
        }
    }

    private static String said(@Nullable Entry max) {
        return max == null ? " (dhcpd's own, since none is set)" : "";
    }

    private static OptionalLong seconds(@Nullable Entry entry) {
        return entry == null ? OptionalLong.empty() : entry.number(1);
    }

    static void mclt(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item("mclt");
            if (item == null || item.partner() || peer.isSecondary()) continue;
            long mclt = item.number().orElse(0);
            for (Net net : site.nets()) {
                for (PoolPart pool : net.pools()) {
                    if (!peer.name().equals(pool.peer())) continue;
                    if (tooLong(site, pool, item.entry(), mclt, out)) return;
                }
            }
        }
    }

    private static boolean tooLong(
            Site site, PoolPart pool, Entry mcltItem, long mclt, Findings out) {
        long max = seconds(site.effective(pool, MAX)).orElse(USUAL_MAX);
        long usual = seconds(site.effective(pool, DEFAULT)).orElse(Math.min(USUAL_DEFAULT, max));
        if (mclt < usual && mclt < max) return false;
        boolean byDefault = mclt >= usual;
        out.at(
                mcltItem,
                "mclt "
                        + mclt
                        + " s is not below the "
                        + (byDefault ? "default" : "max")
                        + "-lease-time "
                        + (byDefault ? usual : max)
                        + " s of "
                        + pool.words()
                        + ": no lease ever outgrows what may be given without the partner, and"
                        + " after a failure recovery waits "
                        + mclt
                        + " s.",
                "Let mclt be at most half the default lease time: "
                        + Math.max(1, Math.min(usual, max) / 2)
                        + " s here.");
        return true;
    }
}
