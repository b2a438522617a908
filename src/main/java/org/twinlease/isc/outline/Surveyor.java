package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds the declarations of an outline. A statement that dhcpd would refuse is passed over.
final class Surveyor {

    private final Outline outline;
    private final Site site;
    private final Map<Net, String> inherited = new HashMap<>();

    Surveyor(Outline outline) {
        this.outline = outline;
        this.site = new Site(outline);
    }

    Site survey() {
        walk(outline.top(), null, null);
        return site;
    }

    private void walk(List<Entry> entries, @Nullable Net net, @Nullable Sub sub) {
        for (Entry entry : entries) {
            switch (entry.word()) {
                case "shared-network" -> sharedNetwork(entry);
                case "subnet" -> subnet(entry, net);
                case "pool" -> {
                    if (net != null && entry.isBlock()) pool(entry, net, sub);
                    walk(entry.children(), null, null);
                }
                case "range" -> bareRange(entry, net, sub);
                case "failover" -> failover(entry, net);
                case "host" -> {
                    host(entry);
                    walk(entry.children(), null, null);
                }
                case "class" -> clientClass(entry);
                case "subclass" -> subclass(entry);
                case "define" -> {
                    site.functions.add(entry);
                    walk(entry.children(), null, null);
                }
                case "add" -> added(entry);
                default -> walk(entry.children(), net, sub);
            }
        }
    }

    private void sharedNetwork(Entry entry) {
        if (!entry.isBlock()) return;
        var net = new Net(entry.text(1), entry, true);
        site.nets.add(net);
        walk(entry.children(), net, null);
    }

    private void subnet(Entry entry, @Nullable Net around) {
        Ip4 number = entry.address(1);
        boolean whole = entry.isBlock() && entry.length() >= 16 && entry.word(8).equals("netmask");
        Ip4 mask = whole ? entry.address(9) : null;
        if (number == null || mask == null) {
            walk(entry.children(), null, null);
            return;
        }
        var low = new Ip4(number.bits() & mask.bits());
        Net net = around != null ? around : new Net(Sub.name(low, mask), entry, false);
        var sub = new Sub(entry, net, low, mask);
        net.subnets().add(sub);
        site.subnets.merge(low, sub, (a, b) -> a.length() <= b.length() ? a : b);
        if (around == null) site.nets.add(net);
        walk(entry.children(), net, sub);
    }

    private void pool(Entry entry, Net net, @Nullable Sub sub) {
        var pool = new PoolPart(entry, net, sub, false);
        pool.refer(inherited.get(net), null);
        for (Entry child : entry.children()) {
            switch (child.word()) {
                case "range" -> {
                    Span span = span(child, net, sub);
                    if (span == null) continue;
                    pool.ranges().add(span);
                    site.ranges.put(span.low(), span);
                }
                case "allow", "deny" -> pool.permits().add(child);
                case "failover" -> {
                    if (child.is("failover", "peer")) pool.refer(child.text(2), child);
                }
                case "no" -> {
                    if (child.is("no", "failover", "peer")) pool.refer(null, child);
                }
                default -> {}
            }
        }
        net.pools().add(pool);
    }

    private @Nullable Span span(Entry entry, Net net, @Nullable Sub around) {
        boolean bootp = entry.word(1).equals("dynamic-bootp");
        int at = bootp ? 2 : 1;
        Ip4 first = entry.address(at);
        if (first == null) return null;
        Ip4 second = entry.length() > at + 7 ? entry.address(at + 7) : first;
        if (second == null) return null;
        boolean ordered = first.compareTo(second) <= 0;
        Ip4 low = ordered ? first : second;
        Sub sub = around;
        if (sub == null) {
            for (Sub each : net.subnets()) if (sub == null && each.contains(low)) sub = each;
        }
        return sub == null ? null : new Span(entry, sub, low, ordered ? second : first, bootp);
    }

    /// dhcpd's way with a range outside pools: the first pool that looks like an anonymous one
    /// takes it, or, if that is not the network's first pool, the pool before it.
    private void bareRange(Entry entry, @Nullable Net net, @Nullable Sub sub) {
        Span span = net == null ? null : span(entry, net, sub);
        if (net == null || span == null) return;
        site.ranges.put(span.low(), span);
        for (int i = 0; i < net.pools().size(); i++) {
            if (!looksAnonymous(net.pools().get(i), span.bootp())) continue;
            PoolPart taken = net.pools().get(Math.max(0, i - 1));
            taken.ranges().add(span);
            if (!taken.anonymous()) taken.joined().add(span);
            return;
        }
        var pool = new PoolPart(entry, net, sub, true);
        pool.ranges().add(span);
        net.pools().add(pool);
    }

    private static boolean looksAnonymous(PoolPart pool, boolean bootp) {
        if (pool.anonymous()) return pool.ranges().getFirst().bootp() == bootp;
        boolean one = pool.permits().size() == 1;
        return one
                && (bootp
                        ? pool.has("allow", "all", "clients")
                        : pool.has("deny", "dynamic", "bootp", "clients"));
    }

    private void failover(Entry entry, @Nullable Net net) {
        if (!entry.is("failover", "peer") || entry.length() < 3) return;
        String name = entry.text(2);
        if (entry.isBlock()) {
            if (!entry.word(3).equals("state")) {
                site.peers.putIfAbsent(name, new PeerPart(name, entry));
            }
        } else if (net != null) {
            inherited.put(net, name);
        }
    }

    private void host(Entry entry) {
        String hardware = "";
        String uid = "";
        List<HostPart.Fixed> fixed = new ArrayList<>();
        for (Entry child : entry.children()) {
            switch (child.word()) {
                case "hardware" -> hardware = hardware(child);
                case "uid" -> uid = child.head(1);
                case "fixed-address" -> fixed(child, fixed);
                case "deleted" -> {
                    return;
                }
                default -> {
                    if (child.key().equals("option dhcp-client-identifier")) uid = child.head(2);
                }
            }
        }
        String name = entry.head(1);
        site.hosts.putIfAbsent(name, new HostPart(name, entry, hardware, uid, fixed));
    }

    private static String hardware(Entry entry) {
        try {
            return entry.word(1) + " " + entry.cursor(2).octetList().hex().toLowerCase(Locale.ROOT);
        } catch (Misread _) {
            return "";
        }
    }

    private static void fixed(Entry entry, List<HostPart.Fixed> found) {
        Cursor in = entry.cursor(1);
        try {
            do {
                int at = in.position();
                if (in.seesAddress()) found.add(new HostPart.Fixed(in.address(), entry, at));
                else in.hostName("a name");
            } while (in.skip(","));
        } catch (Misread _) {
            in.skipRest();
        }
    }

    private void clientClass(Entry entry) {
        ClassPart of =
                site.classes.computeIfAbsent(entry.text(1), name -> new ClassPart(name, entry));
        for (Entry child : entry.children()) {
            if (child.is("match", "if")) of.matchIf = child;
            else if (child.is("match")) of.match = child;
            else if (child.is("spawn")) of.spawn = child;
        }
        walk(entry.children(), null, null);
    }

    private void subclass(Entry entry) {
        ClassPart of = site.classes.get(entry.text(1));
        if (of != null) of.subclasses().add(entry);
        walk(entry.children(), null, null);
    }

    private void added(Entry entry) {
        ClassPart of = site.classes.get(entry.text(1));
        if (of != null) of.added = true;
    }
}
