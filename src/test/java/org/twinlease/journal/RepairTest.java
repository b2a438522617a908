package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.SimDisk.Op;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// After a failed sync: of the batch nothing counts, however much of it is on the disk.
class RepairTest {

    private final SplittableRandom random = new SplittableRandom(3);
    private final SimDisk disk = new SimDisk("disk", random);

    @Test
    void afterAFailedSyncNothingIsTakenUntilARepair() throws IOException {
        Journal journal = open();
        disk.failNext(Op.SYNC);
        journal.append(Leases.usual(1, 1));
        assertThatThrownBy(journal::sync).isInstanceOf(IOException.class);
        assertThat(journal.failed()).isTrue();
        assertThatThrownBy(() -> journal.append(Leases.usual(1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(journal::sync).isInstanceOf(IOException.class);
        assertThat(journal.housekeeping(Table.NO_ROWS)).isFalse();
        assertThat(journal.repair(List.of())).isTrue();
        journal.append(Leases.usual(2, 1));
        journal.sync();
        disk.crash();
        assertThat(read(disk).leases.values()).contains(Leases.usual(2, 1));
    }

    @Test
    void theTruthHoldsWhateverPrefixOfTheFailedBatchIsOnTheDisk() throws IOException {
        Journal journal = open();
        var known = new Table();
        for (int i = 0; i < 3; i++) {
            known.put(Leases.usual(i, 1000));
            journal.append(Leases.usual(i, 1000));
            journal.sync();
        }
        int synced = RecordReader.octets(disk.read(newest(disk)));
        String failedFile = newest(disk);
        disk.failNext(Op.SYNC);
        for (int i = 0; i < 5; i++) journal.append(Leases.any(random, new Ip4(0x0A00_0000 + i)));
        assertThatThrownBy(journal::sync).isInstanceOf(IOException.class);
        byte[] whole = disk.read(failedFile);
        var truth = new ArrayList<>(known.leases.values());
        for (int i = 3; i < 5; i++) truth.add(Lease.unused(new Ip4(0x0A00_0000 + i)));
        assertThat(journal.repair(truth)).isTrue();
        int end = RecordReader.octets(whole);
        assertThat(end - synced).isGreaterThan(100);
        for (int cut = synced; cut <= end; cut++) {
            SimDisk copy = copy(failedFile, whole, cut);
            var table = read(copy);
            table.leases.values().removeIf(Lease::isUnused);
            assertThat(table.leases).isEqualTo(known.leases);
        }
    }

    @Test
    void aTornRepairLeavesTheStateBeforeIt() throws IOException {
        Journal journal = open();
        var known = new ArrayList<Lease>();
        for (int i = 0; i < 30; i++) {
            known.add(Leases.usual(i, 1000));
            journal.append(Leases.usual(i, 1000));
            journal.sync();
        }
        disk.failNext(Op.WRITE);
        journal.append(Leases.usual(1, 2000));
        assertThatThrownBy(journal::sync).isInstanceOf(IOException.class);
        assertThat(journal.repair(known)).isTrue();
        String repaired = newest(disk);
        byte[] whole = disk.read(repaired);
        for (int cut = 0; cut <= RecordReader.octets(whole); cut++) {
            var table = read(copy(repaired, whole, cut));
            table.leases.values().remove(Leases.usual(1, 2000));
            table.leases.putIfAbsent(known.get(1).address(), known.get(1));
            assertThat(table.leases).isEqualTo(Table.of(known));
        }
    }

    @Test
    void aTornRestartHidesNothingOfTheLifeBefore() throws IOException {
        Journal journal = open();
        var known = new Table();
        for (int i = 0; i < 12; i++) {
            known.put(Leases.usual(i, 1000));
            journal.append(Leases.usual(i, 1000));
            if (i % 4 == 3) journal.sync();
        }
        disk.kill();
        open();
        String restarted = newest(disk);
        byte[] whole = disk.read(restarted);
        assertThat(RecordReader.octets(whole)).isGreaterThan(FileHeader.SIZE + 100);
        for (int cut = 0; cut <= RecordReader.octets(whole); cut++) {
            assertThat(read(copy(restarted, whole, cut)).leases).isEqualTo(known.leases);
        }
    }

    @Test
    void aDiskThatRefusesForLongIsNotFilledWithAttempts() throws IOException {
        Journal journal = open();
        journal.append(Leases.usual(1, 1));
        journal.sync();
        while (journal.housekeeping(Table.NO_ROWS)) {}
        disk.failNext(Op.SYNC);
        journal.append(Leases.usual(1, 2));
        assertThatThrownBy(journal::sync).isInstanceOf(IOException.class);
        disk.setBroken(true);
        for (int i = 0; i < 1000; i++) assertThat(journal.repair(truth())).isFalse();
        disk.setBroken(false);
        assertThat(disk.list().size()).isLessThan(6);
        disk.setBroken(true);
        long deletes = disk.count(Op.DELETE);
        assertThat(journal.repair(truth())).isFalse();
        assertThat(disk.count(Op.DELETE) - deletes).isLessThan(12);
        disk.setBroken(false);
        assertThat(journal.repair(truth())).isTrue();
        assertThat(disk.list()).hasSize(2);
        assertThat(read(disk).leases.values()).containsExactly(Leases.usual(1, 1));
    }

    @Test
    void aDiskThatRefusesAtTheStartIsWaitedFor() throws IOException {
        Journal before = open();
        before.append(Leases.usual(1, 1));
        before.sync();
        disk.kill();
        disk.setFull(0);
        var read = new Table();
        Journal journal = Journal.open(disk, read::put).journal();
        assertThat(journal.failed()).isTrue();
        assertThat(read.leases.values()).containsExactly(Leases.usual(1, 1));
        assertThat(journal.repair(List.of())).isFalse();
        disk.setRoomy();
        assertThat(journal.repair(List.of())).isTrue();
        disk.crash();
        assertThat(read(disk).leases).isEqualTo(read.leases);
    }

    private static List<Lease> truth() {
        return List.of(Leases.usual(1, 1));
    }

    private Journal open() throws IOException {
        return Journal.open(disk, _ -> {}).journal();
    }

    /// All files as they are, one of them with zeros behind `end`.
    private SimDisk copy(String changed, byte[] content, int end) throws IOException {
        var copy = new SimDisk("copy", random);
        for (String name : disk.list()) {
            byte[] bytes = name.equals(changed) ? new byte[content.length] : disk.read(name);
            if (name.equals(changed)) System.arraycopy(content, 0, bytes, 0, end);
            try (Disk.File file = copy.create(name)) {
                file.write(0, bytes, 0, bytes.length);
            }
        }
        return copy;
    }

    static String newest(Disk disk) throws IOException {
        String newest = "";
        for (String name : disk.list()) {
            boolean blank = RecordReader.octets(disk.read(name)) == 0;
            if (FileHeader.sequence(name) != 0 && !blank) newest = name;
        }
        return newest;
    }

    private static Table read(Disk disk) throws IOException {
        var table = new Table();
        Replay replay = Journal.read(disk, () -> table::put);
        assertThat(replay.damage()).isEmpty();
        return table;
    }
}
