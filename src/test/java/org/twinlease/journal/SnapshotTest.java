package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.SimDisk.Op;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Snapshots are made while leases change, and older segments go.
class SnapshotTest {

    private final SplittableRandom random = new SplittableRandom(11);
    private final SimDisk disk = new SimDisk("disk", random);
    private final Table table = new Table();

    @Test
    void leasesThatChangeDuringASnapshotAreRight() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        for (int i = 0; i < 3000; i++) {
            serve(journal, 200);
            journal.housekeeping(table);
            if (i % 50 == 0) assertThat(read().leases).isEqualTo(table.leases);
        }
        assertThat(disk.count(Op.RENAME)).isGreaterThan(5);
    }

    @Test
    void theFolderStaysInProportionToTheLeases() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        long most = 0;
        for (int i = 0; i < 5000; i++) {
            serve(journal, 50);
            while (journal.housekeeping(table)) {}
            most = Math.max(most, disk.used());
        }
        Sizes sizes = Owner.SMALL;
        assertThat(most).isLessThan(5L * sizes.largest());
        assertThat(disk.list().size()).isLessThan(7);
    }

    @Test
    void aStepWritesLittleAndSyncsOnceAtMost() throws IOException {
        Journal journal = Journal.open(disk, _ -> {}).journal();
        var big = new Table();
        for (int i = 0; i < 60_000; i++) big.put(Leases.usual(i, 1000));
        for (int round = 0; disk.count(Op.RENAME) < 2; round++) {
            for (int i = 0; i < 5000; i++) journal.append(Leases.usual(i, 1000 + round));
            journal.sync();
            for (int step = 0; step < 3; step++) {
                long syncs = disk.syncs();
                long writes = disk.count(Op.WRITE);
                long used = disk.used();
                journal.housekeeping(big);
                assertThat(disk.syncs() - syncs).isLessThanOrEqualTo(1);
                assertThat(disk.count(Op.WRITE) - writes).isLessThanOrEqualTo(1);
                assertThat(disk.used() - used).isLessThanOrEqualTo((256 << 10) + Frame.MOST);
            }
        }
    }

    @Test
    void nothingIsToBeDoneForAnIdleJournal() throws IOException {
        Journal journal = Journal.open(disk, _ -> {}).journal();
        while (journal.housekeeping(table)) {}
        long writes = disk.count(Op.WRITE);
        for (int i = 0; i < 100; i++) assertThat(journal.housekeeping(table)).isFalse();
        assertThat(disk.count(Op.WRITE)).isEqualTo(writes);
        assertThat(disk.used()).isLessThanOrEqualTo(2 << 20);
    }

    @Test
    void housekeepingLeavesAnOpenBatchAlone() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        journal.append(Leases.usual(1, 1));
        assertThat(journal.housekeeping(table)).isFalse();
    }

    @Test
    void rowsThatMoveBeginTheSnapshotAnew() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        while (!disk.list().contains(FileHeader.UNFINISHED_SNAPSHOT)) {
            serve(journal, 400);
            journal.housekeeping(table);
        }
        var reversed = new Table();
        table.leases.values().forEach(reversed::put);
        journal.rowsMoved();
        while (disk.count(Op.RENAME) == 0) {
            journal.append(Leases.usual(0, 5));
            journal.sync();
            reversed.put(Leases.usual(0, 5));
            journal.housekeeping(reversed);
        }
        assertThat(read().leases).isEqualTo(reversed.leases);
    }

    @Test
    void unusedRowsAreNotKept() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        table.put(Lease.unused(new Ip4(77)));
        while (disk.count(Op.RENAME) == 0) {
            serve(journal, 20);
            journal.housekeeping(table);
        }
        assertThat(read().leases).doesNotContainKey(new Ip4(77));
    }

    @Test
    void aReaderBesideARunningServerGetsOneWholeState() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        while (!disk.list().contains(FileHeader.UNFINISHED_SNAPSHOT)) {
            serve(journal, 100);
            journal.housekeeping(table);
        }
        var attempts = new ArrayList<Table>();
        Replay replay = Journal.read(disk, () -> attempt(attempts, journal));
        assertThat(replay.damage()).isEmpty();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getLast().leases).isEqualTo(table.leases);
    }

    /// During the first attempt the snapshot is finished, so that files vanish under the reader.
    private Consumer<Lease> attempt(List<Table> attempts, Journal journal) {
        var seen = new Table();
        attempts.add(seen);
        return lease -> {
            seen.put(lease);
            while (attempts.size() == 1 && journal.housekeeping(table)) {}
        };
    }

    private void serve(Journal journal, int addresses) throws IOException {
        for (int i = random.nextInt(5); i >= 0; i--) {
            Lease lease = Leases.any(random, new Ip4(100 + random.nextInt(addresses)));
            table.put(lease);
            journal.append(lease);
        }
        journal.sync();
    }

    private Table read() throws IOException {
        var read = new Table();
        assertThat(Journal.read(disk, () -> read::put).damage()).isEmpty();
        return read;
    }
}
