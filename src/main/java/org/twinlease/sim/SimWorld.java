package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A world in one process: both clocks, a network, a real engine on a simulated disk, and clients
/// on its wire and behind relays. Everything comes from the seed of its [Setting], so the same
/// calls give the same [Transcript] again. What must never happen is watched for all the time and
/// ends in a [Violation].
public final class SimWorld {

    private final SimTime time = new SimTime();
    private final Transcript transcript = new Transcript(time);
    private final Referee referee;
    private final SimNetwork network;
    private final SimServer server;
    private final Lives lives;
    private final Mischief mischief;

    /// A world with a pool of the setting's size on every wire. The server is up, all clients are
    /// off.
    public SimWorld(Setting setting) {
        this(setting, Terrain.config(setting));
    }

    /// A world with another configuration of the server.
    public SimWorld(Setting setting, Config config) {
        SplittableRandom seed = new SplittableRandom(setting.seed());
        referee = new Referee(setting, time, transcript);
        network = new SimNetwork(time, seed.split(), setting.faults());
        server =
                new SimServer(
                        new SimHost(0, new Plan(config), Terrain.interfaces(0)),
                        time,
                        network,
                        referee,
                        transcript,
                        seed.split());
        network.add(server);
        network.populate(setting, seed.split());
        lives = new Lives(setting, time, network, referee, transcript, seed.split());
        mischief = new Mischief(setting, time, network, server, referee, transcript, seed.split());
        referee.guard(server::start);
        lives.begin();
        mischief.begin();
    }

    /// Lets time pass.
    ///
    /// @throws Violation when something happened that must not
    public void run(Duration duration) {
        referee.guard(() -> time.runUntil(time.tick() + duration.toMillis()));
    }

    /// Ends all troubles and lets clients be: those that are off are switched on, and none changes
    /// any more.
    public void settle() {
        referee.guard(
                () -> {
                    mischief.end();
                    lives.settle();
                });
    }

    /// Holds disk, memory and counters against each other now.
    public void check() {
        referee.guard(() -> referee.check(server));
    }

    /// The clients that want an address and have none, though their pool has one free.
    public List<String> unserved() {
        List<PoolView> pools = server.ask(new Query.Pools());
        List<String> names = new ArrayList<>();
        for (Station station : network.stations()) {
            PoolView pool = pools.get(Math.min(station.wire(), pools.size() - 1));
            if (station.isOn() && !station.isServed() && pool.free() > pool.offered()) {
                names.add(station.name() + " " + station.client.state());
            }
        }
        return names;
    }

    /// Switches a client on, by its number from 0.
    public void switchOn(int client) {
        lives.switchOn(station(client));
    }

    /// Switches a client off; it does not release its lease.
    public void switchOff(int client) {
        lives.switchOff(station(client));
    }

    /// Lets a client release its lease and go.
    public void release(int client) {
        lives.release(station(client));
    }

    /// Plugs a client into another wire, by its number from 0.
    public void move(int client, int wire) {
        lives.move(station(client), wire);
    }

    /// A client, to look at.
    public SimClient client(int number) {
        return station(number).client;
    }

    private Station station(int number) {
        return network.stations().get(number);
    }

    /// The server's disk, to be made to fail.
    public SimDisk disk() {
        return server.disk();
    }

    /// The server's process dies, and is started again after a while.
    public void killServer(Duration down) {
        server.kill();
        server.startAfter(down.toMillis());
    }

    /// The server's machine loses power, and is back after a while.
    public void losePower(Duration down) {
        server.losePower("by order");
        server.startAfter(down.toMillis());
    }

    /// Whether the server is up.
    public boolean isServerUp() {
        return server.isUp();
    }

    /// Moves the wall clock.
    public void jump(Duration by) {
        mischief.move(by.toMillis());
    }

    /// A host that no server knows takes an address and answers for it, or leaves it.
    public void occupy(Ip4 address, boolean on) {
        if (on) network.strangers().add(address);
        else network.strangers().remove(address);
    }

    /// Asks the server, which must be up.
    public <A extends @Nullable Object> A ask(Query<A> query) {
        return server.ask(query);
    }

    /// Both clocks.
    public Now now() {
        return time.now();
    }

    /// What has happened.
    public Transcript transcript() {
        return transcript;
    }
}
