package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.journal.Journal;
import org.twinlease.journal.Records;
import org.twinlease.journal.Replay;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The leases that are certain to be on a server's disk: read from the octets as each sync makes
/// them durable, so that every promise can be held against them. Reading the whole disk again now
/// and then shows that a restart would find the same.
final class OnDisk {

    private final SimDisk disk;
    private Map<Ip4, Lease> leases = new TreeMap<>();

    /// What the last sync that had any lease has made durable, each with what it took the place of.
    private final List<Lease> latest = new ArrayList<>();

    /// What was certain to be there before the disk lost some of it.
    private Map<Ip4, Lease> before = new TreeMap<>();

    private long sync = -1;

    /// Whether the disk has lost what was synced: reading it again may say so.
    private boolean damaged;

    OnDisk(SimDisk disk) {
        this.disk = disk;
        disk.whenSynced(this::synced);
    }

    private void synced(String file, int from, byte[] bytes) {
        Records.leases(file, from, bytes, this::took);
    }

    private void took(Lease lease) {
        if (sync != disk.syncs()) latest.clear();
        sync = disk.syncs();
        Lease before = leases.get(lease.address());
        if (before != null) latest.add(before);
        latest.add(lease);
        put(leases, lease);
    }

    private static void put(Map<Ip4, Lease> all, Lease lease) {
        if (isPlain(lease)) all.remove(lease.address());
        else all.put(lease.address(), lease);
    }

    /// Of a free address that no client ever had, a snapshot says nothing.
    private static boolean isPlain(Lease lease) {
        return lease.state() == BindingState.FREE
                && lease.ends() == 0
                && lease.hardware() == null
                && lease.clientId() == null
                && lease.hostname() == null
                && lease.relayAgent() == null;
    }

    /// The lease of an address, null when it was never used.
    @Nullable Lease lease(Ip4 address) {
        return leases.get(address);
    }

    /// Whether the disk has what is wanted of an address, or had it until the last sync or within
    /// it: what is told may have been overtaken in the same batch.
    boolean has(Ip4 address, Predicate<Lease> wanted) {
        Lease now = leases.get(address);
        if (now != null && wanted.test(now)) return true;
        for (Lease lease : latest) {
            if (lease.address().equals(address) && wanted.test(lease)) return true;
        }
        return false;
    }

    /// Reads everything that would be there should the power fail now.
    ///
    /// @throws IOException when that is not possible, which a good disk never says
    Map<Ip4, Lease> read() throws IOException {
        Map<Ip4, Lease> found = new TreeMap<>();
        Consumer<Lease> take = lease -> put(found, lease);
        Replay replay = Journal.read(disk.durable(), () -> take);
        if (!replay.damage().isEmpty() && !damaged) {
            throw new IOException("damage: " + replay.damage());
        }
        return found;
    }

    /// Goes on from what is there now, as after a start.
    void reread() throws IOException {
        leases = read();
        latest.clear();
    }

    /// The disk is about to lose what was synced. A server that starts may write what is left of it
    /// once more, so what there was is kept until [#lost].
    void losing() {
        damaged = true;
        before = new TreeMap<>(leases);
    }

    /// As [#reread], of a disk that has lost what was synced; the addresses of what it has lost.
    Set<Ip4> lost() throws IOException {
        reread();
        Set<Ip4> lost = new TreeSet<>(before.keySet());
        // That an address was free again may be what is lost.
        lost.addAll(leases.keySet());
        lost.removeIf(address -> Objects.equals(before.get(address), leases.get(address)));
        return lost;
    }

    /// Where reading the disk again says something else than was read so far; null: nowhere.
    @Nullable String difference() throws IOException {
        Map<Ip4, Lease> found = read();
        if (found.equals(leases)) return null;
        Map<Ip4, Lease> all = new TreeMap<>(leases);
        all.putAll(found);
        all.keySet().removeIf(a -> String.valueOf(found.get(a)).equals("" + leases.get(a)));
        for (Ip4 address : all.keySet()) {
            return "the disk has " + found.get(address) + ", synced was " + leases.get(address);
        }
        return "the disk differs in what has no words";
    }
}
