package org.twinlease.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The octets of one simulated file: as they are read now, as they are certain to be after a crash,
/// and the writes between the two.
final class SimFile {

    static final int SECTOR = 512;

    /// How much of the writes since the last sync a crash keeps.
    enum Fate {
        NOTHING,
        EVERYTHING,
        A_PREFIX,
        SOME_SECTORS
    }

    /// Is shown octets of a file, from a place on.
    interface Stretches {
        void durable(int from, byte[] bytes);
    }

    private record Write(int position, byte[] bytes) {
        int end() {
            return position + bytes.length;
        }
    }

    private Blocks now = new Blocks();
    private Blocks safe = new Blocks();
    private int size;
    private int safeSize;
    private final List<Write> pending = new ArrayList<>();

    int size() {
        return size;
    }

    byte[] read(int most) {
        return now.read(0, Math.min(most, size));
    }

    void write(long position, byte[] bytes, int offset, int length) throws IOException {
        if (position + length > Integer.MAX_VALUE - SECTOR) throw new IOException("File too large");
        var write = new Write((int) position, Arrays.copyOfRange(bytes, offset, offset + length));
        pending.add(write);
        now.write(write.position, write.bytes, 0, length);
        size = Math.max(size, write.end());
    }

    void sync() {
        sync((_, _) -> {});
    }

    /// Makes everything durable, and shows what was not yet.
    void sync(Stretches each) {
        for (Write write : pending) {
            safe.take(now, write.position, write.end());
            each.durable(write.position, now.read(write.position, write.end()));
        }
        safeSize = size;
        pending.clear();
    }

    /// What a failed sync leaves: some of it is durable, and the rest never will be by another
    /// sync, although it can still be read.
    void failedSync(RandomGenerator random) {
        settle(random);
        pending.clear();
    }

    void crash(RandomGenerator random) {
        settle(random);
        pending.clear();
        now = safe.copy();
        size = safeSize;
    }

    /// A file of its own with what is certain to survive.
    SimFile durable() {
        var copy = new SimFile();
        copy.now = safe.copy();
        copy.safe = safe.copy();
        copy.size = safeSize;
        copy.safeSize = safeSize;
        return copy;
    }

    /// How many octets there are, not counting zeros at the end.
    int octets() {
        return now.lastUntil(size);
    }

    /// The medium changes an octet behind everybody's back.
    void rot(int at) {
        now.set(at, now.octet(at) ^ 0x55);
        if (at < safeSize) safe.set(at, now.octet(at));
    }

    /// The medium forgets the last octets.
    void forget(int octets) {
        int end = octets();
        int from = Math.max(0, end - octets);
        now.clear(from, end);
        if (from < safeSize) safe.clear(from, Math.min(end, safeSize));
    }

    private void settle(RandomGenerator random) {
        Fate fate = Fate.values()[random.nextInt(Fate.values().length)];
        switch (fate) {
            case NOTHING -> {}
            case EVERYTHING -> sync();
            case A_PREFIX -> keepPrefix(random);
            case SOME_SECTORS -> keepSectors(random);
        }
    }

    /// The writes in order up to a moment; the last of them up to a sector's border.
    private void keepPrefix(RandomGenerator random) {
        int writes = random.nextInt(pending.size() + 1);
        for (int i = 0; i < writes; i++) {
            Write write = pending.get(i);
            int end = write.end();
            if (i == writes - 1) {
                end = Math.min(end, cut(write.position + random.nextInt(write.bytes.length + 1)));
            }
            keep(write, write.position, Math.max(write.position, end));
        }
    }

    /// Where the sector of a position begins.
    private static int cut(int position) {
        return position / SECTOR * SECTOR;
    }

    /// Every sector has seen the first few of the writes to it, independent of the others. A sector
    /// that is new and has seen none may hold anything.
    private void keepSectors(RandomGenerator random) {
        int known = safeSize;
        var seen = new TreeMap<Integer, Integer>();
        for (Write write : pending) {
            for (int at = write.position; at < write.end(); at = cut(at) + SECTOR) {
                seen.merge(cut(at), 1, Integer::sum);
            }
        }
        seen.replaceAll((_, writes) -> random.nextInt(writes + 1));
        for (var sector : seen.entrySet()) {
            boolean garbage = sector.getValue() == 0 && sector.getKey() >= known;
            if (garbage && random.nextInt(16) == 0) fill(sector.getKey(), random);
        }
        for (Write write : pending) {
            for (int at = write.position; at < write.end(); ) {
                int end = Math.min(write.end(), cut(at) + SECTOR);
                if (seen.merge(cut(at), -1, Integer::sum) >= 0) keep(write, at, end);
                at = end;
            }
        }
    }

    private void fill(int sector, RandomGenerator random) {
        byte[] garbage = new byte[Math.min(SECTOR, size - sector)];
        random.nextBytes(garbage);
        keep(new Write(sector, garbage), sector, sector + garbage.length);
    }

    private void keep(Write write, int from, int until) {
        safe.write(from, write.bytes, from - write.position, until - from);
        safeSize = Math.max(safeSize, until);
    }
}
