package org.twinlease.sim.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A twin of the demo pair with everything that it has told.
final class Watched {

    static final long NOON = 43_200;

    final List<Happening> told = new ArrayList<>();
    final TwinWorld world;

    Watched(Site site, long seed, Group... groups) {
        world = new TwinWorld(new TwinWorld.Making(site, seed, NOON, List.of(groups)), told::add);
    }

    /// Leases of ten minutes, an MCLT of five, so many addresses in one network.
    static Site site(int addresses) {
        return new DemoSite(Map.of("mclt", 300L), 600, addresses, addresses, 1).site();
    }

    static Group renewing(int count) {
        return new Group(Person.Kind.RENEWING, count, 0);
    }

    void minutes(double minutes) {
        world.runUntil(world.millis() + (long) (minutes * 60_000));
    }

    <T extends Happening> List<T> all(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
