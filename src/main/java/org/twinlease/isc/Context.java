package org.twinlease.isc;

import org.jspecify.annotations.Nullable;

/// What is around a statement: the kind of block, the level that its settings go to, and the
/// network, subnet, pool, host or class that it stands in. `included`: at the outermost level of an
/// included file, where dhcpd allows less.
record Context(
        Place place,
        Level level,
        Draft.@Nullable Network network,
        Draft.@Nullable Subnet subnet,
        Draft.@Nullable Pool pool,
        Draft.@Nullable Host host,
        Draft.@Nullable ClientClass clientClass,
        boolean included,
        int depth) {

    static Context global(Level level) {
        return new Context(Place.GLOBAL, level, null, null, null, null, null, false, 0);
    }

    /// The inside of a block of another kind with its own level; what is around stays known.
    Context inside(Place inner, Level innerLevel) {
        return new Context(
                inner, innerLevel, network, subnet, pool, host, clientClass, false, depth + 1);
    }

    Context with(Draft.@Nullable Network other) {
        return new Context(place, level, other, null, null, null, clientClass, included, depth);
    }

    Context with(Draft.@Nullable Subnet other) {
        return new Context(place, level, network, other, null, null, clientClass, included, depth);
    }

    Context with(Draft.@Nullable Pool other) {
        return new Context(
                place, level, network, subnet, other, null, clientClass, included, depth);
    }

    Context with(Draft.@Nullable Host other) {
        return new Context(
                place, level, network, subnet, pool, other, clientClass, included, depth);
    }

    Context with(Draft.@Nullable ClientClass other) {
        return new Context(place, level, network, subnet, pool, host, other, included, depth);
    }

    /// The same place, seen from a file that is included there.
    Context fromInclude() {
        return new Context(place, level, network, subnet, pool, host, clientClass, true, depth + 1);
    }
}
