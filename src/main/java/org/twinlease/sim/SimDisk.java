package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Disk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// A disk in memory that forgets, tears and refuses as real ones do, decided by one source of
/// randomness. A crash keeps what was synced and, of the rest, nothing, all, a prefix, or any mix
/// of sectors of 512 octets; files made or deleted since the last sync of names may be there or
/// not. Operations can be made to fail one by one, all together, for lack of space, or from a
/// moment on.
public final class SimDisk implements Disk {

    /// What can be made to fail, and is counted.
    public enum Op {
        LIST,
        READ,
        CREATE,
        WRITE,
        SYNC,
        DELETE,
        RENAME,
        SYNC_NAMES
    }

    private final String name;
    private final RandomGenerator random;
    private final NavigableMap<String, SimFile> files = new TreeMap<>();

    /// The names as they would be after a crash that forgets every change not synced.
    private final NavigableMap<String, SimFile> safe = new TreeMap<>();

    private final Map<Op, Long> counts = new EnumMap<>(Op.class);
    private final Deque<Op> toFail = new ArrayDeque<>();
    private long capacity = Long.MAX_VALUE;
    private long changesLeft = Long.MAX_VALUE;
    private boolean broken;
    private boolean off;
    private int life;
    private Synced synced = (_, _, _) -> {};

    /// Is shown what has just become durable: octets of a file, from a place on.
    interface Synced {
        void durable(String file, int from, byte[] bytes);
    }

    /// An empty disk. Equal generators and equal calls give equal disks.
    public SimDisk(String name, RandomGenerator random) {
        this.name = name;
        this.random = random;
    }

    /// Power is lost and comes back. Files that were open are no longer usable; faults that were
    /// set are gone, a limit of space stays.
    public void crash() {
        var names = new TreeSet<>(files.keySet());
        names.addAll(safe.keySet());
        for (String each : names) {
            SimFile file = random.nextBoolean() ? files.get(each) : safe.get(each);
            if (file == null) files.remove(each);
            else files.put(each, file);
        }
        for (SimFile file : files.values()) file.crash(random);
        safe.clear();
        safe.putAll(files);
        toFail.clear();
        changesLeft = Long.MAX_VALUE;
        broken = false;
        off = false;
        life++;
    }

    /// The process dies and the system lives on: nothing is lost, but files are no longer open.
    /// When the power is off already, this is a crash.
    public void kill() {
        changesLeft = Long.MAX_VALUE;
        if (off) crash();
        life++;
    }

    /// Everything is gone: a new disk is in its place.
    public void wipe() {
        files.clear();
        safe.clear();
        crash();
    }

    /// Leaves room for so many octets more than there are now.
    public void setFull(long left) {
        capacity = used() + left;
    }

    /// Takes the limit of space away.
    public void setRoomy() {
        capacity = Long.MAX_VALUE;
    }

    /// Takes the limit of space away, and operations succeed again.
    public void mend() {
        setRoomy();
        setBroken(false);
    }

    /// The next operations of these kinds fail once each, in the order given; half of the effect of
    /// the operation may be there nevertheless.
    public void failNext(Op... ops) {
        toFail.addAll(List.of(ops));
    }

    /// Every operation fails, or none any more.
    public void setBroken(boolean broken) {
        this.broken = broken;
    }

    /// After so many more changes (creates, writes, syncs, deletes, renames) the power is gone: the
    /// change that is the next one fails half done, and everything fails until [#crash].
    public void losePowerAfter(long changes) {
        changesLeft = changes;
    }

    /// Whether the power is gone, after [#losePowerAfter], and nothing works until [#crash].
    public boolean isOff() {
        return off;
    }

    /// What is certain to be there should the power fail now: a disk of its own with what was
    /// synced and nothing else.
    public SimDisk durable() {
        var copy = new SimDisk(name, new SplittableRandom(0));
        safe.forEach((file, content) -> copy.files.put(file, content.durable()));
        copy.safe.putAll(copy.files);
        return copy;
    }

    /// What was durable at a moment.
    public static final class Image {
        private final Map<String, SimFile> files = new TreeMap<>();

        private Image() {}
    }

    /// What is durable now, to be put back later.
    public Image image() {
        Image image = new Image();
        safe.forEach((file, content) -> image.files.put(file, content.durable()));
        return image;
    }

    /// Sets the disk back to an image of it. Only while nobody works on it.
    public void restore(Image image) {
        files.clear();
        image.files.forEach((file, content) -> files.put(file, content.durable()));
        safe.clear();
        safe.putAll(files);
    }

