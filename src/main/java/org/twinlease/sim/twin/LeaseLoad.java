package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.sim.SimServer;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.LoadBalance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Puts the leases of a site into a twin, all times moved by the same number of seconds, so that
/// the newest is of the moment at which the drill begins.
final class LeaseLoad {

    private final Site site;
    private final long shift;
    private final Now now;

    LeaseLoad(Site site, long shift, Now now) {
        this.site = site;
        this.shift = shift;
        this.now = now;
    }

    /// Writes a server's leases onto its disk, with the state in which it is.
    void onto(SimServer server) {
        if (!site.hasLeases() && site.present() == null) return;
        int number = server.name().charAt(0) - 'A';
        try (Journal journal = Journal.open(server.disk(), _ -> {}).journal()) {
            for (Lease lease : site.leases(number)) {
                journal.append(moved(lease));
                if (journal.isDue()) journal.sync();
            }
            journal.append(state(number));
            journal.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PairState state(int server) {
        Present present = site.present();
        long since = now.wallSeconds();
        Present.Stand stand =
                present == null
                        ? new Present.Stand(
                                true, ServerState.NORMAL, since, ServerState.NORMAL, since)
                        : present.servers().get(server);
        boolean moves = present != null;
        return new PairState(
                site.name(),
                stand.state(),
                moves ? later(stand.since()) : since,
                stand.partner(),
                moves ? later(stand.partnerSince()) : since,
                site.mclt(),
                assignment());
    }

    private Octets assignment() {
        FailoverPeer primary = site.peer(0);
        @Nullable Octets hba = primary.hba();
        if (hba != null) return hba;
        long split = primary.numbers().getOrDefault("split", 128L);
        return LoadBalance.hbaOfSplit(Math.clamp(split, 0, LoadBalance.BUCKETS));
    }

    private Lease moved(Lease lease) {
        return lease.withStarts(later(lease.starts()))
                .withEnds(later(lease.ends()))
                .withCltt(later(lease.cltt()))
                .withTimes(later(lease.tstp()), later(lease.tsfp()), later(lease.atsfp()));
    }

    private long later(long seconds) {
        return seconds == 0 || seconds >= Lease.NEVER ? seconds : Math.max(1, seconds + shift);
    }

    /// The clients that the leases speak of: how many are on, and how many are asleep.
    TwinWorld.Taken clients(List<Place> places, Crowd crowd) {
        int on = 0;
        int asleep = 0;
        Octets hba = assignment();
        for (Lease each : site.merged()) {
            Lease lease = moved(each);
            HardwareAddress hardware = lease.hardware();
            if (hardware != null) crowd.know(hardware);
            if (lease.state() != BindingState.ACTIVE || hardware == null) continue;
            if (lease.ends() <= now.wallSeconds()) continue;
            for (Place place : places) {
                if (!place.holds(lease.address())) continue;
                int bucket = LoadBalance.bucket(lease.clientId(), hardware);
                int server = LoadBalance.isPrimarys(hba, bucket) ? 0 : 1;
                Person.Kind kind =
                        crowd.add(hardware, lease.clientId(), place, holding(lease, server));
                if (kind == Person.Kind.SLEEPING) asleep++;
                else on++;
                break;
            }
        }
        return new TwinWorld.Taken(on, asleep);
    }

    private Holding holding(Lease lease, int server) {
        long length = Math.max(0, lease.ends() - lease.starts());
        return new Holding(
                lease.address(),
                site.address(server),
                tick(lease.starts() + length / 2),
                tick(lease.ends() - length / 8),
                lease.ends() >= Lease.NEVER ? Long.MAX_VALUE : tick(lease.ends()));
    }

    private long tick(long seconds) {
        return now.tickMillis() + (seconds - now.wallSeconds()) * 1000;
    }
}
