package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a twin is made of: the configurations of the primary and of the secondary, the name of the
/// failover relationship that they share, and the leases that each has at `asOf` (seconds since
/// 1970; 0 where there are none). `present` is how they stand then; null: both run, in NORMAL.
public record Site(
        String name,
        Config primary,
        Config secondary,
        List<Lease> primaryLeases,
        List<Lease> secondaryLeases,
        long asOf,
        @Nullable Present present) {

    /// Takes copies of the lists.
    public Site {
        primaryLeases = List.copyOf(primaryLeases);
        secondaryLeases = List.copyOf(secondaryLeases);
    }

    /// A pair without leases.
    public Site(String name, Config primary, Config secondary) {
        this(name, primary, secondary, List.of(), List.of(), 0, null);
    }

    /// The pair as it is at a moment. The leases of a server that cannot be asked (null) are the
    /// other's, as they would look there.
    public Site at(
            long moment,
            @Nullable List<Lease> ofPrimary,
            @Nullable List<Lease> ofSecondary,
            Present stands) {
        List<Lease> first = ofPrimary == null ? mirrored(ofSecondary) : ofPrimary;
        List<Lease> second = ofSecondary == null ? mirrored(ofPrimary) : ofSecondary;
        return new Site(name, primary, secondary, first, second, moment, stands);
    }

    /// The pair with the leases of both lease files. Where one of the two is not at hand (null),
    /// the other server's leases are taken, as they would look there.
    public Site with(@Nullable List<Lease> ofPrimary, @Nullable List<Lease> ofSecondary) {
        List<Lease> first = ofPrimary == null ? mirrored(ofSecondary) : ofPrimary;
        List<Lease> second = ofSecondary == null ? mirrored(ofPrimary) : ofSecondary;
        long newest = 0;
        for (Lease lease : first) newest = Math.max(newest, moment(lease));
        for (Lease lease : second) newest = Math.max(newest, moment(lease));
        return new Site(name, primary, secondary, first, second, newest, null);
    }

    private static long moment(Lease lease) {
        return Math.max(lease.starts(), lease.cltt());
    }

    /// What one has told is what the other was told.
    private static List<Lease> mirrored(@Nullable List<Lease> leases) {
        if (leases == null) return List.of();
        return leases.stream()
                .map(lease -> lease.withTimes(lease.tsfp(), lease.tstp(), lease.tstp()))
                .toList();
    }

    /// The leases of both by address, of two the one of which a client was heard last.
    List<Lease> merged() {
        Map<Ip4, Lease> all = new LinkedHashMap<>();
        for (Lease lease : primaryLeases) all.put(lease.address(), lease);
        for (Lease lease : secondaryLeases) {
            all.merge(lease.address(), lease, (a, b) -> moment(b) > moment(a) ? b : a);
        }
        return List.copyOf(all.values());
    }

    /// Whether there are leases that clients may go on with.
    public boolean hasLeases() {
        return !primaryLeases.isEmpty() || !secondaryLeases.isEmpty();
    }

    /// How many updates the two owe each other: of leases that are not acknowledged, and of the
    /// free addresses that are the secondary's, where the files know of none.
    long owed() {
        long owed = 0;
        long active = 0;
        boolean divided = false;
        for (Lease lease : primaryLeases.isEmpty() ? secondaryLeases : primaryLeases) {
            if (lease.tstp() > lease.atsfp()) owed++;
            if (lease.state() == BindingState.ACTIVE) active++;
            if (lease.state() == BindingState.BACKUP) divided = true;
        }
        if (divided) return owed;
        long all = Place.of(primary).stream().mapToLong(Place::size).sum();
        return owed + Math.max(0, all - active) / 2;
    }

    Config config(int server) {
        return server == 0 ? primary : secondary;
    }

    List<Lease> leases(int server) {
        return server == 0 ? primaryLeases : secondaryLeases;
    }

    /// The block of a server in this relationship.
    FailoverPeer peer(int server) {
        for (FailoverPeer peer : config(server).peers()) {
            if (peer.name().equals(name)) return peer;
        }
        throw new IllegalArgumentException("no failover peer \"" + name + "\"");
    }

    /// Seconds that a server may promise beyond what its partner has acknowledged.
    public long mclt() {
        return peer(0).numbers().getOrDefault("mclt", 0L);
    }

    /// Seconds of the longest lease that a client without a wish gets anywhere.
    public long leaseSeconds() {
        long longest = primary.global().number(Parameter.DEFAULT_LEASE_TIME);
        for (SharedNetwork network : primary.networks()) {
            longest = Math.max(longest, seconds(network.scope()));
            for (var pool : network.pools()) longest = Math.max(longest, seconds(pool.scope()));
        }
        return longest;
    }

    private static long seconds(Scope scope) {
        return scope.number(Parameter.DEFAULT_LEASE_TIME);
    }

    /// The address at which a server is reached by its partner: as configured, or one of
    /// documentation (RFC 5737) where that is a name or missing, since a twin asks nobody.
    Ip4 address(int server) {
        Ip4 first = Ip4.parse(String.valueOf(peer(0).address()));
        Ip4 second = Ip4.parse(String.valueOf(peer(1).address()));
        if (first != null && second != null && !first.equals(second)) {
            return server == 0 ? first : second;
        }
        return new Ip4(Ip4.of("192.0.2.1").bits() + server);
    }
}
