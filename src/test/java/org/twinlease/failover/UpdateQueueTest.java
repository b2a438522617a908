package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.value.Ip4;

/// Which address is told next, and what becomes of those that are under way.
class UpdateQueueTest {

    private final UpdateQueue queue = new UpdateQueue();

    private void fly(int slot, long xid) {
        queue.fly(slot, new UpdateQueue.Flight(xid, Lease.unused(Ip4.of("10.0.0.1")), xid));
    }

    private void queued(int... slots) {
        for (int slot : slots) queue.add(slot);
    }

    @Test
    void anAddressThatChangesUnderWayGoesOutAgainFirst() {
        queued(1, 2);
        fly(queue.next(), 7);
        queued(1, 3);
        assertThat(queue.size()).isEqualTo(3);
        queue.land(1);
        assertThat(queue.next()).isEqualTo(1);
        assertThat(queue.next()).isEqualTo(2);
    }

    @Test
    void afterALossWhatWasUnderWayComesBeforeAllOthersInItsOrder() {
        queued(4, 5, 6);
        fly(queue.next(), 1);
        fly(queue.next(), 2);
        queue.ground();
        assertThat(queue.inFlight()).isZero();
        for (int slot = 4; slot <= 6; slot++) assertThat(queue.next()).isEqualTo(slot);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void slotsMayGetOtherNumbersWithoutAnythingBeingLost() {
        queued(1, 2, 3, 4);
        fly(queue.next(), 7);
        fly(queue.next(), 8);
        queued(1);
        queue.move(slot -> slot == 2 || slot == 3 ? -1 : slot + 10);
        assertThat(queue.flight(11)).isNotNull();
        assertThat(queue.inFlight()).isEqualTo(1);
        assertThat(queue.oldestTick()).isEqualTo(7);
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.next()).isEqualTo(14);
        queue.land(11);
        assertThat(queue.next()).as("it changed while it was under way").isEqualTo(11);
        assertThat(queue.isEmpty()).isTrue();
    }
}
