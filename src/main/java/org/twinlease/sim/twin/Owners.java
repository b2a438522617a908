package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.value.Ip4;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Who has which address, to see when two have the same.
final class Owners {

    private record Held(Person who, Holding lease) {}

    private final Map<Ip4, Held> held = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();
    private final Whereabouts servers;

    Owners(Whereabouts servers) {
        this.servers = servers;
    }

    /// A client has this lease now, or none any more that it had. A pair of clients with one
    /// address is told of once.
    void now(
            Person who,
            @Nullable Holding had,
            @Nullable Holding has,
            long tick,
            Consumer<Happening> tell) {
        if (had != null && (has == null || !has.address().equals(had.address()))) {
            Held old = held.get(had.address());
            if (old != null && old.who().equals(who)) held.remove(had.address());
        }
        if (has == null || has.equals(had)) return;
        Held other = held.put(has.address(), new Held(who, has));
        if (other == null || other.who().equals(who) || other.lease().untilTick() <= tick) return;
        int one = Math.min(who.number(), other.who().number());
        int two = Math.max(who.number(), other.who().number());
        if (!doubled.add(has.address() + " " + one + " " + two)) return;
        tell.accept(
                new Happening.Doubled(
                        has.address(),
                        other.who(),
                        servers.serverAt(other.lease().server()),
                        who,
                        servers.serverAt(has.server())));
    }
}
