package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What a configuration declares, as written. Names are as in dhcpd: those of classes, hosts and
/// peers count case.
public final class Site {
    private final Outline outline;
    final List<Net> nets = new ArrayList<>();
    final Map<String, HostPart> hosts = new LinkedHashMap<>();
    final Map<String, ClassPart> classes = new LinkedHashMap<>();
    final Map<String, PeerPart> peers = new LinkedHashMap<>();
    final List<Entry> functions = new ArrayList<>();
    final TreeMap<Ip4, Span> ranges = new TreeMap<>();
    final TreeMap<Ip4, Sub> subnets = new TreeMap<>();

    Site(Outline outline) {
        this.outline = outline;
    }

    /// The site of a file, the first, and of those that it includes.
    public static Site of(List<ConfTree> files) {
        return new Surveyor(Outline.of(files)).survey();
    }

    public Outline outline() {
        return outline;
    }

    public List<Net> nets() {
        return nets;
    }

    /// The hosts by name.
    public Map<String, HostPart> hosts() {
        return hosts;
    }

    /// The classes by name.
    public Map<String, ClassPart> classes() {
        return classes;
    }

    /// The failover peers by name.
    public Map<String, PeerPart> peers() {
        return peers;
    }

    /// The `define` statements.
    public List<Entry> functions() {
        return functions;
    }

    /// The range that an address is in; null when it is in none.
    public @Nullable Span range(Ip4 address) {
        var before = ranges.floorEntry(address);
        return before != null && before.getValue().contains(address) ? before.getValue() : null;
    }

    /// The ranges by their lowest address.
    public NavigableMap<Ip4, Span> ranges() {
        return ranges;
    }

    /// The subnet that an address is in, the smallest of several; null when it is in none.
    public @Nullable Sub subnet(Ip4 address) {
        var at = subnets.floorEntry(address);
        for (int tries = 0; at != null && tries < 64; tries++) {
            if (at.getValue().contains(address)) return at.getValue();
            at = subnets.lowerEntry(at.getKey());
        }
        return null;
    }

    /// What counts at a block for a key of [Entry#key]: the block's own statement, or that of the
    /// nearest block around it; null when nobody sets it.
    public @Nullable Entry effective(@Nullable Entry block, String key) {
        for (Entry at = block; at != null; at = at.parent()) {
            Entry found = at.setting(key);
            if (found != null) return found;
        }
        return outline.setting(key);
    }

    /// As the other form, at a pool: a pool directly in a shared network has the settings of the
    /// subnet of its addresses before those of the network (`spec/dhcpd-conf.md` 8.1).
    public @Nullable Entry effective(PoolPart pool, String key) {
        Entry own = pool.anonymous() ? null : pool.entry().setting(key);
        if (own != null) return own;
        if (pool.ranges().isEmpty()) return effective(pool.entry(), key);
        return effective(pool.ranges().getFirst().subnet().entry(), key);
    }
}
