package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.lease.Lease;
import org.twinlease.sim.SimDisk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/// What had been synced and is not readable any more: everything else is taken, and it is said.
class DamageTest {

    private static final String FIRST = FileHeader.segment(1);

    private final SplittableRandom random = new SplittableRandom(5);
    private final SimDisk disk = new SimDisk("disk", random);
    private final List<Lease> written = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /// One segment with twenty batches of two leases; `ends` is where each batch ends.
    @BeforeEach
    void write() throws IOException {
        Journal journal = Journal.open(disk, _ -> {}).journal();
        for (int i = 0; i < 40; i += 2) {
            for (int j = i; j < i + 2; j++) {
                written.add(Leases.usual(j, 1000 + j));
                journal.append(written.get(j));
            }
            journal.sync();
            ends.add(RecordReader.octets(disk.read(FIRST)));
        }
        disk.kill();
    }

    private static final Rows NO_ROWS =
            new Rows() {
                @Override
                public int size() {
                    return 0;
                }

                @Override
                public @Nullable Lease row(int index) {
                    return null;
                }
            };

    @Test
    void aTornLastBatchIsCutAndNotDamage() throws IOException {
        int begin = ends.get(18);
        int length = ends.get(19) - begin;
        for (int cut = 1; cut < length; cut++) {
            byte[] bytes = disk.read(FIRST);
            Arrays.fill(bytes, begin + cut, bytes.length, (byte) 0);
            var seen = new ArrayList<Lease>();
            Replay replay = read(with(FIRST, bytes), seen);
            assertThat(replay.damage()).isEmpty();
            int whole = cut >= length / 2 ? 39 : 38;
            assertThat(seen).isEqualTo(written.subList(0, seen.size()));
            assertThat(seen.size()).isBetween(38, whole + 1);
            if (replay.cut() != null) assertThat(replay.cut().file()).isEqualTo(FIRST);
            else assertThat(seen.size()).isEqualTo(39);
        }
    }

    @Test
    void theCutSaysWhereAndHowMuch() throws IOException {
        byte[] bytes = disk.read(FIRST);
        int begin = ends.get(18);
        bytes[begin + 20] ^= 1;
        var seen = new ArrayList<Lease>();
        Replay replay = read(with(FIRST, bytes), seen);
        var cut = new Replay.Cut(FIRST, begin, ends.get(19) - begin, "the last batch is torn");
        assertThat(replay).isEqualTo(new Replay(0, 38, 1, cut, List.of()));
        assertThat(seen).isEqualTo(written.subList(0, 38));
    }

    @Test
    void aBadRecordInTheMiddleLosesOnlyItself() throws IOException {
        byte[] bytes = disk.read(FIRST);
        int record = ends.get(9);
        bytes[record + 15] ^= 4;
        var seen = new ArrayList<Lease>();
        SimDisk damaged = with(FIRST, bytes);
        Replay replay = read(damaged, seen);
        var expected = new ArrayList<>(written);
        expected.remove(20);
        assertThat(seen).isEqualTo(expected);
        assertThat(replay.cut()).isNull();
        assertThat(replay.damage()).hasSize(1);
        assertThat(replay.damage().getFirst().offset()).isEqualTo(record);
    }

    @Test
    void damagedFilesAreSetAsideBeforeASnapshotReplacesThem() throws IOException {
        byte[] bytes = disk.read(FIRST);
        bytes[ends.get(9) + 15] ^= 4;
        SimDisk damaged = with(FIRST, bytes);
        Journal journal = Journal.open(damaged, Owner.SMALL, _ -> {}).journal();
        assertThat(journal.isDamaged()).isTrue();
        journal.housekeeping(NO_ROWS);
        assertThat(damaged.read(Evidence.PREFIX + FIRST)).isEqualTo(bytes);
        assertThat(journal.failed()).isFalse();
    }

    @Test
    void damageThatWasSetAsideIsNoNewsToTheNextStart() throws IOException {
        byte[] bytes = disk.read(FIRST);
        bytes[ends.get(9) + 15] ^= 4;
        SimDisk damaged = with(FIRST, bytes);
        Journal first = Journal.open(damaged, _ -> {}).journal();
        first.close();
        assertThat(Journal.open(damaged, _ -> {}).journal().isDamaged()).isTrue();
        Journal second = Journal.open(damaged, _ -> {}).journal();
        second.housekeeping(NO_ROWS);
        second.close();
        Journal.Opened third = Journal.open(damaged, _ -> {});
        assertThat(third.replay().damage()).isNotEmpty();
        assertThat(third.journal().isDamaged()).isFalse();
    }

