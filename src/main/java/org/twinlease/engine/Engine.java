package org.twinlease.engine;

import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.dhcp.Decision;
import org.twinlease.dhcp.Destination;
import org.twinlease.dhcp.Plan;
import org.twinlease.dhcp.Reply;
import org.twinlease.dhcp.World;
import org.twinlease.journal.Disk;
import org.twinlease.journal.Journal;
import org.twinlease.journal.Replay;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.Offers;
import org.twinlease.lease.Permit;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/// One DHCP server without its edges. It is called with batches of inputs and one reading of the
/// clocks; it appends and applies changes, syncs once a batch, and only then lets the batch's
/// answers leave. The same inputs give the same outputs. Called by one thread only.
public final class Engine {

    private static final int OFFERS = 1 << 16;
    private static final int REMEMBERED = 1 << 14;

    private final Edges edges;
    private final Identity identity;
    private final Journal journal;
    private final Replay replay;
    private final Ledger ledger;
    private final Desk desk;
    private final Pairs pairs = new Pairs(this);
    private final PoolWatch poolWatch = new PoolWatch(this);
    private final Watchers watchers = new Watchers();
    private final Tally tally = new Tally();
    private final Alarms alarms = new Alarms();
    private final Ring<PacketView> packets = new Ring<>(REMEMBERED);
    private final Ring<Act> acts = new Ring<>(REMEMBERED);
    private final Passing passing = new Passing();
    private final List<Handled> parked = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final List<Runnable> questions = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();
    private World world;
    private Offers offers;
    private long startedMillis;
    private long sequence;
    private long pulseMillis = 1000;
    private long pulseTick;
    private long wakeTick;
    private long stirredSecond;
    private boolean chores;

    private Engine(Plan plan, Journal.Opened opened, Store store, Edges edges, Identity identity) {
        this.edges = edges;
        this.identity = identity;
        journal = opened.journal();
        replay = opened.replay();
        ledger = new Ledger(journal, store);
        offers = new Offers(store.table(), OFFERS);
        world = new World(plan, store.table(), offers, Permit.ALONE);
        desk = new Desk(this);
    }

    /// Opens the journal of a disk, takes over its leases and is ready for the first batch.
    ///
    /// @throws IOException when the disk cannot be read
    public static Engine open(Plan plan, Disk disk, Edges edges, Identity identity)
            throws IOException {
        Store store = new Store(plan);
        Journal.Opened opened =
                Journal.open(disk, store::restore, pair -> store.put(pair.name(), pair));
        store.restored();
        return new Engine(plan, opened, store, edges, identity);
    }

    /// What the journal found at the start.
    public Replay replay() {
        return replay;
    }

    /// The channel for people and programs. `inbox` takes what the channel sends and hands it to
    /// [#batch]; false when it is full.
    public ControlChannel channel(Predicate<Input> inbox) {
        return new LocalChannel(inbox, watchers);
    }

    /// How often watchers hear the counters; every second if not said.
    public void pulseEvery(long millis) {
        pulseMillis = millis;
    }

    /// Handles a batch. When it returns, every answer that may leave has been given to the outlet.
    public void batch(Now now, List<Input> inputs) {
        long records = ledger.records();
        begin(now);
        for (Input input : inputs) {
            desk.handle(now, input);
            if (ledger.isDue()) commit(now);
        }
        desk.timeGoesOn(now);
        pairs.tick(now);
        commit(now);
        boolean stirred = !inputs.isEmpty() || !ledger.isUp() || ledger.records() != records;
        if (stirred) stirredSecond = now.wallSeconds();
        wakeTick = nextTick(now);
        if (now.tickMillis() >= pulseTick) pulse(now);
        edges.outlet().flush();
        chores = ledger.housekeeping();
    }

    /// The tick at which a call without input is wanted, so that watchers hear the counters.
    public long nextWakeTick() {
        return Math.min(pulseTick, nextWorkTick());
    }

    /// The tick at which a call without input has something to do, watchers aside. The wall clock
    /// must not be moved meanwhile.
    public long nextWorkTick() {
        return chores ? 0 : Math.min(wakeTick, desk.pings().nextTick());
    }

