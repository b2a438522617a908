package org.twinlease.isc.document;

import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Form;
import org.twinlease.config.document.Part.Kind;
import org.twinlease.config.document.Part.Place;
import org.twinlease.config.document.Part.Setting;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// The blocks and statements of a configuration as values.
final class Parts {
    /// Where in `subnet A.B.C.D netmask E.F.G.H` the netmask begins, in tokens.
    private static final int NETMASK = 9;

    private Parts() {}

    static Part of(Outline outline) {
        Place everything = new Place("", 0, 0, "");
        return part(Kind.GLOBAL, "", everything, 0, outline.top());
    }

    private static Part part(Kind kind, String title, Place place, int to, List<Entry> entries) {
        List<Setting> settings = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.isBlock()) parts.add(block(entry));
            else if (entry.length() > 0) settings.add(setting(entry));
        }
        return new Part(kind, title, place, to, settings, parts);
    }

    private static Part block(Entry entry) {
        Kind kind = kind(entry);
        String title =
                switch (kind) {
                    case POOL -> range(entry);
                    case GROUP, OTHER, GLOBAL -> entry.head(0);
                    case SUBNET -> subnet(entry);
                    case CLASS, HOST, SHARED_NETWORK -> entry.text(1);
                    case PEER -> entry.text(2);
                };
        int end = entry.node() instanceof ConfNode.Block block ? block.to() - 1 : entry.end();
        return part(kind, title, place(entry), entry.tree().end(end), entry.children());
    }

    /// Number and length, or the netmask where it has gaps.
    private static String subnet(Entry entry) {
        Ip4 network = entry.address(1);
        Ip4 netmask = entry.address(NETMASK);
        if (network == null || netmask == null) return entry.head(1);
        int rest = ~netmask.bits();
        boolean plain = (rest & rest + 1) == 0;
        return network + "/" + (plain ? Integer.bitCount(netmask.bits()) : netmask.toString());
    }

    /// A pool is called after its first range.
    private static String range(Entry pool) {
        for (Entry child : pool.children()) if (child.is("range")) return child.head(1);
        return pool.head(0);
    }

    private static Kind kind(Entry entry) {
        return switch (entry.word()) {
            case "shared-network" -> Kind.SHARED_NETWORK;
            case "subnet" -> Kind.SUBNET;
            case "pool" -> Kind.POOL;
            case "group" -> Kind.GROUP;
            case "class" -> Kind.CLASS;
            case "host" -> Kind.HOST;
            case "failover" -> Kind.PEER;
            default -> Kind.OTHER;
        };
    }

    private static Setting setting(Entry entry) {
        String key = entry.key();
        boolean valued = !key.isEmpty() && !key.startsWith("allow ") && !entry.is("not");
        Form form = valued ? Forms.of(key) : Form.FREE;
        // What is written as permission or with "not" is edited as it stands.
        if (!valued) return new Setting("", entry.head(0), form, place(entry));
        return new Setting(key, entry.head(entry.value()), form, place(entry));
    }

    private static Place place(Entry entry) {
        return new Place(
                entry.tree().name(),
                entry.tree().offset(entry.from()),
                entry.token(0).line(),
                head(entry));
    }

    /// What an entry begins with: enough to tell it from another one.
    static String head(Entry entry) {
        String key = entry.isBlock() ? "" : entry.key();
        return key.isEmpty() ? entry.text(0) : key;
    }
}
