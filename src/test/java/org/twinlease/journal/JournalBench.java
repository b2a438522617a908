package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.lease.Lease;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Figures of a real disk: group commit, and a start with a million leases.
@Tag("bench")
class JournalBench {

    private static final int LEASES = 1_000_000;

    @TempDir Path folder;

    @Test
    void commitsAndLoads(TestReporter reporter) throws IOException {
        for (int batch : new int[] {1, 16, 64, 512}) commit(batch, reporter);
        load(reporter, "segments");
        snapshot();
        for (int i = 0; i < 5; i++) load(reporter, "snapshot");
    }

    private void commit(int batch, TestReporter reporter) throws IOException {
        int batches = Math.min(20_000, LEASES / batch);
        long[] nanos = new long[batches];
        try (FolderDisk disk = FolderDisk.open(folder.resolve("commit-" + batch));
                Journal journal = Journal.open(disk, _ -> {}).journal()) {
            var rows = new Generated(200_000);
            for (int i = 0; i < batches; i++) {
                long begin = System.nanoTime();
                for (int j = 0; j < batch; j++) journal.append(rows.at((i * batch + j) % 200_000));
                journal.sync();
                journal.housekeeping(rows);
                nanos[i] = System.nanoTime() - begin;
            }
        }
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        reporter.publishEntry(
                "commit of " + batch,
                "%.0f leases/s, p50 %d us, p99 %d us, max %d us"
                        .formatted(
                                batch * batches / seconds,
                                nanos[batches / 2] / 1000,
                                nanos[batches * 99 / 100] / 1000,
                                nanos[batches - 1] / 1000));
    }

    private void load(TestReporter reporter, String from) throws IOException {
        if (from.equals("segments")) write();
        long begin = System.nanoTime();
        var count = new int[1];
        try (FolderDisk disk = FolderDisk.open(folder.resolve("load"));
                Journal journal = Journal.open(disk, _ -> count[0]++).journal()) {
            assertThat(journal.failed()).isFalse();
            assertThat(count[0]).isGreaterThanOrEqualTo(LEASES);
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        reporter.publishEntry("load of " + count[0] + " from " + from, millis + " ms");
    }

    private void write() throws IOException {
        var rows = new Generated(LEASES);
        try (FolderDisk disk = FolderDisk.open(folder.resolve("load"));
                Journal journal = Journal.open(disk, _ -> {}).journal()) {
            for (int i = 0; i < LEASES; i++) {
                journal.append(rows.at(i));
                if (journal.isDue()) journal.sync();
            }
        }
    }

    private void snapshot() throws IOException {
        var rows = new Generated(LEASES);
        try (FolderDisk disk = FolderDisk.open(folder.resolve("load"));
                Journal journal = Journal.open(disk, _ -> {}).journal()) {
            while (journal.housekeeping(rows)) {}
            assertThat(disk.list()).contains(FileHeader.SNAPSHOT);
        }
    }

    private record Generated(int size) implements Rows {

        Lease at(int index) {
            return Leases.usual(index, 1_800_000_000L);
        }

        @Override
        public @Nullable Lease row(int index) {
            return at(index);
        }
    }
}
