package org.twinlease.console.model.live;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.live.Passage.Kind;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.PacketView;
import org.twinlease.control.UpdateCause;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What passed between the clients and the servers in the last minutes, in the order of time. What
/// both servers tell of is one passage: a broadcast that both heard, a message that the one sent
/// and the other received. Keeps [#KEPT_MILLIS] and at most [#MOST] passages.
final class Flow {

    /// How long a passage is kept.
    static final long KEPT_MILLIS = 600_000;

    /// The most that are kept.
    static final int MOST = 30_000;

    /// A broadcast reaches both servers at once, as far as their clocks agree.
    private static final long SAME_MILLIS = 5_000;

    private static final long TRANSACTION_MILLIS = 60_000;
    private static final long RATE_MILLIS = 10_000;
    private static final int LAGS = 64;

    private record Transaction(int xid, @Nullable HardwareAddress client) {}

    private record Ask(Transaction of, String type) {}

    private record Said(String relationship, int from, Octets octets) {}

    private record Update(String relationship, int from, long xid, Ip4 address) {}

    private final List<Passage> passages = new ArrayList<>();
    private final Map<Ask, Passage> asks = new HashMap<>();
    private final Map<Transaction, Passage> transactions = new HashMap<>();
    private final Map<Said, Passage> said = new HashMap<>();
    private final Map<Update, Passage> open = new HashMap<>();
    private final long[] newest = {-1, -1};
    private final long[] newestMessage = {-1, -1};
    private final long[] lags = new long[LAGS];
    private int lagged;
    private long ids;
    private long total;

    /// The passages, oldest first.
    List<Passage> all() {
        return Collections.unmodifiableList(passages);
    }

    /// How many there were since the console watches.
    long total() {
        return total;
    }

    /// The number of the newest.
    long newestId() {
        return ids;
    }

    /// What a server remembers. One that has begun anew counts from 0 again.
    void heard(int server, List<PacketView> packets) {
        boolean anew = packets.isEmpty() || packets.getLast().sequence() < newest[server];
        if (anew) newest[server] = -1;
        for (PacketView packet : packets) on(server, packet);
    }

    /// Begins to count a server's failover messages anew when what it remembers says that it has.
    void told(int server, List<FailoverMessageView> messages) {
        boolean anew = messages.isEmpty() || messages.getLast().sequence() < newestMessage[server];
        if (anew) newestMessage[server] = -1;
    }

    /// A packet that a server tells of. Sequences only grow: what was asked for may cross with what
    /// was told.
    void on(int server, PacketView packet) {
        if (packet.sequence() <= newest[server]) return;
        newest[server] = packet.sequence();
        var transaction = new Transaction(packet.xid(), packet.hardware());
        var key = new Ask(transaction, packet.received());
        Passage ask = asks.get(key);
        boolean known =
                ask != null
                        && ask.packets[server] == null
                        && Math.abs(ask.atMillis - packet.atMillis()) < SAME_MILLIS;
        if (ask == null || !known) {
            ask =
                    add(
                            packet.atMillis(),
                            Kind.CLIENT,
                            Passage.CLIENTS,
                            server + 1,
                            packet.received());
            asks.put(key, ask);
            Passage earlier = transactions.put(transaction, ask);
            boolean near = earlier != null && ask.atMillis - earlier.atMillis < TRANSACTION_MILLIS;
            if (near && packet.xid() != 0) ask.belongsTo(earlier);
        }
        ask.packets[server] = packet;
        ask.reaches(server + 1);
        if (known) before(ask, packet.atMillis());
        String answer = packet.answer();
        if (answer == null) return;
        Passage back = add(packet.atMillis(), Kind.ANSWER, server + 1, Passage.CLIENTS, answer);
        back.packets[server] = packet;
        back.belongsTo(ask);
    }

    /// A failover message that a server tells of, whose partner has a lane.
    void on(int server, FailoverMessageView message, int partner) {
        if (message.sequence() <= newestMessage[server]) return;
        newestMessage[server] = message.sequence();
        int from = message.outgoing() ? server + 1 : partner;
        int to = message.outgoing() ? partner : server + 1;
        var key = new Said(message.name(), from, message.octets());
        Passage passage = said.get(key);
        if (passage == null) {
            boolean update = message.type().equals("BNDUPD") || message.type().equals("BNDACK");
            passage =
                    add(
                            message.atMillis(),
                            update ? Kind.UPDATE : Kind.LINK,
                            from,
                            to,
                            message.type());
            passage.message = message;
            said.put(key, passage);
            tie(passage, message, from, to);
        } else {
            if (passage.message == null || passage.message.cause() == null) {
                passage.message = message;
            }
            before(passage, message.atMillis());
        }
        cause(passage, message.cause());
    }