    /// An octet of a file that has been synced rots. Only while nobody works on it.
    void rot() {
        List<String> names = new ArrayList<>(files.keySet());
        if (names.isEmpty()) return;
        SimFile file = files.get(names.get(random.nextInt(names.size())));
        int octets = file == null ? 0 : file.octets();
        if (file != null && octets > 0) file.rot(random.nextInt(octets));
    }

    /// The newest file with anything in it loses its last octets, though they had been synced. Only
    /// while nobody works on it.
    void forgetTail(int octets) {
        for (SimFile file : files.descendingMap().values()) {
            if (file.octets() == 0) continue;
            file.forget(octets);
            return;
        }
    }

    /// How often something was done or tried.
    public long count(Op op) {
        return counts.getOrDefault(op, 0L);
    }

    /// How many syncs were done or tried.
    public long syncs() {
        return count(Op.SYNC);
    }

    /// Whom to show what a sync that succeeds has made durable.
    void whenSynced(Synced listener) {
        synced = listener;
    }

    /// The size of all files together.
    public long used() {
        long used = 0;
        for (SimFile file : files.values()) used += file.size();
        return used;
    }

    @Override
    public List<String> list() throws IOException {
        if (fails(Op.LIST)) throw failure(Op.LIST, name);
        return new ArrayList<>(files.keySet());
    }

    @Override
    public byte[] read(String file) throws IOException {
        return read(file, Integer.MAX_VALUE);
    }

    @Override
    public byte[] read(String file, int most) throws IOException {
        SimFile found = files.get(file);
        if (fails(Op.READ) || found == null) throw failure(Op.READ, file);
        return found.read(most);
    }

    @Override
    public File create(String file) throws IOException {
        boolean fails = fails(Op.CREATE) || used() >= capacity;
        var made = new SimFile();
        if (!fails || random.nextBoolean()) files.put(file, made);
        if (fails) throw failure(Op.CREATE, file);
        return new Handle(file, made);
    }

    @Override
    public void delete(String file) throws IOException {
        boolean fails = fails(Op.DELETE);
        if (!fails || random.nextBoolean()) files.remove(file);
        if (fails) throw failure(Op.DELETE, file);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        boolean fails = fails(Op.RENAME);
        SimFile moved = files.get(from);
        if (moved == null) throw failure(Op.RENAME, from);
        if (!fails || random.nextBoolean()) {
            files.remove(from);
            files.put(to, moved);
        }
        if (fails) throw failure(Op.RENAME, from);
        safe.clear();
        safe.putAll(files);
    }

    @Override
    public void syncNames() throws IOException {
        if (fails(Op.SYNC_NAMES)) throw failure(Op.SYNC_NAMES, name);
        safe.clear();
        safe.putAll(files);
    }

    @Override
    public String name() {
        return name;
    }

    private boolean fails(Op op) throws IOException {
        if (off) throw failure(op, "a file");
        counts.merge(op, 1L, Long::sum);
        if (op != Op.LIST && op != Op.READ && changesLeft-- == 0) {
            off = true;
            return true;
        }
        if (toFail.peekFirst() == op) {
            toFail.removeFirst();
            return true;
        }
        return broken;
    }

    private IOException failure(Op op, String file) {
        return new IOException(op + " of " + file + " on " + name + " failed");
    }

    private final class Handle implements File {

        private final String file;
        private final SimFile content;
        private final int born = life;
        private boolean closed;

        Handle(String file, SimFile content) {
            this.file = file;
            this.content = content;
        }

        @Override
        public void write(long position, byte[] bytes, int offset, int length) throws IOException {
            boolean fails = fails(Op.WRITE);
            checkOpen();
            long growth = Math.max(0, position + length - content.size());
            long room = capacity - used();
            long fits = growth <= room ? length : Math.max(0, length - growth + room);
            if (fails) fits = random.nextLong(fits + 1);
            if (fits > 0) content.write(position, bytes, offset, (int) fits);
            if (fails || fits < length) throw failure(Op.WRITE, file);
        }

        @Override
        public void sync() throws IOException {
            boolean fails = fails(Op.SYNC);
            checkOpen();
            if (fails) {
                content.failedSync(random);
                throw failure(Op.SYNC, file);
            }
            content.sync((from, bytes) -> synced.durable(file, from, bytes));
            @Nullable SimFile named = files.get(file);
            if (content == named) safe.put(file, content);
        }

        @Override
        public void close() {
            closed = true;
        }

        private void checkOpen() throws IOException {
            if (closed || born != life) throw new IOException(file + " is not open");
        }
    }
}
