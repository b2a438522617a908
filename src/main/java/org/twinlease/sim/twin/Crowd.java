package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.sim.Chances;
import org.twinlease.sim.Habits;
import org.twinlease.sim.SimClient;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.sim.SimTime;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The clients of a twin and how they live. On average a laptop is awake for one hour and asleep
/// for two, who roams is in one network for twenty minutes, and who misbehaves is somebody else
/// every five minutes. A quarter of the guests say good-bye (RELEASE).
final class Crowd {

    private static final long FIRST_HARDWARE = 0x02_00_00_00_00_00L;
    private static final long OTHER_HARDWARE = 0x01_00_00_00L;
    private static final long AWAKE = 3600;
    private static final long ASLEEP = 7200;
    private static final long IN_ONE_PLACE = 1200;
    private static final long ONE_NAME = 300;

    private final SimTime time;
    private final TwinNetwork network;
    private final List<Place> places;
    private final SplittableRandom random;
    private final Consumer<Happening> tell;
    private final Owners owners;
    private final Map<Integer, Member> members = new LinkedHashMap<>();
    private final Set<HardwareAddress> known = new HashSet<>();
    private final int[] named = new int[Person.Kind.values().length];
    private int born;
    private int arrivals;

    Crowd(
            SimTime time,
            TwinNetwork network,
            List<Place> places,
            SplittableRandom random,
            Consumer<Happening> tell) {
        this.time = time;
        this.network = network;
        this.places = places;
        this.random = random;
        this.tell = tell;
        owners = new Owners(network);
        network.whenHeard(this::heard);
    }

    /// Everybody who is there, in the order in which they came.
    Collection<Member> members() {
        return members.values();
    }

    /// Nobody who comes is who had this hardware address.
    void know(HardwareAddress hardware) {
        known.add(hardware);
    }

    private HardwareAddress unknown() {
        long number = FIRST_HARDWARE + born;
        while (known.contains(HardwareAddress.ethernet(number))) number += OTHER_HARDWARE;
        return HardwareAddress.ethernet(number);
    }

    /// Lets the clients of a group come within so many milliseconds, new ones from now on.
    void add(Group group, long withinMillis) {
        if (group.kind() == Person.Kind.NEW) {
            arrive(group.count(), group.staySeconds());
            return;
        }
        for (int i = 0; i < (int) group.count(); i++) {
            Member member = join(group.kind());
            time.after(
                    random.nextLong(Math.max(1, withinMillis)),
                    () -> {
                        switchOn(member);
                        live(member);
                    });
        }
    }

    /// Goes on with what a lease says: who should have renewed by now and has not is asleep.
    Person.Kind add(
            HardwareAddress hardware, @Nullable Octets clientId, Place place, Holding lease) {
        boolean on = lease.t1() > time.tick();
        Person.Kind kind = on ? Person.Kind.RENEWING : Person.Kind.SLEEPING;
        Habits habits = Habits.of(hardware).withRelay(place.relay(), false);
        if (clientId != null) habits = habits.withClientId(clientId);
        SimClient client = new SimClient(habits, random.split());
        client.had(lease, on);
        Member member = new Member(person(kind, hardware), client, place);
        put(member);
        owners.now(member.person(), null, lease, time.tick(), tell);
        if (on) wakeIfWanted(member);
        live(member);
        return kind;
    }

    /// From now on so many new clients come a minute, and none of those that were to come.
    void arrive(double perMinute, long staySeconds) {
        int chain = ++arrivals;
        if (perMinute > 0) next(chain, perMinute, staySeconds);
    }

    private void next(int chain, double perMinute, long staySeconds) {
        time.after(
                Math.max(1, (long) (Chances.wait(random, 60) / perMinute)),
                () -> {
                    if (chain != arrivals) return;
                    Member guest = join(Person.Kind.NEW);
                    switchOn(guest);
                    time.after(Chances.wait(random, staySeconds), () -> go(guest));
                    next(chain, perMinute, staySeconds);
                });
    }

    private void go(Member guest) {
        if (random.nextInt(4) == 0) network.send(guest, guest.client().release(time.now()));
        else guest.client().stop();
        changed(guest, false);
        network.leave(guest);
        members.remove(guest.person().number());
    }

    private Member join(Person.Kind kind) {
        Place place = places.get(born % places.size());
        HardwareAddress hardware = unknown();
        Member member = new Member(person(kind, hardware), client(hardware, place), place);
        put(member);
        return member;
    }

    private void put(Member member) {
        members.put(member.person().number(), member);
        network.join(member);
    }

    private Person person(Person.Kind kind, HardwareAddress hardware) {
        int number = ++named[kind.ordinal()];
        return new Person(born++, kind, kind.word() + " " + number, hardware);
    }

    private SimClient client(HardwareAddress hardware, Place place) {
        Habits habits = Habits.of(hardware).withRelay(place.relay(), false);
        return new SimClient(habits, random.split());
    }

    /// What a client does by itself from now on.
    private void live(Member member) {
        switch (member.person().kind()) {
            case SLEEPING -> after(member.isOn() ? AWAKE : ASLEEP, () -> sleep(member));
            case ROAMING -> after(IN_ONE_PLACE, () -> roam(member));
            case MISBEHAVING -> after(ONE_NAME, () -> forget(member));
            case RENEWING, NEW -> {}
        }
    }

    private void after(long meanSeconds, Runnable what) {
        time.after(Chances.wait(random, meanSeconds), what);
    }

    private void sleep(Member member) {
        if (member.isOn()) switchOff(member);
        else switchOn(member);
        live(member);
    }

    private void roam(Member member) {
        Place place = places.get(random.nextInt(places.size()));
        member.plugInto(place);
        member.client().move(time.now(), place.relay());
        changed(member, false);
        live(member);
    }

    private void forget(Member member) {
        owners.now(member.person(), member.holding(), null, time.tick(), tell);
        network.leave(member);
        HardwareAddress hardware = unknown();
        born++;
        Person old = member.person();
        member.become(
                new Person(old.number(), old.kind(), old.name(), hardware),
                client(hardware, member.place()));
        network.join(member);
        switchOn(member);
        live(member);
    }

    /// Everybody who is on is switched off and on again in one moment.
    void storm() {
        for (Member member : List.copyOf(members.values())) {
            if (!member.isOn()) continue;
            switchOff(member);
            switchOn(member);
        }
    }

    private void switchOn(Member member) {
        if (member.isOn()) return;
        member.client().start(time.now());
        changed(member, false);
    }

    private void switchOff(Member member) {
        member.client().stop();
        changed(member, false);
    }

    private void heard(Member member, byte[] payload) {
        var next = member.client().receive(time.now(), payload, payload.length);
        network.send(member, next);
        changed(member, true);
    }

    /// Something may have changed for a client: its lease, or when it is to be woken.
    private void changed(Member member, boolean heard) {
        @Nullable Holding had = member.holding();
        member.look(time.tick(), heard, network, tell);
        owners.now(member.person(), had, member.holding(), time.tick(), tell);
        wakeIfWanted(member);
    }

    private void wakeIfWanted(Member member) {
        if (!member.wantsNewWake()) return;
        long at = member.client().nextTick();
        SimClient client = member.client();
        time.at(at, () -> wake(member, client, at));
    }

    private void wake(Member member, SimClient client, long at) {
        // Who misbehaves may be another by now.
        if (!client.equals(member.client()) || !member.isWokenAt(at)) return;
        network.send(member, client.tick(time.now()));
        changed(member, false);
    }
}
