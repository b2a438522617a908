package org.twinlease.console.model.timeline;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.leases.LeaseWords;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.model.timeline.Comparison.Change;
import org.twinlease.console.model.timeline.Comparison.Line;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What is different between the leases of two moments.
final class LeaseDifferences {

    /// Both views of an address; null where it had no client then.
    private static final class Both {
        @Nullable LeaseView before;
        @Nullable LeaseView after;
    }

    private final List<LeaseView> before;
    private final List<LeaseView> after;

    LeaseDifferences(List<LeaseView> before, List<LeaseView> after) {
        this.before = before;
        this.after = after;
    }

    /// How many leases were in each state, of those that had a client.
    List<Line> counts() {
        List<Line> lines = new ArrayList<>();
        for (BindingState state : BindingState.values()) {
            String then = count(before, state);
            String now = count(after, state);
            if (then.equals("0") && now.equals("0")) continue;
            String what = Text.of("timeline.compare.count", LeaseWords.state(state));
            lines.add(new Line(what, then, now, !then.equals(now)));
        }
        return lines;
    }

    private static String count(List<LeaseView> leases, BindingState state) {
        return Words.count(leases.stream().filter(lease -> lease.state() == state).count());
    }

    /// The leases that have another state or another client, in the order of their addresses.
    List<Change> changes() {
        Map<Long, Both> all = new TreeMap<>();
        for (LeaseView lease : before) both(all, lease).before = lease;
        for (LeaseView lease : after) both(all, lease).after = lease;
        List<Change> changes = new ArrayList<>();
        for (Both both : all.values()) {
            if (!isSame(both)) changes.add(change(both));
        }
        return changes;
    }

    private static Both both(Map<Long, Both> all, LeaseView lease) {
        long place = Integer.toUnsignedLong(lease.address().bits());
        return all.computeIfAbsent(place, _ -> new Both());
    }

    private static boolean isSame(Both both) {
        return both.before != null
                && both.after != null
                && both.before.state() == both.after.state()
                && Objects.equals(both.before.hardware(), both.after.hardware())
                && Objects.equals(both.before.clientId(), both.after.clientId());
    }

    private static Change change(Both both) {
        String none = Text.of("timeline.compare.none");
        LeaseView now = both.after;
        LeaseView then = both.before;
        LeaseView any = now == null ? Objects.requireNonNull(then) : now;
        String was = then == null ? "" : LeasesThen.client(then);
        String is = now == null ? "" : LeasesThen.client(now);
        boolean other = !was.isEmpty() && !is.isEmpty() && !was.equals(is);
        return new Change(
                any.address(),
                then == null ? none : LeaseWords.state(then.state()),
                now == null ? none : LeaseWords.state(now.state()),
                now == null ? Tone.PLAIN : LeasesModel.tone(now.state()),
                other ? Text.of("timeline.compare.clients", was, is) : is.isEmpty() ? was : is);
    }
}
