package org.twinlease.app.past;

import org.twinlease.control.AlarmView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What of a server's notices belongs into its record of the past. Knows what was told last, so
/// that only what is another is an event.
final class PastNotices {

    private static final long SAMPLE_MILLIS = 10_000;

    private final Map<String, FailoverView> pairs = new HashMap<>();
    private List<PoolView> pools = List.of();
    private long sampled;

    /// The events that a notice comes to, not numbered yet; most often none.
    List<PastEvent> events(Notice notice) {
        return switch (notice) {
            case Notice.LeaseChanged changed -> List.of(lease(changed));
            case Notice.PairChanged(FailoverView pair, Reason why, long at) -> pair(pair, why, at);
            case Notice.PairPulse(var all, long at) -> sample(all, at);
            case Notice.Alarm(AlarmView alarm) -> List.of(alarm(alarm));
            case Notice.PoolBalanced b ->
                    List.of(
                            new PastEvent(
                                    0,
                                    b.atMillis(),
                                    PastKind.BALANCED,
                                    b.name(),
                                    "",
                                    List.of(
                                            (long) b.pool(),
                                            b.own(),
                                            b.partners(),
                                            (long) b.given()),
                                    null,
                                    null));
            case Notice.Pulse(var counters, var now) -> {
                pools = now;
                yield pairs.isEmpty() ? sample(List.of(), counters.atMillis()) : List.of();
            }
            case Notice.PacketSeen _, Notice.PairMessage _, Notice.Resync _ -> List.of();
        };
    }

    /// Whether only what the two servers have told each other of a lease is another: who has it,
    /// until when, is as it was.
    static boolean isSame(Notice.LeaseChanged changed) {
        LeaseView now = changed.lease();
        LeaseView before = changed.before();
        return before != null
                && before.state() == now.state()
                && before.ends() == now.ends()
                && Objects.equals(before.hardware(), now.hardware())
                && Objects.equals(before.clientId(), now.clientId());
    }

    private static PastEvent lease(Notice.LeaseChanged changed) {
        return new PastEvent(
                0,
                changed.atMillis(),
                PastKind.LEASE,
                changed.lease().address().toString(),
                changed.lease().state().word(),
                List.of(),
                changed.why(),
                changed.before());
    }

    private List<PastEvent> pair(FailoverView now, Reason why, long at) {
        FailoverView before = pairs.put(now.name(), now);
        List<PastEvent> events = new ArrayList<>();
        if (before == null
                || before.state() != now.state()
                || before.starting() != now.starting()) {
            String word = now.starting() ? "startup" : now.state().word();
            events.add(event(at, PastKind.STATE, now.name(), word, why));
        }
        if (before == null || before.partner() != now.partner()) {
            events.add(event(at, PastKind.PARTNER, now.name(), now.partner().word(), why));
        }
        boolean link = now.link().up();
        if (before == null || before.link().up() != link) {
            events.add(event(at, PastKind.LINK, now.name(), link ? "up" : "down", why));
        }
        boolean same = events.isEmpty() && before != null && why.equals(before.link().trouble());
        if (events.isEmpty() && !same) {
            events.add(event(at, PastKind.TROUBLE, now.name(), "", why));
        }
        return events;
    }

    private static PastEvent event(
            long at, PastKind kind, String subject, String words, Reason why) {
        return new PastEvent(0, at, kind, subject, words, List.of(), why, null);
    }

    private static PastEvent alarm(AlarmView alarm) {
        PastKind kind = alarm.over() ? PastKind.ALARM_OVER : PastKind.ALARM;
        String words = Sentences.sentence(alarm);
        return new PastEvent(
                0, alarm.atMillis(), kind, alarm.type().name(), words, List.of(), null, null);
    }

    /// States that began before anybody watched are events too, of the first pulse.
    private List<PastEvent> sample(List<FailoverView> all, long at) {
        List<PastEvent> events = new ArrayList<>();
        for (FailoverView pair : all) {
            FailoverView known = pairs.get(pair.name());
            boolean another =
                    known == null
                            || known.state() != pair.state()
                            || known.starting() != pair.starting()
                            || known.partner() != pair.partner()
                            || known.link().up() != pair.link().up();
            if (another) events.addAll(pair(pair, pair.why(), at));
        }
        if (at - sampled < SAMPLE_MILLIS && at >= sampled) return events;
        sampled = at;
        if (all.isEmpty()) events.add(sample("", 0, pools, at));
        for (FailoverView pair : all) {
            List<PoolView> its =
                    pools.stream().filter(pool -> pair.pools().contains(pool.index())).toList();
            events.add(sample(pair.name(), pair.link().unacknowledged(), its, at));
        }
        return events;
    }

    private static PastEvent sample(String name, long owed, List<PoolView> pools, long at) {
        long free = pools.stream().mapToLong(PoolView::free).sum();
        long backup = pools.stream().mapToLong(PoolView::backup).sum();
        long active = pools.stream().mapToLong(PoolView::active).sum();
        List<Long> numbers = List.of(owed, free, backup, active);
        return new PastEvent(0, at, PastKind.SAMPLE, name, "", numbers, null, null);
    }
}
