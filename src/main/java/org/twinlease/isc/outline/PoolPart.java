package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A pool, or the anonymous one of a network's bare ranges. `joined` are bare ranges that dhcpd
/// puts into a declared pool (`spec/dhcpd-conf.md` 8.4).
public final class PoolPart {
    private final Entry entry;
    private final Net net;
    private final @Nullable Sub subnet;
    private final boolean anonymous;
    private final List<Span> ranges = new ArrayList<>();
    private final List<Span> joined = new ArrayList<>();
    private final List<Entry> permits = new ArrayList<>();
    private @Nullable String peer;
    private @Nullable Entry reference;

    PoolPart(Entry entry, Net net, @Nullable Sub subnet, boolean anonymous) {
        this.entry = entry;
        this.net = net;
        this.subnet = subnet;
        this.anonymous = anonymous;
    }

    void refer(@Nullable String name, @Nullable Entry statement) {
        peer = name;
        reference = statement;
    }

    public Entry entry() {
        return entry;
    }

    public Net net() {
        return net;
    }

    /// The subnet that it stands in; null directly in a shared network.
    public @Nullable Sub subnet() {
        return subnet;
    }

    public boolean anonymous() {
        return anonymous;
    }

    /// Every range, `joined` ones too.
    public List<Span> ranges() {
        return ranges;
    }

    public List<Span> joined() {
        return joined;
    }

    /// The `allow` and `deny` statements.
    public List<Entry> permits() {
        return permits;
    }

    /// The failover peer of its addresses, its own or the network's; null for none.
    public @Nullable String peer() {
        return peer;
    }

    /// The statement in the pool that says which peer, or that there is none; null when the pool
    /// says nothing of it.
    public @Nullable Entry reference() {
        return reference;
    }

    /// How many addresses there are.
    public long size() {
        return ranges.stream().mapToLong(Span::size).sum();
    }

    /// Whether one of the permits has these words, as in `deny dynamic bootp clients`.
    public boolean has(String... words) {
        return permits.stream().anyMatch(p -> p.length() == words.length && p.is(words));
    }

    /// The pool as a message names it.
    public String words() {
        if (ranges.isEmpty()) return "the pool";
        return "the pool of " + ranges.getFirst().words();
    }
}