    /// What is counted in seconds of the wall clock is looked at in the second after anything has
    /// happened, and then when it is due.
    private long nextTick(Now now) {
        long next = pairs.nextTick();
        long second =
                now.wallSeconds() <= stirredSecond
                        ? now.wallSeconds() + 1
                        : Math.min(table().nextEnd() + 1, pairs.nextSecond(now));
        long millis = Math.max(1, 1000 * second - now.wallMillis());
        return second == Long.MAX_VALUE ? next : Math.min(next, now.tickMillis() + millis);
    }

    /// Closes the journal; everything that was promised is on disk already.
    public void close() throws IOException {
        journal.close();
    }

    private void begin(Now now) {
        if (startedMillis == 0) {
            startedMillis = now.wallMillis();
            bind(now, slot -> slot);
            Replay.Cut cut = replay.cut();
            if (cut != null) {
                String what = cut.file() + ": " + cut.octets() + " octets, " + cut.why();
                alarm(now, AlarmType.JOURNAL_TORN, what, true);
            }
            for (Replay.Cut damage : replay.damage()) {
                String what = damage.file() + ": " + damage.octets() + " octets, " + damage.why();
                alarm(now, AlarmType.JOURNAL_TORN, what, true);
            }
        }
        if (ledger.retry(now)) alarm(now, AlarmType.DISK_FAILING, identity.dataFolder(), false);
        if (!ledger.isUp()) alarm(now, AlarmType.DISK_FAILING, identity.dataFolder(), true);
        offers.expire(now.tickMillis());
    }

    /// Makes the changes durable, then lets answers and notices leave; or, when the disk refuses,
    /// drops them all: memory is as it was, and clients will ask again.
    private void commit(Now now) {
        if (ledger.commit()) {
            for (Handled handled : parked) release(now, handled);
            told.forEach(watchers::tell);
            answers.forEach(Runnable::run);
            desk.settled();
        } else {
            alarm(now, AlarmType.DISK_FAILING, identity.dataFolder(), true);
            for (Handled handled : parked) desk.refused(now, handled);
            desk.refusedOrders();
            desk.offersRefused(now);
            pairs.refused(now);
        }
        parked.clear();
        told.clear();
        answers.clear();
        last.forEach(Runnable::run);
        last.clear();
        questions.forEach(Runnable::run);
        questions.clear();
    }

    /// Takes all relationships up as after a start.
    void restart(Now now) {
        pairs.forget();
        bind(now, slot -> slot);
    }

    /// Takes the relationships of the plan up, and serves under their permit. `moved` says where a
    /// slot of the table before is now, -1 for nowhere.
    private void bind(Now now, IntUnaryOperator moved) {
        pairs.begin(now, moved);
        world = new World(plan(), table(), offers, pairs.permit());
    }

    private void release(Now now, Handled handled) {
        Reply reply = handled.reply();
        if (reply != null) send(handled.datagram().interfaceIndex(), reply);
        long micros =
                reply == null
                        ? -1
                        : (edges.nanos().getAsLong() - handled.datagram().nanos()) / 1000;
        remember(now, handled, micros);
        Programs.run(edges.outlet(), handled.decision().address(), handled.decision().reasons());
    }

    void remember(Now now, Handled handled, long micros) {
        // The wait for a ping is meant; it says nothing about how fast the server is.
        boolean waited = handled.decision() instanceof Decision.Offer o && o.pingMillis() > 0;
        tally.decided(handled.decision(), waited ? -1 : micros);
        PacketView view = Views.packet(handled, sequence++, now.wallMillis(), micros);
        packets.add(view);
        passing.datagrams(now.wallMillis(), handled, edges);
        watchers.tell(new Notice.PacketSeen(view));
    }

    private void send(int index, Reply reply) {
        Destination to = reply.to();
        Outlet outlet = edges.outlet();
        switch (to.way()) {
            case UNICAST -> outlet.unicast(index, reply.payload(), to.address(), to.port());
            case BROADCAST -> outlet.broadcast(index, reply.payload(), to.port());
            case HARDWARE ->
                    outlet.toHardware(
                            index, reply.payload(), to.hardware(), to.address(), to.port());
        }
    }

