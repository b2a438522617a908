package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.sim.SimClient;
import org.twinlease.sim.SimClient.Holding;

import java.util.function.Consumer;

/// A client of a twin: where it is, when it is to be woken, and since when it waits for an answer.
final class Member {

    /// What it wants from the servers.
    enum Asking {
        NOTHING,

        /// An address.
        ADDRESS,

        /// To go on with the one that it has.
        MORE
    }

    private Person person;
    private SimClient client;
    private Place place;
    private Asking asking = Asking.NOTHING;
    private @Nullable Holding holding;
    private long sinceTick;
    private long wakeTick = Long.MAX_VALUE;
    private boolean moved;

    Member(Person person, SimClient client, Place place) {
        this.person = person;
        this.client = client;
        this.place = place;
        holding = client.holding();
    }

    Person person() {
        return person;
    }

    SimClient client() {
        return client;
    }

    Place place() {
        return place;
    }

    /// It is in another network from now on, where nobody knows its address.
    void plugInto(Place other) {
        moved = moved || !place.equals(other);
        place = other;
    }

    /// It is somebody else from now on.
    void become(Person other, SimClient fresh) {
        person = other;
        client = fresh;
        holding = null;
        asking = Asking.NOTHING;
        wakeTick = Long.MAX_VALUE;
    }

    boolean isOn() {
        return client.state() != SimClient.State.OFF;
    }

    /// Whether it uses the address of a lease now.
    boolean isServed() {
        return switch (client.state()) {
            case BOUND, RENEWING, REBINDING -> true;
            case OFF, INIT, SELECTING, REQUESTING, INIT_REBOOT -> false;
        };
    }

    Asking asking() {
        return asking;
    }

    /// Since when it waits for what it asks for.
    long sinceTick() {
        return sinceTick;
    }

    private Asking wants() {
        return switch (client.state()) {
            case INIT, SELECTING, REQUESTING -> Asking.ADDRESS;
            case INIT_REBOOT, RENEWING, REBINDING -> Asking.MORE;
            case OFF, BOUND -> Asking.NOTHING;
        };
    }

    /// The lease that it was last seen with.
    @Nullable Holding holding() {
        return holding;
    }

    /// Sees what has changed. `heard`: a server has said it; else time has.
    void look(long tick, boolean heard, Whereabouts servers, Consumer<Happening> tell) {
        Asking before = asking;
        Holding had = holding;
        holding = client.holding();
        asking = wants();
        long waited = tick - sinceTick;
        if (asking != before) sinceTick = tick;
        if (!isOn()) return;
        if (heard && before != Asking.NOTHING && asking == Asking.NOTHING && holding != null) {
            moved = false;
            tell.accept(
                    new Happening.Answered(
                            person,
                            before == Asking.MORE,
                            waited,
                            holding.address(),
                            servers.serverAt(holding.server()),
                            (holding.untilTick() - tick) / 1000));
        }
        if (had == null || holding != null || before != Asking.MORE) return;
        if (heard && !moved) {
            tell.accept(new Happening.Refused(person, had.address(), had.untilTick() > tick));
        }
        if (!heard) tell.accept(new Happening.Ended(person, had.address(), waited));
    }

    /// Whether a new wake-up has to be put down for the tick at which the client wants one.
    boolean wantsNewWake() {
        if (client.nextTick() == wakeTick) return false;
        wakeTick = client.nextTick();
        return wakeTick != Long.MAX_VALUE;
    }

    /// Whether a wake-up for this tick is still the one that counts; it is used up then.
    boolean isWokenAt(long tick) {
        if (wakeTick != tick) return false;
        wakeTick = Long.MAX_VALUE;
        return true;
    }
}
