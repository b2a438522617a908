package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.journal.Disk;
import org.twinlease.sim.SimDisk.Op;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/// The disk that forgets must forget only what a real one may.
class SimDiskTest {

    private final SimDisk disk = new SimDisk("disk", new SplittableRandom(1));

    @Test
    void whatWasSyncedSurvivesEveryCrash() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            var one = new SimDisk("disk", new SplittableRandom(seed));
            Disk.File file = one.create("a");
            file.write(0, filled(2000, 1), 0, 2000);
            file.sync();
            file.write(2000, filled(2000, 2), 0, 2000);
            one.crash();
            assertThat(Arrays.copyOf(one.read("a"), 2000)).isEqualTo(filled(2000, 1));
        }
    }

    @Test
    void whatWasNotSyncedIsLostKeptOrTornAtSectors() throws IOException {
        var outcomes = new HashSet<String>();
        for (int seed = 0; seed < 1000; seed++) {
            var one = new SimDisk("disk", new SplittableRandom(seed));
            Disk.File file = one.create("a");
            file.write(0, new byte[2048], 0, 2048);
            file.sync();
            file.write(0, filled(2048, 7), 0, 2048);
            one.crash();
            byte[] read = one.read("a");
            var outcome = new StringBuilder();
            for (int at = 0; at < 2048; at += SimFile.SECTOR) {
                byte[] sector = Arrays.copyOfRange(read, at, at + SimFile.SECTOR);
                assertThat(sector).isEqualTo(filled(SimFile.SECTOR, sector[0]));
                outcome.append(sector[0] == 7 ? 'x' : '.');
            }
            outcomes.add(outcome.toString());
        }
        assertThat(outcomes).contains("....", "xxxx", "xx..", ".x.x", "..xx").hasSize(16);
    }

    @Test
    void namesAreDurableOnlyWhenSynced() throws IOException {
        var made = new HashSet<Boolean>();
        var deleted = new HashSet<Boolean>();
        for (int seed = 0; seed < 40; seed++) {
            var one = new SimDisk("disk", new SplittableRandom(seed));
            one.create("old").sync();
            one.create("sure").sync();
            one.create("gone").sync();
            one.delete("gone");
            one.syncNames();
            one.create("new");
            one.delete("old");
            one.crash();
            assertThat(one.list()).contains("sure").doesNotContain("gone");
            made.add(one.list().contains("new"));
            deleted.add(!one.list().contains("old"));
        }
        assertThat(made).hasSize(2);
        assertThat(deleted).hasSize(2);
    }

    @Test
    void aRenameIsDurable() throws IOException {
        Disk.File file = disk.create("a");
        file.write(0, filled(10, 3), 0, 10);
        file.sync();
        disk.create("b").sync();
        disk.rename("a", "b");
        disk.crash();
        assertThat(disk.list()).containsExactly("b");
        assertThat(disk.read("b")).isEqualTo(filled(10, 3));
    }

    @Test
    void aFullDiskTakesWhatFitsAndOldOctetsCanStillChange() throws IOException {
        Disk.File file = disk.create("a");
        file.write(0, filled(100, 1), 0, 100);
        disk.setFull(30);
        file.write(50, filled(50, 2), 0, 50);
        assertThatThrownBy(() -> file.write(90, filled(60, 3), 0, 60))
                .isInstanceOf(IOException.class);
        assertThat(disk.used()).isEqualTo(130);
        assertThatThrownBy(() -> disk.create("b")).isInstanceOf(IOException.class);
        disk.setRoomy();
        file.write(130, filled(10, 4), 0, 10);
        assertThat(disk.read("a")).hasSize(140).endsWith(filled(10, 4));
    }

    @Test
    void aFailedSyncMayLoseForGoodWhatCanStillBeRead() throws IOException {
        int lost = 0;
        for (int seed = 0; seed < 50; seed++) {
            var one = new SimDisk("disk", new SplittableRandom(seed));
            Disk.File file = one.create("a");
            file.sync();
            file.write(0, filled(100, 1), 0, 100);
            one.failNext(Op.SYNC);
            assertThatThrownBy(file::sync).isInstanceOf(IOException.class);
            file.sync();
            assertThat(one.read("a")).isEqualTo(filled(100, 1));
            one.crash();
            if (!Arrays.equals(one.read("a"), filled(100, 1))) lost++;
        }
        assertThat(lost).isBetween(5, 45);
    }

    @Test
    void faultsComeInTheOrderTheyWereSetAndAreCounted() throws IOException {
        disk.failNext(Op.CREATE, Op.DELETE);
        disk.delete("a");
        assertThatThrownBy(() -> disk.create("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.delete("a")).isInstanceOf(IOException.class);
        disk.create("a").sync();
        assertThat(disk.count(Op.CREATE)).isEqualTo(2);
        assertThat(disk.count(Op.DELETE)).isEqualTo(2);
        assertThat(disk.syncs()).isEqualTo(1);
        disk.setBroken(true);
        assertThatThrownBy(disk::list).isInstanceOf(IOException.class);
        disk.setBroken(false);
        assertThat(disk.list()).containsExactly("a");
    }

    @Test
    void withoutPowerNothingWorksUntilTheCrashIsOver() throws IOException {
        Disk.File file = disk.create("a");
        file.sync();
        disk.losePowerAfter(1);
        file.write(0, filled(10, 1), 0, 10);
        assertThatThrownBy(file::sync).isInstanceOf(IOException.class);
        assertThatThrownBy(file::sync).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.read("a")).isInstanceOf(IOException.class);
        disk.crash();
        assertThat(disk.list()).containsExactly("a");
        assertThatThrownBy(() -> file.write(0, filled(1, 1), 0, 1)).hasMessageContaining("open");
    }

    @Test
    void aKilledProcessLosesItsFilesButNoOctets() throws IOException {
        Disk.File file = disk.create("a");
        file.write(0, filled(10, 1), 0, 10);
        disk.kill();
        assertThat(disk.read("a")).isEqualTo(filled(10, 1));
        assertThatThrownBy(file::sync).isInstanceOf(IOException.class);
    }

    @Test
    void oneSeedIsOneStory() throws IOException {
        assertThat(story(5)).isEqualTo(story(5));
        assertThat(story(5)).isNotEqualTo(story(6));
    }

    private static List<String> story(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var one = new SimDisk("disk", random);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            Disk.File file = one.create("file-" + i % 5);
            file.write(random.nextInt(2000), filled(3000, i), 0, 3000);
            if (random.nextBoolean()) file.sync();
            if (i % 4 == 0) one.crash();
            for (String name : one.list()) lines.add(name + Arrays.hashCode(one.read(name)));
        }
        return lines;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
