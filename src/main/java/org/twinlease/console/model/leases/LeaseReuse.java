package org.twinlease.console.model.leases;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Sentences;

import java.time.ZoneId;

/// Says who may give an address to somebody else from when: with the partner there, and by a server
/// alone (PARTNER-DOWN), where MCLT counts from the latest time that the partner may have promised
/// (the failover draft, 5.2 and 9.2). `name` is the server, `partner` the other one.
record LeaseReuse(String name, String partner, FailoverView pair, ZoneId zone) {

    /// With both servers there.
    String together(LeaseView lease, long now) {
        String primary = pair.primary() ? name : partner;
        String secondary = pair.primary() ? partner : name;
        return switch (lease.state()) {
            case FREE -> Text.of("reuse.free", primary, secondary);
            case BACKUP -> Text.of("reuse.free", secondary, primary);
            case ACTIVE ->
                    lease.ends() == LeaseView.NEVER
                            ? Text.of("reuse.never")
                            : Text.of("reuse.active", at(lease.ends(), now));
            case EXPIRED, RELEASED, RESET -> Text.of("reuse.over");
            case ABANDONED -> Text.of("reuse.abandoned");
        };
    }

    /// With this server alone, its partner being down; empty when there is nothing to say.
    String alone(LeaseView lease, long now) {
        long mclt = pair.mclt();
        return switch (lease.state()) {
            case FREE -> pair.primary() ? own() : opening(lease.tsfp() + mclt, now);
            case BACKUP -> pair.primary() ? opening(lease.tsfp() + mclt, now) : own();
            case ACTIVE -> {
                if (lease.ends() == LeaseView.NEVER) yield Text.of("reuse.alone.never", name);
                long promised = Math.max(lease.tsfp(), lease.tstp());
                yield opening(Math.max(promised + mclt, lease.ends()), now);
            }
            case EXPIRED, RELEASED, RESET ->
                    lease.tsfp() < now
                            ? Text.of("reuse.alone.over", name)
                            : Text.of("reuse.alone.overfrom", name, at(lease.tsfp(), now));
            case ABANDONED -> "";
        };
    }

    private String own() {
        return Text.of("reuse.alone.own", name);
    }

    private String opening(long second, long now) {
        String mclt = Sentences.duration(pair.mclt());
        return second <= now
                ? Text.of("reuse.alone", name, partner, mclt)
                : Text.of("reuse.alone.from", name, partner, mclt, at(second, now));
    }

    private String at(long second, long now) {
        return Text.of(
                "reuse.at",
                Words.clock(second * 1_000, zone),
                Words.coarse(Math.max(0, second - now)));
    }
}
