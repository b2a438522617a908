package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.value.ServerState;

import java.util.List;

/// One server of a pair as it tells of itself, and since when that is known.
public final class PairSide {

    private final int number;
    private final FrameModel frame;
    private final Replies replies;
    private @Nullable FailoverView view;
    private long viewMillis;
    private long readyMillis;

    public PairSide(int number, FrameModel frame, Replies replies) {
        this.number = number;
        this.frame = frame;
        this.replies = replies;
    }

    int number() {
        return number;
    }

    /// The way to ask it.
    public Replies replies() {
        return replies;
    }

    FrameModel frame() {
        return frame;
    }

    /// Its relationship as it told it last; null while that is unknown or there is none.
    public @Nullable FailoverView view() {
        return view;
    }

    /// When the view was told, by this console's clock.
    long viewMillis() {
        return viewMillis;
    }

    /// Takes in the relationship as it is now; the first of several.
    void put(List<FailoverView> pairs, long now) {
        if (pairs.isEmpty()) return;
        String known = view == null ? pairs.getFirst().name() : view.name();
        for (FailoverView pair : pairs) if (pair.name().equals(known)) put(pair, now);
    }

    void put(FailoverView pair, long now) {
        if (view != null && !view.name().equals(pair.name())) return;
        boolean started = state() == ServerState.STARTUP;
        view = pair;
        viewMillis = now;
        if (started && state() != ServerState.STARTUP) readyMillis = now;
    }

    /// Since when it has been in its state without a break, in seconds since 1970, 0 while unknown.
    /// What it has on disk goes back beyond its last start, when it was in no state at all.
    long since() {
        FailoverView pair = view;
        if (pair == null) return 0;
        ServerView server = frame.server();
        long started = server == null ? 0 : server.startedMillis();
        return Math.max(pair.since(), Math.max(started, readyMillis) / 1_000);
    }

    void ask(Runnable answered, long now) {
        replies.ask(
                new Query.Failover(),
                pairs -> {
                    put(pairs, now);
                    answered.run();
                },
                () -> {});
    }

    /// What it calls itself.
    public String name() {
        ServerView server = frame.server();
        return server == null ? Text.of("value.unknown") : server.name();
    }

    /// Whether it does not answer.
    public boolean isGone() {
        return frame.isGone();
    }

    /// Its state, STARTUP while it has not heard its partner since its start.
    ServerState state() {
        FailoverView pair = view;
        if (pair == null) return ServerState.UNKNOWN;
        return pair.starting() ? ServerState.STARTUP : pair.state();
    }

    /// All its pools as they were told last, in a relationship or not.
    public List<PoolView> known() {
        return frame.pools();
    }

    /// The pools of the relationship.
    List<PoolView> pools() {
        FailoverView pair = view;
        if (pair == null) return List.of();
        return frame.pools().stream().filter(p -> pair.pools().contains(p.index())).toList();
    }

    /// The free addresses of a pool that it may give to new clients itself.
    long own(PoolView pool) {
        FailoverView pair = view;
        if (pair == null) return 0;
        return pair.primary() ? pool.free() : pool.backup();
    }

    /// Whether it answers new clients now.
    boolean serves() {
        return !isGone() && state().serves();
    }
}
