package org.twinlease.app.omapi;

import org.twinlease.api.ApiFault;
import org.twinlease.api.Connection.Follower;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Query;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/// A dhcpd tells nothing by itself, so it is asked again and again how its relationships are. What
/// comes and goes between two questions is not seen.
final class OmapiWatch implements Runnable {

    private static final long AGAIN_MILLIS = 2_000;

    private final ControlChannel server;
    private final InstantSource clock;
    private final Follower follower;
    private final Map<String, FailoverView> before = new HashMap<>();
    private boolean told;

    private OmapiWatch(ControlChannel server, InstantSource clock, Follower follower) {
        this.server = server;
        this.clock = clock;
        this.follower = follower;
    }

    static ControlChannel.Watch start(
            ControlChannel server, InstantSource clock, Follower follower) {
        Thread thread =
                Thread.ofVirtual()
                        .name("omapi-watch")
                        .start(new OmapiWatch(server, clock, follower));
        return thread::interrupt;
    }

    @Override
    public void run() {
        do {
            try {
                look(server.ask(new Query.Failover()).join());
                told = false;
            } catch (CompletionException failed) {
                if (!told && failed.getCause() instanceof ApiFault fault) follower.lost(fault);
                told = true;
                before.clear();
            }
        } while (rested());
    }

    private static boolean rested() {
        try {
            Thread.sleep(AGAIN_MILLIS);
            return true;
        } catch (InterruptedException end) {
            return false;
        }
    }

    private void look(List<FailoverView> pairs) {
        long now = clock.millis();
        for (FailoverView pair : pairs) {
            FailoverView last = before.put(pair.name(), pair);
            if (last == null || last.state() != pair.state() || last.partner() != pair.partner()) {
                hear(new Notice.PairChanged(pair, pair.why(), now));
            }
        }
        hear(new Notice.PairPulse(pairs, now));
    }

    /// There is no token to go on from: a dhcpd keeps no past.
    private void hear(Notice notice) {
        follower.heard("", notice);
    }
}
