package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.engine.Edges;
import org.twinlease.engine.Engine;
import org.twinlease.engine.Identity;
import org.twinlease.engine.Input;
import org.twinlease.engine.Outlet;
import org.twinlease.engine.PartnerWire;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// One server of a world: a real engine on a simulated disk, with the loop that would drive it. It
/// can die at any moment and is started again on what its disk has kept.
public final class SimServer implements Outlet {

    private static final long RETRY_START = 5_000;

    /// In a row and without input; more than the chores of a disk have steps.
    private static final int MOST_TURNS = 1_000;

    /// Nobody looks at the counters.
    private static final long PULSE = 600_000;

    private final SimHost host;
    private final SimTime time;
    private final Carrier network;
    private final Watch watch;
    private final Transcript transcript;
    private final RandomGenerator random;
    private final SimDisk disk;
    private final OnDisk onDisk;
    private final List<Input> inbox = new ArrayList<>();
    private final Account account;
    private final SimClock clock;
    private PartnerWire partners = PartnerWire.NONE;
    private @Nullable SimTcp tcp;
    private @Nullable Engine engine;
    private boolean batchDue;
    private boolean stalled;
    private long slowMillis;
    private long wakeTick;
    private int turns;
    private int life;
    private boolean forgot;

    /// A server with an empty disk that is down.
    public SimServer(
            SimHost host,
            SimTime time,
            Carrier network,
            Watch watch,
            Transcript transcript,
            RandomGenerator random) {
        this.host = host;
        this.time = time;
        this.network = network;
        this.watch = watch;
        this.transcript = transcript;
        this.random = random;
        disk = new SimDisk("disk " + name(), new SplittableRandom(random.nextLong()));
        onDisk = new OnDisk(disk);
        clock = new SimClock(time);
        account = new Account(this, watch, transcript);
    }

    /// Its letter, `A` for the first.
    public String name() {
        return String.valueOf((char) ('A' + host.number()));
    }

    /// What it keeps its leases on.
    public SimDisk disk() {
        return disk;
    }

    /// What is certain to be on its disk.
    OnDisk onDisk() {
        return onDisk;
    }

    /// Everything that it has told of addresses since it started; none while it is down.
    public Collection<LeaseView> told() {
        return engine == null ? List.of() : List.copyOf(account.told().values());
    }

    /// Gives the server a way to its failover partner. Before its first start.
    public void connect(SimTcp way, Ip4 address) {
        tcp = way;
        partners = way.add(this, address);
    }

    /// The server sends its failover partner octets.
    void said(byte[] octets) {
        watch.said(this, octets);
    }

    /// What the engine has said.
    Account account() {
        return account;
    }

    /// The wall clock of its machine.
    public SimClock clock() {
        return clock;
    }

    /// Its reading of both clocks.
    public Now now() {
        return clock.now();
    }

    /// Its wall clock was moved, which it may see at once.
    public void clockMoved() {
        inLife(1, this::batch);
    }

    /// The state of the server's relationship, STARTUP while it looks for its partner; the last one
    /// where the server is down.
    public ServerState pairState() {
        return account.pairState();
    }

    /// Whether its process runs.
    public boolean isUp() {
        return engine != null;
    }

    void line(String what) {
        transcript.line(name(), what);
    }

    /// The index of the interface with an address, -1 when there is none.
    int interfaceOf(Ip4 address) {
        return host.interfaceOf(address);
    }

    /// What it has told of an address since it started, null: nothing.
    public @Nullable LeaseView told(Ip4 address) {
        return account.told().get(address);
    }

    /// Starts, now or as soon as the disk can be read.
    public void start() {
        if (engine != null) return;
        if (disk.isOff()) losePower("while it was going down or coming up");
        try {
            engine = Engine.open(host.plan(), disk, edges(), identity());
        } catch (IOException e) {
            line("cannot start: " + e.getMessage());
            inLife(RETRY_START, this::start);
            return;
        }
        engine.pulseEvery(PULSE);
        var found = engine.replay();
        if (forgot) watch.forgot(this);
        else watch.reread(this);
        forgot = false;
        line("started: " + found);
        account.begin();
        var _ = engine.channel(this::arrive).watch(account::notice);
        account.found(image(), ask(new Query.Failover()));
        watch.opened(this);
        inLife(1, this::batch);
    }

    private Edges edges() {
        return new Edges(
                host.interfaces(),
                67,
                this,
                () -> time.tick() * 1_000_000,
                () -> Edges.Lost.NOTHING,
                () -> "simulated",
                () -> "simulated");
    }

    private Identity identity() {
        return new Identity(name(), "simulated", List.of(), disk.name());
    }

    /// Does something after a while unless the server has died in between.
    private void inLife(long millis, Runnable what) {
        int now = life;
        time.after(
                millis,
                () -> {
                    if (life == now) what.run();
                });
    }

