package org.twinlease.console.model.live;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.live.Passage.Kind;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The Live page: what passes between the clients and the servers, as a flow of arrows between
/// lanes, the newest last. Frozen, it keeps what is seen, counts what comes, and can be walked
/// through; the last ten minutes are kept either way.
public final class LiveModel {

    /// Twice a second is as fast as a person can follow rows.
    private static final long SHOW_MILLIS = 500;

    /// As much as a server answers at once: a console that is opened again has the last minutes
    /// too.
    private static final int ASKED = 10_000;

    /// Whose messages are shown, each a switch.
    public enum Group {
        /// Of clients, with the answers.
        CLIENTS,
        /// Binding updates with their answers.
        UPDATES,
        /// What keeps the connection between the servers.
        LINK
    }

    /// A lane of the flow: its name, and what is to be known of it, empty for nothing.
    public record Lane(String name, Fact note) {}

    /// Everything the page shows at `now`, in milliseconds since 1970. `waiting` counts what came
    /// since the rows were frozen; `together` are the numbers of what belongs to the open passage;
    /// `saved` is what came of the last export, empty before.
    public record State(
            List<Lane> lanes,
            List<LiveRow> rows,
            long now,
            boolean frozen,
            int waiting,
            String filter,
            Set<Group> groups,
            boolean bundled,
            String summary,
            @Nullable LiveDetail detail,
            Set<Long> together,
            Fact saved,
            @Nullable Empty empty) {

        /// Whether a row does not belong together with the open one.
        public boolean isApart(LiveRow row) {
            return !together.isEmpty()
                    && row.members().stream().noneMatch(passage -> together.contains(passage.id));
        }
    }

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final Flow flow = new Flow();
    private final LiveRow.Context context;
    private final LiveCapture capture;
    private final Shown<State> shown;
    private final Set<Group> groups = EnumSet.allOf(Group.class);
    private List<LiveRow> rows = List.of();
    private @Nullable LiveRow open;
    private String filter = "";
    private String relationship = "";
    private boolean bundled = true;
    private long frozenAt = Long.MAX_VALUE;
    private long shownMillis;
    private boolean stale;

    public LiveModel(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        this.sides = List.copyOf(sides);
        context = new LiveRow.Context(session.zone(), this::name, flow);
        capture = new LiveCapture(session, this.sides, this::showNow);
        shown = new Shown<>(state());
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Stops the rows or lets them run again.
    public void freeze(boolean freeze) {
        if (freeze != isFrozen()) frozenAt = freeze ? flow.newestId() : Long.MAX_VALUE;
        if (!freeze) open = null;
        rebuild();
    }

    /// Shows of what the servers say to one another only what belongs to a relationship.
    public void follow(String name) {
        if (name.equals(relationship)) return;
        relationship = name;
        open = null;
        rebuild();
    }

    /// Shows only passages that have the text somewhere.
    public void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        rebuild();
    }

    /// Shows the messages of a group, or leaves them out.
    public void show(Group group, boolean wanted) {
        if (wanted) groups.add(group);
        else groups.remove(group);
        rebuild();
    }

    /// Makes one row of what is alike in a second that is too full to be read, or a row each.
    public void bundle(boolean together) {
        bundled = together;
        rebuild();
    }

    /// Opens a row in full; reading it freezes the rows.
    public void select(LiveRow row) {
        if (!isFrozen()) frozenAt = flow.newestId();
        open = row;
        showNow();
    }

    /// Opens a passage that belongs to the open one.
    public void jump(long id) {
        for (LiveRow row : rows) {
            if (row.members().stream().anyMatch(p -> p.id == id)) {
                select(row);
                return;
            }
        }
        for (Passage passage : flow.all()) {
            if (passage.id == id) select(new LiveRow(List.of(passage), context));
        }
    }

    /// Walks a row on or back; behind the last one, what came next since the rows were frozen.
    public void step(boolean on) {
        if (!isFrozen()) {
            freeze(true);
            if (!rows.isEmpty()) select(rows.getLast());
            return;
        }
        int at = position();
        if (at < 0) at = on ? rows.size() - 1 : rows.size();
        if (on && at + 1 >= rows.size() && !reveal()) return;
        int next = Math.clamp(at + (on ? 1L : -1L), 0, Math.max(0, rows.size() - 1));
        if (!rows.isEmpty()) select(rows.get(next));
    }

    private int position() {
        LiveRow row = open;
        for (int i = 0; row != null && i < rows.size(); i++) {
            if (rows.get(i).id() == row.id()) return i;
        }
        return -1;
    }

    /// Takes the next passage that is wanted into the frozen rows.
    private boolean reveal() {
        LiveRows.Wish all = wish(Long.MAX_VALUE);
        long next = Long.MAX_VALUE;
        for (Passage passage : flow.all()) {
            if (passage.id > frozenAt && passage.id < next && all.wants(passage)) next = passage.id;
        }
        if (next == Long.MAX_VALUE) return false;
        frozenAt = next;
        rebuild();
        return true;
    }

    /// Closes what is open; the rows stay frozen until they are let go.
    public void close() {
        open = null;
        showNow();
    }

    /// Writes what passed in the last minutes to a file for Wireshark.
    public void export() {
        capture.export();
    }

    /// Asks every server for what it remembers.
    public void load() {
        for (int server = 0; server < sides.size(); server++) load(server);
    }

