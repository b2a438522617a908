package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.lease.Lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real folder: files, the lock, and the view for readers.
class FolderDiskTest {

    @TempDir Path folder;

    @Test
    void filesAreWrittenReadRenamedAndDeleted() throws IOException {
        try (FolderDisk disk = FolderDisk.open(folder)) {
            try (Disk.File file = disk.create("a")) {
                file.write(0, new byte[] {1, 2, 3, 4}, 1, 2);
                file.write(5, new byte[] {9}, 0, 1);
                file.sync();
            }
            assertThat(disk.read("a")).containsExactly(2, 3, 0, 0, 0, 9);
            assertThat(disk.read("a", 2)).containsExactly(2, 3);
            disk.create("b").close();
            assertThat(disk.list()).containsExactly("a", "b");
            disk.rename("a", "b");
            assertThat(disk.list()).containsExactly("b");
            assertThat(disk.read("b")).hasSize(6);
            disk.create("b").close();
            assertThat(disk.read("b")).isEmpty();
            disk.delete("b");
            disk.delete("b");
            disk.syncNames();
            assertThat(disk.list()).isEmpty();
            assertThat(disk.name()).isEqualTo(folder.toString());
        }
    }

    @Test
    void theRoomIsWhatItsFilesTakeAndWhatTheDiskHasLeft() throws IOException {
        try (FolderDisk disk = FolderDisk.open(folder)) {
            assertThat(disk.room().used()).as("the lock is no file of it").isZero();
            try (Disk.File file = disk.create("a")) {
                file.write(0, new byte[5_000], 0, 5_000);
            }
            assertThat(disk.room().used()).isEqualTo(5_000);
            assertThat(disk.room().free()).isPositive().isLessThanOrEqualTo(disk.room().whole());
        }
    }

    @Test
    void aLargeWriteIsWhole() throws IOException {
        byte[] bytes = new byte[(5 << 20) + 17];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
        try (FolderDisk disk = FolderDisk.open(folder);
                Disk.File file = disk.create("a")) {
            file.write(0, bytes, 0, bytes.length);
            assertThat(disk.read("a")).isEqualTo(bytes);
        }
    }

    @Test
    void theFolderIsMadeWhenItIsNotThere() throws IOException {
        Path deep = folder.resolve("var").resolve("twinlease");
        try (FolderDisk disk = FolderDisk.open(deep)) {
            assertThat(disk.list()).isEmpty();
        }
        assertThat(deep).isDirectory();
    }

    @Test
    void aSecondServerInThisProcessIsRefusedAndDoesNotLoosenTheLock() throws Exception {
        try (FolderDisk disk = FolderDisk.open(folder)) {
            assertThatThrownBy(() -> FolderDisk.open(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> FolderDisk.open(folder.resolve(".")))
                    .isInstanceOf(FolderInUse.class);
            FolderDisk.readOnly(folder).close();
            assertThat(disk.list()).isEmpty();
            assertThat(SecondServer.run(folder, pid())).isEqualTo(SecondServer.REFUSED);
        }
        FolderDisk.open(folder).close();
    }

    @Test
    void aProcessThatDiesLeavesTheFolderFree() throws Exception {
        assertThat(SecondServer.run(folder, pid())).isEqualTo(SecondServer.TOOK_IT);
        var read = new ArrayList<Lease>();
        try (FolderDisk disk = FolderDisk.open(folder);
                Journal journal = Journal.open(disk, read::add).journal()) {
            assertThat(journal.failed()).isFalse();
        }
        assertThat(read).containsExactly(Leases.usual(1, 1));
    }

    @Test
    void aReaderSeesWhatARunningServerSyncedAndChangesNothing() throws IOException {
        try (FolderDisk disk = FolderDisk.open(folder);
                Journal journal = Journal.open(disk, _ -> {}).journal()) {
            journal.append(Leases.usual(1, 1));
            journal.sync();
            while (journal.housekeeping(Table.NO_ROWS)) {}
            FolderDisk reader = FolderDisk.readOnly(folder);
            var read = new ArrayList<Lease>();
            Replay replay = Journal.read(reader, () -> read::add);
            assertThat(replay).isEqualTo(new Replay(0, 1, 1, null, List.of()));
            assertThat(read).containsExactly(Leases.usual(1, 1));
            assertThatThrownBy(() -> reader.create("a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> reader.delete("a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> reader.rename("a", "b")).isInstanceOf(IOException.class);
            journal.append(Leases.usual(2, 1));
            journal.sync();
        }
    }

    @Test
    void aClosedFolderTakesNothing() throws IOException {
        FolderDisk disk = FolderDisk.open(folder);
        disk.close();
        disk.close();
        assertThatThrownBy(() -> disk.create("a")).isInstanceOf(IOException.class);
    }

    @Test
    void othersFilesAndFoldersAreLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("segment-0000000000000001"));
        Files.writeString(folder.resolve("notes.txt"), "keep");
        for (int life = 0; life < 3; life++) {
            try (FolderDisk disk = FolderDisk.open(folder);
                    Journal journal = Journal.open(disk, _ -> {}).journal()) {
                assertThat(disk.list()).contains("notes.txt");
                while (journal.housekeeping(Table.NO_ROWS)) {}
            }
        }
        assertThat(folder.resolve("notes.txt")).hasContent("keep");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> FolderDisk.open(file)).isInstanceOf(IOException.class);
    }

    private static String pid() {
        return "process " + ProcessHandle.current().pid();
    }
}
