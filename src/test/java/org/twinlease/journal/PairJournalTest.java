package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.lease.PairState;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.SimDisk.Op;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/// The states of failover pairs stand beside the leases and are kept as well as they are.
class PairJournalTest {

    private final SplittableRandom random = new SplittableRandom(21);
    private final SimDisk disk = new SimDisk("disk", random);

    private static PairState state(String name, ServerState mine, long since) {
        return new PairState(name, mine, since, ServerState.NORMAL, since, 3600, null);
    }

    @Test
    void theLastStateOfEveryPairComesBackBesideTheLeases() throws IOException {
        var written = new Table();
        try (Journal journal = open(new Table())) {
            for (int i = 0; i < 200; i++) {
                PairState state = Pairs.any(random, "pair-" + i % 3);
                written.put(state);
                written.put(Leases.usual(i, 1000));
                journal.append(state);
                journal.append(Leases.usual(i, 1000));
                if (i % 7 == 0) journal.sync();
            }
        }
        var read = new Table();
        open(read);
        assertThat(read.pairs).isEqualTo(written.pairs).hasSize(3);
        assertThat(read.leases).isEqualTo(written.leases);
    }

    @Test
    void whoAsksForLeasesOnlyGetsThem() throws IOException {
        try (Journal journal = open(new Table())) {
            journal.append(state("fo", ServerState.NORMAL, 1));
            journal.append(Leases.usual(1, 1));
        }
        var read = new Table();
        Journal.open(disk, lease -> read.put(lease)).journal().close();
        assertThat(read.leases).hasSize(1);
        assertThat(read.pairs).isEmpty();
    }

    @Test
    void manyLivesRepeatWhatTheyFound() throws IOException {
        Journal first = open(new Table());
        first.append(state("fo", ServerState.RECOVER, 1));
        first.sync();
        disk.kill();
        for (int life = 0; life < 5; life++) {
            var read = new Table();
            open(read);
            disk.crash();
            assertThat(read.pairs.values()).containsExactly(state("fo", ServerState.RECOVER, 1));
        }
    }

    @Test
    void aTornStateIsCutAndTheOneBeforeItCounts() throws IOException {
        Journal journal = open(new Table());
        journal.append(state("fo", ServerState.NORMAL, 1));
        journal.sync();
        String file = RepairTest.newest(disk);
        int synced = RecordReader.octets(disk.read(file));
        journal.append(state("fo", ServerState.PARTNER_DOWN, 2));
        journal.sync();
        byte[] whole = disk.read(file);
        int end = RecordReader.octets(whole);
        for (int cut = synced; cut < end; cut++) {
            var copy = new SimDisk("copy", random);
            try (Disk.File torn = copy.create(file)) {
                torn.write(0, whole, 0, cut);
            }
            assertThat(read(copy).pairs.values())
                    .containsExactly(state("fo", ServerState.NORMAL, 1));
        }
        assertThat(read(disk).pairs.values())
                .containsExactly(state("fo", ServerState.PARTNER_DOWN, 2));
    }

    @Test
    void aSnapshotHasEveryPairWhenOlderSegmentsAreGone() throws IOException {
        Journal journal = Journal.open(disk, Owner.SMALL, _ -> {}).journal();
        var table = new Table();
        for (String name : List.of("one", "two")) {
            table.put(state(name, ServerState.NORMAL, 5));
            journal.append(state(name, ServerState.NORMAL, 5));
        }
        journal.sync();
        for (int i = 0; disk.count(Op.RENAME) < 3; i++) {
            table.put(Leases.usual(i % 50, i));
            journal.append(Leases.usual(i % 50, i));
            journal.sync();
            while (journal.housekeeping(table)) {}
        }
        disk.crash();
        assertThat(disk.list()).doesNotContain(FileHeader.segment(1));
        assertThat(read(disk).pairs).isEqualTo(table.pairs);
        assertThat(read(disk).leases).isEqualTo(table.leases);
    }

    @Test
    void aFailedChangeOfStateIsTakenBackByTheRepair() throws IOException {
        Journal journal = open(new Table());
        journal.append(state("fo", ServerState.NORMAL, 1));
        journal.sync();
        disk.failNext(Op.SYNC);
        journal.append(state("fo", ServerState.PARTNER_DOWN, 2));
        journal.append(state("new", ServerState.RECOVER, 2));
        assertThatThrownBy(journal::sync).isInstanceOf(IOException.class);
        assertThat(journal.repair(List.of(), List.of(state("fo", ServerState.NORMAL, 1)))).isTrue();
        disk.crash();
        assertThat(read(disk).pairs.values()).containsExactly(state("fo", ServerState.NORMAL, 1));
    }

    @Test
    void aFailedJournalTakesNoState() throws IOException {
        Journal journal = open(new Table());
        journal.close();
        assertThatThrownBy(() -> journal.append(state("fo", ServerState.NORMAL, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private Journal open(Table read) throws IOException {
        return Journal.open(disk, lease -> read.put(lease), state -> read.put(state)).journal();
    }

    private static Table read(Disk disk) throws IOException {
        var table = new Table();
        Replay replay =
                Journal.read(disk, () -> lease -> table.put(lease), state -> table.put(state));
        assertThat(replay.damage()).isEmpty();
        return table;
    }
}
