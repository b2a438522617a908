package org.twinlease.console.model.pair;

import org.twinlease.console.model.Words;
import org.twinlease.control.FailoverMessageView;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The failover messages that really passed: how many of each type each way in the last seconds,
/// and the newest ones. Those of one server are counted, since every message has two ends.
final class PairTraffic {

    private static final long WINDOW_MILLIS = 10_000;
    private static final int NEWEST = 8;

    private final Deque<FailoverMessageView> window = new ArrayDeque<>();
    private final Deque<FailoverMessageView> newest = new ArrayDeque<>();
    private final Map<String, long[]> totals = new LinkedHashMap<>();
    private int server;

    /// Takes in a message that a server tells of; those of the other are passed over while this one
    /// is heard.
    void on(int from, FailoverMessageView message, long now) {
        if (from != server) {
            FailoverMessageView last = newest.peekFirst();
            if (last != null && now - last.atMillis() < WINDOW_MILLIS) return;
            server = from;
        }
        window.addLast(message);
        newest.addFirst(message);
        if (newest.size() > NEWEST) newest.removeLast();
        totals.computeIfAbsent(message.type(), _ -> new long[2])[message.outgoing() ? 0 : 1]++;
    }

    /// The newest messages, newest first.
    List<PairModel.Passed> newest(ZoneId zone, int second) {
        return newest.stream()
                .map(
                        message ->
                                new PairModel.Passed(
                                        Words.clock(message.atMillis(), zone),
                                        message.outgoing() != (server == second),
                                        message.type(),
                                        message.address().isZero()
                                                ? ""
                                                : message.address().toString()))
                .toList();
    }

    /// What passed between the two, by type; `second` is the number of the server on the right.
    List<PairModel.Flow> flows(long now, int second) {
        while (!window.isEmpty() && now - window.getFirst().atMillis() > WINDOW_MILLIS) {
            window.removeFirst();
        }
        var flows = new ArrayList<PairModel.Flow>();
        for (var entry : totals.entrySet()) {
            long[] counts = new long[2];
            boolean[] fresh = new boolean[2];
            for (FailoverMessageView message : window) {
                if (!message.type().equals(entry.getKey())) continue;
                int way = message.outgoing() ? 0 : 1;
                counts[way]++;
                fresh[way] |= now - message.atMillis() < 1_500;
            }
            boolean turned = server == second;
            int right = turned ? 1 : 0;
            double seconds = WINDOW_MILLIS / 1_000.0;
            flows.add(
                    new PairModel.Flow(
                            entry.getKey(),
                            Words.rate(counts[right] / seconds),
                            Words.rate(counts[1 - right] / seconds),
                            Words.count(entry.getValue()[right]),
                            Words.count(entry.getValue()[1 - right]),
                            fresh[right],
                            fresh[1 - right]));
        }
        return flows;
    }
}
