package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.SimHost;
import org.twinlease.sim.SimServer;
import org.twinlease.sim.SimTcp;
import org.twinlease.sim.SimTime;
import org.twinlease.sim.Transcript;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Both servers of a [Site], real engines on disks in memory, joined by a network that can be
/// broken, and clients that live on it. Equal makings and equal calls give equal [Happening]s.
///
/// Time is milliseconds since the drill begins; before that lies a while in which the clients come
/// and the pair settles, of which nothing is told.
public final class TwinWorld {

    /// What a twin is made from. It begins at a second of the day; `groups` come on top of the
    /// clients of the site's leases. It is made for as long as it is `wanted`.
    public record Making(
            Site site, long seed, long beginSecond, List<Group> groups, BooleanSupplier wanted) {

        /// Takes a copy of the list.
        public Making {
            groups = List.copyOf(groups);
        }

        /// One that is wanted in any case.
        public Making(Site site, long seed, long beginSecond, List<Group> groups) {
            this(site, seed, beginSecond, groups, () -> true);
        }
    }

    /// A client that waits for an answer: for an address, or to go on with the one that it has
    /// (`renews`).
    public record Waiting(Person who, boolean renews, long millis) {}

    /// How many clients are on, use an address, and wait for an answer.
    public record Count(int on, int served, int waiting) {}

    /// Of how many clients the leases speak that the twin was made of: who is on, and who should
    /// have renewed and has not.
    public record Taken(int on, int asleep) {}

    /// How long a pair needs for its clients to have leases of full length.
    private static final long SETTLE = 600_000;

    /// How long a pair needs that has leases already.
    private static final long MEET = 120_000;

    /// Milliseconds that an update of the partner takes at most where many are due.
    private static final long UPDATE = 20;

    private static final long DAY = 86_400_000;

    /// Milliseconds of a twin that is being made between two looks at whether it is wanted.
    private static final long LOOK = 5_000;

    /// Servers and clients round to seconds.
    private static final long GRACE = 5_000;

    private final Site site;
    private final SimTime time = new SimTime();
    private final SimTcp tcp;
    private final TwinNetwork network;
    private final Witness witness;
    private final List<SimServer> servers = new ArrayList<>();
    private final Crowd crowd;
    private final long origin;
    private final Taken taken;
    private boolean linkCut;

    /// Servers that are down and whose disk has lost leases meanwhile.
    private final Set<SimServer> forgetful = new HashSet<>();

    /// A twin at the moment at which the drill begins: both servers are up, and the clients have
    /// had their time to come.
    public TwinWorld(Making making, Consumer<Happening> audience) {
        site = making.site();
        SplittableRandom seed = new SplittableRandom(making.seed());
        tcp = new SimTcp(time, seed.split());
        network = new TwinNetwork(time, seed.split());
        witness = new Witness(audience);
        origin =
                site.hasLeases()
                        ? MEET + UPDATE * site.owed()
                        : SETTLE + 1000 * (site.leaseSeconds() / 2 + site.mclt());
        time.jump(DAY + 1000 * making.beginSecond() - origin);
        Transcript silent = new Transcript(time, false);
        for (int number = 0; number < 2; number++) {
            Ip4 address = site.address(number);
            network.know(address, number);
            List<Interface> core =
                    List.of(new Interface("core", address, Ip4.BROADCAST, 1500, false));
            SimHost host = new SimHost(number, new Plan(Blocks.of(site, number)), core);
            SimServer server = new SimServer(host, time, network, witness, silent, seed.split());
            server.connect(tcp, address);
            network.add(server);
            servers.add(server);
        }
        List<Place> places = Place.of(site.primary());
        crowd = new Crowd(time, network, places, seed.split(), witness);
        witness.knows(network);
        taken = populate(making, places);
        Wanted.go(making.wanted(), 0, origin, LOOK, time::runUntil);
        witness.speak();
    }

