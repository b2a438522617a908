package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Uses a journal as an engine would, and knows what it may find after a crash: of every address
/// what was last acknowledged, or one of the states that were tried since and never acknowledged.
final class Owner {

    /// Numbers so small that everything happens within a few hundred records.
    static final Sizes SMALL = new Sizes(2048, 32_768, 1024, 1024, 2048, 8192, 4096, 65_536);

    private final SplittableRandom random;
    private final SimDisk disk;
    private final int addresses;
    private Table acknowledged = new Table();
    private final Map<Ip4, Set<Lease>> tried = new HashMap<>();
    private final Map<String, Set<PairState>> triedPairs = new HashMap<>();
    private Journal journal;
    private Replay replay;
    private List<Lease> truth = List.of();
    private List<PairState> truePairs = List.of();

    Owner(SplittableRandom random, SimDisk disk, int addresses) throws IOException {
        this.random = random;
        this.disk = disk;
        this.addresses = addresses;
        var opened = Journal.open(disk, SMALL, _ -> {});
        journal = opened.journal();
        replay = opened.replay();
    }

    Journal journal() {
        return journal;
    }

    Replay replay() {
        return replay;
    }

    Map<Ip4, Lease> acknowledged() {
        return Map.copyOf(acknowledged.leases);
    }

    /// Appends and syncs a batch; whether it was acknowledged.
    boolean serve() {
        int size = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 6);
        var batch = new Table();
        for (int i = 0; i < size; i++) {
            Lease lease = Leases.any(random, new Ip4(random.nextInt(addresses)));
            batch.put(lease);
            journal.append(lease);
            tried.computeIfAbsent(lease.address(), _ -> new HashSet<>()).add(lease);
        }
        if (random.nextInt(4) == 0) {
            PairState state = Pairs.any(random, "pair-" + random.nextInt(3));
            batch.put(state);
            journal.append(state);
            triedPairs.computeIfAbsent(state.name(), _ -> new HashSet<>()).add(state);
        }
        try {
            journal.sync();
        } catch (IOException e) {
            assertThat(journal.failed()).isTrue();
            truth = new ArrayList<>();
            for (Ip4 address : batch.leases.keySet()) {
                truth.add(acknowledged.leases.getOrDefault(address, Lease.unused(address)));
            }
            truePairs =
                    acknowledged.pairs.values().stream()
                            .filter(state -> batch.pairs.containsKey(state.name()))
                            .toList();
            return false;
        }
        batch.leases.values().forEach(lease -> acknowledged.put(lease));
        batch.leases.keySet().forEach(tried::remove);
        batch.pairs.values().forEach(state -> acknowledged.put(state));
        batch.pairs.keySet().forEach(triedPairs::remove);
        return true;
    }

    boolean repair() {
        boolean done = journal.repair(truth, truePairs);
        assertThat(journal.failed()).isEqualTo(!done);
        if (done) {
            tried.clear();
            triedPairs.clear();
        }
        return done;
    }

    boolean housekeep() {
        return journal.housekeeping(acknowledged);
    }

    /// Opens the journal again and checks what it tells.
    void reopen() throws IOException {
        var read = new Table();
        var opened = Journal.open(disk, SMALL, lease -> read.put(lease), state -> read.put(state));
        assertThat(opened.replay().damage()).isEmpty();
        var all = new HashSet<>(acknowledged.leases.keySet());
        all.addAll(read.leases.keySet());
        for (Ip4 address : all) {
            Lease found = read.leases.getOrDefault(address, Lease.unused(address));
            Lease known = acknowledged.leases.getOrDefault(address, Lease.unused(address));
            if (!found.equals(known)) {
                assertThat(tried.getOrDefault(address, Set.of())).contains(found);
            }
        }
        checkPairs(read);
        if (opened.journal().failed()) {
            // It is read, but not certain to stay; until a repair nobody can be told of it.
            for (Ip4 address : all) {
                Lease known = acknowledged.leases.getOrDefault(address, Lease.unused(address));
                tried.computeIfAbsent(address, _ -> new HashSet<>()).add(known);
            }
            for (PairState known : acknowledged.pairs.values()) {
                triedPairs.computeIfAbsent(known.name(), _ -> new HashSet<>()).add(known);
            }
        } else {
            // From here on the server acts on what it read, acknowledged or not: it has to stay.
            tried.clear();
            triedPairs.clear();
        }
        acknowledged = read;
        truth = List.of();
        truePairs = List.of();
        journal = opened.journal();
        replay = opened.replay();
    }

    private void checkPairs(Table read) {
        assertThat(read.pairs.keySet()).containsAll(acknowledged.pairs.keySet());
        for (PairState found : read.pairs.values()) {
            if (found.equals(acknowledged.pairs.get(found.name()))) continue;
            assertThat(triedPairs.getOrDefault(found.name(), Set.of())).contains(found);
        }
    }
}
