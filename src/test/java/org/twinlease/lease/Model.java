package org.twinlease.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.twinlease.value.BindingState;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/// What a [LeaseTable] is to be, written as plainly as possible: every question is answered by
/// looking at all rows.
final class Model {
    private final LeaseTable table;
    private final Lease[] rows;
    private final Set<Integer> held = new HashSet<>();
    private final Map<String, List<Integer>> free = new HashMap<>();
    private long expiredAt;

    Model(LeaseTable table) {
        this.table = table;
        rows = new Lease[table.size()];
        for (int slot = 0; slot < rows.length; slot++) {
            rows[slot] = Lease.unused(table.address(slot));
            freeList(slot).add(slot);
        }
    }

    private static boolean isFree(Lease lease) {
        return lease.state() == BindingState.FREE || lease.state() == BindingState.BACKUP;
    }

    private List<Integer> freeList(int slot) {
        return freeList(table.pool(slot), rows[slot].state());
    }

    private List<Integer> freeList(int pool, BindingState state) {
        return free.computeIfAbsent(pool + "/" + state, _ -> new ArrayList<>());
    }

    void apply(Lease lease) {
        int slot = table.slot(lease.address());
        free.values().forEach(list -> list.remove(Integer.valueOf(slot)));
        rows[slot] = lease;
        if (isFree(lease) && !held.contains(slot)) freeList(slot).add(slot);
        table.apply(lease);
    }

    void hold(int slot, boolean hold) {
        table.hold(slot, hold);
        if (held.contains(slot) == hold) return;
        if (hold) held.add(slot);
        else held.remove(slot);
        if (!isFree(rows[slot])) return;
        if (hold) freeList(slot).remove(Integer.valueOf(slot));
        else freeList(slot).addFirst(slot);
    }

    /// Every row whose time has come is reported; some become free, others cannot be dealt with
    /// now.
    void expire(long now) {
        Set<Integer> expected = new HashSet<>();
        for (int slot = 0; slot < rows.length && now > expiredAt; slot++) {
            Lease row = rows[slot];
            if (!isFree(row) && row.ends() != Lease.NEVER && row.ends() <= now) expected.add(slot);
        }
        expiredAt = now;
        Set<Integer> reported = new HashSet<>();
        table.expire(
                now,
                slot -> {
                    assertThat(reported.add(slot)).as("%d is reported once", slot).isTrue();
                    if (slot % 3 == 0) table.postpone(slot);
                    else apply(Lease.unused(table.address(slot)));
                });
        assertThat(reported).isEqualTo(expected);
    }

    void checkRow(int slot) {
        assertThat(table.lease(slot)).isEqualTo(rows[slot]);
        assertThat(table.state(slot)).isEqualTo(rows[slot].state());
        assertThat(table.ends(slot)).isEqualTo(rows[slot].ends());
        assertThat(table.isHeld(slot)).isEqualTo(held.contains(slot));
        int pool = table.pool(slot);
        for (BindingState state : List.of(BindingState.FREE, BindingState.BACKUP)) {
            List<Integer> list = freeList(pool, state);
            int expected = list.isEmpty() ? -1 : list.getFirst();
            assertThat(table.longestUnused(pool, state, _ -> true)).isEqualTo(expected);
        }
    }

    /// By identifier first; any of several rows will do.
    void checkFind(ClientKey client, IntPredicate accept) {
        Set<Integer> byId = new HashSet<>();
        Set<Integer> byHardware = new HashSet<>();
        for (int slot = 0; slot < rows.length; slot++) {
            Lease row = rows[slot];
            if (!accept.test(slot)) continue;
            Octets id = client.clientId();
            boolean sameId = id != null && Objects.equals(id, row.clientId());
            if (sameId) byId.add(slot);
            if (client.owns(row.clientId(), row.hardware())) byHardware.add(slot);
            assertThat(table.isOf(slot, client))
                    .isEqualTo(client.owns(row.clientId(), row.hardware()));
        }
        int found = table.find(client, accept);
        if (!byId.isEmpty()) assertThat(found).isIn(byId);
        else if (!byHardware.isEmpty()) assertThat(found).isIn(byHardware);
        else assertThat(found).isEqualTo(-1);
    }

    void checkAll() {
        Map<String, Integer> counts = new HashMap<>();
        for (int slot = 0; slot < rows.length; slot++) {
            checkRow(slot);
            counts.merge(table.pool(slot) + "/" + rows[slot].state(), 1, Integer::sum);
        }
        for (int pool = 0; pool < 2; pool++) {
            for (BindingState state : BindingState.values()) {
                int expected = Objects.requireNonNullElse(counts.get(pool + "/" + state), 0);
                assertThat(table.count(pool, state)).isEqualTo(expected);
            }
        }
    }
}
