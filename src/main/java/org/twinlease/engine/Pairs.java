package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.UpdateCause;
import org.twinlease.dhcp.Plan;
import org.twinlease.failover.PairEvent;
import org.twinlease.failover.PairHost;
import org.twinlease.failover.Peer;
import org.twinlease.failover.PeerView;
import org.twinlease.failover.Permits;
import org.twinlease.failover.Terms;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.PairState;
import org.twinlease.lease.Permit;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/// The failover relationships of a server and their way to its journal, its links and its watchers.
/// What they send leaves with the commit of what they changed.
final class Pairs implements PairHost {

    private static final int REMEMBERED = 1 << 13;

    private final Engine engine;
    private final List<Peer> peers = new ArrayList<>();
    private final Ring<Seen> messages = new Ring<>(REMEMBERED);
    private final Causes causes = new Causes();
    private final PairAlarms alarms;
    private final LiveDrills drills;
    private final LinkGate gate;

    private Permit permit = Permit.ALONE;
    private Now now = new Now(0, 0);
    private long lastLink;
    private long sequence;

    /// A message as it was; put into words only when somebody looks.
    private record Seen(
            PairEvent.Message event, long sequence, long atMillis, @Nullable UpdateCause cause) {
        FailoverMessageView view() {
            return PairViews.message(event, sequence, atMillis, cause);
        }
    }

    Pairs(Engine engine) {
        this.engine = engine;
        alarms = new PairAlarms(engine);
        drills = new LiveDrills(engine);
        gate = new LinkGate(drills);
    }

    LiveDrills drills() {
        return drills;
    }

    List<Peer> all() {
        return peers;
    }

    /// A live drill has begun or is over.
    void drills(Now at, String name, Reason why) {
        now = at;
        gate.shut(peers, this::cut);
        changed(name, why);
    }

    /// A connection is cut, as if it had ended by itself.
    private void cut(Peer peer, long link) {
        close(link);
        peer.closed(now, link, LinkGate.WHY);
    }

    /// All relationships are to be taken up as after a start; their connections are closed.
    void forget() {
        peers.clear();
    }

    /// Takes up the relationships of the configuration, with the states that they had. One whose
    /// block is as it was goes on as if nothing had happened; `moved` says where a slot is now. The
    /// links of all others before are closed.
    void begin(Now at, IntUnaryOperator moved) {
        now = at;
        List<Peer> before = List.copyOf(peers);
        peers.clear();
        Plan plan = engine.plan();
        List<List<Integer>> networks = networks(plan);
        @Nullable Peer[] ofPool = new Peer[plan.pools().size()];
        for (FailoverPeer block : plan.config().peers()) {
            List<Integer> pools =
                    plan.pools().stream()
                            .filter(p -> block.name().equals(p.pool().failoverPeer()))
                            .map(Plan.Numbered::number)
                            .toList();
            if (pools.isEmpty()) continue;
            Terms terms = Terms.of(block, Ip4::parse);
            Peer peer = find(before, terms.name());
            if (peer != null && peer.terms().equals(terms)) {
                peer.moved(now, pools, moved);
            } else {
                if (peer != null) leave(peer);
                peer = new Peer(now, terms, pools, vendor(), this);
            }
            peers.add(peer);
            for (int pool : pools) ofPool[pool] = peer;
            Ip4 address = peer.terms().address();
            if (address != null) {
                engine.edges().outlet().partners().listen(address, peer.terms().port());
            }
        }
        for (Peer old : before) if (named(old.name()) == null) end(old);
        permit =
                peers.isEmpty()
                        ? Permit.ALONE
                        : new Permits(ofPool, networks, table(), () -> now.wallSeconds());
    }

    private void leave(Peer old) {
        old.leave(now, Reason.of(ReasonCode.PAIR_RECONFIGURED, old.name()));
    }

