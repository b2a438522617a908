package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Permit;
import org.twinlease.config.Permit.Kind;
import org.twinlease.config.Range;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.lease.Lease;
import org.twinlease.value.Ip4;

import java.util.List;

/// Reads `pool`, `range` and permits (`spec/dhcpd-conf.md` 3.2, 8.4).
final class PoolReader {
    private static final Permit NO_BOOTP = new Permit(false, Kind.DYNAMIC_BOOTP, "");
    private static final Permit EVERYBODY = new Permit(true, Kind.ALL, "");

    /// The most addresses that dhcpd takes in one range: it computes the octets of their leases in
    /// 32 bits, and one lease more.
    private static final long MOST = (1L << 32) / 304 - 1;

    private final Reader reader;

    PoolReader(Reader reader) {
        this.reader = reader;
    }

    void pool(Statement s) {
        Context around = s.context();
        Draft.Network network = around.network();
        if (network == null) return;
        Level level = new Level(around.level());
        var pool = new Draft.Pool(level, around.subnet(), false, s.where());
        pool.failoverPeer = network.failoverPeer;
        int errors = reader.report().errors();
        reader.items(s, s.body(), around.inside(Place.POOL, level).with(pool));
        if (pool.ranges.isEmpty()) {
            if (errors == reader.report().errors()) {
                reader.report()
                        .error(
                                s.tree(),
                                s.last(),
                                "pool-without-range",
                                "The pool has no range.",
                                "Give it a range, or remove it.");
            }
            return;
        }
        network.pools.add(pool);
    }

    void range(Statement s) {
        Cursor in = s.in();
        Draft.Pool pool = s.context().pool();
        boolean bootp = in.skip("dynamic-bootp");
        Ip4 first = in.address();
        Ip4 last = in.atEnd() ? first : second(in);
        boolean ordered = first.compareTo(last) <= 0;
        Range range = new Range(ordered ? first : last, ordered ? last : first, bootp);
        s.finish();
        int at = in.position();
        Draft.Subnet subnet = subnetOf(s, range, at);
        if (subnet == null) return;
        var added = new Draft.Addresses(range, subnet, s.where());
        if (tooLarge(s, range, at)) return;
        Draft.Addresses other = reader.draft().overlapping(added);
        if (other != null) {
            Ip4 shared =
                    other.range().low().compareTo(range.low()) > 0
                            ? other.range().low()
                            : range.low();
            reader.report()
                    .error(
                            s.tree(),
                            at,
                            "address-declared-twice",
                            "The address "
                                    + shared
                                    + " is also in the range "
                                    + other.range().words()
                                    + " of line "
                                    + other.where().line()
                                    + ".",
                            "Let the ranges not overlap.");
            return;
        }
        Draft.Pool into = pool != null ? pool : anonymous(s, bootp);
        if (bootp && into.failoverPeer != null) {
            reader.report()
                    .error(
                            s.tree(),
                            at,
                            "failover-dynamic-bootp",
                            "dynamic-bootp is not possible in a pool with failover: the protocol"
                                    + " does not permit it.",
                            "Put the range into a pool without failover peer.");
        }
        into.ranges.add(added);
    }

    private boolean tooLarge(Statement s, Range range, int at) {
        if (range.size() <= MOST) return false;
        reader.report()
                .error(
                        s.tree(),
                        at,
                        "range-too-large",
                        "The range "
                                + range.words()
                                + " has more addresses than dhcpd takes, which are "
                                + MOST
                                + ".",
                        "Declare several ranges, or fewer addresses.");
        return true;
    }

    private static Ip4 second(Cursor in) {
        if (in.seesNumber()) return in.address();
        throw in.misread(
                "semicolon-expected",
                "Expected a second address or ';', found " + in.found() + ".",
                "Write the lowest and the highest address with a blank between.");
    }

    private Draft.@Nullable Subnet subnetOf(Statement s, Range range, int at) {
        Draft.Subnet subnet = s.context().subnet();
        if (subnet == null) {
            Draft.Network network = s.context().network();
            subnet = network == null ? null : holding(network.subnets, range.low());
            if (subnet == null) {
                reader.report()
                        .error(
                                s.tree(),
                                at,
                                "range-outside-network",
                                "No subnet that stands before this pool in the shared network holds"
                                        + " "
                                        + range.low()
                                        + ".",
                                "Put the pool behind the subnet of its addresses.");
                return null;
            }
        }
        boolean low = subnet.facts.contains(range.low().bits());
        if (low && subnet.facts.contains(range.high().bits())) return subnet;
        reader.report()
                .error(
                        s.tree(),
                        at,
                        "range-outside-subnet",
                        "The address "
                                + (low ? range.high() : range.low())
                                + " is not in the subnet "
                                + subnet.facts.name()
                                + ".",
                        "A range lies inside one subnet; correct the range or the netmask.");
        return null;
    }

