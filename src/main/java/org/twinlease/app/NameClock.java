package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.host.Arrival;
import org.twinlease.config.Config;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks the names of failover partners up again every minute, on a thread of its own since a name
/// server may be slow, and says when one has got another address. A name that has lost its address
/// keeps the last one: what fails then is a name server more often than a partner.
final class NameClock implements AutoCloseable {

    private static final long EVERY_SECONDS = 60;

    private final BlockingQueue<Arrival> arrivals;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("partner-names").factory());
    private volatile @Nullable Watched watched;

    private record Watched(Config written, Config inForce) {}

    NameClock(BlockingQueue<Arrival> arrivals) {
        this.arrivals = arrivals;
    }

    void start() {
        var _ =
                clock.scheduleWithFixedDelay(
                        this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /// Whether a configuration is still the one in force, as it was written.
    // A configuration is a large tree, and another one each time that it is read.
    @SuppressWarnings("ReferenceEquality")
    boolean isWatched(Config written) {
        Watched now = watched;
        return now != null && now.written() == written;
    }

    /// From now on this configuration is in force: as it was written, and with addresses.
    void watch(Config written, Config inForce) {
        watched = new Watched(written, inForce);
    }

    private void look() {
        Watched now = watched;
        if (now == null || !PartnerNames.hasNames(now.written())) return;
        Config named = PartnerNames.again(now.written(), now.inForce(), ConfFiles::addresses);
        if (!named.peers().equals(now.inForce().peers())) {
            arrivals.add(new Arrival.Named(now.written(), named));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
