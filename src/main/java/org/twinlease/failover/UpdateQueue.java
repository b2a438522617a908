package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// Addresses that the partner is to be told of, by slot: those that wait, in order, and those whose
/// update is in flight. An address has one update in flight at most; one that changes meanwhile
/// waits for the answer and goes out again.
final class UpdateQueue {

    /// An update in flight: its number, the lease as it was told, and the tick at which it left.
    record Flight(long xid, Lease told, long tick) {}

    private final ArrayDeque<Integer> order = new ArrayDeque<>();

    /// Slots that wait; the order may still hold some that do not any more.
    private final BitSet waiting = new BitSet();

    private final Map<Integer, Flight> flights = new LinkedHashMap<>();

    /// Adds an address at the end, unless it waits already.
    void add(int slot) {
        if (waiting.get(slot)) return;
        waiting.set(slot);
        order.addLast(slot);
    }

    /// Takes the next address that may go out; -1 when there is none.
    int next() {
        while (!order.isEmpty()) {
            int slot = order.removeFirst();
            // What is in flight comes back into the order when it lands.
            if (!waiting.get(slot) || flights.containsKey(slot)) continue;
            waiting.clear(slot);
            return slot;
        }
        return -1;
    }

    void fly(int slot, Flight flight) {
        flights.put(slot, flight);
    }

    @Nullable Flight flight(int slot) {
        return flights.get(slot);
    }

    boolean isInFlight(int slot) {
        return flights.containsKey(slot);
    }

    /// An update was answered.
    void land(int slot) {
        flights.remove(slot);
        if (waiting.get(slot)) order.addFirst(slot);
    }

    /// The partner's own update has settled the address.
    void settle(int slot) {
        flights.remove(slot);
        waiting.clear(slot);
    }

    /// The connection is gone: whatever is in flight waits again, before all others.
    void ground() {
        flights.keySet().stream().toList().reversed().forEach(this::wait);
        flights.clear();
    }

    private void wait(int slot) {
        waiting.set(slot);
        order.addFirst(slot);
    }

    /// Slots have other numbers now: `slots` says which, -1 for those that are gone.
    void move(IntUnaryOperator slots) {
        List<Integer> was = List.copyOf(order);
        BitSet waited = (BitSet) waiting.clone();
        Map<Integer, Flight> flew = new LinkedHashMap<>(flights);
        clear();
        flew.forEach(
                (slot, flight) -> {
                    int next = slots.applyAsInt(slot);
                    if (next < 0) return;
                    flights.put(next, flight);
                    // It goes out again once it has landed.
                    if (waited.get(slot)) waiting.set(next);
                });
        for (int slot : was) {
            int next = waited.get(slot) && !flew.containsKey(slot) ? slots.applyAsInt(slot) : -1;
            if (next >= 0) add(next);
        }
    }

    void clear() {
        order.clear();
        waiting.clear();
        flights.clear();
    }

    int inFlight() {
        return flights.size();
    }

    /// How many addresses the partner has not answered for.
    int size() {
        int count = waiting.cardinality();
        for (int slot : flights.keySet()) if (!waiting.get(slot)) count++;
        return count;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && flights.isEmpty();
    }

    /// The tick at which the oldest update in flight left; -1 when there is none.
    long oldestTick() {
        for (Flight flight : flights.values()) return flight.tick();
        return -1;
    }
}