    private Taken populate(Making making, List<Place> places) {
        long shift = time.now().wallSeconds() - site.asOf();
        LeaseLoad load = new LeaseLoad(site, shift, time.now());
        for (SimServer server : servers) {
            Wanted.look(making.wanted());
            load.onto(server);
        }
        Present present = site.present();
        cutLink(present != null && present.isCut());
        for (int server = 0; server < 2; server++) {
            if (present == null || present.servers().get(server).up()) start(server);
        }
        Taken found = load.clients(places, crowd);
        for (Group group : making.groups()) crowd.add(group, origin - MEET);
        return found;
    }

    /// What the leases of the pair said of clients.
    public Taken taken() {
        return taken;
    }

    /// Seconds since 1970 of a second of the day on which the drill begins.
    public static long epoch(long secondOfDay) {
        return (SimTime.START + DAY) / 1000 + secondOfDay;
    }

    /// Milliseconds since the drill began.
    public long millis() {
        return time.tick() - origin;
    }

    /// Lets time pass until a moment.
    public void runUntil(long millis) {
        time.runUntil(millis + origin);
    }

    /// The world's wall clock, seconds since 1970.
    public long wallSeconds() {
        return time.now().wallSeconds();
    }

    /// The process of a server dies; what it has written is still there.
    public void kill(int server) {
        if (!isUp(server)) return;
        servers.get(server).kill();
        witness.power(server, false, "killed");
    }

    /// The machine of a server loses power.
    public void losePower(int server) {
        if (!isUp(server)) return;
        servers.get(server).losePower("by order");
        witness.power(server, false, "without power");
    }

    /// A server is stopped in good order.
    public void stop(int server) {
        if (!isUp(server)) return;
        servers.get(server).stop();
        witness.power(server, false, "stopped");
    }

    /// Starts a server on what its disk has kept.
    public void start(int server) {
        servers.get(server).start();
        forgetful.remove(servers.get(server));
    }

    /// Cuts the path between the two servers, or makes it whole; clients still reach both.
    public void cutLink(boolean now) {
        linkCut = now;
        tcp.setCut(now);
    }

    /// Cuts a server from all clients, or joins it to them again.
    public void cutClients(int server, boolean now) {
        network.cut(server, now);
    }

    /// A firewall drops what goes to a server's failover port, or lets it pass again.
    public void blockPort(int server, boolean now) {
        tcp.setBlocked(servers.get(server), now);
    }

    /// Sets the wall clock of a server to so many seconds ahead of the world's.
    public void skew(int server, long seconds) {
        servers.get(server).clock().set(seconds * 1000);
        if (isUp(server)) servers.get(server).clockMoved();
    }

    /// The disk of a server has no room any more.
    public void fillDisk(int server) {
        servers.get(server).disk().setFull(0);
    }

    /// The disk of a server refuses everything.
    public void breakDisk(int server) {
        servers.get(server).disk().setBroken(true);
    }

    /// The disk of a server is as good as new, with what is on it.
    public void mendDisk(int server) {
        servers.get(server).disk().mend();
    }

    /// A server takes so many milliseconds longer for everything.
    public void slow(int server, long millis) {
        servers.get(server).slow(millis);
    }

    /// What the disk of a server would have after a loss of power now.
    public SimDisk.Image image(int server) {
        return servers.get(server).disk().image();
    }

    /// Puts an image into the disk of a server, which must be down.
    public void restore(int server, SimDisk.Image image) {
        servers.get(server).forget(disk -> disk.restore(image));
        forgetful.add(servers.get(server));
    }

    /// The disk of a server, which must be down, is empty.
    public void loseLeases(int server) {
        servers.get(server).forget(SimDisk::wipe);
        forgetful.add(servers.get(server));
    }

    /// An operator orders something of the relationship; the answer, null where nobody answers.
    public @Nullable Outcome order(int server, Command command) {
        return servers.get(server).order(command);
    }

