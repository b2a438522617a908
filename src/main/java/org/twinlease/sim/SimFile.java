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

    /// Is shown the octets `from` to `until` of a file.
    interface Stretches {
        void durable(byte[] bytes, int from, int until);
    }

    private record Write(int position, byte[] bytes) {
        int end() {
            return position + bytes.length;
        }
    }

    private byte[] now = new byte[0];
    private byte[] safe = new byte[0];
    private int size;
    private int safeSize;
    private final List<Write> pending = new ArrayList<>();

    int size() {
        return size;
    }

    byte[] read(int most) {
        return Arrays.copyOf(now, Math.min(most, size));
    }

    void write(long position, byte[] bytes, int offset, int length) throws IOException {
        if (position + length > Integer.MAX_VALUE - SECTOR) throw new IOException("File too large");
        var write = new Write((int) position, Arrays.copyOfRange(bytes, offset, offset + length));
        pending.add(write);
        now = apply(write, write.position, write.end(), now);
        size = Math.max(size, write.end());
    }

    void sync() {
        sync((_, _, _) -> {});
    }

    /// Makes everything durable, and shows what was not yet.
    void sync(Stretches each) {
        safe = room(safe, size);
        for (Write write : pending) {
            System.arraycopy(now, write.position, safe, write.position, write.bytes.length);
            each.durable(now, write.position, write.end());
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
        now = safe.clone();
        size = safeSize;
    }

    /// A file with what is certain to survive.
    SimFile durable() {
        var copy = new SimFile();
        copy.now = Arrays.copyOf(safe, safeSize);
        copy.safe = copy.now;
        copy.size = safeSize;
        copy.safeSize = safeSize;
        return copy;
    }

    /// A file of its own with the same durable content.
    SimFile image() {
        SimFile copy = durable();
        copy.safe = copy.now.clone();
        return copy;
    }

    /// How many octets there are, not counting zeros at the end.
    int octets() {
        int end = size;
        while (end > 0 && now[end - 1] == 0) end--;
        return end;
    }

    /// The medium changes an octet behind everybody's back.
    void rot(int at) {
        now[at] ^= 0x55;
        if (at < safeSize) safe[at] = now[at];
    }

    /// The medium forgets the last octets.
    void forget(int octets) {
        int end = octets();
        int from = Math.max(0, end - octets);
        Arrays.fill(now, from, end, (byte) 0);
        if (from < safeSize) Arrays.fill(safe, from, Math.min(end, safeSize), (byte) 0);
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
        safe = apply(write, from, until, safe);
        safeSize = Math.max(safeSize, until);
    }

    private static byte[] apply(Write write, int from, int until, byte[] target) {
        byte[] result = room(target, until);
        System.arraycopy(write.bytes, from - write.position, result, from, until - from);
        return result;
    }

    private static byte[] room(byte[] bytes, int size) {
        if (bytes.length >= size) return bytes;
        return Arrays.copyOf(bytes, Math.max(size, Math.min(2 * bytes.length, 1 << 30)));
    }
}
