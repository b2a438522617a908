package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.Messages;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/// One relationship of this server with a partner: its state, and what is done as the partner
/// speaks, time passes and leases change. Decides by [Transitions]; everything it does goes through
/// its [PairHost].
public final class Peer implements Session.Owner {

    private static final long STARTUP_MILLIS = 15_000;

    private final Terms terms;
    private final PairHost host;
    private final Session session;
    private final Outgoing outgoing = new Outgoing(this);
    private final Incoming incoming = new Incoming(this);
    private final Balancer balancer = new Balancer(this);
    private final Waits waits;
    private final Together together = new Together(this);
    private List<Integer> pools;
    private final BitSet covered = new BitSet();
    private PairState state;
    private boolean starting;
    private long startupTick;
    private boolean suspended;

    private Reason why;

    /// The connection on which the partner has said its state, and whether it was told ours there.
    private boolean heardState;

    private boolean saidState;
    private boolean asked;
    private long tickSecond;

    /// While recovery was left for a conflict: nobody is served before this second.
    private long quietUntil;

    /// Takes the relationship up where it was left. `pools` are the numbers of its pools, `vendor`
    /// what this program calls itself to partners.
    public Peer(Now now, Terms terms, List<Integer> pools, String vendor, PairHost host) {
        this.terms = terms;
        this.host = host;
        this.pools = List.copyOf(pools);
        pools.forEach(covered::set);
        session = new Session(terms, host, this, vendor);
        Beginning beginning = Beginning.of(now, terms, host);
        why = beginning.why();
        state = beginning.state();
        starting = true;
        startupTick = now.tickMillis() + STARTUP_MILLIS;
        waits = new Waits(this, now.wallSeconds());
    }

    /// The relationship's configuration.
    public Terms terms() {
        return terms;
    }

    /// The numbers of its pools.
    public List<Integer> pools() {
        return pools;
    }

    /// Its state as it is kept.
    public PairState kept() {
        return state;
    }

    /// Whether the partner was not heard yet since this server started.
    public boolean isStarting() {
        return starting;
    }

    /// Why the state is what it is.
    public Reason why() {
        return why;
    }