    private void load(int server) {
        var replies = sides.get(server).replies();
        replies.ask(
                new Query.RecentPackets(ASKED),
                packets -> {
                    flow.heard(server, packets);
                    rebuild();
                },
                () -> {});
        replies.ask(
                new Query.FailoverMessages(ASKED),
                messages -> {
                    flow.told(server, messages);
                    for (FailoverMessageView message : messages) put(server, message);
                    rebuild();
                },
                () -> {});
    }

    public void on(int server, Notice notice) {
        switch (notice) {
            case Notice.PacketSeen(var packet) -> flow.on(server, packet);
            case Notice.PairMessage(var message) -> put(server, message);
            case Notice.Resync() -> load(server);
            case Notice.LeaseChanged _,
                    Notice.Pulse _,
                    Notice.Alarm _,
                    Notice.PairChanged _,
                    Notice.PairPulse _,
                    Notice.PoolBalanced _ -> {
                return;
            }
        }
        stale = true;
    }

    private void put(int server, FailoverMessageView message) {
        flow.on(server, message, partner(server, message.name()));
    }

    /// The lane of a server's partner in a relationship: the other server's where that has it too,
    /// else one behind all servers.
    private int partner(int server, String name) {
        for (PairSide side : sides) {
            if (side.number() != server && side.in(name).isMember()) return side.number() + 1;
        }
        return sides.size() + 1;
    }

    /// Shows what has come, when it is time to.
    public void settle() {
        if (!stale || session.clock().millis() - shownMillis < SHOW_MILLIS) return;
        if (isFrozen()) showNow();
        else rebuild();
    }

    /// To be called once a second: what awaits its answer becomes late.
    public void tick() {
        flow.trim(session.clock().millis());
        settle();
    }

    private boolean isFrozen() {
        return frozenAt != Long.MAX_VALUE;
    }

    private LiveRows.Wish wish(long newest) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (groups.contains(Group.CLIENTS)) kinds.addAll(Set.of(Kind.CLIENT, Kind.ANSWER));
        if (groups.contains(Group.UPDATES)) kinds.add(Kind.UPDATE);
        if (groups.contains(Group.LINK)) kinds.add(Kind.LINK);
        return new LiveRows.Wish(kinds, relationship, filter, newest, bundled);
    }

    private void rebuild() {
        rows = LiveRows.of(flow.all(), wish(frozenAt), context);
        showNow();
    }

    private void showNow() {
        stale = false;
        shownMillis = session.clock().millis();
        shown.put(state());
    }

    private String name(int server) {
        if (server < sides.size()) return sides.get(server).name();
        FailoverView view = member();
        Object partner = view == null ? null : view.link().partner();
        return partner == null ? Text.of("live.lane.partner") : partner.toString();
    }

    /// The relationship as the first server that has it told it; null without one.
    private @Nullable FailoverView member() {
        for (PairSide side : sides) if (side.view() != null) return side.view();
        return null;
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(new Lane(Text.of("live.lane.clients"), new Fact("", Tone.PLAIN)));
        for (int server = 0; server < sides.size(); server++) {
            boolean gone = sides.get(server).isGone();
            Fact note = new Fact(gone ? Text.of("live.lane.gone") : "", Tone.BAD);
            lanes.add(new Lane(name(server), note));
        }
        boolean alone = sides.stream().filter(side -> side.view() != null).count() == 1;
        boolean unreached = sides.size() == 1 || sides.stream().anyMatch(s -> !s.isMember());
        if (alone && unreached) {
            lanes.add(new Lane(name(sides.size()), new Fact("", Tone.PLAIN)));
        }
        return lanes;
    }

    private State state() {
        long now = session.clock().millis();
        LiveRow row = open;
        return new State(
                lanes(),
                rows,
                now,
                isFrozen(),
                isFrozen() ? waiting() : 0,
                filter,
                Set.copyOf(groups),
                bundled,
                summary(now),
                row == null ? null : LiveDetail.of(row, context, now),
                row == null ? Set.of() : together(row.first()),
                capture.outcome(),
                empty());
    }

    private static Set<Long> together(Passage passage) {
        List<Passage> all = passage.together();
        if (all.size() < 2) return Set.of();
        return Set.copyOf(all.stream().map(p -> p.id).toList());
    }

    private int waiting() {
        LiveRows.Wish all = wish(Long.MAX_VALUE);
        int count = 0;
        for (Passage passage : flow.all()) {
            if (passage.id > frozenAt && all.wants(passage)) count++;
        }
        return count;
    }

    private String summary(long now) {
        Flow.Rates rates = flow.rates(now, relationship);
        String clients = Words.rate(rates.clients());
        String lag =
                flow.lagMillis() < 0
                        ? ""
                        : Text.of("live.rates.lag", LiveRow.millis(flow.lagMillis()));
        return rates.updates() == 0 && lag.isEmpty()
                ? Text.of("live.rates.clients", clients)
                : Text.of("live.rates", clients, Words.rate(rates.updates()), lag);
    }

    private @Nullable Empty empty() {
        if (!rows.isEmpty()) return null;
        return flow.all().isEmpty()
                ? new Empty(Text.of("live.quiet.title"), Text.of("live.quiet.advice"))
                : new Empty(Text.of("live.nomatch.title"), Text.of("live.nomatch.advice"));
    }
}
