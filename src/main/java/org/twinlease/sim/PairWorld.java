package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A world with a failover pair in it: two real engines, A the primary and B the secondary, each
/// with a disk of its own, joined by [SimTcp] and serving the same clients. Everything comes from
/// the seed of its [Setting]; both read one clock. What must never happen ends in a [Violation].
public final class PairWorld {

    private final SimTime time = new SimTime();
    private final Transcript transcript;
    private final PairReferee referee;
    private final SimNetwork network;
    private final SimTcp tcp;
    private final List<SimServer> servers = new ArrayList<>();
    private final Lives lives;
    private final PairMischief mischief;

    /// A pair with an MCLT in seconds, both up with empty disks; all clients are off.
    public PairWorld(Setting setting, long mclt) {
        this(setting, Pairing.of(mclt), true);
    }

    /// `tell`: whether what happens is written down.
    PairWorld(Setting setting, Pairing pairing, boolean tell) {
        transcript = new Transcript(time, tell);
        SplittableRandom seed = new SplittableRandom(setting.seed());
        referee = new PairReferee(setting, time, transcript, pairing.mclt(), servers);
        network = new SimNetwork(time, seed.split(), setting.faults());
        tcp = new SimTcp(time, seed.split());
        for (int number = 0; number < 2; number++) {
            Plan plan = new Plan(Terrain.config(setting, peer(pairing, number)));
            SimServer server =
                    new SimServer(
                            new SimHost(number, plan, Terrain.interfaces(number)),
                            time,
                            network,
                            referee,
                            transcript,
                            seed.split());
            server.connect(tcp, address(number));
            network.add(server);
            servers.add(server);
        }
        network.populate(setting, seed.split());
        lives = new Lives(setting, time, network, referee, transcript, seed.split());
        mischief = new PairMischief(time, network, tcp, servers, lives, transcript);
        referee.guard(() -> servers.forEach(SimServer::start));
        lives.begin();
    }

    private static Ip4 address(int number) {
        return Terrain.interfaces(number).get(Terrain.CORE).address();
    }

    private static FailoverPeer peer(Pairing pairing, int number) {
        return pairing.peer(number, address(number).toString(), address(1 - number).toString());
    }

    /// Lets time pass.
    ///
    /// @throws Violation when something happened that must not
    public void run(Duration duration) {
        referee.guard(() -> time.runUntil(time.tick() + duration.toMillis()));
    }

    /// Cuts the path between the two servers, or makes it whole; clients still reach both.
    public void cut(boolean now) {
        transcript.line("link", now ? "cut" : "whole");
        tcp.setCut(now);
    }

    /// Breaks the connections between the two servers.
    public void reset() {
        transcript.line("link", "reset");
        tcp.reset();
    }

    /// The process of a server (0 is the primary) dies, and is started again after a while.
    public void kill(int server, Duration down) {
        servers.get(server).kill();
        servers.get(server).startAfter(down.toMillis());
    }

    /// The machine of a server loses power, and is back after a while.
    public void losePower(int server, Duration down) {
        servers.get(server).losePower("by order");
        servers.get(server).startAfter(down.toMillis());
    }

    /// These troubles are to come.
    void plan(List<Trouble> troubles) {
        mischief.plan(troubles);
    }

    /// How often an address was with two clients for a reason that is not the servers'.
    Map<String, Long> excused() {
        return referee.excused();
    }

    /// How often each kind of planned trouble has happened.
    Map<Trouble.Kind, Long> happened() {
        return mischief.happened();
    }

    /// The simulated seconds since the beginning.
    long seconds() {
        return time.tick() / 1000;
    }

    /// All troubles end, all clients stay as they are from now on, and those that are off are
    /// switched on.
    public void settle() {
        referee.guard(
                () -> {
                    mischief.end();
                    lives.settle();
                    remind();
                });
    }

    /// Whoever has put an older disk into a server orders it to recover, as soon as it has its
    /// partner.
    private void remind() {
        List<SimServer> forgetful = referee.forgetful();
        for (SimServer server : forgetful) server.order(new Command.Recover(Pairing.NAME));
        if (!forgetful.isEmpty()) time.after(30_000, this::remind);
    }

    /// All clients are switched off for ever, without a word.
    void leave() {
        referee.guard(() -> network.stations().forEach(lives::switchOff));
    }

    /// The addresses that a server does not have as free.
    List<String> notFree() {
        List<String> found = new ArrayList<>();
        for (SimServer server : servers) {
            for (LeaseView lease : server.image().values()) {
                boolean free =
                        lease.state() == BindingState.FREE || lease.state() == BindingState.BACKUP;
                if (!free) {
                    found.add(
                            lease.address()
                                    + " is "
                                    + lease.state().word()
                                    + " at "
                                    + server.name());
                }
            }
        }
        return found;
    }

    /// How many clients use an address now.
    public long served() {
        return network.stations().stream().filter(Station::isServed).count();
    }

    /// The state of the relationship as a server (0 is the primary) has it, STARTUP while it looks
    /// for its partner.
    ServerState state(int server) {
        return servers.get(server).pairState();
    }

    /// The relationship as a server (0 is the primary) sees it.
    public FailoverView pair(int server) {
        return servers.get(server).ask(new Query.Failover()).getFirst();
    }

    /// Where the two servers' leases say different things: state, client or end.
    public List<String> differences() {
        Map<Ip4, LeaseView> primary = servers.getFirst().image(true);
        Map<Ip4, LeaseView> secondary = servers.getLast().image(true);
        Map<Ip4, LeaseView> all = new TreeMap<>(primary);
        all.putAll(secondary);
        List<String> found = new ArrayList<>();
        for (Ip4 address : all.keySet()) {
            String one = essence(primary.get(address));
            String other = essence(secondary.get(address));
            if (!one.equals(other)) found.add(address + ": " + one + " at A, " + other + " at B");
        }
        return found;
    }

    private static String essence(@Nullable LeaseView lease) {
        if (lease == null) return "free";
        return switch (lease.state()) {
            case FREE, BACKUP, ABANDONED -> lease.state().word();
            case ACTIVE, EXPIRED, RELEASED, RESET ->
                    lease.state().word()
                            + " "
                            + Objects.toString(lease.hardware(), "nobody")
                            + " until "
                            + lease.ends();
        };
    }

    /// What has happened.
    public Transcript transcript() {
        return transcript;
    }
}
