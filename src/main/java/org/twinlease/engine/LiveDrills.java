package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.AlarmType;
import org.twinlease.control.Command;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveDrillView.Ended;
import org.twinlease.control.LiveDrillView.Running;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Preview;
import org.twinlease.control.Sentences;
import org.twinlease.failover.Peer;
import org.twinlease.failover.PeerView;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.time.Instant;

/// Live drills of a server: whether one may be done now, the one that is under way, and its end.
/// The server itself holds both deadlines, by the clock that nobody sets: a drill ends when its
/// time is over, and earlier when whoever leads it falls silent. Nothing of it outlives the
/// process.
///
/// A drill lasts half of MCLT at most. Even if the partner is told to take it for a failure
/// (partner-down), it gives nothing of this server's away before MCLT has passed, and by then the
/// two have met again.
final class LiveDrills {

    /// How long whoever leads a drill may be silent.
    static final long PATIENCE_MILLIS = 15_000;

    /// The shortest and the longest drill, seconds.
    static final long SHORTEST = 5;

    static final long LONGEST = 1_800;

    private static final long LONGEST_WINDOW = 86_400;
    private static final int LONGEST_REASON = Command.PartnerDown.LONGEST_REASON;

    /// A drill under way.
    private record Live(Command.BeginDrill order, long begunMillis, long endTick) {}

    private final Engine engine;
    private LiveMark mark = LiveMark.NONE;
    private long markUntil;
    private String markReason = "";
    private @Nullable Live live;
    private @Nullable Ended last;
    private long silentTick;

    LiveDrills(Engine engine) {
        this.engine = engine;
    }

    /// Whether clients get no answer.
    boolean isSilent() {
        return live != null && live.order().act() == LiveAct.STOP_SERVING;
    }

    /// Why clients get no answer.
    Reason silence() {
        return Reason.of(ReasonCode.SILENT_DRILL, live == null ? "" : live.order().reason());
    }

    /// Whether one goes on.
    boolean isLive() {
        return live != null;
    }

    /// Whether the connections of a relationship are kept closed: all of them, or only those that
    /// the partner makes (`accepted`).
    boolean closes(String name, boolean accepted) {
        Live now = live;
        if (now == null) return false;
        return switch (now.order().act()) {
            case STOP_SERVING -> true;
            case PAUSE_LINK -> now.order().name().equals(name);
            case BLOCK_PORT -> accepted && now.order().name().equals(name);
        };
    }

    LiveDrillView view(Now now) {
        forgetMark(now);
        Live known = live;
        Running running =
                known == null
                        ? null
                        : new Running(
                                known.order().name(),
                                known.order().act(),
                                known.begunMillis(),
                                Math.max(0, known.endTick() - now.tickMillis()),
                                Math.max(0, silentTick - now.tickMillis()),
                                known.order().reason());
        return new LiveDrillView(mark, markUntil, markReason, running, last);
    }

    private void forgetMark(Now now) {
        if (markUntil == 0 || now.wallSeconds() < markUntil) return;
        mark = LiveMark.NONE;
        markUntil = 0;
        markReason = "";
    }

    /// What marking would mean, or why it is refused.
    Preview preview(Command.MarkDrills order) {
        if (order.mark() == LiveMark.NONE) {
            return new Preview(
                    true,
                    live == null
                            ? "Live drills are refused from now on."
                            : "The live drill ends now, and others are refused from now on.");
        }
        if (order.reason().isBlank()) {
            return no(
                    "Say why live drills may be done here; it is kept in the record of the past.");
        }
        if (order.reason().length() > LONGEST_REASON) return tooLong(order.reason());
        boolean window = order.mark() == LiveMark.MAINTENANCE;
        boolean fits = order.seconds() >= SHORTEST && order.seconds() <= LONGEST_WINDOW;
        if (window && !fits) {
            return no("A maintenance window lasts at least 5 s and at most 24 h.");
        }
        if (!window && order.seconds() != 0) {
            return no("A lab is one until the mark is taken off; it has no end.");
        }
        return new Preview(
                true,
                window
                        ? "Live drills may be done to this server for %s; clients may wait then."
                                .formatted(Sentences.duration(order.seconds()))
                        : "Live drills may be done to this server until the mark is taken off or"
                                + " the server is started anew.");
    }

    private static Preview no(String words) {
        return new Preview(false, words);
    }

    private static Preview tooLong(String reason) {
        return no(
                "The reason has %d characters, of at most %d."
                        .formatted(reason.length(), LONGEST_REASON));
    }

    /// Carries the order out; why not, or null when it is done.
    @Nullable String mark(Now now, Command.MarkDrills order) {
        Preview preview = preview(order);
        if (!preview.allowed()) return preview.words();
        if (order.mark() == LiveMark.NONE) end(now, LiveEnd.ORDERED);
        mark = order.mark();
        markReason = mark == LiveMark.NONE ? "" : order.reason();
        markUntil = mark == LiveMark.MAINTENANCE ? now.wallSeconds() + order.seconds() : 0;
        return null;
    }

