package org.twinlease.sim;

import org.twinlease.sim.SimClient.Holding;
import org.twinlease.sim.SimClient.State;

import java.util.random.RandomGenerator;

/// What clients do besides DHCP: they are switched on and off, leave and come back, move to another
/// wire, and notice when somebody else has their address.
final class Lives {

    /// How long a client that left stays away: longer than any packet of its lives on.
    private static final long LEAST_AWAY = 11_000;

    /// How long a client takes to see that its new address is somebody else's.
    private static final long PROBE = 300;

    private final Setting setting;
    private final SimTime time;
    private final SimNetwork network;
    private final Referee referee;
    private final Transcript transcript;
    private final RandomGenerator random;
    private boolean quiet;

    Lives(
            Setting setting,
            SimTime time,
            SimNetwork network,
            Referee referee,
            Transcript transcript,
            RandomGenerator random) {
        this.setting = setting;
        this.time = time;
        this.network = network;
        this.referee = referee;
        this.transcript = transcript;
        this.random = random;
        network.whenHeard(this::changed);
    }

    /// From now on clients change by themselves, if the setting says so.
    void begin() {
        if (setting.changeEvery() == 0) return;
        for (Station station : network.stations()) {
            time.after(random.nextLong(setting.changeEvery() * 500 + 1), () -> live(station));
        }
    }

    /// Clients stay as they are, and those that are off are switched on.
    void settle() {
        quiet = true;
        network.stations().forEach(this::switchOn);
    }

    private void live(Station station) {
        if (quiet) return;
        long next = Chances.wait(random, setting.changeEvery());
        if (!station.isOn()) switchOn(station);
        else {
            switch (random.nextInt(6)) {
                case 0, 1 -> switchOff(station);
                case 2 -> release(station);
                case 3 -> move(station, random.nextInt(setting.relays() + 1));
                default -> {
                    switchOff(station);
                    time.after(random.nextLong(1, 30_000), () -> switchOn(station));
                }
            }
        }
        time.after(next, () -> live(station));
    }

    /// A client that has just released stays away for a while first: its RELEASE must not overtake
    /// what it does next.
    void switchOn(Station station) {
        if (station.isOn()) return;
        if (time.tick() < station.awayUntil()) {
            time.at(station.awayUntil(), () -> switchOn(station));
            return;
        }
        station.client.start(time.now());
        transcript.line(station.name(), "on");
        changed(station);
    }

    void switchOff(Station station) {
        if (!station.isOn()) return;
        station.client.stop();
        transcript.line(station.name(), "off");
        changed(station);
    }

    void release(Station station) {
        if (!station.isOn()) return;
        network.send(station, station.client.release(time.now()));
        station.stayAwayUntil(time.tick() + LEAST_AWAY);
        transcript.line(station.name(), "releases its lease");
        changed(station);
    }

    void move(Station station, int wire) {
        station.plugInto(wire);
        station.client.move(time.now(), Terrain.relay(wire));
        transcript.line(station.name(), "moves to wire " + wire);
        changed(station);
    }

    /// Something may have changed for a client: its lease, or when it is to be woken.
    void changed(Station station) {
        Holding had = referee.lease(station);
        Holding has = station.client.holding();
        referee.saw(station);
        if (has != null && !has.equals(had)) {
            long seconds = (has.untilTick() - time.tick()) / 1000;
            transcript.line(station.name(), "has " + has.address() + " for " + seconds + " s");
            if (had == null || !had.address().equals(has.address())) probe(station, has);
        } else if (had != null && has == null && station.client.state() != State.OFF) {
            transcript.line(station.name(), "has lost " + had.address());
        }
        if (!station.wantsNewWake()) return;
        long at = station.client.nextTick();
        time.at(at, () -> wake(station, at));
    }

    private void wake(Station station, long at) {
        if (!station.isWokenAt(at)) return;
        station.woken();
        network.send(station, station.client.tick(time.now()));
        changed(station);
    }

    private void probe(Station station, Holding lease) {
        time.after(
                PROBE,
                () -> {
                    boolean taken = network.strangers().contains(lease.address());
                    if (!taken || !station.uses(lease.address())) return;
                    transcript.line(station.name(), "sees somebody else at " + lease.address());
                    network.send(station, station.client.addressTaken(time.now()));
                    changed(station);
                });
    }
}
