package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// All addresses of all pools: one row an address in primitive columns, indexes by client
/// identifier and hardware address, free lists that give the longest unused address first, and a
/// wheel of ends. Rows are named by slot, 0 to size-1 in the order of addresses. Owned by one
/// thread.
public final class LeaseTable {

    /// Buckets of ends, one a second; ends further away share them.
    private static final int WHEEL = 8192;

    /// How many seconds [#nextEnd] looks ahead.
    private static final int HORIZON = 60;

    private final AddressMap addresses;
    private final Columns rows;
    private final SlotLists lists;
    private final SlotIndex byClientId;
    private final SlotIndex byHardware;
    private final PoolCounts counts;
    private final Abandoned abandoned;
    private final boolean[] held;
    private final Map<Octets, Integer> billed = new HashMap<>();
    private final int pools;

    /// The list of rows that were over already when they were applied.
    private final int overdue;

    private long wheelAt;

    /// A table in which every address of the ranges is free and never used. Ranges must not
    /// overlap.
    public LeaseTable(List<PoolRange> ranges) {
        addresses = new AddressMap(ranges);
        pools = ranges.stream().mapToInt(r -> r.pool() + 1).max().orElse(0);
        int size = addresses.size();
        rows = new Columns(size);
        overdue = 2 * pools + WHEEL;
        lists = new SlotLists(size, overdue + 1);
        held = new boolean[size];
        counts = new PoolCounts(pools);
        abandoned = new Abandoned(pools);
        byClientId = new SlotIndex(slot -> idHash(rows.clientId(slot)));
        byHardware = new SlotIndex(slot -> hardwareHash(rows.hardware(slot)));
        for (int slot = 0; slot < size; slot++) {
            int pool = addresses.pool(slot);
            counts.add(pool, BindingState.FREE, 1);
            lists.append(2 * pool, slot);
        }
    }

    /// How many addresses there are.
    public int size() {
        return addresses.size();
    }

    /// The slot of an address, -1 when it is in no pool.
    public int slot(Ip4 address) {
        return addresses.slot(address.bits());
    }

    /// The first slot at or above an address; [#size] when there is none.
    public int ceiling(Ip4 address) {
        return addresses.ceiling(address.bits());
    }

    /// The address of a slot.
    public Ip4 address(int slot) {
        return new Ip4(addresses.address(slot));
    }

    /// The number of the pool that a slot belongs to.
    public int pool(int slot) {
        return addresses.pool(slot);
    }

    /// The whole row.
    public Lease lease(int slot) {
        return rows.read(slot, addresses.address(slot));
    }

    /// The binding state of a row.
    public BindingState state(int slot) {
        return BindingState.of(rows.state[slot]);
    }

    /// When the binding ends, seconds since 1970; [Lease#NEVER] for never.
    public long ends(int slot) {
        return Integer.toUnsignedLong(rows.ends[slot]);
    }

    /// Whether somebody ever had the address, or something is remembered of it.
    public boolean wasUsed(int slot) {
        return rows.wasUsed(slot);
    }

    /// Whether the failover partner has not acknowledged the row as it is: what it is told is
    /// beyond what it has acknowledged.
    public boolean isUnacknowledged(int slot) {
        return Integer.compareUnsigned(rows.tstp[slot], rows.atsfp[slot]) > 0;
    }

    /// Whether the row is kept for the client that it has or had.
    public boolean isReserved(int slot) {
        return (rows.flags[slot] & Lease.RESERVED) != 0;
    }

    /// Whether the row's identity is this client's.
    public boolean isOf(int slot, ClientKey client) {
        return client.owns(rows.clientId(slot), rows.hardware(slot));
    }

    /// Takes over a row as it is now, wherever it comes from.
    public void apply(Lease lease) {
        int slot = slot(lease.address());
        if (slot < 0) throw new IllegalArgumentException(lease.address() + " is in no pool");
        int pool = pool(slot);
        counts.add(pool, state(slot), -1);
        if (state(slot) == BindingState.ABANDONED) abandoned.remove(pool, slot, ends(slot));
        lists.unlink(slot);
        unindex(slot);
        bill(slot, -1);
        rows.write(slot, lease);
        bill(slot, 1);
        index(slot);
        counts.add(pool, lease.state(), 1);
        if (lease.state() == BindingState.ABANDONED) abandoned.add(pool, slot, ends(slot));
        link(slot);
    }

