package org.twinlease.isc.document;

import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Relationship.Side;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The failover relationships of one or two configurations, by name.
final class Relationships {
    private static final long USUAL_LEASE = 43_200;

    private Relationships() {}

    static List<Relationship> of(List<Site> sites) {
        Map<String, List<Side>> found = new LinkedHashMap<>();
        for (int half = 0; half < sites.size(); half++) {
            for (PeerPart peer : sites.get(half).peers().values()) {
                found.computeIfAbsent(peer.name(), _ -> new ArrayList<>()).add(side(half, peer));
            }
        }
        List<Relationship> all = new ArrayList<>();
        found.forEach((name, sides) -> all.add(relationship(name, sides, sites)));
        return List.copyOf(all);
    }

    private static Side side(int half, PeerPart peer) {
        Map<String, String> items = new LinkedHashMap<>();
        for (PeerPart.Item item : peer.items()) items.put(item.name(), item.text());
        Entry entry = peer.entry();
        return new Side(
                half, peer.isSecondary(), items, entry.tree().name(), entry.token(0).line());
    }

    private static Relationship relationship(String name, List<Side> sides, List<Site> sites) {
        Site site = sites.get(sides.getFirst().half());
        long addresses = 0;
        long shortest = Long.MAX_VALUE;
        for (Net net : site.nets()) {
            for (PoolPart pool : net.pools()) {
                if (!name.equals(pool.peer())) continue;
                addresses += pool.size();
                shortest = Math.min(shortest, lease(site, pool));
            }
        }
        return new Relationship(
                name, sides, addresses, shortest == Long.MAX_VALUE ? USUAL_LEASE : shortest);
    }

    private static long lease(Site site, PoolPart pool) {
        Entry entry = site.effective(pool, "default-lease-time");
        return entry == null ? USUAL_LEASE : entry.number(1).orElse(USUAL_LEASE);
    }
}
