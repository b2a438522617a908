package org.twinlease.cli.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
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

import java.util.Map;
import java.util.TreeMap;

/// The effective configuration as one JSON document. Every network, subnet, pool and host has
/// `settings`: what counts there, its own and what is set around it, by `default-lease-time`,
/// `option NAME`, `allow NAME`, with the values as the configuration spells them.
public final class ConfJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;

    private ConfJson(Site site) {
        this.site = site;
    }

    /// The document.
    public static String document(Site site) {
        ObjectNode root = JSON.createObjectNode();
        var json = new ConfJson(site);
        json.settings(root.putObject("settings"), null, null);
        ArrayNode nets = root.putArray("networks");
        for (Net net : site.nets()) json.net(nets.addObject(), net);
        ArrayNode hosts = root.putArray("hosts");
        for (HostPart host : site.hosts().values()) json.host(hosts.addObject(), host);
        ArrayNode classes = root.putArray("classes");
        for (ClassPart part : site.classes().values()) clientClass(classes.addObject(), part);
        ArrayNode peers = root.putArray("failover");
        for (PeerPart peer : site.peers().values()) peer(peers.addObject(), peer);
        return root.toPrettyString();
    }

    private void net(ObjectNode node, Net net) {
        node.put("name", net.name()).put("shared", net.shared());
        ArrayNode subnets = node.putArray("subnets");
        for (Sub sub : net.subnets()) {
            ObjectNode one = subnets.addObject().put("subnet", sub.name());
            settings(one.putObject("settings"), sub.entry(), null);
        }
        ArrayNode pools = node.putArray("pools");
        for (PoolPart pool : net.pools()) {
            ObjectNode one = pools.addObject();
            ArrayNode ranges = one.putArray("ranges");
            for (Span span : pool.ranges()) {
                ranges.addObject()
                        .put("low", span.low().toString())
                        .put("high", span.high().toString())
                        .put("dynamicBootp", span.bootp());
            }
            ArrayNode permits = one.putArray("permits");
            for (Entry permit : pool.permits()) permits.add(permit.head(0));
            one.put("failover", pool.peer());
            Entry own = pool.anonymous() ? null : pool.entry();
            Entry around =
                    pool.ranges().isEmpty() ? own : pool.ranges().getFirst().subnet().entry();
            settings(one.putObject("settings"), around, own);
        }
    }

    private void host(ObjectNode node, HostPart host) {
        node.put("name", host.name());
        node.put("hardware", host.hardware().isEmpty() ? null : host.hardware());
        node.put("uid", host.uid().isEmpty() ? null : host.uid());
        ArrayNode addresses = node.putArray("addresses");
        host.fixed().forEach(fixed -> addresses.add(fixed.address().toString()));
        settings(node.putObject("settings"), host.entry(), null);
    }

    private static void clientClass(ObjectNode node, ClassPart part) {
        Entry matchIf = part.matchIf();
        Entry match = part.match();
        Entry spawn = part.spawn();
        node.put("name", part.name());
        node.put("matchIf", matchIf == null ? null : matchIf.head(2));
        node.put("match", match == null ? null : match.head(1));
        node.put("spawnWith", spawn == null ? null : spawn.head(2));
        ArrayNode subclasses = node.putArray("subclasses");
        for (Entry subclass : part.subclasses()) subclasses.add(subclass.head(2));
        ObjectNode settings = node.putObject("settings");
        own(part.entry(), new TreeMap<>()).forEach((key, e) -> settings.put(key, value(e)));
    }

    private static void peer(ObjectNode node, PeerPart peer) {
        node.put("name", peer.name());
        node.put("role", peer.isSecondary() ? "secondary" : "primary");
        node.put("address", peer.text("address")).put("port", peer.port("port"));
        node.put("peerAddress", peer.text("peer address")).put("peerPort", peer.port("peer port"));
        for (PeerPart.Item item : peer.items()) {
            boolean told = item.isRole() || item.name().endsWith("address");
            if (told || item.name().endsWith("port") || item.partner()) continue;
            if (item.number().isPresent()) node.put(item.name(), item.number().getAsLong());
            else node.put(item.name(), item.text());
        }
    }

    private void settings(ObjectNode node, @Nullable Entry block, @Nullable Entry inner) {
        Map<String, Entry> all = new TreeMap<>();
        if (inner != null) own(inner, all);
        for (Entry at = block; at != null; at = at.parent()) own(at, all);
        for (Entry top : site.outline().top()) {
            if (!top.key().isEmpty()) all.putIfAbsent(top.key(), latest(top));
        }
        all.keySet().removeAll(Keys.OF_DECLARATIONS);
        all.forEach((key, entry) -> node.put(key, value(entry)));
    }

    private Entry latest(Entry top) {
        Entry last = site.outline().setting(top.key());
        return last == null ? top : last;
    }

    private static Map<String, Entry> own(Entry block, Map<String, Entry> all) {
        block.settings().forEach(all::putIfAbsent);
        all.keySet().removeAll(Keys.OF_DECLARATIONS);
        return all;
    }

    private static String value(Entry entry) {
        if (entry.key().startsWith("allow ")) return entry.word();
        if (entry.key().equals("authoritative")) return Boolean.toString(!entry.is("not"));
        return entry.head(entry.value());
    }
}