    static Draft.@Nullable Subnet holding(List<Draft.Subnet> subnets, Ip4 address) {
        for (Draft.Subnet subnet : subnets) {
            if (subnet.facts.contains(address.bits())) return subnet;
        }
        return null;
    }

    /// The pool of a range that stands outside pools. As in dhcpd, it can be a declared one: the
    /// first pool that looks like an anonymous one takes the range, or, if that is not the
    /// network's first pool, the pool before it (rule S42).
    private Draft.Pool anonymous(Statement s, boolean bootp) {
        Draft.Network network = s.context().network();
        Draft.Subnet subnet = s.context().subnet();
        if (network == null || subnet == null)
            throw new IllegalStateException("range without subnet");
        for (int i = 0; i < network.pools.size(); i++) {
            if (!looksAnonymous(network.pools.get(i), bootp)) continue;
            return network.pools.get(Math.max(0, i - 1));
        }
        var pool = new Draft.Pool(new Level(subnet.level), subnet, true, s.where());
        pool.permits.add(bootp ? EVERYBODY : NO_BOOTP);
        network.pools.add(pool);
        return pool;
    }

    private static boolean looksAnonymous(Draft.Pool pool, boolean bootp) {
        List<Permit> allowed = pool.permits.stream().filter(Permit::allow).toList();
        List<Permit> denied = pool.permits.stream().filter(p -> !p.allow()).toList();
        return bootp
                ? denied.isEmpty() && allowed.equals(List.of(EVERYBODY))
                : allowed.isEmpty() && denied.equals(List.of(NO_BOOTP));
    }

    void permit(Statement s) {
        Cursor in = s.in();
        Draft.Pool pool = s.context().pool();
        boolean allow = s.tree().token(s.start()).is("allow");
        int at = in.position();
        Permit permit = permit(in, allow);
        if (pool == null) return;
        if (permit.kind() == Kind.AFTER
                && pool.permits.stream().anyMatch(p -> p.kind() == Kind.AFTER)) {
            throw in.misreadAt(
                    at, "duplicate-after", "The pool has an 'after' already.", "Keep one.");
        }
        pool.permits.add(permit);
    }

    private Permit permit(Cursor in, boolean allow) {
        if (in.skip("known-clients")) return new Permit(allow, Kind.KNOWN, "");
        if (in.skip("unknown-clients")) return new Permit(allow, Kind.UNKNOWN, "");
        if (in.skip("members")) return members(in, allow);
        if (in.skip("after")) {
            long time = Dates.read(in);
            return new Permit(allow, Kind.AFTER, Long.toString(Math.min(time, Lease.NEVER)));
        }
        Kind kind = kind(in);
        if (!in.skip("clients")) {
            throw in.misread(
                    "permit-expected",
                    "Expected 'clients', found " + in.found() + ".",
                    "Write the permit as in 'deny dynamic bootp clients;'.");
        }
        return new Permit(allow, kind, "");
    }

    private static Kind kind(Cursor in) {
        if (in.skip("known")) return Kind.KNOWN;
        if (in.skip("unknown")) return Kind.UNKNOWN;
        if (in.skip("authenticated")) return Kind.AUTHENTICATED;
        if (in.skip("unauthenticated")) return Kind.UNAUTHENTICATED;
        if (in.skip("all")) return Kind.ALL;
        if (in.skip("dynamic")) {
            in.expect("bootp", "permit-expected");
            return Kind.DYNAMIC_BOOTP;
        }
        throw in.misread(
                "permit-expected",
                "Expected a kind of clients, found " + in.found() + ".",
                "In a pool write known-clients, unknown-clients, members of \"class\", all clients,"
                        + " dynamic bootp clients or after a date; other keys go outside pools.");
    }

    private Permit members(Cursor in, boolean allow) {
        in.expect("of", "permit-expected");
        int at = in.position();
        String name = in.string("class-name-expected", "the name of a class").text();
        var _ = reader.draft().declaredClass(in, at, name);
        return new Permit(allow, Kind.MEMBERS, name);
    }
}
