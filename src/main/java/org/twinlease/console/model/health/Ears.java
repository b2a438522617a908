package org.twinlease.console.model.health;

import org.twinlease.control.PacketView;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the servers hear from clients, as far as it says something about relays, clients and other
/// servers: bounded tables of what was seen since the console watches. Whatever was not heard of
/// for the longest is forgotten first.
final class Ears {

    private static final int MOST = 5_000;

    /// So many hardware addresses of one client identifier are kept.
    private static final int SHOWN = 8;

    /// So many DISCOVERs without an address in this time are a loop.
    static final int LOOP = 8;

    static final long LOOP_MILLIS = 600_000;

    /// A table that forgets what was not touched for the longest.
    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    /// A client that asks and asks: how often since it had an address last, since and until when.
    record Asking(HardwareAddress client, long count, long sinceMillis, long lastMillis) {}

    /// Another server whose offer was taken: how often each of the servers heard that, and when it
    /// was last.
    record Other(String server, long[] counts, long lastMillis) {
        long most() {
            return Arrays.stream(counts).max().orElse(0);
        }

        /// Whether every server calls it another one; the two of a pair call only each other so.
        boolean isStrangeToAll() {
            return Arrays.stream(counts).allMatch(count -> count > 0);
        }
    }

    private final Map<Ip4, long[]> relays = new Bounded<>();
    private final Map<Octets, Set<HardwareAddress>> ids = new Bounded<>();

    /// For each server: both hear every DISCOVER.
    private final List<Map<HardwareAddress, Asking>> asking = new ArrayList<>();

    private final Map<String, Other> others = new Bounded<>();
    private final Set<HardwareAddress> clients = new LinkedHashSet<>();
    private final int servers;
    private long packets;

    Ears(int servers) {
        this.servers = servers;
        for (int i = 0; i < servers; i++) asking.add(new Bounded<>());
    }

    void on(int server, PacketView packet) {
        packets++;
        HardwareAddress client = packet.hardware();
        if (client != null && clients.size() < MOST) clients.add(client);
        boolean discover = packet.received().equals("DHCPDISCOVER");
        boolean relayed = !packet.relay().equals(Ip4.ZERO);
        // Only what goes to all servers says which of them a relay knows.
        if (discover && relayed) {
            relays.computeIfAbsent(packet.relay(), _ -> new long[servers])[server]++;
        }
        if (client != null) client(server, packet, client, discover);
        for (Reason reason : packet.reasons()) {
            if (reason.code() == ReasonCode.SILENT_OTHER_SERVER) {
                other(server, String.valueOf(reason.operands().getFirst()), packet.atMillis());
            }
        }
    }

    private void client(int server, PacketView packet, HardwareAddress client, boolean discover) {
        Octets id = packet.clientId();
        if (id != null) {
            Set<HardwareAddress> users = ids.computeIfAbsent(id, _ -> new LinkedHashSet<>());
            if (users.size() < SHOWN) users.add(client);
        }
        if ("DHCPACK".equals(packet.answer())) asking.forEach(each -> each.remove(client));
        if (!discover) return;
        long at = packet.atMillis();
        Asking before = asking.get(server).get(client);
        boolean again = before != null && at - before.lastMillis() <= LOOP_MILLIS;
        asking.get(server)
                .put(
                        client,
                        before == null || !again
                                ? new Asking(client, 1, at, at)
                                : new Asking(client, before.count() + 1, before.sinceMillis(), at));
    }

    private void other(int server, String other, long atMillis) {
        Other before = others.get(other);
        long[] counts = before == null ? new long[servers] : before.counts();
        counts[server]++;
        others.put(other, new Other(other, counts, atMillis));
    }

    /// How many DISCOVERs each server heard by each relay.
    Map<Ip4, long[]> relays() {
        return relays;
    }

    /// Client identifiers that several hardware addresses send, with these.
    Map<Octets, Set<HardwareAddress>> shared() {
        var shared = new LinkedHashMap<Octets, Set<HardwareAddress>>();
        ids.forEach(
                (id, users) -> {
                    if (users.size() > 1) shared.put(id, users);
                });
        return shared;
    }

    /// Clients that ask and get no address.
    List<Asking> loops(long nowMillis) {
        var loops = new LinkedHashMap<HardwareAddress, Asking>();
        for (Map<HardwareAddress, Asking> server : asking) {
            for (Asking each : server.values()) {
                boolean now = nowMillis - each.lastMillis() <= LOOP_MILLIS;
                if (now && each.count() >= LOOP) loops.putIfAbsent(each.client(), each);
            }
        }
        return List.copyOf(loops.values());
    }

    /// Servers other than the asked whose offers were taken.
    List<Other> others() {
        return List.copyOf(others.values());
    }

    /// How many clients were heard, up to a bound.
    long clients() {
        return clients.size();
    }

    /// How many packets were heard.
    long packets() {
        return packets;
    }
}