    /// A relationship that the configuration has no more: nothing about it needs anybody.
    private void end(Peer old) {
        leave(old);
        alarms.endTroubles(now, old.name());
        alarms.left(now, old.name(), old.kept().mine());
        Ip4 address = old.terms().address();
        boolean listens =
                peers.stream()
                        .map(Peer::terms)
                        .anyMatch(
                                terms ->
                                        Objects.equals(terms.address(), address)
                                                && terms.port() == old.terms().port());
        if (address != null && !listens) {
            alarms.endTroubles(now, address + ":" + old.terms().port());
        }
    }

    private String vendor() {
        return "twinlease-" + engine.identity().version();
    }

    private static List<List<Integer>> networks(Plan plan) {
        return plan.pools().stream()
                .map(
                        pool ->
                                plan.poolsOf(pool.network()).stream()
                                        .map(Plan.Numbered::number)
                                        .toList())
                .toList();
    }

    Permit permit() {
        return permit;
    }

    @Nullable Peer named(String name) {
        return find(peers, name);
    }

    private static @Nullable Peer find(List<Peer> among, String name) {
        for (Peer peer : among) if (peer.name().equals(name)) return peer;
        return null;
    }

    List<FailoverView> views() {
        return peers.stream().map(peer -> PeerView.of(peer, now)).map(PairViews::of).toList();
    }

    List<FailoverMessageView> messages(int limit) {
        return messages.newest(limit, _ -> true).stream().map(Seen::view).toList();
    }

    /// Something about links.
    void handle(Now at, Input.LinkUp up) {
        now = at;
        Peer peer = up.accepted() ? partner(up) : owner(up.link());
        boolean closed = peer != null && gate.refuses(peer, up);
        if (peer == null || closed || !engine.ledger().isUp()) {
            engine.edges().outlet().partners().close(up.link());
            return;
        }
        peer.opened(now, up.link(), up.remote(), up.accepted());
    }

    /// The relationship that an accepted connection belongs to, by the partner's address.
    private @Nullable Peer partner(Input.LinkUp up) {
        for (Peer peer : peers) {
            boolean here =
                    up.local().equals(peer.terms().address())
                            && up.localPort() == peer.terms().port();
            if (here && up.remote().equals(peer.terms().peerAddress())) return peer;
        }
        return null;
    }

    private @Nullable Peer owner(long link) {
        for (Peer peer : peers) if (peer.owns(link)) return peer;
        return null;
    }

    void handle(Now at, Input.LinkData data) {
        now = at;
        Peer peer = owner(data.link());
        if (peer == null) return;
        if (engine.ledger().isUp()) peer.data(now, data.link(), data.octets());
        else peer.refused(now);
    }

    void handle(Now at, Input.LinkDown down) {
        now = at;
        Peer peer = owner(down.link());
        gate.gone(down.link());
        if (peer != null && engine.ledger().isUp()) peer.closed(now, down.link(), down.why());
        else if (peer != null) peer.refused(now);
    }

    void handle(Now at, Input.Listening listening) {
        now = at;
        String where = listening.address() + ":" + listening.port();
        String fault = listening.fault();
        if (fault == null) alarms.endTroubles(now, where);
        else alarms.trouble(now, where, Reason.of(ReasonCode.LINK_LISTEN, where, fault));
    }

    /// A lease was changed by this server.
    void changed(Now at, int slot, UpdateCause cause) {
        now = at;
        if (peers.isEmpty()) return;
        causes.put(table().address(slot), cause);
        for (Peer peer : peers) if (peer.covers(slot)) peer.changed(now, slot);
    }

    /// What time brings.
    void tick(Now at) {
        now = at;
        drills.tick(now);
        if (!engine.ledger().isUp()) return;
        for (Peer peer : peers) peer.tick(now);
        gate.shut(peers, this::cut);
    }

    /// The disk has refused the batch.
    void refused(Now at) {
        now = at;
        for (Peer peer : peers) peer.refused(now);
    }

