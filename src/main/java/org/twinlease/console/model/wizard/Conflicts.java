package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The addresses of a relationship that its two servers have different records of, and which record
/// the rule of both lets stand. Reads both tables page by page, once.
final class Conflicts {

    /// How many addresses are shown.
    static final int MOST = 200;

    private static final int PAGE = 10_000;

    /// Which of two records stands, and why; worst first.
    enum Rule {
        /// Two clients have the address: the later contact with its client stands.
        TWO_CLIENTS,
        /// One client has two promises: the later end stands.
        TWO_ENDS,
        /// One server has given it, the other has it as free: what was given stands.
        GIVEN,
        /// What was given has ended: free.
        ENDED,
        /// One server saw it used by a stranger: the record that is told first stands.
        ABANDONED,
        /// No client has it: nobody loses, whichever stands.
        NOBODY
    }

    /// An address on which the two differ, with both records. Of those the one of `stands` is left:
    /// 0 the first server's, 1 the second's, -1 where it makes no difference to anybody.
    record Difference(Ip4 address, Rule rule, LeaseView one, LeaseView two, int stands) {}

    private final PairSide first;
    private final PairSide second;
    private final boolean firstIsPrimary;
    private final long nowSecond;
    private final List<Integer> pools;
    private final Runnable settle;
    private final Map<Integer, LeaseView> own = new HashMap<>();
    private final List<Difference> shown = new ArrayList<>();
    private final Map<Rule, Long> counts = new EnumMap<>(Rule.class);
    private long compared;
    private boolean whole;
    private boolean failed;

    Conflicts(PairSide first, PairSide second, long nowSecond, Runnable settle) {
        this.first = first;
        this.second = second;
        this.nowSecond = nowSecond;
        this.settle = settle;
        var view = first.view();
        firstIsPrimary = view != null && view.primary();
        pools = view == null ? List.of() : view.pools();
    }

    void look() {
        ask(first, Ip4.ZERO, true);
    }

    private void ask(PairSide side, Ip4 from, boolean isFirst) {
        side.replies()
                .ask(
                        new Query.Leases(from, PAGE, true),
                        page -> take(side, page, isFirst),
                        () -> {
                            failed = true;
                            settle.run();
                        });
    }

    private void take(PairSide side, LeasePage page, boolean isFirst) {
        for (LeaseView lease : page.leases()) {
            if (isFirst && pools.contains(lease.pool())) own.put(lease.address().bits(), lease);
            else if (!isFirst) compare(lease);
        }
        @Nullable Ip4 next = page.next();
        if (next != null) {
            ask(side, next, isFirst);
        } else if (isFirst) {
            ask(second, Ip4.ZERO, false);
        } else {
            whole = true;
            own.clear();
            shown.sort((a, b) -> a.rule().compareTo(b.rule()));
        }
        settle.run();
    }

    private void compare(LeaseView theirs) {
        LeaseView ours = own.get(theirs.address().bits());
        if (ours == null) return;
        compared++;
        if (!differ(ours, theirs)) return;
        Rule rule = rule(ours, theirs, nowSecond);
        counts.merge(rule, 1L, Long::sum);
        if (shown.size() < MOST || rule == Rule.TWO_CLIENTS) {
            shown.add(
                    new Difference(ours.address(), rule, ours, theirs, stands(ours, theirs, rule)));
        }
    }

    /// Two records agree when they are in the same state and, while somebody has the address, name
    /// the same client and the same end.
    private static boolean differ(LeaseView a, LeaseView b) {
        if (a.state() != b.state()) return true;
        return a.state() == BindingState.ACTIVE && (!isSameClient(a, b) || a.ends() != b.ends());
    }

    static boolean isSameClient(LeaseView a, LeaseView b) {
        if (a.clientId() != null && b.clientId() != null) {
            return a.clientId().equals(b.clientId());
        }
        return Objects.equals(a.hardware(), b.hardware());
    }

    static Rule rule(LeaseView a, LeaseView b, long now) {
        boolean abandoned =
                a.state() == BindingState.ABANDONED || b.state() == BindingState.ABANDONED;
        if (abandoned) return Rule.ABANDONED;
        boolean runsA = runs(a, now);
        boolean runsB = runs(b, now);
        if (runsA && runsB) return isSameClient(a, b) ? Rule.TWO_ENDS : Rule.TWO_CLIENTS;
        if (runsA || runsB) return Rule.GIVEN;
        boolean given = a.state() == BindingState.ACTIVE || b.state() == BindingState.ACTIVE;
        return given ? Rule.ENDED : Rule.NOBODY;
    }

    static boolean runs(LeaseView lease, long now) {
        return lease.state() == BindingState.ACTIVE
                && (lease.ends() == LeaseView.NEVER || lease.ends() >= now);
    }

    private int stands(LeaseView a, LeaseView b, Rule rule) {
        // The primary asks first, so of two equal records the secondary's is told first.
        int toldFirst = firstIsPrimary ? 1 : 0;
        return switch (rule) {
            case TWO_CLIENTS ->
                    contact(a) == contact(b) ? toldFirst : contact(a) > contact(b) ? 0 : 1;
            case TWO_ENDS -> a.ends() > b.ends() ? 0 : 1;
            case GIVEN -> runs(a, nowSecond) ? 0 : 1;
            case ABANDONED -> toldFirst;
            case ENDED, NOBODY -> -1;
        };
    }

    /// When its client was heard last: of a lease that the partner gave, a server knows when it
    /// began.
    private static long contact(LeaseView lease) {
        return Math.max(lease.cltt(), lease.starts());
    }

    boolean isWhole() {
        return whole;
    }

    boolean isFailed() {
        return failed;
    }

    /// How many addresses both have told of.
    long compared() {
        return compared;
    }

    long count(Rule rule) {
        return counts.getOrDefault(rule, 0L);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Those that are shown, the worst first.
    List<Difference> list() {
        return shown.stream().limit(MOST).toList();
    }
}
