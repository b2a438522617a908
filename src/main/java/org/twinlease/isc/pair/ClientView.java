package org.twinlease.isc.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.outline.ClassPart;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.HostPart;
import org.twinlease.isc.outline.Keys;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Sub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What clients would see differently at the two servers: lease times, options, classes and hosts.
/// Nothing in the protocol compares them (rule F28).
final class ClientView {
    /// What besides a server's own settings no client sees.
    private static final Set<String> UNSEEN =
            Set.of(
                    "include",
                    "delayed-ack",
                    "max-ack-delay",
                    "dont-use-fsync",
                    "ping-check",
                    "ping-timeout",
                    "ping-timeout-ms",
                    "ping-cltt-secs",
                    "server-id-check",
                    "db-time-format",
                    "lease-id-format",
                    "failover",
                    "range",
                    "key",
                    "zone",
                    "match",
                    "spawn");

    private final Site one;
    private final Site two;
    private final PairFindings out;

    ClientView(Site one, Site two, PairFindings out) {
        this.one = one;
        this.two = two;
        this.out = out;
    }

    void check() {
        settings();
        classes();
        hosts();
    }

    /// Two statements that say different things, either of which may be missing.
    private record Difference(String key, @Nullable Entry one, @Nullable Entry two) {}

    private void settings() {
        Map<String, Sub> theirs = new HashMap<>();
        for (Net net : two.nets()) for (Sub sub : net.subnets()) theirs.put(sub.name(), sub);
        Map<Difference, List<String>> found = new LinkedHashMap<>();
        for (Net net : one.nets()) {
            for (Sub mine : net.subnets()) {
                Sub other = theirs.get(mine.name());
                if (other == null) continue;
                for (String key : keys(mine, other)) {
                    Entry here = one.effective(mine.entry(), key);
                    Entry there = two.effective(other.entry(), key);
                    if (text(here).equals(text(there))) continue;
                    found.computeIfAbsent(new Difference(key, here, there), _ -> new ArrayList<>())
                            .add(mine.name());
                }
            }
        }
        found.forEach(this::tell);
    }

    private Set<String> keys(Sub mine, Sub other) {
        Set<String> keys = new TreeSet<>();
        collect(mine.entry(), one, keys);
        collect(other.entry(), two, keys);
        keys.removeAll(Keys.SERVERS_OWN);
        keys.removeAll(UNSEEN);
        return keys;
    }

    private static void collect(Entry block, Site site, Set<String> keys) {
        for (Entry at = block; at != null; at = at.parent()) keys.addAll(at.settings().keySet());
        for (Entry top : site.outline().top()) if (!top.key().isEmpty()) keys.add(top.key());
    }

    private static String text(@Nullable Entry entry) {
        return entry == null ? "" : entry.canonical();
    }

    private void tell(Difference difference, List<String> subnets) {
        Entry here = difference.one();
        Entry there = difference.two();
        Entry at = there != null ? there : here;
        if (at == null) return;
        String shown = String.join(", ", subnets.subList(0, Math.min(4, subnets.size())));
        out.note(
                "F28",
                at,
                "Clients of "
                        + shown
                        + (subnets.size() > 4 ? " and " + (subnets.size() - 4) + " more" : "")
                        + " are told "
                        + said(here)
                        + " by one server and "
                        + said(there)
                        + " by the other.",
                "Write the same on both.");
    }

    private static String said(@Nullable Entry entry) {
        if (entry == null) return "nothing of it";
        return "'" + entry.head(0) + "' (" + Relation.place(entry) + ")";
    }

    private void classes() {
        Set<String> names = new TreeSet<>(one.classes().keySet());
        names.addAll(two.classes().keySet());
        for (String name : names) {
            ClassPart here = one.classes().get(name);
            ClassPart there = two.classes().get(name);
            if (here == null || there == null) {
                missing("class \"" + name + "\"", entry(here), entry(there));
            } else if (!shape(here).equals(shape(there))) {
                out.note(
                        "F28",
                        there.entry(),
                        "The class \""
                                + name
                                + "\" is another one at the other server ("
                                + Relation.place(here.entry())
                                + "), so a client gets pool and options by who answers it.",
                        "Write the same class on both.");
            }
        }
    }

    private static @Nullable Entry entry(@Nullable ClassPart part) {
        return part == null ? null : part.entry();
    }

    private static Set<String> shape(ClassPart part) {
        Set<String> shape = new HashSet<>();
        shape.add(part.entry().canonical());
        part.subclasses().forEach(s -> shape.add(s.canonical()));
        return shape;
    }

    private void missing(String what, @Nullable Entry here, @Nullable Entry there) {
        Entry at = here != null ? here : there;
        if (at == null) return;
        out.note(
                "F28",
                at,
                "The " + what + " is declared at this server only.",
                "Declare it on both, or on neither.");
    }

    private void hosts() {
        Map<String, List<HostPart>> theirs = new LinkedHashMap<>();
        for (HostPart host : two.hosts().values()) {
            theirs.computeIfAbsent(identity(host), _ -> new ArrayList<>()).add(host);
        }
        // A client may have several, one for each network: those that agree belong together.
        List<HostPart> mine = new ArrayList<>(one.hosts().values());
        mine.removeIf(host -> theirs(theirs, host).removeIf(other -> agree(host, other)));
        for (HostPart host : mine) {
            List<HostPart> others = theirs(theirs, host);
            if (others.isEmpty()) missing("host " + host.name(), host.entry(), null);
            else differ(host, others.removeFirst());
        }
        for (List<HostPart> others : theirs.values()) {
            others.forEach(host -> missing("host " + host.name(), host.entry(), null));
        }
    }

    private static List<HostPart> theirs(Map<String, List<HostPart>> all, HostPart host) {
        return all.getOrDefault(identity(host), new ArrayList<>());
    }

    private static boolean agree(HostPart one, HostPart other) {
        return addresses(one).equals(addresses(other));
    }

    private void differ(HostPart host, HostPart other) {
        out.note(
                "F28",
                other.entry(),
                "The host "
                        + other.name()
                        + " has the fixed address "
                        + said(addresses(other))
                        + " here and "
                        + said(addresses(host))
                        + " at the other server ("
                        + Relation.place(host.entry())
                        + ").",
                "Write the same on both.");
    }

    private static String said(List<String> addresses) {
        return addresses.isEmpty() ? "none" : String.join(", ", addresses);
    }

    /// Hosts are the same if they match the same client.
    private static String identity(HostPart host) {
        String identity = host.hardware() + "/" + host.uid();
        return identity.length() == 1 ? host.name() : identity;
    }

    private static List<String> addresses(HostPart host) {
        return host.fixed().stream().map(fixed -> Objects.toString(fixed.address())).toList();
    }
}
