package org.twinlease.console.model.live;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// The Live page: the newest packets with their answers and reasons, newest first. Frozen, it keeps
/// what is seen and counts what comes; a bounded number is kept either way.
public final class LiveModel {

    /// The most packets kept.
    public static final int KEPT = 2_000;

    /// Twice a second is as fast as a person can follow rows.
    private static final long SHOW_MILLIS = 500;

    /// A packet in the table; texts are made when they are drawn.
    public record Row(PacketView packet, ZoneId zone) {

        /// When it came.
        public String clock() {
            return Words.clock(packet.atMillis(), zone);
        }

        /// The name of the client's message.
        public String received() {
            return packet.received();
        }

        /// What was answered, in words for silence.
        public String answer() {
            String answer = packet.answer();
            return answer == null ? Text.of("live.silent") : answer;
        }

        /// How the outcome is to be seen.
        public Tone tone() {
            return PacketWords.tone(packet.received(), packet.answer());
        }

        /// The client's hardware address, else its identifier.
        public String client() {
            var hardware = packet.hardware();
            return hardware == null ? PacketWords.clientId(packet.clientId()) : hardware.toString();
        }

        /// The client's name, empty when it sent none.
        public String host() {
            String name = packet.hostname();
            return name == null ? "" : name;
        }

        /// The address that it is about, empty for none.
        public String address() {
            return packet.address().isZero() ? "" : packet.address().toString();
        }

        /// How long the answer took, empty for silence.
        public String took() {
            return Words.micros(packet.micros());
        }

        /// The first reason as a sentence.
        public String why() {
            return PacketWords.why(packet);
        }
    }

    /// One packet in full.
    public record Detail(
            long sequence, String title, Tone tone, List<String> reasons, List<Field> fields) {}

    /// Everything the page shows; `waiting` counts packets that came since it was frozen.
    public record State(
            List<Row> rows,
            boolean frozen,
            int waiting,
            String filter,
            String summary,
            @Nullable Detail detail,
            @Nullable Empty empty) {}

    private final ConsoleSession session;
    private final Replies replies;
    private final Deque<PacketView> kept = new ArrayDeque<>();
    private final Shown<State> shown;
    private List<Row> rows = List.of();
    private @Nullable PacketView selected;
    private String filter = "";
    private boolean frozen;
    private int waiting;
    private long total;
    private long newestSequence = -1;
    private long shownMillis;
    private boolean stale;

    public LiveModel(ConsoleSession session, Replies replies) {
        this.session = session;
        this.replies = replies;
        shown = new Shown<>(state());
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Stops the rows or lets them run again.
    public void freeze(boolean freeze) {
        frozen = freeze;
        if (!freeze) selected = null;
        showNow();
    }

    /// Shows only packets that have the text somewhere.
    public void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        rows = wanted();
        showNow();
    }

    /// Opens a packet in full; reading it freezes the rows.
    public void select(PacketView packet) {
        selected = packet;
        frozen = true;
        showNow();
    }

    /// Closes the packet; the rows stay frozen until they are let go.
    public void close() {
        selected = null;
        showNow();
    }

    public void load() {
        replies.ask(
                new Query.RecentPackets(KEPT),
                packets -> {
                    packets.forEach(this::put);
                    showNow();
                },
                () -> {});
    }

    public void on(Notice notice) {
        switch (notice) {
            case Notice.PacketSeen(var packet) -> put(packet);
            case Notice.Resync() -> load();
            case Notice.LeaseChanged _,
                    Notice.Pulse _,
                    Notice.Alarm _,
                    Notice.PairChanged _,
                    Notice.PairPulse _,
                    Notice.PairMessage _,
                    Notice.PoolBalanced _ -> {}
        }
    }

    public void settle() {
        if (stale && session.clock().millis() - shownMillis >= SHOW_MILLIS) showNow();
    }

    /// Sequences only grow: what was asked for may cross with what was told.
    private void put(PacketView packet) {
        if (packet.sequence() <= newestSequence) return;
        newestSequence = packet.sequence();
        kept.addLast(packet);
        if (kept.size() > KEPT) kept.removeFirst();
        total++;
        if (frozen && PacketWords.wants(packet, filter)) waiting++;
        stale = true;
    }

    private void showNow() {
        if (!frozen) {
            waiting = 0;
            rows = wanted();
        }
        stale = false;
        shownMillis = session.clock().millis();
        shown.put(state());
    }

    private List<Row> wanted() {
        var wanted = new ArrayList<Row>();
        for (var packets = kept.descendingIterator(); packets.hasNext(); ) {
            PacketView packet = packets.next();
            if (PacketWords.wants(packet, filter)) wanted.add(new Row(packet, session.zone()));
        }
        return List.copyOf(wanted);
    }

    private State state() {
        String summary =
                filter.isEmpty()
                        ? Text.of("live.summary", Words.count(total), Words.count(kept.size()))
                        : Text.of("live.some", Words.count(rows.size()), Words.count(kept.size()));
        PacketView open = selected;
        return new State(
                rows,
                frozen,
                waiting,
                filter,
                summary,
                open == null ? null : detail(open),
                empty());
    }

    private Detail detail(PacketView packet) {
        var row = new Row(packet, session.zone());
        String title = Text.of("live.title", packet.received(), row.answer());
        var reasons = packet.reasons().stream().map(Sentences::of).toList();
        var fields = new ArrayList<Field>();
        add(fields, "field.time", row.clock());
        add(fields, "field.address", row.address());
        add(fields, "field.hardware", row.client());
        add(fields, "field.host", row.host());
        add(fields, "field.clientid", PacketWords.clientId(packet.clientId()));
        add(fields, "field.relay", packet.relay().isZero() ? "" : packet.relay().toString());
        add(fields, "field.xid", String.format(Locale.ROOT, "0x%08x", packet.xid()));
        add(fields, "field.took", row.took());
        add(fields, "field.sequence", Long.toString(packet.sequence()));
        return new Detail(packet.sequence(), title, row.tone(), reasons, List.copyOf(fields));
    }

    private @Nullable Empty empty() {
        if (!rows.isEmpty()) return null;
        return kept.isEmpty()
                ? new Empty(Text.of("live.quiet.title"), Text.of("live.quiet.advice"))
                : new Empty(Text.of("live.nomatch.title"), Text.of("live.nomatch.advice"));
    }

    private static void add(List<Field> fields, String key, String value) {
        if (!value.isEmpty()) fields.add(new Field(Text.of(key), value));
    }
}
