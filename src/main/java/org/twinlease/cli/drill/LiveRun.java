package org.twinlease.cli.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.drill.PairServers.Seat;
import org.twinlease.cli.lines.StatusText;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;
import org.twinlease.value.ServerState;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A live drill that is under way: tells the server every second that somebody leads it, and what
/// becomes of the pair, until both are in normal again. Times are by the clock of the server to
/// which it is done.
final class LiveRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_MILLIS = 1_000;

    /// How long the server may be out of reach, and how long the pair may take to come back, in
    /// looks.
    private static final int MOST_LOST = 20;

    private static final int MOST_AFTER = 120;

    private final Programs programs;
    private final Consumer<String> note;
    private final List<Seat> seats;
    private final Seat target;
    private final Map<Seat, String> states = new HashMap<>();
    private final ArrayNode events = JSON.createArrayNode();
    private LiveDrillView.@Nullable Ended ended;
    private long normalMillis;
    private int lost;

    LiveRun(Programs programs, Consumer<String> note, List<Seat> seats, Seat target) {
        this.programs = programs;
        this.note = note;
        this.seats = seats;
        this.target = target;
        for (Seat seat : seats) states.put(seat, StatusText.mine(seat.pair()));
    }

    /// Leads it to its end.
    void lead() throws Refused {
        while (ended == null) {
            programs.pause(LOOK_MILLIS);
            hold();
            look();
        }
        for (int i = 0; i < MOST_AFTER && normalMillis == 0; i++) {
            look();
            if (normalMillis == 0) programs.pause(LOOK_MILLIS);
        }
        note.accept(
                normalMillis == 0
                        ? "the two are not in normal again; twinlease status says why"
                        : "both are in normal again, %d s after it was over"
                                .formatted(secondsToNormal()));
    }

    private void hold() throws Refused {
        try {
            var _ =
                    Remote.answer(
                            target.connection()
                                    .submit(new Command.HoldDrill(target.pair().name())));
            LiveDrillView view = Remote.ask(target.connection(), new Query.LiveDrill());
            lost = 0;
            if (view.running() != null) return;
            LiveDrillView.Ended last = view.last();
            // A server that was started anew knows of no drill.
            ended =
                    last != null
                            ? last
                            : new LiveDrillView.Ended(
                                    target.pair().name(),
                                    LiveAct.STOP_SERVING,
                                    0,
                                    target.millis(),
                                    LiveEnd.FORSAKEN);
            say(ended.atMillis(), target, "the drill is over: " + ended.how().word());
        } catch (Refused refused) {
            if (refused.exit() != Exit.UNREACHABLE || ++lost > MOST_LOST) throw refused;
            if (lost == 1) note.accept(target.server() + " is not reached; it ends it by itself");
        }
    }

    private void look() {
        boolean normal = true;
        for (Seat seat : seats) {
            try {
                FailoverView view = seat.now();
                String state = StatusText.mine(view);
                if (!state.equals(states.put(seat, state))) {
                    say(seat.millis(), seat, state + ": " + Sentences.of(view.why()));
                }
                normal &= state.equals(ServerState.NORMAL.word()) && view.link().up();
            } catch (Refused unreachable) {
                normal = false;
            }
        }
        if (!normal || ended == null || normalMillis > 0) return;
        try {
            normalMillis = target.millis();
        } catch (Refused unreachable) {
            normalMillis = 0;
        }
    }

    private void say(long millis, Seat seat, String words) {
        Instant at = Instant.ofEpochSecond(millis / 1000);
        note.accept(at + "  " + seat.letter() + "  " + words);
        events.addObject().put("at", at.toString()).put("server", seat.letter()).put("what", words);
    }

    private long secondsToNormal() {
        LiveDrillView.Ended over = ended;
        return over == null ? -1 : Math.max(0, normalMillis - over.atMillis()) / 1000;
    }

    /// Whether both came back to normal.
    boolean isWell() {
        return normalMillis > 0;
    }

    ObjectNode document(Command.BeginDrill order) {
        ObjectNode document = JSON.createObjectNode();
        document.put("name", order.act().word())
                .put("peer", order.name())
                .put("on", target.letter())
                .put("server", target.server())
                .put("reason", order.reason())
                .put("seconds", order.seconds());
        LiveDrillView.Ended over = ended;
        document.put("ended", over == null ? null : over.how().word());
        if (isWell()) document.put("secondsToNormal", secondsToNormal());
        else document.putNull("secondsToNormal");
        document.put("holds", isWell());
        document.set("events", events);
        return document;
    }
}
