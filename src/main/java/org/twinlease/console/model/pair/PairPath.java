package org.twinlease.console.model.pair;

import org.twinlease.control.Notice;
import org.twinlease.control.Sentences;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The states that the servers of a pair went through while this console watched, and how long each
/// stayed in each.
final class PairPath {

    private static final int KEPT = 60;

    /// A change: of which server, from where to where, when and why.
    record Move(int server, ServerState from, ServerState to, long atMillis, String why) {}

    private final List<Move> moves = new ArrayList<>();
    private final Map<Integer, ServerState> now = new HashMap<>();
    private final Map<Integer, Long> since = new HashMap<>();
    private final Map<Integer, Map<ServerState, Long>> spent = new HashMap<>();

    /// Takes in the state that a server is in, with the cause if it is a change. What it says of
    /// the connection and of its partner is no change.
    void on(PairSide side, long atMillis, String why) {
        int server = side.number();
        ServerState to = side.state();
        if (to == ServerState.UNKNOWN) return;
        ServerState from = now.put(server, to);
        if (from == null) {
            since.put(server, began(side, atMillis));
            return;
        }
        if (from == to) return;
        move(server, from, to, atMillis, why);
    }

    /// Takes in that a server does not answer: from now on nobody knows its state, and no time is
    /// counted.
    void gone(PairSide side, long atMillis, String why) {
        ServerState from = now.get(side.number());
        if (from == null || from == ServerState.UNKNOWN) return;
        now.put(side.number(), ServerState.UNKNOWN);
        move(side.number(), from, ServerState.UNKNOWN, atMillis, why);
    }

    private void move(int server, ServerState from, ServerState to, long atMillis, String why) {
        long began = since.getOrDefault(server, atMillis);
        since.put(server, atMillis);
        times(server).merge(from, Math.max(0, atMillis - began), Long::sum);
        moves.add(new Move(server, from, to, atMillis, why));
        if (moves.size() > KEPT) moves.removeFirst();
    }

    /// When the state began that a server was in when it was first seen.
    private static long began(PairSide side, long atMillis) {
        long since = side.since();
        return since == 0 ? atMillis : Math.min(atMillis, since * 1_000);
    }

    void on(PairSide side, Notice.PairChanged changed) {
        on(side, changed.atMillis(), Sentences.of(changed.why()));
    }

    /// The changes, oldest first.
    List<Move> moves() {
        return List.copyOf(moves);
    }

    /// How long a server was in a state while this console watched, in seconds; -1 for never.
    long seconds(int server, ServerState state, long nowMillis) {
        Long before = times(server).get(state);
        boolean here = now.get(server) == state;
        if (before == null && !here) return -1;
        long running = here ? Math.max(0, nowMillis - since.getOrDefault(server, nowMillis)) : 0;
        return ((before == null ? 0 : before) + running) / 1_000;
    }

    private Map<ServerState, Long> times(int server) {
        return spent.computeIfAbsent(server, _ -> new EnumMap<>(ServerState.class));
    }
}
