package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Offers that wait for the silence of their address. Bounded: beyond the bound an address is
/// offered without a ping, as RFC 2131 section 2.2 leaves open.
final class Pings {

    private static final int MOST = 4096;

    /// An offer and the tick at which it may leave, unless the address has answered.
    record Waiting(Handled offer, long untilTick) {}

    private final Map<Ip4, Waiting> waiting = new LinkedHashMap<>();

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    boolean isPending(Ip4 address) {
        return waiting.containsKey(address);
    }

    void add(Ip4 address, Waiting offer) {
        waiting.put(address, offer);
    }

    /// Takes out the offer of an address that answered; null when none waits for it.
    @Nullable Waiting answered(Ip4 address) {
        return waiting.remove(address);
    }

    /// Takes out every offer whose time has come.
    List<Handled> due(long tick) {
        if (waiting.isEmpty()) return List.of();
        List<Handled> due = new ArrayList<>();
        waiting.values()
                .removeIf(
                        w -> {
                            if (w.untilTick() > tick) return false;
                            due.add(w.offer());
                            return true;
                        });
        return due;
    }

    long nextTick() {
        long next = Long.MAX_VALUE;
        for (Waiting w : waiting.values()) next = Math.min(next, w.untilTick());
        return next;
    }
}
