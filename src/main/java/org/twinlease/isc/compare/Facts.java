package org.twinlease.isc.compare;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Difference.Danger;
import org.twinlease.isc.outline.ClassPart;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.HostPart;
import org.twinlease.isc.outline.Keys;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;
import org.twinlease.isc.outline.Sub;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a configuration says, a row each under a name that does not depend on where it is written.
final class Facts {
    /// Items of a failover peer that each half has for itself.
    private static final Set<String> OWN_ITEMS =
            Set.of(
                    "primary",
                    "secondary",
                    "address",
                    "peer address",
                    "port",
                    "peer port",
                    "mclt",
                    "split",
                    "hba");

    /// Statements that are told elsewhere, besides the parts of declarations.
    private static final Set<String> ELSEWHERE =
            Set.of("shared-network", "subnet", "allow", "deny");

    /// One row: what is said, in words and in one spelling, the statement or block that says it,
    /// and the block around it (null at the outermost level).
    record Fact(
            Danger danger,
            String words,
            String meaning,
            boolean own,
            Entry at,
            @Nullable Entry block) {}

    private final Map<String, Fact> rows = new TreeMap<>();
    private final Map<String, Entry> blocks = new TreeMap<>();

    private Facts() {}

    /// What a configuration says.
    static Facts of(Site site) {
        var facts = new Facts();
        facts.settings("", site.outline().top());
        for (Net net : site.nets()) facts.net(net);
        site.hosts().values().forEach(facts::host);
        site.classes().values().forEach(facts::clientClass);
        facts.order(site);
        site.peers().values().forEach(facts::peer);
        for (Entry entry : site.outline().all()) facts.group(entry);
        return facts;
    }

    /// The rows by their names.
    Map<String, Fact> rows() {
        return rows;
    }

    /// Where another configuration has what stands in a block of this one; null where it has no
    /// such block.
    @Nullable Entry counterpart(Entry block, Facts other) {
        for (var each : blocks.entrySet()) {
            if (!each.getValue().equals(block)) continue;
            Entry found = other.blocks.get(each.getKey());
            if (found != null) return found;
        }
        return null;
    }

    private void put(
            String about, Danger danger, String words, String meaning, boolean own, Entry at) {
        rows.put(about, new Fact(danger, words, meaning, own, at, at.parent()));
    }

    private void settings(String scope, Entry block) {
        blocks.put(scope, block);
        settings(scope, block.children());
    }

    /// The settings of a block, and what is done in it besides.
    private void settings(String scope, List<Entry> entries) {
        String prefix = scope.isEmpty() ? "" : scope + " / ";
        for (Entry entry : entries) {
            String key = entry.key();
            String word = entry.word();
            boolean told = ELSEWHERE.contains(word) || Keys.OF_DECLARATIONS.contains(word);
            boolean keyed = key.startsWith("allow ") || !told;
            if (!key.isEmpty() && keyed) {
                Danger danger = Keys.SERVERS_OWN.contains(key) ? Danger.SERVER : Danger.SETTINGS;
                put(
                        prefix + key,
                        danger,
                        entry.head(0),
                        entry.canonical(),
                        Keys.SERVERS_OWN.contains(key),
                        entry);
            } else if (entry.isBlock() && runs(entry)) {
                put(
                        prefix + entry.head(0),
                        Danger.CLIENTS,
                        entry.head(0),
                        entry.canonical(),
                        false,
                        entry);
            } else if (entry.is("option") || (entry.is("key") || entry.is("zone"))) {
                boolean own = entry.is("key");
                put(
                        prefix + entry.head(0),
                        Danger.SERVER,
                        entry.head(0),
                        entry.canonical(),
                        own,
                        entry);
            }
        }
    }

    private static boolean runs(Entry entry) {
        return Set.of("if", "elsif", "else", "on", "switch", "define").contains(entry.word());
    }

    private void net(Net net) {
        String others =
                net.subnets().stream().map(Sub::name).sorted().collect(Collectors.joining(", "));
        if (net.shared()) settings("shared-network " + net.name(), net.entry());
        for (Sub sub : net.subnets()) {
            String about = "subnet " + sub.name();
            String with = net.shared() ? "in a shared network of " + others : "by itself";
            put(about, Danger.ADDRESSES, with, with, false, sub.entry());
            settings(about, sub.entry());
        }
        for (PoolPart pool : net.pools()) pool(pool);
    }

    private void pool(PoolPart pool) {
        String permits =
                pool.permits().stream()
                        .map(p -> p.head(0))
                        .sorted()
                        .collect(Collectors.joining("; "));
        for (Span span : pool.ranges()) {
            String about = "addresses " + span.words();
            String relation = pool.peer() == null ? "no failover" : "failover " + pool.peer();
            put(about, Danger.ADDRESSES, relation, relation + span.bootp(), false, span.entry());
            String who = permits.isEmpty() ? "everybody" : permits;
            put(about + " / for", Danger.CLIENTS, who, who, false, pool.entry());
            if (!pool.anonymous()) settings(about, pool.entry());
        }
    }

    private void host(HostPart host) {
        String about = "host " + host.name();
        String who = (host.hardware() + " " + host.uid()).strip();
        put(about, Danger.CLIENTS, who.isEmpty() ? "nobody" : who, who, false, host.entry());
        if (!host.fixed().isEmpty()) {
            String fixed =
                    host.fixed().stream()
                            .map(f -> f.address().toString())
                            .collect(Collectors.joining(", "));
            put(about + " / fixed-address", Danger.ADDRESSES, fixed, fixed, false, host.entry());
        }
        settings(about, host.entry());
    }

    private void clientClass(ClassPart part) {
        var meaning = new StringBuilder();
        for (Entry entry : new Entry[] {part.matchIf(), part.match(), part.spawn()}) {
            if (entry != null) meaning.append(entry.head(0)).append("; ");
        }
        part.subclasses().stream().map(Entry::canonical).sorted().forEach(meaning::append);
        String words = meaning.isEmpty() ? "matches nobody" : meaning.toString().strip();
        String about = "class \"" + part.name() + '"';
        put(about, Danger.CLIENTS, words, words, false, part.entry());
        settings(about, part.entry());
    }

    /// The first class that matches wins, so their order has a meaning.
    private void order(Site site) {
        if (site.classes().size() < 2) return;
        String order = String.join(", ", site.classes().keySet());
        Entry last = site.classes().values().iterator().next().entry();
        put("order of classes", Danger.CLIENTS, order, order, false, last);
    }

    private void peer(PeerPart peer) {
        String about = "failover peer \"" + peer.name() + '"';
        put(about, Danger.ADDRESSES, "declared", "", false, peer.entry());
        blocks.put(about, peer.entry());
        for (PeerPart.Item item : peer.items()) {
            String name = item.isRole() ? "role" : item.name();
            String value = item.isRole() ? item.name() : item.text();
            boolean own = OWN_ITEMS.contains(item.name());
            put(about + " / " + name, Danger.ADDRESSES, value, value, own, item.entry());
        }
    }

    private void group(Entry entry) {
        if (!entry.is("group") || !entry.isBlock()) return;
        String inside =
                entry.children().stream()
                        .filter(Entry::isBlock)
                        .map(e -> e.head(0))
                        .collect(Collectors.joining(", "));
        settings("group of " + inside, entry);
    }
}
