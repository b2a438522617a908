package org.twinlease.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Addresses that are given out under the same conditions. `scope` holds only what the pool itself
/// sets: its parent is the subnet or shared network that it stands in. `permits` empty: everybody.
public record Pool(
        Scope scope, List<Range> ranges, List<Permit> permits, @Nullable String failoverPeer) {

    /// Takes copies of the lists.
    public Pool {
        ranges = List.copyOf(ranges);
        permits = List.copyOf(permits);
    }
}
