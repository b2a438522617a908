package org.twinlease.lab;

import org.twinlease.value.ServerState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a server of a pair might answer clients: by what it logged of its states, and by what was
/// done to it. Times are seconds since 1970.
final class ServiceTimes {
    private static final Pattern DHCPD =
            Pattern.compile(
                    "^(\\d+\\.\\d+) failover peer \\S+ (I move|peer moves) from \\S+ to (\\S+)$");
    private static final Pattern OURS =
            Pattern.compile("^(\\S+Z) failover peer \\S+: (\\S+), partner (\\S+): .*$");

    /// What was done to it, or what it said.
    private enum Mark {
        UP,
        DOWN,
        FORGOT,
        APART,
        TOGETHER,
        PARTED,
        MET,
        MINE,
        PARTNER
    }

    private record Entry(double at, Mark mark, ServerState state) {}

    /// A stretch of time in which nothing changed.
    private record Span(double from, double to, boolean serves, boolean told) {}

    private final List<Entry> marks = new ArrayList<>();
    private boolean up;
    private double lastLoss = Double.NEGATIVE_INFINITY;

    void up() {
        up = true;
        mark(Mark.UP);
    }

    void down() {
        up = false;
        mark(Mark.DOWN);
    }

    boolean isUp() {
        return up;
    }

    void forgot() {
        mark(Mark.FORGOT);
        lastLoss = PairLab.clock();
    }

    /// When it lost its leases last; before all times when it never did.
    double lastLoss() {
        return lastLoss;
    }

    /// No client reaches it from now on.
    void apart() {
        mark(Mark.APART);
    }

    /// Clients reach it again.
    void together() {
        mark(Mark.TOGETHER);
    }

    /// Nothing that it says reaches its partner from now on, whether it knows that or not.
    void parted() {
        mark(Mark.PARTED);
    }

    /// The two may talk again.
    void met() {
        mark(Mark.MET);
    }

    private void mark(Mark mark) {
        marks.add(new Entry(PairLab.clock(), mark, ServerState.UNKNOWN));
    }

    /// Its times by a log of its whole life.
    Times of(String log) {
        List<Entry> all = new ArrayList<>(marks);
        log.lines().forEach(line -> read(line, all));
        all.sort(Comparator.comparingDouble(Entry::at));
        List<Span> spans = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        boolean up = false;
        boolean reached = true;
        boolean talks = true;
        ServerState mine = ServerState.UNKNOWN;
        ServerState partner = ServerState.UNKNOWN;
        double from = 0;
        for (Entry entry : all) {
            boolean told = talks && mine == ServerState.NORMAL;
            spans.add(new Span(from, entry.at(), up && reached && serves(mine, partner), told));
            from = entry.at();
            switch (entry.mark()) {
                case UP -> up = true;
                case DOWN -> {
                    up = false;
                    mine = ServerState.UNKNOWN;
                }
                case FORGOT -> {
                    losses.add(entry.at());
                    partner = ServerState.UNKNOWN;
                }
                case APART -> reached = false;
                case TOGETHER -> reached = true;
                case PARTED -> talks = false;
                case MET -> talks = true;
                case MINE -> mine = entry.state();
                case PARTNER -> partner = entry.state();
            }
        }
        boolean told = talks && mine == ServerState.NORMAL;
        spans.add(new Span(from, PairLab.clock(), up && reached && serves(mine, partner), told));
        return new Times(spans, losses);
    }

    private static void read(String line, List<Entry> all) {
        Matcher dhcpd = DHCPD.matcher(line);
        if (dhcpd.find()) {
            Mark mark = dhcpd.group(2).startsWith("I") ? Mark.MINE : Mark.PARTNER;
            all.add(new Entry(Double.parseDouble(dhcpd.group(1)), mark, state(dhcpd.group(3))));
            return;
        }
        Matcher ours = OURS.matcher(line);
        if (!ours.find()) return;
        double at = Instant.parse(ours.group(1)).toEpochMilli() / 1000.0;
        all.add(new Entry(at, Mark.MINE, state(ours.group(2))));
        all.add(new Entry(at, Mark.PARTNER, state(ours.group(3))));
    }

    private static ServerState state(String word) {
        for (ServerState state : ServerState.values()) if (state.word().equals(word)) return state;
        return ServerState.UNKNOWN;
    }

    /// Section 6.1 of the protocol as dhcpd speaks it.
    private static boolean serves(ServerState mine, ServerState partner) {
        boolean answers =
                mine == ServerState.NORMAL
                        || mine == ServerState.COMMUNICATIONS_INTERRUPTED
                        || mine == ServerState.PARTNER_DOWN;
        boolean demands =
                partner == ServerState.PARTNER_DOWN
                        || partner == ServerState.POTENTIAL_CONFLICT
                        || partner == ServerState.CONFLICT_DONE
                        || partner == ServerState.RESOLUTION_INTERRUPTED;
        return answers && !demands;
    }

    /// What [ServiceTimes#of] found.
    record Times(List<Span> spans, List<Double> losses) {

        /// Whether it might answer for so many seconds on end between two moments.
        boolean served(double from, double to, double seconds) {
            double begin = Double.NaN;
            for (Span span : spans) {
                if (!span.serves() || span.to() < from || span.from() > to) {
                    begin = Double.NaN;
                    continue;
                }
                if (Double.isNaN(begin)) begin = Math.max(from, span.from());
                if (Math.min(to, span.to()) - begin >= seconds) return true;
            }
            return false;
        }

        /// Whether it lost its leases between two moments.
        boolean lost(double from, double to) {
            return losses.stream().anyMatch(at -> at > from && at < to);
        }

        /// When it lost its leases first after a moment.
        double loss(double since) {
            return losses.stream()
                    .filter(at -> at > since)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        /// The first moment after one at which both have been in NORMAL, and could talk, for so
        /// many seconds since; infinity when there is none.
        static double together(Times one, Times two, double since, double seconds) {
            for (Span span : one.spans) {
                if (!span.told() || span.to() < since) continue;
                for (Span beside : two.spans) {
                    if (!beside.told()) continue;
                    double from = Math.max(since, Math.max(span.from(), beside.from()));
                    if (Math.min(span.to(), beside.to()) - from >= seconds) return from + seconds;
                }
            }
            return Double.POSITIVE_INFINITY;
        }
    }
}
