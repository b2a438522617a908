package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Changes of leases and of pairs' states in the order of the promise: append, apply, sync; taken
/// back from memory when the disk says no. While it does, nothing can be changed, and repair is
/// tried again and again.
final class Ledger {

    /// How long after a failed repair the next one is tried.
    static final long RETRY_MILLIS = 500;

    private final Journal journal;
    private Store store;
    private final List<Lease> before = new ArrayList<>();
    private final Map<String, @Nullable PairState> pairsBefore = new LinkedHashMap<>();

    /// What the addresses of the failed batch really are, until the journal has taken it.
    private final Map<Ip4, Lease> truth = new LinkedHashMap<>();

    /// The same of pairs that have a state.
    private final Map<String, PairState> truePairs = new LinkedHashMap<>();

    private long retryTick;
    private long records;
    private long syncs;

    Ledger(Journal journal, Store store) {
        this.journal = journal;
        this.store = store;
    }

    /// Whether leases can be changed now.
    boolean isUp() {
        return !journal.failed();
    }

    /// Appends a change and applies it to memory. Only while [#isUp].
    void change(Lease lease) {
        journal.append(lease);
        before.add(store.table().lease(store.table().slot(lease.address())));
        store.table().apply(lease);
        records++;
    }

    /// The same for the state of a failover pair.
    void change(PairState state) {
        String name = state.name();
        journal.append(state);
        if (!pairsBefore.containsKey(name)) pairsBefore.put(name, store.pair(name));
        store.put(name, state);
        records++;
    }

    boolean isDue() {
        return journal.isDue();
    }

    boolean isOpen() {
        return !before.isEmpty() || !pairsBefore.isEmpty();
    }

    /// Makes all changes since the last call durable. False when the disk refused: then memory is
    /// again as it was before them.
    boolean commit() {
        if (!isOpen()) return true;
        try {
            journal.sync();
            syncs++;
            return true;
        } catch (IOException e) {
            revert();
            return false;
        } finally {
            before.clear();
            pairsBefore.clear();
        }
    }

    private void revert() {
        for (Lease lease : before.reversed()) {
            store.table().apply(lease);
            truth.put(lease.address(), lease);
        }
        pairsBefore.forEach(
                (name, state) -> {
                    store.put(name, state);
                    if (state != null) truePairs.put(name, state);
                });
    }

    /// Tries to come back, now and then; true when it just did.
    boolean retry(Now now) {
        if (isUp() || now.tickMillis() < retryTick) return false;
        retryTick = now.tickMillis() + RETRY_MILLIS;
        if (!journal.repair(truth.values(), truePairs.values())) return false;
        truth.clear();
        truePairs.clear();
        return true;
    }

    /// Whether the journal was damaged in a way that nobody has dealt with yet.
    boolean isDamaged() {
        return journal.isDamaged();
    }

    /// A small step of compaction and preallocation; whether there is more to do.
    boolean housekeeping() {
        return isUp() && journal.housekeeping(store);
    }

    /// Goes on with the same leases in another table. Only while nothing is open.
    void moveTo(Store next) {
        store = next;
        journal.rowsMoved();
    }

    Store store() {
        return store;
    }

    long records() {
        return records;
    }

    long syncs() {
        return syncs;
    }
}
