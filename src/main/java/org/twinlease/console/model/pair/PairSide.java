package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.value.ServerState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One server of a pair as it tells of itself in one of its relationships, and since when that is
/// known. Which relationship that is can be chosen, or stays the same for those that [#in] makes.
public final class PairSide {

    /// A relationship as it was told last, by this console's clock, and when it began to start or
    /// had its state again after a start.
    private record Told(FailoverView view, long atMillis, long readyMillis) {}

    /// What a live drill does to it, the same for all its relationships.
    private static final class Drilled {
        private LiveDrillView.@Nullable Running now;
    }

    private final int number;
    private final FrameModel frame;
    private final Replies replies;
    private final Map<String, Told> told;
    private final Drilled drilled;
    private String focus;

    /// How often it told something by itself, unasked.
    private long news;

    public PairSide(int number, FrameModel frame, Replies replies) {
        this(number, frame, replies, new LinkedHashMap<>(), new Drilled(), "");
    }

    private PairSide(
            int number,
            FrameModel frame,
            Replies replies,
            Map<String, Told> told,
            Drilled drilled,
            String focus) {
        this.number = number;
        this.frame = frame;
        this.replies = replies;
        this.told = told;
        this.drilled = drilled;
        this.focus = focus;
    }

    /// The same server in another of its relationships.
    public PairSide in(String relationship) {
        return new PairSide(number, frame, replies, told, drilled, relationship);
    }

    /// From now on tells of another relationship.
    void choose(String relationship) {
        focus = relationship;
    }

    /// Its number among the session's channels.
    public int number() {
        return number;
    }

    /// The way to ask it.
    public Replies replies() {
        return replies;
    }

    /// What it tells of itself beside the relationship.
    public FrameModel frame() {
        return frame;
    }

    /// The chosen relationship as it told it last; null while that is unknown or there is none.
    public @Nullable FailoverView view() {
        return view(focus);
    }

    /// A relationship of a name as it told it last; null when it has none of that name.
    public @Nullable FailoverView view(String name) {
        Told known = told.get(name);
        return known == null ? null : known.view();
    }

    /// Every relationship that it has, in the order of its configuration.
    public List<FailoverView> views() {
        return told.values().stream().map(Told::view).toList();
    }

    /// Whether it may be one of the two of the chosen relationship: as long as it has not told of
    /// any, it may.
    public boolean isMember() {
        return told.isEmpty() || told.containsKey(focus);
    }

    /// When the view was told, by this console's clock.
    public long viewMillis() {
        Told known = told.get(focus);
        return known == null ? 0 : known.atMillis();
    }

    /// It tells by itself how all relationships are now.
    void tell(List<FailoverView> pairs, long now) {
        news++;
        put(pairs, now);
    }

    /// It tells by itself how a relationship is now.
    void tell(FailoverView pair, long now) {
        news++;
        put(pair, now);
    }

    private void put(List<FailoverView> pairs, long now) {
        told.keySet().retainAll(pairs.stream().map(FailoverView::name).toList());
        for (FailoverView pair : pairs) put(pair, now);
    }

    private void put(FailoverView pair, long now) {
        if (focus.isEmpty()) focus = pair.name();
        Told before = told.get(pair.name());
        boolean turned = before != null && before.view().starting() != pair.starting();
        long ready = before == null ? 0 : turned ? now : before.readyMillis();
        told.put(pair.name(), new Told(pair, now, ready));
    }

    /// Since when it has been in its state without a break, in seconds since 1970, 0 while unknown.
    /// What it has on disk goes back beyond its last start, when it was in no state at all.
    public long since() {
        Told known = told.get(focus);
        if (known == null) return 0;
        ServerView server = frame.server();
        long started = server == null ? 0 : server.startedMillis();
        return Math.max(known.view().since(), Math.max(started, known.readyMillis()) / 1_000);
    }

    /// Asks for all relationships. What the server tells of itself in the meantime is as new as its
    /// answer or newer, for one that travels another way may be late.
    void ask(Runnable answered, long now) {
        long asked = news;
        replies.ask(
                new Query.Failover(),
                pairs -> {
                    if (news == asked) put(pairs, now);
                    answered.run();
                },
                () -> {});
    }

    /// A live drill is done to it from now on, or none any more.
    public void drilled(LiveDrillView.@Nullable Running drill) {
        drilled.now = drill;
    }

    /// The live drill of the chosen relationship that is done to it; null when there is none.
    public LiveDrillView.@Nullable Running drill() {
        LiveDrillView.Running now = drilled.now;
        return now != null && now.name().equals(focus) ? now : null;
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
    public ServerState state() {
        FailoverView pair = view();
        if (pair == null) return ServerState.UNKNOWN;
        return pair.starting() ? ServerState.STARTUP : pair.state();
    }

    /// All its pools as they were told last, in a relationship or not.
    public List<PoolView> known() {
        return frame.pools();
    }

    /// The pools of the relationship.
    public List<PoolView> pools() {
        FailoverView pair = view();
        if (pair == null) return List.of();
        return frame.pools().stream().filter(p -> pair.pools().contains(p.index())).toList();
    }

    /// The free addresses of a pool that it may give to new clients itself.
    public long own(PoolView pool) {
        FailoverView pair = view();
        if (pair == null) return 0;
        return pair.primary() ? pool.free() : pool.backup();
    }

    /// Whether it answers new clients now.
    public boolean serves() {
        return !isGone() && state().serves();
    }
}
