package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// Looks for the addresses that two servers would give if one is taken for down and is not: asks
/// the server for all of its leases, page by page, and keeps the first of the partner's free
/// addresses and the numbers of all.
final class Risk {

    /// How many addresses are shown.
    static final int MOST = 256;

    private static final int PAGE = 10_000;

    private final PairSide side;
    private final FailoverView view;
    private final Runnable settle;
    private final List<String> addresses = new ArrayList<>();
    private long looked;
    private long free;
    private long running;
    private long firstSecond = Long.MAX_VALUE;
    private boolean whole;
    private boolean failed;

    Risk(PairSide side, FailoverView view, Runnable settle) {
        this.side = side;
        this.view = view;
        this.settle = settle;
    }

    void look() {
        from(Ip4.of("0.0.0.0"));
    }

    private void from(Ip4 address) {
        side.replies()
                .ask(
                        new Query.Leases(address, PAGE, true),
                        this::take,
                        () -> {
                            failed = true;
                            settle.run();
                        });
    }

    private void take(LeasePage page) {
        BindingState partners = view.primary() ? BindingState.BACKUP : BindingState.FREE;
        for (LeaseView lease : page.leases()) {
            if (!view.pools().contains(lease.pool())) continue;
            looked++;
            if (lease.state() == partners) {
                free++;
                if (addresses.size() < MOST) addresses.add(lease.address().toString());
            } else if (lease.state() == BindingState.ACTIVE) {
                running++;
                firstSecond = Math.min(firstSecond, reuse(lease));
            }
        }
        @Nullable Ip4 next = page.next();
        whole = next == null;
        settle.run();
        if (next != null) from(next);
    }

    /// When a running lease's address may be another client's, if no renewal is heard of.
    private long reuse(LeaseView lease) {
        if (lease.ends() == LeaseView.NEVER) return Long.MAX_VALUE;
        long promised = Math.max(lease.tsfp(), lease.tstp());
        return Math.max(lease.ends(), promised + view.mclt());
    }

    /// Whether everything was looked at.
    boolean isWhole() {
        return whole;
    }

    /// Whether the server stopped answering.
    boolean isFailed() {
        return failed;
    }

    /// How many addresses of the pair were looked at.
    long looked() {
        return looked;
    }

    /// How many are free and the partner's.
    long free() {
        return free;
    }

    /// How many leases run.
    long running() {
        return running;
    }

    /// When the first address of a running lease may be another client's (seconds since 1970); the
    /// largest number when no lease ends.
    long firstSecond() {
        return firstSecond;
    }

    /// The first of the partner's free addresses.
    List<String> addresses() {
        return addresses;
    }
}
