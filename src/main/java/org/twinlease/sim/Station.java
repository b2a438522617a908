package org.twinlease.sim;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.SplittableRandom;

/// A client at its place in a world: which wire it is plugged into, and when it is to be woken.
final class Station {

    final int number;
    final SimClient client;
    private int wire;
    private long wakeTick = Long.MAX_VALUE;
    private long awayUntil;

    Station(int number, SimClient client, int wire) {
        this.number = number;
        this.client = client;
        this.wire = wire;
    }

    /// A client like others, with habits of its own. Clients are spread over the wires in turn.
    static Station of(int number, int relays, SplittableRandom random) {
        int wire = number % (relays + 1);
        Habits habits =
                Habits.of(HardwareAddress.ethernet(0x02_00_00_00_00_00L + number))
                        .withRelay(Terrain.relay(wire), random.nextInt(4) == 0)
                        .withBroadcast(random.nextInt(4) == 0);
        if (random.nextBoolean()) habits = habits.withHostName("host-" + number);
        if (random.nextInt(3) == 0) {
            habits = habits.withClientId(Octets.ofText("\0client-" + number));
        }
        return new Station(number, new SimClient(habits, random.split()), wire);
    }

    int wire() {
        return wire;
    }

    void plugInto(int otherWire) {
        wire = otherWire;
    }

    /// The tick before which it is not to be switched on again.
    long awayUntil() {
        return awayUntil;
    }

    void stayAwayUntil(long tick) {
        awayUntil = tick;
    }

    String name() {
        return "client " + number;
    }

    boolean isOn() {
        return client.state() != SimClient.State.OFF;
    }

    /// Whether it uses an address now, so that it answers for it.
    boolean uses(Ip4 address) {
        SimClient.Holding has = client.holding();
        boolean uses =
                switch (client.state()) {
                    case BOUND, RENEWING, REBINDING -> true;
                    case OFF, INIT, SELECTING, REQUESTING, INIT_REBOOT -> false;
                };
        return uses && has != null && has.address().equals(address);
    }

    /// Whether it uses the address of the lease that it has.
    boolean isServed() {
        SimClient.Holding has = client.holding();
        return has != null && uses(has.address());
    }

    /// Whether a new wake-up has to be put down for the tick at which the client wants one.
    boolean wantsNewWake() {
        if (client.nextTick() == wakeTick) return false;
        wakeTick = client.nextTick();
        return wakeTick != Long.MAX_VALUE;
    }

    /// Whether a wake-up for this tick is still the one that counts.
    boolean isWokenAt(long tick) {
        return wakeTick == tick;
    }

    /// The wake-up has been used.
    void woken() {
        wakeTick = Long.MAX_VALUE;
    }
}
