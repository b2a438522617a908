package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Permit;
import org.twinlease.config.Problem;
import org.twinlease.config.Range;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Origin;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A configuration while it is being read: what has been declared so far, and where.
final class Draft {
    /// The position of a declaration, for problems that are found later.
    record Where(ConfTree tree, int token) {
        int line() {
            return tree.token(token).line();
        }
    }

    /// A name with the place where it stands.
    record Named(String name, Where where) {}

    /// A shared network, or the implicit one of a subnet, which has the subnet's level.
    static final class Network {
        final String name;
        final Level level;
        final boolean implicit;
        final List<Subnet> subnets = new ArrayList<>();
        final List<Pool> pools = new ArrayList<>();
        @Nullable String interfaceName;
        @Nullable String failoverPeer;

        /// Whether dhcpd has an interface for it: not when another network named the same one
        /// first.
        boolean connected;

        Network(String name, Level level, boolean implicit) {
            this.name = name;
            this.level = level;
            this.implicit = implicit;
        }
    }

    /// A subnet.
    static final class Subnet {
        final org.twinlease.config.Subnet facts;
        final Level level;
        final Where where;
        @Nullable String interfaceName;

        Subnet(Ip4 network, Ip4 netmask, Level level, Where where) {
            this.facts =
                    new org.twinlease.config.Subnet(
                            network, netmask, org.twinlease.config.Scope.EMPTY, null);
            this.level = level;
            this.where = where;
        }
    }

    /// Addresses of one `range`, in the subnet that they belong to.
    record Addresses(Range range, Subnet subnet, Where where) {}

    /// A pool, or the anonymous one of bare ranges.
    static final class Pool {
        final Level level;
        final @Nullable Subnet subnet;
        final boolean anonymous;
        final Where where;
        final List<Addresses> ranges = new ArrayList<>();
        final List<Permit> permits = new ArrayList<>();
        @Nullable String failoverPeer;

        Pool(Level level, @Nullable Subnet subnet, boolean anonymous, Where where) {
            this.level = level;
            this.subnet = subnet;
            this.anonymous = anonymous;
            this.where = where;
        }
    }

    /// A host declaration.
    static final class Host {
        final String name;
        final Level around;
        final Level level;
        final Where where;
        @Nullable Level group;
        @Nullable HardwareAddress hardware;
        @Nullable Octets clientId;
        @Nullable Octets clientIdOption;
        org.twinlease.config.Host.@Nullable Identifier identifier;
        boolean hasHardware;
        boolean hasFixedAddress;
        boolean deleted;
        final List<Ip4> fixedAddresses = new ArrayList<>();

        Host(String name, Level around, Level level, Where where) {
            this.around = around;
            this.name = name;
            this.level = level;
            this.where = where;
        }

        /// Whether `uid` and the option dhcp-client-identifier say different things.
        boolean hasTwoIdentifiers() {
            Octets uid = clientId;
            Octets option = clientIdOption;
            return uid != null && option != null && !uid.equals(option);
        }
    }

    /// A class, or one of its subclasses.
    static final class ClientClass {
        final String name;
        final Origin at;
        final @Nullable Octets data;
        final Level level = new Level(null);
        final Map<Octets, ClientClass> subclasses = new LinkedHashMap<>();
        @Nullable Expression matchIf;
        @Nullable Expression submatch;
        boolean spawns;
        int leaseLimit;

        /// What the block that is being read has given: a later block gives it anew.
        boolean matchIfHere;

        boolean submatchHere;

        ClientClass(String name, Origin at, @Nullable Octets data) {
            this.name = name;
            this.at = at;
            this.data = data;
        }

        boolean isSubclass() {
            return data != null;
        }
    }

    /// A failover peer with the place of its declaration.
    record Peer(FailoverPeer peer, Where where) {}

    final Level global = new Level(null);
    final List<Network> networks = new ArrayList<>();
    final Map<String, Host> hosts = new LinkedHashMap<>();
    final Map<String, Peer> peers = new LinkedHashMap<>();
    final Set<String> referredPeers = new HashSet<>();
    final Map<String, ClientClass> classes = new LinkedHashMap<>();
    final Map<String, Level> groups = new HashMap<>();
    final Set<String> keys = new HashSet<>();
    final Set<String> interfaces = new HashSet<>();
    @Nullable Named omapiKey;

    /// What ends a dhcpd when it carries out the statements at the top level.
    final List<Problem> atStart = new ArrayList<>();

    private final TreeMap<Long, Addresses> byLow = new TreeMap<>();

    /// A class by its name, which stands at a token of a statement.
    ClientClass declaredClass(Cursor in, int at, String name) {
        ClientClass found = classes.get(name);
        if (found != null) return found;
        throw in.misreadAt(
                at,
                "unknown-class",
                "No class \"" + name + "\" is declared before this line.",
                Spelling.guess(name, classes.keySet(), "Declare the class first; case counts."));
    }

    /// The range declared before that shares an address with this one; null when there is none, and
    /// then the range is remembered.
    @Nullable Addresses overlapping(Addresses added) {
        var before = byLow.floorEntry(unsigned(added.range.high()));
        if (before != null && before.getValue().range.high().compareTo(added.range.low()) >= 0) {
            return before.getValue();
        }
        byLow.put(unsigned(added.range.low()), added);
        return null;
    }

    /// The range that an address is in, null when it is in none.
    @Nullable Addresses holding(Ip4 address) {
        var before = byLow.floorEntry(unsigned(address));
        return before != null && before.getValue().range.high().compareTo(address) >= 0
                ? before.getValue()
                : null;
    }

    static long unsigned(Ip4 address) {
        return address.bits() & 0xFFFF_FFFFL;
    }
}
