package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.sim.SimDisk;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/// Little space, none at all, and space again. These run with the numbers of a real server.
class FullDiskTest {

    private final SimDisk disk = new SimDisk("disk", new SplittableRandom(9));
    private final Table table = new Table();
    private int served;

    @Test
    void aSmallDiskServesForeverWhenItsLeasesFit() throws IOException {
        disk.setFull(1 << 20);
        Journal journal = open();
        for (int i = 0; i < 4000; i++) serve(journal, 20, 500);
        assertThat(disk.used()).isLessThanOrEqualTo(1 << 20);
        disk.crash();
        assertThat(read().leases).isEqualTo(table.leases);
    }

    @Test
    void manyShortLivesOnASmallDiskDoNotFillIt() throws IOException {
        disk.setFull(1 << 20);
        for (int life = 0; life < 60; life++) {
            Journal journal = open();
            assertThat(journal.failed()).isFalse();
            for (int i = 0; i < 60; i++) serve(journal, 20, 500);
            disk.crash();
        }
        assertThat(read().leases).isEqualTo(table.leases);
    }

    @Test
    void preparedSpaceIsUsedBeforeAFullDiskIsNoticed() throws IOException {
        Journal journal = open();
        serve(journal, 20, 500);
        while (journal.housekeeping(table)) {}
        serve(journal, 20, 500);
        disk.setFull(0);
        int before = served;
        assertThat(fill(journal)).isTrue();
        assertThat(served - before).isGreaterThan(10_000);
    }

    @Test
    void serviceResumesWhenThereIsSpaceAgain() throws IOException {
        Journal journal = open();
        for (int round = 0; round < 5; round++) {
            disk.setFull(300_000);
            assertThat(fill(journal)).isTrue();
            List<String> names = disk.list();
            long used = disk.used();
            for (int i = 0; i < 50; i++) assertThat(repair(journal)).isFalse();
            assertThat(disk.used()).isLessThanOrEqualTo(used);
            assertThat(disk.list().size()).isLessThanOrEqualTo(names.size());
            disk.setRoomy();
            assertThat(repair(journal)).isTrue();
            for (int i = 0; i < 200; i++) serve(journal, 20, 500);
            assertThat(journal.isStruggling()).isFalse();
            assertThat(read().leases).isEqualTo(table.leases);
        }
    }

    @Test
    void itSaysThatItStrugglesBeforeItFails() throws IOException {
        Journal journal = open();
        disk.setFull(30_000);
        for (int i = 0; i < 20; i++) serve(journal, 5, 500);
        assertThat(journal.failed()).isFalse();
        assertThat(journal.isStruggling()).isTrue();
    }

    /// Serves until the disk refuses; the batch that it refused is not in the table.
    private boolean fill(Journal journal) throws IOException {
        for (int i = 0; i < 100_000; i++) {
            try {
                serve(journal, 20, 100_000);
            } catch (IOException e) {
                return journal.failed();
            }
        }
        return false;
    }

    private boolean repair(Journal journal) {
        return journal.repair(List.of());
    }

    private void serve(Journal journal, int leases, int addresses) throws IOException {
        var batch = new Table();
        for (int i = 0; i < leases; i++) {
            batch.put(Leases.usual((served + i) % addresses, 1000 + served));
            journal.append(Leases.usual((served + i) % addresses, 1000 + served));
        }
        journal.sync();
        batch.leases.values().forEach(table::put);
        served += leases;
        journal.housekeeping(table);
    }

    private Journal open() throws IOException {
        return Journal.open(disk, _ -> {}).journal();
    }

    private Table read() throws IOException {
        var read = new Table();
        assertThat(Journal.read(disk, () -> read::put).damage()).isEmpty();
        return read;
    }
}
