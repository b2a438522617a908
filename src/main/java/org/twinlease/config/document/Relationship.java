package org.twinlease.config.document;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A failover relationship as the halves declare it, those of one name together.
public record Relationship(String name, List<Side> sides, long addresses, long shortestLease) {

    /// What one half says of it: whether it is secondary, every item that counts by its dhcpd.conf
    /// words as written (`mclt`, `peer address`, `load balance max seconds`), and where the block
    /// stands.
    public record Side(
            int half, boolean secondary, Map<String, String> items, String file, int line) {

        /// Takes a copy of the map.
        public Side {
            items = Map.copyOf(items);
        }

        /// An item as written; empty when it is not given.
        public String item(String name) {
            return items.getOrDefault(name, "");
        }
    }

    /// Takes a copy of the list. `addresses` counts the first half's dynamic addresses in the
    /// relationship; `shortestLease` is the shortest default lease time of their pools, in seconds.
    public Relationship {
        sides = List.copyOf(sides);
    }

    /// What a half says; null when it does not declare the relationship.
    public @Nullable Side side(int half) {
        for (Side side : sides) if (side.half() == half) return side;
        return null;
    }

    /// The half that is primary, or else the first.
    public Side primary() {
        for (Side side : sides) if (!side.secondary()) return side;
        return sides.getFirst();
    }
}
