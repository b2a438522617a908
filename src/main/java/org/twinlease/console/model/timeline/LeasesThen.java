package org.twinlease.console.model.timeline;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.leases.LeaseWords;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// The leases of a server as they were at a moment. What was asked for last counts.
final class LeasesThen {

    private static final int PAGE = 2_000;
    static final int MOST = 20_000;

    private final ConsoleSession session;
    private final Runnable changed;
    private List<LeaseView> leases = List.of();
    private long atMillis;
    private boolean loading;
    private boolean cut;
    private int generation;

    LeasesThen(ConsoleSession session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    long atMillis() {
        return atMillis;
    }

    boolean isLoading() {
        return loading;
    }

    void ask(PastSide side, long at) {
        if (at == atMillis && !leases.isEmpty()) return;
        atMillis = at;
        loading = true;
        generation++;
        page(side, new Ip4(0), new ArrayList<>(), generation);
    }

    private void page(PastSide side, Ip4 from, List<LeaseView> so, int asked) {
        side.side()
                .replies()
                .ask(
                        new Query.LeasesThen(atMillis, from, PAGE),
                        page -> {
                            if (asked != generation) return;
                            so.addAll(page.leases());
                            Ip4 next = page.next();
                            if (next != null && so.size() < MOST) {
                                page(side, next, so, asked);
                                return;
                            }
                            cut = next != null;
                            done(so, asked);
                        },
                        () -> done(so, asked));
    }

    private void done(List<LeaseView> all, int asked) {
        if (asked != generation) return;
        leases = List.copyOf(all);
        loading = false;
        changed.run();
    }

    /// All that were read.
    List<LeaseView> leases() {
        return leases;
    }

    /// Whether there are more than are read.
    boolean isCut() {
        return cut;
    }

    List<TimelineModel.Then> rows() {
        return leases.stream().map(this::row).toList();
    }

    private TimelineModel.Then row(LeaseView lease) {
        return new TimelineModel.Then(
                lease.address(),
                LeaseWords.state(lease.state()),
                LeasesModel.tone(lease.state()),
                client(lease),
                lease.hostname() == null ? "" : lease.hostname(),
                ends(lease));
    }

    /// Whose it is, as it is known by.
    static String client(LeaseView lease) {
        return lease.hardware() == null
                ? PacketWords.clientId(lease.clientId())
                : lease.hardware().toString();
    }

    private String ends(LeaseView lease) {
        if (lease.state() != BindingState.ACTIVE || lease.ends() == 0) return "";
        if (lease.ends() == LeaseView.NEVER) return Text.of("lease.never");
        return Words.clock(lease.ends() * 1_000, session.zone());
    }

    /// How many leases were active then, in words; null while that is being asked.
    @Nullable String summary() {
        if (loading) return null;
        long active = leases.stream().filter(l -> l.state() == BindingState.ACTIVE).count();
        return Text.of("timeline.then.summary", Words.count(leases.size()), Words.count(active));
    }

    static Tone tone(BindingState state) {
        return LeasesModel.tone(state);
    }
}
