package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.twinlease.lab.ServiceTimes.Times;
import org.twinlease.value.ServerState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Does to a pair what a [TroublePlan] has drawn, keeps book of it, and says which complaints of
/// clients are just.
final class TroubleMaker {

    /// What a restless client may count on: it asks every half second, twice the one server and
    /// then both; a server that leaves a client to its partner does so for three seconds.
    private static final double RENEWAL_SECONDS = 3;

    private static final double NEW_SECONDS = 7;

    /// How long two that are in NORMAL may need to tell each other what is new.
    private static final double TELLING_SECONDS = 4;

    private final PairLab pair;
    private final Crowd crowd;
    private final List<String> done;
    private final Map<Partner, ServiceTimes> times = new HashMap<>();
    private final long zero = System.nanoTime();
    private final double zeroClock = PairLab.clock();
    private Partner forgetful;
    private double orderedAt = Double.POSITIVE_INFINITY;
    private double settledAt;
    private int doubled;

    TroubleMaker(PairLab pair, Crowd crowd, List<String> done) {
        this.pair = pair;
        this.crowd = crowd;
        this.done = done;
        for (Partner partner : List.of(pair.primary, pair.secondary)) {
            times.put(partner, new ServiceTimes());
            times(partner).up();
        }
        forgetful = pair.primary;
    }

    private ServiceTimes times(Partner partner) {
        return Objects.requireNonNull(times.get(partner));
    }

    int doubledByOrder() {
        return doubled;
    }

    void act(TroublePlan.Step step) {
        Partner at = step.primary() ? pair.primary : pair.secondary;
        note(step.act() + (step.act() == TroublePlan.Act.SETTLE ? "" : " " + name(at)));
        switch (step.act()) {
            case KILL -> {
                times(at).down();
                at.kill();
            }
            case STOP -> {
                times(at).down();
                at.stop();
            }
            case START -> start(at);
            case FORGET -> {
                times(at).forgot();
                at.forget();
                forgetful = at;
            }
            case CUT_SILENTLY -> {
                times.values().forEach(ServiceTimes::parted);
                pair.fault("cut", at, "tcp");
            }
            case CUT_BY_RESET -> pair.fault("cut", at, "tcp-reset");
            case ISOLATE -> {
                times.values().forEach(ServiceTimes::parted);
                times(at).apart();
                pair.fault("cut", at, "blackhole");
            }
            case HEAL -> heal();
            case PARTNER_DOWN -> partnerDown(at);
            case SHUT_DOWN -> shutDown(at);
            case PAUSE -> order(at, "pause");
            case RESUME -> order(at, "resume");
            case SETTLE -> settle();
        }
        alive();
        pair.pass(PairLab.clock(), step.pause());
        alive();
    }

    private void note(String what) {
        done.add(Instant.ofEpochMilli((long) (PairLab.clock() * 1000)) + " " + what);
    }

    private String name(Partner partner) {
        String role = partner.equals(pair.primary) ? "primary" : "secondary";
        return role + (partner instanceof OurPartner ? " (ours)" : " (dhcpd)");
    }

    private void start(Partner at) {
        times(at).up();
        at.start();
    }

    private void heal() {
        pair.heal();
        times.values().forEach(ServiceTimes::together);
        times.values().forEach(ServiceTimes::met);
    }

    /// An operator waits until the server itself sees that it is alone.
    private void partnerDown(Partner at) {
        pair.await(
                "the partner is missed, or the server has no say",
                () -> at.mine() != ServerState.NORMAL);
        boolean mayDouble = at.equals(forgetful) && settledAt < lastLoss();
        if (at instanceof OurPartner ours) {
            Lab.Run run = ours.command("partner-down", "--i-have-checked");
            if (run.code() != 0) note("refused: " + run.out().strip());
        } else {
            at.partnerDown();
        }
        if (mayDouble) orderedAt = Math.min(orderedAt, PairLab.clock());
    }

    private double lastLoss() {
        return times(forgetful).lastLoss();
    }

    private void shutDown(Partner at) {
        if (at instanceof IscPartner dhcpd) {
            times(at).down();
            dhcpd.shutDown();
        } else {
            order(at, "shutdown");
        }
    }

    private void order(Partner at, String what) {
        if (!(at instanceof OurPartner ours)) return;
        Lab.Run run = ours.command("maintenance", what);
        if (run.code() != 0) note("refused: " + run.out().strip());
    }

    /// Everything is mended, and both must agree.
    private void settle() {
        heal();
        for (Partner partner : List.of(pair.primary, pair.secondary)) {
            if (!times(partner).isUp()) start(partner);
            ServerState mine = partner.mine();
            if (mine == ServerState.PAUSED || mine == ServerState.SHUTDOWN)
                order(partner, "resume");
        }
        pair.normal();
        note("both are in NORMAL");
        pair.await("all have an address", () -> crowd.waiting(0) == 0);
        crowd.still(true);
        pair.same();
        note("both have the same leases");
        crowd.still(false);
        settledAt = PairLab.clock();
    }

    /// Nobody died whom nobody killed.
    private void alive() {
        for (Partner partner : List.of(pair.primary, pair.secondary)) {
            if (times(partner).isUp()) assertTrue(partner.runs(), name(partner) + " has died");
        }
    }

    /// The complaints that somebody is to blame for. What a server that had lost its leases did
    /// when it was told that it was alone is counted apart.
    List<String> just(List<Complaint> complaints) {
        if (complaints.isEmpty()) return List.of();
        Map<Partner, Times> all = new HashMap<>();
        times.forEach((partner, its) -> all.put(partner, its.of(partner.log())));
        List<String> just = new ArrayList<>();
        for (Complaint complaint : complaints) {
            String told = at(complaint.since()) + " " + complaint;
            if (isJust(complaint, all)) just.add(told);
            else note("nobody's fault: " + told);
        }
        return just;
    }

    private Instant at(long nanos) {
        return Instant.ofEpochMilli((long) (clock(nanos) * 1000));
    }

    private double clock(long nanos) {
        return zeroClock + (nanos - zero) / 1e9;
    }

    private boolean isJust(Complaint complaint, Map<Partner, Times> all) {
        double from = clock(complaint.since());
        double to = clock(complaint.until());
        return switch (complaint.what()) {
            case DOUBLED, REFUSED -> {
                boolean byOrder = orderedAt < to;
                if (byOrder) doubled++;
                yield !byOrder;
            }
            case WAITED -> all.values().stream().anyMatch(t -> t.served(from, to, NEW_SECONDS));
            case LOST -> {
                boolean just = false;
                for (Map.Entry<Partner, Times> each : all.entrySet()) {
                    just |=
                            each.getValue().served(from, to, RENEWAL_SECONDS)
                                    && knew(each.getKey(), complaint, all, to);
                }
                yield just;
            }
        };
    }

    /// Whether a server knew of a lease: its own, or one that it was told of, and not lost since.
    private boolean knew(
            Partner server, Complaint complaint, Map<Partner, Times> all, double until) {
        double granted = clock(complaint.granted());
        Times its = Objects.requireNonNull(all.get(server));
        Times others = Objects.requireNonNull(all.get(pair.other(server)));
        if (server.address().equals(complaint.server()) && !its.lost(granted, until)) return true;
        double told = Times.together(its, others, granted, TELLING_SECONDS);
        if (told > until || its.lost(granted, told) || others.lost(granted, told)) return false;
        return !its.lost(told, until) || Times.together(its, others, its.loss(told), 0) < until;
    }
}