    long nextTick() {
        long next = drills.nextTick();
        // As in tick: without the disk a relationship has nothing to do, whatever is due.
        if (!engine.ledger().isUp()) return next;
        for (Peer peer : peers) next = Math.min(next, peer.nextTick());
        return next;
    }

    /// The second of the wall clock in which a relationship has something to do, as long as nothing
    /// happens.
    long nextSecond(Now at) {
        long next = Long.MAX_VALUE;
        for (Peer peer : peers) next = Math.min(next, peer.nextSecond(at));
        return next;
    }

    /// Tells watchers, once a second, of relationships as they are.
    void pulse(Now at) {
        now = at;
        if (!peers.isEmpty()) engine.tell(new Notice.PairPulse(views(), now.wallMillis()));
    }

    @Override
    public LeaseTable table() {
        return engine.table();
    }

    @Override
    public void change(Lease lease, Reason why) {
        engine.release(lease.address());
        // That the partner is told of a change is no change.
        if (why.code() != ReasonCode.LEASE_TELLING) {
            causes.put(lease.address(), UpdateCause.of(why));
        }
        engine.act(now, lease, why);
        engine.commitIfDue(now);
    }

    @Override
    public void note(Ip4 address, Reason why) {
        engine.note(now, address, why);
    }

    @Override
    public void save(PairState state) {
        if (engine.ledger().isUp()) engine.ledger().change(state);
    }

    @Override
    public @Nullable PairState saved(String name) {
        return engine.ledger().store().pair(name);
    }

    @Override
    public boolean isDamaged() {
        return engine.ledger().isDamaged();
    }

    @Override
    public void send(long link, byte[] octets) {
        engine.whenDurable(() -> engine.edges().outlet().partners().send(link, octets));
    }

    @Override
    public void close(long link) {
        gate.gone(link);
        engine.atTheEnd(() -> engine.edges().outlet().partners().close(link));
    }

    @Override
    public long connect(Ip4 from, Ip4 to, int port) {
        lastLink += 2;
        long link = lastLink;
        gate.made(link);
        if (!gate.keeps(peers, to, port)) {
            engine.edges().outlet().partners().connect(link, from, to, port);
        }
        return link;
    }

    @Override
    public void tell(PairEvent event) {
        long at = now.wallMillis();
        switch (event) {
            case PairEvent.Message message -> {
                Seen seen = new Seen(message, sequence++, at, causes.of(message));
                engine.whenDurable(() -> seen(seen));
            }
            case PairEvent.Moved(String name, ServerState from, ServerState to, Reason why) -> {
                engine.whenDurable(() -> alarms.moved(now, name, from, to));
                changed(name, why);
            }
            case PairEvent.PartnerMoved(String name, ServerState _, ServerState to) ->
                    changed(name, Reason.of(ReasonCode.PAIR_PARTNER_SAID, name, to.word()));
            case PairEvent.Linked(String name, Ip4 partner) -> {
                alarms.endTroubles(now, name);
                changed(name, Reason.of(ReasonCode.PAIR_LINKED, name, partner));
            }
            case PairEvent.Trouble(String name, Reason why) -> {
                alarms.trouble(now, name, why);
                changed(name, why);
            }
            case PairEvent.Balanced(String name, int pool, long own, long partners, int given) ->
                    engine.whenDurable(
                            () ->
                                    engine.tell(
                                            new Notice.PoolBalanced(
                                                    name, pool, own, partners, given, at)));
        }
    }

    private void seen(Seen seen) {
        messages.add(seen);
        Peer peer = named(seen.event().name());
        if (peer != null) engine.passing().message(seen.atMillis(), peer.terms(), seen.event());
        if (engine.isWatched()) engine.tell(new Notice.PairMessage(seen.view()));
    }

    /// Told as it is now, once that is on disk.
    private void changed(String name, Reason why) {
        Peer peer = named(name);
        if (peer == null) return;
        var changed =
                new Notice.PairChanged(PairViews.of(PeerView.of(peer, now)), why, now.wallMillis());
        engine.whenDurable(() -> engine.tell(changed));
    }
}
