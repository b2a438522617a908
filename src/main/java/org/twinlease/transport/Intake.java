package org.twinlease.transport;

import org.twinlease.engine.Input;

import java.util.ArrayDeque;
import java.util.List;

/// The bounded queue in front of a core: any thread offers, the loop drains. What does not fit is
/// refused, and counted where it was refused. Datagrams leave a sixteenth of the room to everything
/// else: however many clients ask, partners and people are heard.
final class Intake {
    private final ArrayDeque<Input> queue = new ArrayDeque<>();
    private final int capacity;

    Intake(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean offer(Input input) {
        int room = input instanceof Input.Datagram ? capacity - capacity / 16 : capacity;
        return queue.size() < room && queue.add(input);
    }

    synchronized void drainTo(List<Input> target, int most) {
        for (int i = 0; i < most && !queue.isEmpty(); i++) target.add(queue.removeFirst());
    }

    synchronized boolean isEmpty() {
        return queue.isEmpty();
    }
}
