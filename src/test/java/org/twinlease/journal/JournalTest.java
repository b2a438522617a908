package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The plain path: what is synced is there again.
class JournalTest {

    private final SplittableRandom random = new SplittableRandom(1);
    private final SimDisk disk = new SimDisk("disk", random);

    @Test
    void aNewFolderHasNothing() throws IOException {
        var opened = Journal.open(disk, lease -> assertThat(lease).isNull());
        assertThat(opened.replay()).isEqualTo(new Replay(0, 0, 0, null, List.of()));
        assertThat(opened.journal().failed()).isFalse();
    }

    @Test
    void syncedLeasesComeBackInOrder() throws IOException {
        var written = new ArrayList<Lease>();
        try (var journal = open(new ArrayList<>())) {
            for (int i = 0; i < 500; i++) {
                Lease lease = Leases.any(random, new Ip4(i % 40));
                written.add(lease);
                journal.append(lease);
                if (i % 7 == 0) journal.sync();
            }
        }
        var read = new ArrayList<Lease>();
        var replay = Journal.open(disk, read::add).replay();
        assertThat(read).isEqualTo(written);
        assertThat(replay).isEqualTo(new Replay(0, 500, 1, null, List.of()));
    }

    @Test
    void manyLivesAddUp() throws IOException {
        var written = new ArrayList<Lease>();
        for (int life = 0; life < 20; life++) {
            var read = new ArrayList<Lease>();
            var journal = open(read);
            assertThat(Table.of(read)).isEqualTo(Table.of(written));
            for (int i = 0; i < 5; i++) {
                Lease lease = Leases.any(random, new Ip4(random.nextInt(30)));
                written.add(lease);
                journal.append(lease);
                journal.sync();
            }
            if (life % 2 == 0) journal.close();
            else disk.kill();
        }
    }

    @Test
    void idleLivesLeaveNoFilesBehind() throws IOException {
        try (var journal = open(new ArrayList<>())) {
            journal.append(Leases.usual(1, 1000));
        }
        int files = 0;
        for (int life = 0; life < 10; life++) {
            var read = new ArrayList<Lease>();
            var journal = open(read);
            while (journal.housekeeping(Table.NO_ROWS)) {}
            assertThat(read).containsExactly(Leases.usual(1, 1000));
            disk.kill();
            if (life == 2) files = disk.list().size();
        }
        assertThat(disk.list()).hasSizeLessThanOrEqualTo(files);
    }

    @Test
    void oneBatchIsOneWriteAndOneSync() throws IOException {
        var journal = open(new ArrayList<>());
        long syncs = disk.syncs();
        long writes = disk.count(SimDisk.Op.WRITE);
        for (int i = 0; i < 512; i++) journal.append(Leases.usual(i, 1000));
        journal.sync();
        journal.sync();
        assertThat(disk.syncs() - syncs).isEqualTo(1);
        assertThat(disk.count(SimDisk.Op.WRITE) - writes).isEqualTo(1);
    }

    @Test
    void anUnsyncedBatchIsNotWritten() throws IOException {
        var journal = open(new ArrayList<>());
        journal.append(Leases.usual(1, 1000));
        journal.sync();
        journal.append(Leases.usual(2, 1000));
        disk.kill();
        var read = new ArrayList<Lease>();
        open(read);
        assertThat(read).containsExactly(Leases.usual(1, 1000));
    }

    @Test
    void aBatchSaysWhenItIsDueAndRefusesToGrowWithoutEnd() throws IOException {
        var journal = open(new ArrayList<>());
        int appended = 0;
        while (!journal.isDue()) journal.append(Leases.usual(appended++, 1000));
        assertThat(appended).isBetween(10_000, 40_000);
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 1_000_000; i++) {
                                journal.append(Leases.usual(i, 1000));
                            }
                        })
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedJournalTakesNothing() throws IOException {
        var journal = open(new ArrayList<>());
        journal.close();
        assertThatThrownBy(() -> journal.append(Leases.usual(1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(journal::sync).isInstanceOf(IllegalStateException.class);
        assertThat(journal.repair(List.of())).isFalse();
    }

    private Journal open(List<Lease> read) throws IOException {
        return Journal.open(disk, read::add).journal();
    }
}