    /// The name of the relationship, for orders.
    public String name() {
        return site.name();
    }

    /// Mends everything that is broken, and starts the servers that are down.
    public void heal() {
        cutLink(false);
        for (int server = 0; server < 2; server++) {
            cutClients(server, false);
            blockPort(server, false);
            if (servers.get(server).clock().offset() != 0) skew(server, 0);
            mendDisk(server);
            slow(server, 0);
            start(server);
        }
    }

    /// All clients that are on are switched off and on in one moment.
    public void storm() {
        crowd.storm();
    }

    /// From now on so many new clients come a minute.
    public void arrive(double perMinute, long staySeconds) {
        crowd.arrive(perMinute, staySeconds);
    }

    /// Whether a server's process runs.
    public boolean isUp(int server) {
        return servers.get(server).isUp();
    }

    /// Whether the path between the servers is cut.
    public boolean isLinkCut() {
        return linkCut;
    }

    /// Whether a server is cut from the clients.
    public boolean isCutFromClients(int server) {
        return network.isCut(server);
    }

    /// The state of the relationship as a server has it, STARTUP while it looks for its partner;
    /// the last one where it is down.
    public ServerState state(int server) {
        return servers.get(server).pairState();
    }

    /// The relationship as a server that is up sees it.
    public FailoverView pair(int server) {
        for (FailoverView view : ask(server, new Query.Failover())) {
            if (view.name().equals(site.name())) return view;
        }
        throw new IllegalStateException("no relationship " + site.name());
    }

    /// Asks a server that is up.
    public <A extends @Nullable Object> A ask(int server, Query<A> query) {
        return servers.get(server).ask(query);
    }

    /// The leases that a server has, by address; none while it is down. Addresses that never had a
    /// client are left out. Asks nobody, so it changes nothing.
    public Collection<LeaseView> leases(int server) {
        return servers.get(server).told();
    }

    /// How many clients there are now.
    public Count count() {
        int on = 0;
        int served = 0;
        int waiting = 0;
        for (Member member : crowd.members()) {
            if (!member.isOn()) continue;
            on++;
            if (member.isServed()) served++;
            if (member.asking() != Member.Asking.NOTHING) waiting++;
        }
        return new Count(on, served, waiting);
    }

    /// How many clients use an address that they last had from a server.
    public int servedBy(int server) {
        int served = 0;
        for (Member member : crowd.members()) {
            Holding lease = member.holding();
            if (!member.isServed() || lease == null) continue;
            if (network.serverAt(lease.server()) == server) served++;
        }
        return served;
    }

    /// Who waits for an answer now.
    public List<Waiting> waiting() {
        List<Waiting> found = new ArrayList<>();
        for (Member member : crowd.members()) {
            if (!member.isOn() || member.asking() == Member.Asking.NOTHING) continue;
            long millis = time.tick() - member.sinceTick();
            found.add(new Waiting(member.person(), member.asking() == Member.Asking.MORE, millis));
        }
        return found;
    }

    /// The clients whose lease runs for a while yet, and of which no server knows that: neither one
    /// that is up, nor one that is down by what its disk has kept.
    public List<Person> lost() {
        List<Person> found = new ArrayList<>();
        for (Member member : crowd.members()) {
            Holding lease = member.holding();
            if (lease == null || lease.untilTick() <= time.tick() + GRACE) continue;
            HardwareAddress hardware = member.person().hardware();
            boolean known =
                    servers.stream()
                            .anyMatch(
                                    each ->
                                            !forgetful.contains(each)
                                                    && isHis(each, lease.address(), hardware));
            if (!known) found.add(member.person());
        }
        return found;
    }

    private static boolean isHis(SimServer server, Ip4 address, HardwareAddress hardware) {
        LeaseView lease = server.told(address);
        return lease != null
                && lease.state() == BindingState.ACTIVE
                && hardware.equals(lease.hardware());
    }
}
