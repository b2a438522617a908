package org.twinlease.isc;

import org.twinlease.config.Range;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What can be judged only when everything has been read: failover peers without pools, and the
/// cheap ones of the rules in `spec/dhcpd-conf.md` section 11.
final class Checks {
    private final Draft draft;
    private final Report report;

    Checks(Draft draft, Report report) {
        this.draft = draft;
        this.report = report;
    }

    void run() {
        // A reference that could not be read is no missing reference.
        if (report.errors() == 0) peers();
        if (report.errors() == 0) omapiKey();
        subnets();
        for (Draft.Network network : draft.networks) {
            for (Draft.Pool pool : network.pools) pool(pool);
        }
        hosts();
    }

    private void peers() {
        draft.peers.forEach(
                (name, peer) -> {
                    if (draft.referredPeers.contains(name)) return;
                    report.error(
                            peer.where().tree(),
                            peer.where().token(),
                            "failover-peer-unused",
                            "No pool refers to the failover peer \"" + name + "\".",
                            "Write 'failover peer \""
                                    + name
                                    + "\";' in a pool; a reference in a"
                                    + " shared network does not count.");
                });
    }

    private void omapiKey() {
        Draft.Named named = draft.omapiKey;
        if (named == null || draft.keys.contains(named.name().toLowerCase(Locale.ROOT))) return;
        report.error(
                named.where().tree(),
                named.where().token(),
                "unknown-key",
                "No key " + named.name() + " is declared.",
                Spelling.guess(named.name(), draft.keys, "Declare it."));
    }

    /// Sorted by number, then the larger first, a subnet that overlaps another is behind it.
    private void subnets() {
        List<Draft.Subnet> all = new ArrayList<>();
        for (Draft.Network network : draft.networks) all.addAll(network.subnets);
        all.sort(
                Comparator.comparing((Draft.Subnet s) -> s.facts.network())
                        .thenComparingLong(s -> Draft.unsigned(s.facts.netmask())));
        Draft.Subnet widest = null;
        for (Draft.Subnet subnet : all) {
            boolean overlaps =
                    widest != null && widest.facts.contains(subnet.facts.network().bits());
            if (overlaps && widest != null) {
                Draft.Subnet later = later(subnet, widest);
                Draft.Subnet earlier = later == subnet ? widest : subnet;
                warn(
                        later.where,
                        "S15",
                        "The subnet "
                                + later.facts.name()
                                + " overlaps the subnet "
                                + earlier.facts.name()
                                + " of line "
                                + earlier.where.line()
                                + ".",
                        "Correct one of them.");
            } else {
                widest = subnet;
            }
        }
    }

    private static Draft.Subnet later(Draft.Subnet a, Draft.Subnet b) {
        if (a.where.tree() != b.where.tree()) return a;
        return a.where.token() > b.where.token() ? a : b;
    }

    private void pool(Draft.Pool pool) {
        for (Draft.Addresses a : pool.ranges) {
            edge(a, a.subnet().facts.network().bits(), "network");
            int mask = a.subnet().facts.netmask().bits();
            if (mask != -1) edge(a, a.subnet().facts.network().bits() | ~mask, "broadcast");
        }
    }

    private void edge(Draft.Addresses a, int address, String what) {
        Range range = a.range();
        Ip4 edge = new Ip4(address);
        boolean host = a.subnet().facts.netmask().bits() == -1;
        if (host || edge.compareTo(range.low()) < 0 || edge.compareTo(range.high()) > 0) return;
        warn(
                a.where(),
                "S06",
                "The range holds " + edge + ", the " + what + " address of the subnet.",
                "Leave it out: clients cannot use it.");
    }

    private void hosts() {
        Map<HardwareAddress, Draft.Host> byHardware = new HashMap<>();
        Map<Ip4, Draft.Host> byAddress = new HashMap<>();
        for (Draft.Host host : draft.hosts.values()) {
            for (Ip4 address : host.fixedAddresses) fixed(host, address, byAddress);
            HardwareAddress hardware = host.hardware;
            Draft.Host other = hardware == null ? null : byHardware.putIfAbsent(hardware, host);
            if (other != null
                    && (other.fixedAddresses.isEmpty() || host.fixedAddresses.isEmpty())) {
                warn(
                        host.where,
                        "S02",
                        "The host "
                                + host.name
                                + " has the hardware address "
                                + hardware
                                + " of the host "
                                + other.name
                                + ".",
                        "Only one of them matches; remove one.");
            }
        }
    }

    private void fixed(Draft.Host host, Ip4 address, Map<Ip4, Draft.Host> byAddress) {
        Draft.Addresses range = draft.holding(address);
        if (range != null) {
            warn(
                    host.where,
                    "S01",
                    "The fixed address "
                            + address
                            + " of "
                            + host.name
                            + " is in the range of line "
                            + range.where().line()
                            + ".",
                    "It is given to others, too: move it, or split the range.");
        }
        Draft.Host other = byAddress.putIfAbsent(address, host);
        if (other != null && other != host) {
            warn(
                    host.where,
                    "S03",
                    "The hosts "
                            + other.name
                            + " and "
                            + host.name
                            + " have the same fixed address "
                            + address
                            + ".",
                    "Give each its own.");
        }
    }

    private void warn(Draft.Where where, String code, String message, String remedy) {
        report.warn(where.tree(), where.token(), code, message, remedy);
    }
}
