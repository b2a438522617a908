package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A failover peer declaration and its items. An item's name is `primary`, `address`, `peer
/// address`, `port`, `peer port`, `mclt`, `load balance max seconds` and so on; of one that is
/// given twice the later counts.
public final class PeerPart {
    private static final int PORT = 647;
    private static final long SIXTEEN_BITS = 0xFFFF;

    /// One item: where its value begins, counted in tokens, and whether `peer` stands before it.
    public record Item(String name, Entry entry, int value, boolean partner) {

        /// The value if it is a number, as C's `atoi` reads it.
        public OptionalLong number() {
            String raw = entry.text(value);
            return raw.matches("-?[0-9]{1,18}")
                    ? OptionalLong.of(Long.parseLong(raw))
                    : OptionalLong.empty();
        }

        /// Whether it says who leads.
        public boolean isRole() {
            return name.equals("primary") || name.equals("secondary");
        }

        /// The value as written.
        public String text() {
            return entry.head(value);
        }
    }

    private final String name;
    private final Entry entry;
    private final List<Item> items = new ArrayList<>();

    PeerPart(String name, Entry entry) {
        this.name = name;
        this.entry = entry;
        for (Entry child : entry.children()) items.add(item(child));
    }

    private static Item item(Entry entry) {
        boolean partner = entry.is("peer");
        int at = partner ? 1 : 0;
        boolean balance = entry.word(at).equals("load");
        String word = balance ? "load balance max seconds" : entry.word(at);
        boolean crossed = partner && (word.equals("address") || word.equals("port"));
        return new Item(crossed ? "peer " + word : word, entry, at + (balance ? 4 : 1), partner);
    }

    public String name() {
        return name;
    }

    public Entry entry() {
        return entry;
    }

    public List<Item> items() {
        return items;
    }

    /// The item that counts; null without one.
    public @Nullable Item item(String called) {
        Item found = null;
        for (Item item : items) if (item.name().equals(called)) found = item;
        return found;
    }

    /// The value of an item; nothing without one.
    public OptionalLong number(String called) {
        Item item = item(called);
        return item == null ? OptionalLong.empty() : item.number();
    }

    /// The value of an item as written; empty without one.
    public String text(String called) {
        Item item = item(called);
        return item == null ? "" : item.text();
    }

    /// A port as dhcpd takes it: sixteen bits, and 0 is the default.
    public int port(String called) {
        long port = number(called).orElse(0) & SIXTEEN_BITS;
        return port == 0 ? PORT : (int) port;
    }

    /// Whether it says that it is secondary; of several roles the last counts.
    public boolean isSecondary() {
        boolean secondary = false;
        for (Item item : items) if (item.isRole()) secondary = item.name().equals("secondary");
        return secondary;
    }
}