    private void pulse(Now now) {
        pulseTick = now.tickMillis() + pulseMillis;
        tally.turnOver();
        poolWatch.look(now);
        if (!isWatched()) return;
        watchers.tell(new Notice.Pulse(counters(now), pools()));
        pairs.pulse(now);
    }

    /// Changes a lease, with its reason; nobody is told before the commit.
    void change(Now now, Lease lease, Reason why) {
        int slot = table().slot(lease.address());
        int pool = table().pool(slot);
        LeaseView before = LeaseViews.of(table().lease(slot), pool);
        ledger.change(lease);
        LeaseView after = LeaseViews.of(lease, pool);
        told.add(new Notice.LeaseChanged(after, why, now.wallMillis(), before));
    }

    /// As [#change], for what the server does by itself.
    void act(Now now, Lease lease, Reason why) {
        change(now, lease, why);
        Act act = new Act(now.wallMillis(), lease.address(), why);
        whenDurable(() -> acts.add(act));
    }

    /// Something about an address that changes nothing.
    void note(Now now, Ip4 address, Reason why) {
        acts.add(new Act(now.wallMillis(), address, why));
    }

    /// An address is no longer held for whom it was offered to.
    void release(Ip4 address) {
        offers.end(table().slot(address));
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    void tell(Notice notice) {
        watchers.tell(notice);
    }

    /// Done when the batch is through, whether the disk took it or not.
    void atTheEnd(Runnable what) {
        last.add(what);
    }

    Pairs pairs() {
        return pairs;
    }

    void park(Handled handled) {
        parked.add(handled);
    }

    void whenDurable(Runnable answer) {
        answers.add(answer);
    }

    /// For what only looks: it is to see neither more nor less than the disk has.
    void afterCommit(Runnable question) {
        questions.add(question);
    }

    void alarm(Now now, AlarmType type, String detail, boolean up) {
        boolean changed =
                up ? alarms.raise(type, now.wallMillis(), detail) : alarms.end(type, detail);
        if (!changed) return;
        AlarmView view = new AlarmView(type, now.wallMillis(), !up, detail);
        watchers.tell(new Notice.Alarm(view));
    }

    void commitIfDue(Now now) {
        if (ledger.isDue()) commit(now);
    }

    /// Goes on under another configuration, with the leases and offers as they are.
    void moveTo(Now now, Plan plan) {
        commit(now);
        LeaseTable before = table();
        Store next = ledger.store().moveTo(plan);
        Offers held = offers;
        offers = new Offers(next.table(), OFFERS);
        for (Offers.Offer offer : held.all()) {
            int slot = next.table().slot(table().address(offer.slot()));
            if (slot >= 0) offers.hold(offer.client(), slot, offer.untilTick());
        }
        world = new World(plan, next.table(), offers, Permit.ALONE);
        ledger.moveTo(next);
        bind(now, slot -> next.table().slot(before.address(slot)));
    }

    CountersView counters(Now now) {
        Edges.Lost lost = edges.lost().get();
        tally.set(Counter.DROPPED, lost.packets());
        tally.set(Counter.TURNED_AWAY, lost.connections());
        tally.set(Counter.SYNCS, ledger.syncs());
        tally.set(Counter.RECORDS, ledger.records());
        return tally.view(now.wallMillis());
    }

    List<PoolView> pools() {
        return Views.pools(world.plan(), world.leases(), offers);
    }

    World world() {
        return world;
    }

    Plan plan() {
        return world.plan();
    }

    LeaseTable table() {
        return world.leases();
    }

    Ledger ledger() {
        return ledger;
    }

    Tally tally() {
        return tally;
    }

    Alarms alarms() {
        return alarms;
    }

    Edges edges() {
        return edges;
    }

    Identity identity() {
        return identity;
    }

    Ring<PacketView> packets() {
        return packets;
    }

    Ring<Act> acts() {
        return acts;
    }

    Passing passing() {
        return passing;
    }

    long startedMillis() {
        return startedMillis;
    }
}
