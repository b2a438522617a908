package org.twinlease.isc.leases;

import org.twinlease.isc.Dates;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.lease.Lease;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Entries that are no leases (`spec/dhcpd-leases.md` 6 and 7).
final class OtherEntries {

    private OtherEntries() {}

    /// `server-duid` and `authoring-byte-order`.
    static Map<String, Object> line(ConfTree tree, ConfNode node, int head, String word) {
        int limit = node instanceof ConfNode.Simple simple ? simple.end() : node.to();
        var in = new Cursor(tree, head + 1, limit);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (word.equals("server-duid")) fields.put("hex", Fields.hex(in));
        else fields.put("value", order(in));
        Fields.end(in);
        return fields;
    }

    private static String order(Cursor in) {
        String order = in.identifier("a byte order").toLowerCase(Locale.ROOT);
        if (order.equals("little-endian") || order.equals("big-endian")) return order;
        throw in.misreadBefore("order-expected", "byte order expected, found " + order, "");
    }

    /// A block of another kind than a lease.
    static Map<String, Object> block(
            ConfTree tree, ConfNode.Block block, int head, String word, long now) {
        var in = new Cursor(tree, head + 1, block.open());
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (word) {
            case "failover" -> {
                in.expect("peer", "peer-expected");
                fields.put("peer", in.string("name-expected", "the peer's name").text());
                in.expect("state", "state-expected");
            }
            case "subclass" -> {
                fields.put("class", in.stringOrIdentifier("the name of a class"));
                fields.put("dataHex", Fields.hex(in));
            }
            default -> fields.put("name", in.stringOrIdentifier("a name"));
        }
        if (!in.atEnd()) throw in.misread("brace-expected", "expected {, found " + in.found(), "");
        if (word.equals("failover")) states(tree, block, fields, now);
        else declaration(tree, block, fields);
        return fields;
    }

    private static void states(
            ConfTree tree, ConfNode.Block block, Map<String, Object> fields, long now) {
        for (ConfNode item : block.items()) {
            if (!(item instanceof ConfNode.Simple simple)) throw Fields.unknown(tree, item.from());
            Cursor in = Fields.behindWord(tree, simple);
            String word = tree.token(simple.from()).raw().toLowerCase(Locale.ROOT);
            switch (word) {
                case "my", "partner" -> state(in, word, fields, now);
                case "mclt" -> fields.put("mclt", in.integer(32));
                default -> throw Fields.unknown(tree, simple.from());
            }
            Fields.end(in);
        }
    }

    private static void state(Cursor in, String whose, Map<String, Object> fields, long now) {
        in.expect("state", "state-expected");
        String word = in.peek().raw().toLowerCase(Locale.ROOT);
        boolean known = false;
        for (ServerState state : ServerState.values()) known |= state.word().equals(word);
        if (!known || in.atEnd()) {
            throw in.misread("state-expected", "failover state expected, found " + word, "");
        }
        in.next();
        fields.put(whose + "State", word);
        // Where no time is said it is now.
        if (in.skip("at")) {
            long at = Dates.read(in);
            fields.put(whose + "StateAt", at == Lease.NEVER ? "never" : at);
        } else {
            fields.put(whose + "StateAt", now);
        }
    }

    private static void declaration(
            ConfTree tree, ConfNode.Block block, Map<String, Object> fields) {
        List<String> statements = new ArrayList<>();
        for (ConfNode item : block.items()) {
            boolean taken = item instanceof ConfNode.Simple simple && taken(tree, simple, fields);
            if (!taken) statements.add(tree.source(item.from(), item.to()));
        }
        if (!statements.isEmpty()) fields.put("statements", statements);
    }

    /// Whether a statement is one of those that a dhcpd writes in front of the others.
    private static boolean taken(
            ConfTree tree, ConfNode.Simple simple, Map<String, Object> fields) {
        Cursor in = Fields.behindWord(tree, simple);
        switch (tree.token(simple.from()).raw().toLowerCase(Locale.ROOT)) {
            case "dynamic" -> fields.put("dynamic", true);
            case "deleted" -> fields.put("deleted", true);
            case "hardware" -> fields.put("hardware", Fields.hardware(in));
            case "uid" -> fields.put("uidHex", Fields.hex(in));
            case "group" -> fields.put("group", in.stringOrIdentifier("the name of a group"));
            case "fixed-address" -> {
                List<String> addresses = new ArrayList<>();
                do addresses.add(in.addressName("an address"));
                while (in.skip(","));
                fields.put("fixedAddresses", addresses);
            }
            case "lease" -> {
                in.expect("limit", "limit-expected");
                fields.put("leaseLimit", in.integer(32));
            }
            default -> {
                return false;
            }
        }
        Fields.end(in);
        return true;
    }
}