    Session session() {
        return session;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Incoming incoming() {
        return incoming;
    }

    Together together() {
        return together;
    }

    Balancer balancer() {
        return balancer;
    }

    PairHost host() {
        return host;
    }

    /// Its name.
    public String name() {
        return terms.name();
    }

    ServerState state() {
        return state.mine();
    }

    @Nullable Octets hba() {
        return terms.primary() ? terms.hba() : state.hba();
    }

    long mclt() {
        return terms.primary() ? terms.mclt() : state.mclt();
    }

    long quietUntil() {
        return quietUntil;
    }

    /// Whether an address of a slot belongs to the relationship.
    public boolean covers(int slot) {
        return slot >= 0 && covered.get(host.table().pool(slot));
    }

    /// Goes on with these pools, in a table where a slot is where `slots` says; -1 is for one that
    /// is gone.
    public void moved(Now now, List<Integer> numbers, IntUnaryOperator slots) {
        pools = List.copyOf(numbers);
        covered.clear();
        pools.forEach(covered::set);
        outgoing.moved(now, slot -> covers(slots.applyAsInt(slot)) ? slots.applyAsInt(slot) : -1);
        if (state() != ServerState.NORMAL || starting) return;
        // Addresses that are new here, perhaps with leases of an earlier time.
        outgoing.queueUnacknowledged();
        outgoing.pump(now);
    }

    /// A TCP connection of this relationship is up.
    public void opened(Now now, long link, Ip4 remote, boolean accepted) {
        session.opened(now, link, remote, accepted);
    }

    /// Whether a link is this relationship's.
    public boolean owns(long link) {
        return session.owns(link);
    }

    /// Octets came in.
    public void data(Now now, long link, byte[] octets) {
        session.data(now, link, octets);
        outgoing.pump(now);
    }

    /// A link has ended by itself.
    public void closed(Now now, long link, String what) {
        session.closed(now, link, what);
    }

    /// A lease of this relationship has changed here, so the partner is to be told.
    public void changed(Now now, int slot) {
        outgoing.queue().add(slot);
        outgoing.pump(now);
    }

    /// The disk has refused: what was saved last holds, and nothing is said until it is back.
    public void refused(Now now) {
        suspended = true;
        state = Objects.requireNonNullElse(host.saved(name()), state);
        outgoing.clear();
        incoming.refused(now);
        session.hangUp(now, Reason.of(ReasonCode.LINK_DISK, name()));
    }

    @Override
    public void agreed(Now now, long mclt, Octets hba) {
        if (state.mclt() == mclt && Objects.equals(hba, state.hba())) return;
        keep(state.withTerms(mclt, hba));
    }

    @Override
    public void linked(Now now, long maxUnacked, long delay, boolean kin) {
        together.linked(now, delay, kin);
        heardState = false;
        saidState = false;
        asked = false;
        outgoing.linked(maxUnacked);
        // A secondary waits for the primary's word: in CONFLICT-DONE a dhcpd exits when it hears
        // a state that does not fit, so ours must be chosen with its own known.
        if (terms.primary()) say(now);
    }

    private void say(Now now) {
        saidState = true;
        outgoing.presented();
        session.send(now, Messages.state(state.mine(), starting, state.since()));
    }

    @Override
    public void lost(Now now, Reason what) {
        outgoing.lost();
        incoming.lost(now);
        balancer.stop();
        asked = false;
        if (heardState && !suspended) state = together.seen(now, state);
        if (!suspended && !starting) move(now, new Cause.LinkLost(), what);
    }

    @Override
    public void heard(Now now, FailoverMessage message) {
        switch (message.type()) {
            case STATE -> said(now, message);
            case BNDUPD -> incoming.update(now, message);
            case BNDACK -> outgoing.answer(now, message);
            case UPDREQ -> outgoing.request(now, false, message.xid());
            case UPDREQALL -> outgoing.request(now, true, message.xid());
            case UPDDONE -> updated(now);
            case POOLREQ -> balancer.requested(now, message.xid());
            case POOLRESP, CONTACT, CONNECT, CONNECTACK, DISCONNECT -> {}
            case null -> {}
        }
    }

    private void said(Now now, FailoverMessage message) {
        long code = message.number(FailoverOption.SERVER_STATE);
        ServerState said = ServerState.ofCode((int) code);
        if (said == null) {
            // A dhcpd goes to SHUTDOWN over it, for good. Whether such a partner serves its share
            // is not known, so this server acts as if it could not be heard.
            session.refuse(now, Reason.of(ReasonCode.LINK_STATE, name(), code));
            return;
        }
        boolean flag = (message.number(FailoverOption.SERVER_FLAGS) & Messages.STARTUP_FLAG) != 0;
        ServerState before = state.partner();
        boolean again = flag || together.isKin();
        if (!heardState) incoming.repeatAnswers(now, again ? ServerState.STARTUP : before);
        heardState = true;
        if (said != before && said != ServerState.UNKNOWN) {
            keep(state.withPartner(said, now.wallSeconds()));
            host.tell(new PairEvent.PartnerMoved(name(), before, said));
        }
        boolean delicate = said == ServerState.CONFLICT_DONE && !terms.primary();
        if (!saidState && !delicate) say(now);
        Reason missed = together.missed(said, message.number(FailoverOption.START_TIME_OF_STATE));
        if (missed != null) together.take(now, said, missed);
        Reason reason = Reason.of(ReasonCode.PAIR_PARTNER_SAID, name(), said.word());
        move(now, new Cause.PartnerSaid(said, flag), missed == null ? reason : missed, said);
        if (!saidState) say(now);
    }

    void keep(PairState next) {
        state = next;
        host.save(state);
    }

    boolean isTogether() {
        return session.isUp() && heardState && !starting;
    }

    private void updated(Now now) {
        if (!asked) return;
        asked = false;
        move(now, new Cause.UpdateDone(), Reason.of(ReasonCode.PAIR_UPDATED, name()));
        if (state.lost()) keep(state.withLost(false));
    }

    void move(Now now, Cause cause, Reason reason) {
        move(now, cause, reason, state.partner());
    }

    private void move(Now now, Cause cause, Reason reason, ServerState partner) {
        boolean waits = state.since() + mclt() > now.wallSeconds();
        Standing at = Standing.of(state, starting, terms.primary(), partner, waits);
        Move next = Transitions.next(at, cause);
        if (next.to() != state.mine() || starting) enter(now, next.to(), reason);
        ask(now, next.ask());
    }

    /// Into a state, perhaps the one that was left by a restart (section 5.1).
    private void enter(Now now, ServerState to, Reason reason) {
        ServerState from = state.mine();
        boolean wasStarting = starting;
        boolean returned = starting && from == to;
        starting = false;
        if (from == ServerState.RECOVER && to == ServerState.POTENTIAL_CONFLICT) {
            quietUntil = state.since() + mclt();
        }
        boolean keeps = returned || to == ServerState.RECOVER_WAIT;
        state =
                state.withMine(
                        to, keeps ? state.since() : together.start(now, from, to, wasStarting));
        if (!returned) host.save(state);
        why = reason;
        if (from != to || returned) {
            ServerState seen = returned ? ServerState.STARTUP : from;
            host.tell(new PairEvent.Moved(name(), seen, to, reason));
        }
        if (session.isUp()) say(now);
        if (to == ServerState.NORMAL) {
            outgoing.queueUnacknowledged();
            balancer.begin(now);
            outgoing.pump(now);
        } else {
            balancer.stop();
        }
        if (to == ServerState.RECOVER_WAIT) waits.forMclt(now);
    }

    private void ask(Now now, Move.Ask ask) {
        if (ask == Move.Ask.NOTHING || asked || !session.isUp()) return;
        asked = true;
        // What this server had agreed to before it lost its leases the partner does not count as
        // open: it has to tell everything, in whatever state the two have met.
        boolean all = ask == Move.Ask.ALL || state.lost();
        session.send(now, all ? Messages.updreqall() : Messages.updreq());
    }

    /// What time brings.
    public void tick(Now now) {
        if (suspended && !starting) {
            move(now, new Cause.LinkLost(), Reason.of(ReasonCode.LINK_DISK, name()));
        }
        suspended = false;
        session.tick(now);
        if (starting && now.tickMillis() >= startupTick) {
            move(now, new Cause.StartupOver(), Reason.of(ReasonCode.PAIR_STARTUP_OVER, name()));
        }
        if (now.wallSeconds() == tickSecond) return;
        tickSecond = now.wallSeconds();
        incoming.tick(now);
        waits.end(now);
        balancer.tick(now);
        outgoing.pump(now);
    }

    /// An operator's order, found safe: `since` is when the state is to have begun, seconds since
    /// 1970.
    public void order(Now now, ServerState wanted, long since) {
        if (wanted == ServerState.RECOVER) keep(state.withLost(true));
        Reason reason = Reason.of(ReasonCode.PAIR_OPERATOR, name(), wanted.word());
        move(now, new Cause.Ordered(wanted), reason);
        if (state.mine() == wanted && since < state.since()) {
            keep(state.withMine(wanted, since));
        }
        // A partner that waits for this server to be back has said so before, and will not again.
        ServerState said = heardState && session.isUp() ? state.partner() : ServerState.UNKNOWN;
        boolean waits = said == ServerState.RECOVER || said == ServerState.RECOVER_DONE;
        boolean back = wanted == ServerState.COMMUNICATIONS_INTERRUPTED;
        if (back && waits) move(now, new Cause.PartnerSaid(said, false), reason);
    }

    /// Divides the free addresses now.
    public void rebalance(Now now) {
        var _ = balancer.run(now);
    }

    /// Asks the partner for everything it has.
    public void fullUpdate(Now now) {
        asked = false;
        ask(now, Move.Ask.ALL);
    }

    /// The tick at which [#tick] has something to do.
    public long nextTick() {
        long next = session.nextTick();
        return starting ? Math.min(next, startupTick) : next;
    }

    /// The second (since 1970) in which [#tick] has something to do that is counted in seconds of
    /// the wall clock, as long as nothing else happens.
    public long nextSecond(Now now) {
        return suspended ? now.wallSeconds() + 1 : waits.nextSecond(now);
    }

    /// Ends the relationship's connection, as when the configuration has changed.
    public void leave(Now now, Reason reason) {
        suspended = true;
        session.hangUp(now, reason);
    }
}