    /// What beginning a drill would do, or why it is refused.
    Preview preview(Now now, Command.BeginDrill order) {
        forgetMark(now);
        if (mark == LiveMark.NONE) {
            return no(
                    "This server is not marked for live drills. Mark it as a lab or for a"
                            + " maintenance window first: twinlease drill mark.");
        }
        if (live != null) return no("Another live drill is under way; end it first.");
        if (order.reason().isBlank()) {
            return no("Say what the drill is for; it is kept in the record of the past.");
        }
        if (order.reason().length() > LONGEST_REASON) return tooLong(order.reason());
        if (markUntil > 0 && now.wallSeconds() + order.seconds() > markUntil) {
            return no(
                    "The maintenance window ends at %s, before the drill would."
                            .formatted(Instant.ofEpochSecond(markUntil)));
        }
        for (Peer peer : engine.pairs().all()) {
            boolean concerned =
                    order.act() == LiveAct.STOP_SERVING || peer.name().equals(order.name());
            String obstacle = concerned ? obstacle(PeerView.of(peer, now), peer, order) : null;
            if (obstacle != null) return no(obstacle);
        }
        return new Preview(true, consequence(order));
    }

    private static @Nullable String obstacle(PeerView view, Peer peer, Command.BeginDrill order) {
        ServerState mine = view.state().mine();
        ServerState partner = view.state().partner();
        boolean well = mine == ServerState.NORMAL && partner == ServerState.NORMAL && view.up();
        if (!well || peer.isStarting()) {
            return "Only where both are in normal and connected: in \"%s\" this server is in %s, its partner in %s%s."
                    .formatted(
                            peer.name(),
                            peer.isStarting() ? "startup" : mine.word(),
                            partner.word(),
                            view.up() ? "" : ", not connected");
        }
        long longest = Math.min(LONGEST, view.mclt() / 2);
        if (order.seconds() < SHORTEST || order.seconds() > longest) {
            return "A live drill lasts %d s to %d s here, half of MCLT at most, so that no address can be doubled by it."
                    .formatted(SHORTEST, longest);
        }
        int automatic = peer.terms().autoPartnerDown();
        if (automatic > 0 && automatic <= order.seconds() + peer.terms().maxResponseDelay()) {
            return "auto-partner-down is %d s: the drill would bring the pair to partner-down. Make it shorter."
                    .formatted(automatic);
        }
        return null;
    }

    private static String consequence(Command.BeginDrill order) {
        String what =
                switch (order.act()) {
                    case PAUSE_LINK ->
                            "The connection to the partner of \"%s\" is closed and none is made: both go to communications-interrupted, and each serves its own clients and addresses."
                                    .formatted(order.name());
                    case BLOCK_PORT ->
                            "No connection that the partner of \"%s\" makes is taken any more; whether the two meet is up to the one that this server makes."
                                    .formatted(order.name());
                    case STOP_SERVING ->
                            "This server answers no client and closes the connection to its"
                                + " partner, as if it were stopped; the partner serves alone. When"
                                + " it is over this server begins as after a start.";
                };
        return what
                + " It ends by itself after %s, and %d s after whoever leads it falls silent."
                        .formatted(Sentences.duration(order.seconds()), PATIENCE_MILLIS / 1000);
    }

    /// Why an order to a relationship has to wait; null where nothing is in its way.
    @Nullable String obstacle() {
        return live == null ? null : "A live drill is under way; end it first.";
    }

    /// Begins a drill that was found possible.
    void begin(Now now, Command.BeginDrill order) {
        live = new Live(order, now.wallMillis(), now.tickMillis() + 1000 * order.seconds());
        silentTick = now.tickMillis() + PATIENCE_MILLIS;
        engine.alarm(now, AlarmType.LIVE_DRILL, detail(order), true);
        Reason why =
                Reason.of(
                        ReasonCode.PAIR_DRILL,
                        order.name(),
                        order.act().word(),
                        order.seconds(),
                        order.reason());
        engine.pairs().drills(now, order.name(), why);
    }

    private static String detail(Command.BeginDrill order) {
        return order.act().word() + " in \"" + order.name() + "\", for: " + order.reason();
    }

    /// Whoever leads the drill is there.
    @Nullable String hold(Now now) {
        if (live == null) return "No live drill is under way; it is over.";
        silentTick = now.tickMillis() + PATIENCE_MILLIS;
        return null;
    }

    /// Ends the drill that is under way, if any: everything is open again.
    void end(Now now, LiveEnd how) {
        Live over = live;
        if (over == null) return;
        live = null;
        Command.BeginDrill order = over.order();
        last = new Ended(order.name(), order.act(), over.begunMillis(), now.wallMillis(), how);
        engine.alarm(now, AlarmType.LIVE_DRILL, detail(order), false);
        // Its partner may have served everybody meanwhile: it asks first, as after any start.
        if (order.act() == LiveAct.STOP_SERVING) engine.restart(now);
        Reason why =
                Reason.of(ReasonCode.PAIR_DRILL_OVER, order.name(), order.act().word(), how.word());
        engine.pairs().drills(now, order.name(), why);
    }

    /// What time brings.
    void tick(Now now) {
        Live known = live;
        if (known == null) return;
        if (engine.pairs().named(known.order().name()) == null) end(now, LiveEnd.RECONFIGURED);
        else if (now.tickMillis() >= known.endTick()) end(now, LiveEnd.OVER);
        else if (now.tickMillis() >= silentTick) end(now, LiveEnd.FORSAKEN);
    }

    long nextTick() {
        Live known = live;
        return known == null ? Long.MAX_VALUE : Math.min(known.endTick(), silentTick);
    }
}