    /// An answer belongs to the open update of its number that went the other way.
    private void tie(Passage passage, FailoverMessageView message, int from, int to) {
        if (passage.isUpdate()) {
            open.put(update(message, from), passage);
        } else if (message.type().equals("BNDACK")) {
            Passage update = open.remove(update(message, to));
            if (update == null) return;
            passage.belongsTo(update);
            update.lagMillis = Math.max(0, message.atMillis() - update.atMillis);
            lags[lagged++ % LAGS] = update.lagMillis;
        }
    }

    private static Update update(FailoverMessageView message, int from) {
        return new Update(message.name(), from, message.xid(), message.address());
    }

    private void cause(Passage passage, @Nullable UpdateCause cause) {
        if (cause == null || cause.received().isEmpty()) return;
        var transaction = new Transaction(cause.xid(), cause.hardware());
        passage.belongsTo(asks.get(new Ask(transaction, cause.received())));
    }

    private Passage add(long atMillis, Kind kind, int from, int to, String type) {
        var passage = new Passage(++ids, atMillis, kind, from, to, type);
        put(passage);
        total++;
        return passage;
    }

    private void put(Passage passage) {
        boolean last =
                passages.isEmpty() || Passage.IN_TIME.compare(passages.getLast(), passage) < 0;
        // What a server remembers of ten minutes comes at once, behind what the other one told.
        int at = last ? -1 : Collections.binarySearch(passages, passage, Passage.IN_TIME);
        passages.add(last ? passages.size() : at < 0 ? -1 - at : at, passage);
    }

    /// Of what two servers tell of, the earlier time counts: the later one may have told first, and
    /// an answer must not stand above its question.
    private void before(Passage passage, long atMillis) {
        if (atMillis >= passage.atMillis) return;
        int at = passages.lastIndexOf(passage);
        if (at < 0) return;
        passages.remove(at);
        passage.atMillis = atMillis;
        put(passage);
    }

    /// The milliseconds after which an update without an answer is late: five times what half of
    /// the newest took.
    long lateMillis() {
        return lagged == 0 ? 1_000 : Math.max(500, 5 * lagMillis());
    }

    /// How long half of the newest answers took, in milliseconds; -1 before the first.
    long lagMillis() {
        if (lagged == 0) return -1;
        int known = Math.min(lagged, LAGS);
        long[] sorted = Arrays.copyOf(lags, known);
        Arrays.sort(sorted);
        return sorted[known / 2];
    }

    /// How many messages of clients, and how many updates of a relationship, there were a second
    /// lately.
    record Rates(double clients, double updates) {}

    Rates rates(long now, String relationship) {
        int clients = 0;
        int updates = 0;
        for (int i = passages.size() - 1; i >= 0; i--) {
            Passage passage = passages.get(i);
            if (passage.atMillis < now - RATE_MILLIS) break;
            if (passage.kind == Kind.CLIENT) clients++;
            if (passage.isUpdate() && passage.isOf(relationship)) updates++;
        }
        double seconds = RATE_MILLIS / 1_000.0;
        return new Rates(clients / seconds, updates / seconds);
    }

    /// Forgets what is too old or too much; many at once, since each time costs all that are left.
    void trim(long now) {
        int gone = Math.max(0, passages.size() - MOST);
        if (gone > 0) gone = Math.min(passages.size(), gone + MOST / 20);
        while (gone < passages.size() && passages.get(gone).atMillis < now - KEPT_MILLIS) gone++;
        if (gone == 0) return;
        for (Passage old : passages.subList(0, gone)) {
            old.forget();
            drop(old);
        }
        passages.subList(0, gone).clear();
    }

    private void drop(Passage old) {
        PacketView packet = old.packet();
        if (packet != null && old.kind == Kind.CLIENT) {
            var transaction = new Transaction(packet.xid(), packet.hardware());
            asks.remove(new Ask(transaction, packet.received()), old);
            transactions.remove(transaction, old);
        }
        FailoverMessageView message = old.message;
        if (message == null) return;
        said.remove(new Said(message.name(), old.from, message.octets()), old);
        open.remove(update(message, old.from), old);
    }
}