    @Test
    void aMissingSegmentIsSaid() throws IOException {
        Journal.open(disk, _ -> {}).journal().close();
        disk.delete(FIRST);
        var seen = new ArrayList<Lease>();
        Replay replay = read(disk, seen);
        assertThat(replay.damage()).extracting(Replay.Cut::file).containsExactly(FIRST);
    }

    @Test
    void anOlderSegmentThatLostItsEndIsSaid() throws IOException {
        Journal.open(disk, _ -> {}).journal().close();
        byte[] bytes = Arrays.copyOf(disk.read(FIRST), ends.get(9));
        var seen = new ArrayList<Lease>();
        Replay replay = read(with(FIRST, bytes), seen);
        assertThat(replay.damage()).extracting(Replay.Cut::why).contains("the file is too short");
        assertThat(seen).containsAll(written.subList(0, 20));
    }

    @Test
    void aBadHeaderLosesNoRecord() throws IOException {
        byte[] bytes = disk.read(FIRST);
        bytes[17] ^= 1;
        var seen = new ArrayList<Lease>();
        Replay replay = read(with(FIRST, bytes), seen);
        assertThat(seen).isEqualTo(written);
        assertThat(replay.damage()).hasSize(1);
    }

    @Test
    void octetsOfAnotherSegmentAreNoRecords() throws IOException {
        byte[] bytes = disk.read(FIRST);
        SimDisk moved = with(FileHeader.segment(2), bytes);
        moved.delete(FIRST);
        var seen = new ArrayList<Lease>();
        read(moved, seen);
        assertThat(seen).isEmpty();
    }

    @Test
    void aLaterFormatIsRefusedAndNotTouched() throws IOException {
        byte[] bytes = disk.read(FIRST);
        bytes[11] = 9;
        Frame.putInt(bytes, 44, Frame.crc(bytes, 0, 44));
        SimDisk later = with(FIRST, bytes);
        assertThatThrownBy(() -> Journal.open(later, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 9");
        assertThat(later.read(FIRST)).isEqualTo(bytes);
    }

    @Test
    void whateverHappensToTheOctetsNothingThrowsAndNothingIsInvented() throws IOException {
        var owner = new Owner(random, disk, 30);
        for (int i = 0; i < 80; i++) {
            owner.serve();
            owner.housekeep();
        }
        var known = new HashSet<Lease>();
        read(disk, known);
        for (int i = 0; i < 800; i++) {
            String name = disk.list().get(random.nextInt(disk.list().size()));
            int kind = random.nextInt(5);
            SimDisk damaged = with(name, spoilt(disk.read(name), kind));
            var seen = new HashSet<Lease>();
            var opened = Journal.open(damaged, Owner.SMALL, seen::add);
            opened.journal().close();
            assertThat(known).containsAll(seen);
            Replay replay = opened.replay();
            boolean said = replay.cut() != null || !replay.damage().isEmpty();
            // Zeros at the end of the newest segment look as if nothing had ever followed.
            if (kind < 3 && !seen.equals(known)) assertThat(said).as(name).isTrue();
        }
    }

    private byte[] spoilt(byte[] bytes, int kind) {
        int used = Math.max(1, RecordReader.octets(bytes));
        int at = random.nextInt(used);
        switch (kind) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                byte[] noise = new byte[Math.min(64, bytes.length - at)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, noise.length);
            }
            case 2 -> System.arraycopy(bytes, 0, bytes, at, Math.min(200, bytes.length - at));
            case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 512), (byte) 0);
            default -> {
                return Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private SimDisk with(String changed, byte[] content) throws IOException {
        var copy = new SimDisk("copy", random);
        var names = new HashSet<>(disk.list());
        names.add(changed);
        for (String name : names) {
            byte[] bytes = name.equals(changed) ? content : disk.read(name);
            try (Disk.File file = copy.create(name)) {
                file.write(0, bytes, 0, bytes.length);
            }
        }
        return copy;
    }

    private static Replay read(Disk disk, java.util.Collection<Lease> seen) throws IOException {
        return Journal.read(
                disk,
                () -> {
                    seen.clear();
                    return seen::add;
                });
    }
}