    /// Takes something in; a server that is down misses it.
    public boolean arrive(Input input) {
        if (engine == null) return false;
        inbox.add(input);
        if (!batchDue) {
            batchDue = true;
            inLife(random.nextLong(3) + slowMillis, this::batch);
        }
        return true;
    }

    private void batch() {
        if (engine == null || stalled) return;
        batchDue = false;
        List<Input> inputs = List.copyOf(inbox);
        inbox.clear();
        for (Input i : inputs) if (i instanceof Input.Datagram) account.count(Counter.RECEIVED);
        engine.batch(now(), inputs);
        boolean again = inputs.isEmpty() && engine.nextWorkTick() <= time.tick();
        turns = again ? turns + 1 : 0;
        if (turns > MOST_TURNS) throw watch.fail(name() + " turns in circles");
        if (!disk.isOff()) watch.afterBatch(this);
        if (disk.isOff()) {
            losePower("in the middle of a batch");
            inLife(random.nextLong(10_000), this::start);
        } else {
            wake();
        }
    }

    private void wake() {
        if (engine == null) return;
        long next = Math.max(time.tick() + 1, engine.nextWorkTick()) + slowMillis;
        if (next == wakeTick) return;
        wakeTick = next;
        inLife(
                next - time.tick(),
                () -> {
                    if (wakeTick == next && time.tick() == next) batch();
                });
    }

    /// Stands still with everything that comes in, or goes on.
    void stall(boolean now) {
        if (stalled == now) return;
        stalled = now;
        if (!now) inLife(1, this::batch);
    }

    /// From now on it takes so much longer for everything, as on a disk or processor that is slow.
    public void slow(long millis) {
        slowMillis = millis;
    }

    /// An operator orders something; the answer, null where nobody answers.
    public @Nullable Outcome order(Command command) {
        if (engine == null) return null;
        List<Outcome> answer = new ArrayList<>(1);
        engine.batch(now(), List.of(new Input.Order(command, answer::add)));
        line("order " + command + ": " + answer);
        return answer.isEmpty() ? null : answer.getFirst();
    }

    /// The process dies; what it has written is still there.
    public void kill() {
        if (engine == null) return;
        die(true);
        disk.kill();
        line("killed");
    }

    /// The machine dies; what was not synced may be lost.
    public void losePower(String when) {
        die(false);
        disk.crash();
        line("power lost " + when);
    }

    /// Something happens to the disk of a server that is down; it may have forgotten leases then.
    public void forget(Consumer<SimDisk> what) {
        onDisk.losing();
        what.accept(disk);
        forgot = true;
    }

    /// The server is stopped in good order.
    public void stop() {
        if (engine == null) return;
        Engine closing = engine;
        die(true);
        try {
            closing.close();
            line("stopped");
        } catch (IOException e) {
            line("stopped: " + e.getMessage());
        }
        disk.kill();
    }

    private void die(boolean systemLives) {
        stalled = false;
        if (tcp != null) tcp.died(this, systemLives);
        engine = null;
        life++;
        inbox.clear();
        batchDue = false;
        wakeTick = 0;
    }

    /// Starts again after a while.
    void startAfter(long millis) {
        inLife(millis, this::start);
    }

    /// Asks the engine at once, in a batch of its own.
    public <A extends @Nullable Object> A ask(Query<A> query) {
        if (engine == null) throw new IllegalStateException(name() + " is down");
        List<A> answer = new ArrayList<>(1);
        engine.batch(now(), List.of(new Input.Question<>(query, answer::add)));
        return answer.getFirst();
    }

    /// All leases as the engine has them in memory, after what time brings about now.
    public Map<Ip4, LeaseView> image() {
        return image(false);
    }

    /// The same; `all`: also of addresses that never had a client here.
    Map<Ip4, LeaseView> image(boolean all) {
        if (engine != null) engine.batch(now(), List.of());
        Map<Ip4, LeaseView> image = new TreeMap<>();
        @Nullable Ip4 from = Ip4.ZERO;
        while (from != null) {
            LeasePage page = ask(new Query.Leases(from, 10_000, all));
            for (LeaseView lease : page.leases()) image.put(lease.address(), lease);
            from = page.next();
        }
        return image;
    }

    CountersView counters() {
        return ask(new Query.Counters());
    }

    @Override
    public void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port) {
        account.sent(payload);
        network.unicast(this, payload, to);
    }

    @Override
    public void broadcast(int interfaceIndex, byte[] payload, int port) {
        account.sent(payload);
        network.broadcast(this, interfaceIndex, payload);
    }

    @Override
    public void toHardware(
            int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 address, int port) {
        account.sent(payload);
        network.toHardware(this, interfaceIndex, payload, client);
    }

    @Override
    public boolean ping(int interfaceIndex, Ip4 address) {
        account.count(Counter.PINGS);
        network.ping(this, address);
        return true;
    }

    @Override
    public PartnerWire partners() {
        return partners;
    }

    @Override
    public void flush() {}
}