    private void bill(int slot, int by) {
        Octets billing = rows.billing(slot);
        if (billing == null || state(slot) != BindingState.ACTIVE) return;
        billed.merge(billing, by, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
    }

    /// How many leases in use count for a class.
    public int billed(Octets billing) {
        return billed.getOrDefault(billing, 0);
    }

    private void unindex(int slot) {
        if (rows.clientId(slot) != null) byClientId.remove(slot);
        if (isIndexed(rows.hardware(slot))) byHardware.remove(slot);
    }

    private void index(int slot) {
        if (rows.clientId(slot) != null) byClientId.add(slot);
        if (isIndexed(rows.hardware(slot))) byHardware.add(slot);
    }

    private static boolean isIndexed(@Nullable HardwareAddress hardware) {
        return hardware != null && hardware.address().length() > 0;
    }

    private void link(int slot) {
        BindingState state = state(slot);
        if (state == BindingState.FREE || state == BindingState.BACKUP) {
            if (!held[slot]) lists.append(freeList(slot), slot);
        } else if (ends(slot) != Lease.NEVER) {
            lists.append(ends(slot) <= wheelAt ? overdue : bucket(ends(slot)), slot);
        }
    }

    private int bucket(long second) {
        return 2 * pools + (int) (second % WHEEL);
    }

    private int freeList(int slot) {
        return 2 * pool(slot) + (state(slot) == BindingState.BACKUP ? 1 : 0);
    }

    /// Takes a free row out of its free list while it is offered to somebody, or puts it back in
    /// front. Other rows are only marked.
    public void hold(int slot, boolean hold) {
        if (held[slot] == hold) return;
        held[slot] = hold;
        BindingState state = state(slot);
        if (state != BindingState.FREE && state != BindingState.BACKUP) return;
        if (hold) lists.unlink(slot);
        else lists.prepend(freeList(slot), slot);
    }

    /// Whether a row is held by [#hold].
    public boolean isHeld(int slot) {
        return held[slot];
    }

    /// The free (or backup) row of a pool that has been unused the longest, never used ones first;
    /// -1 when there is none. Rows that are held or not accepted are passed over.
    public int longestUnused(int pool, BindingState state, IntPredicate accept) {
        int slot = lists.head(2 * pool + (state == BindingState.BACKUP ? 1 : 0));
        while (slot >= 0 && !accept.test(slot)) slot = lists.after(slot);
        return slot;
    }

    /// The accepted row of a pool whose abandoned state ends first, -1 when there is none.
    public int oldestAbandoned(int pool, IntPredicate accept) {
        return abandoned.oldest(pool, accept);
    }

    /// The first accepted row of a client: one with its identifier, else one with its hardware
    /// address that is not another identifier's; -1 when there is none.
    public int find(ClientKey client, IntPredicate accept) {
        Octets id = client.clientId();
        if (id != null) {
            int hash = idHash(id);
            int slot =
                    byClientId.find(
                            hash, s -> Objects.equals(id, rows.clientId(s)) && accept.test(s));
            if (slot >= 0) return slot;
        }
        if (!isIndexed(client.hardware())) return -1;
        return byHardware.find(
                hardwareHash(client.hardware()), s -> isOf(s, client) && accept.test(s));
    }

    /// The first accepted row of a hardware address, whatever client identifier it has; -1 when
    /// there is none.
    public int find(HardwareAddress hardware, IntPredicate accept) {
        if (!isIndexed(hardware)) return -1;
        return byHardware.find(
                hardwareHash(hardware), s -> hardware.equals(rows.hardware(s)) && accept.test(s));
    }

    /// Calls `due` for every row whose end is not after `nowSeconds`, once as long as it is not
    /// applied again. The caller applies what becomes of it.
    public void expire(long nowSeconds, IntConsumer due) {
        if (nowSeconds <= wheelAt) {
            // A clock that was set back: what ends from now on is found in its bucket again.
            wheelAt = Math.max(0, nowSeconds);
            return;
        }
        long from = Math.max(wheelAt + 1, nowSeconds - WHEEL + 1);
        List<Integer> found = new ArrayList<>();
        for (long second = from; second <= nowSeconds; second++) {
            collect(bucket(second), nowSeconds, found);
        }
        collect(overdue, nowSeconds, found);
        wheelAt = nowSeconds;
        found.forEach(due::accept);
    }

    private void collect(int list, long nowSeconds, List<Integer> found) {
        for (int slot = lists.head(list); slot >= 0; slot = lists.after(slot)) {
            if (ends(slot) <= nowSeconds) found.add(slot);
        }
    }

    /// The second before which [#expire] has nothing to report: that of the next end, or one that
    /// is not far from the last call.
    public long nextEnd() {
        long next = wheelAt + 1;
        if (lists.head(overdue) >= 0) return next;
        long last = wheelAt + HORIZON;
        while (next < last && lists.head(bucket(next)) < 0) next++;
        return next;
    }

    /// Puts a due row back so that the next [#expire] reports it again, for one that could not be
    /// dealt with now.
    public void postpone(int slot) {
        lists.unlink(slot);
        link(slot);
    }

    /// Lets [#expire] pass a due row over until it is applied again.
    public void rest(int slot) {
        lists.unlink(slot);
    }

    /// How many rows of a pool are in a state.
    public long count(int pool, BindingState state) {
        return counts.of(pool, state);
    }

    /// Puts the free lists in order after a replay: never used rows first, then by their end.
    public void sortFree() {
        LongestUnused.sort(
                size(),
                this,
                slot -> {
                    lists.unlink(slot);
                    lists.append(freeList(slot), slot);
                });
    }

    /// Roughly how many octets of memory the table takes.
    public long bytes() {
        return rows.bytes() + 9L * size() + byClientId.bytes() + byHardware.bytes();
    }

    private static int idHash(@Nullable Octets id) {
        return id == null ? 0 : id.hashCode();
    }

    private static int hardwareHash(@Nullable HardwareAddress hardware) {
        return hardware == null ? 0 : hardware.address().hashCode() * 31 + hardware.type();
    }
}
