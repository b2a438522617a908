package org.twinlease.isc.leases;

import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What lease files say that their configuration, the partner's file, or a clock does not go with.
/// `now` is in seconds since 1970.
public final class LeaseFindings {
    /// Clocks that are this close are alike: a failover partner takes no more.
    private static final long SECONDS_APART = 60;

    private static final int MOST = 20;

    private final long now;
    private final List<Problem> found = new ArrayList<>();

    private LeaseFindings(long now) {
        this.now = now;
    }

    /// A lease file and when it is told under which name.
    public record File(String name, LeasesFile.Reading reading) {}

    /// What one file says.
    public static List<Problem> of(File file, Config config, long now) {
        var findings = new LeaseFindings(now);
        findings.outside(file, config);
        findings.clock(file);
        return List.copyOf(findings.found);
    }

    /// What the files of both halves of a pair say about each other.
    public static List<Problem> of(File one, File two, long now) {
        var findings = new LeaseFindings(now);
        findings.bindings(one, two);
        findings.states(one, two);
        return List.copyOf(findings.found);
    }

    private void add(String file, String code, String message, String remedy) {
        found.add(new Problem(file, 0, 0, Severity.WARNING, code, message, remedy));
    }

    private void outside(File file, Config config) {
        List<Ip4> outside = LeasesFile.Taken.of(config, file.reading()).outside();
        if (outside.isEmpty()) return;
        add(
                file.name(),
                "leases-outside",
                "%d of %d leases are in no range of the configuration, the first %s: a server drops them."
                        .formatted(
                                outside.size(), file.reading().leases().size(), outside.getFirst()),
                "Check that the file belongs to this configuration, and that no range was lost.");
    }

    /// A transaction that is still to come was written by a clock that runs ahead.
    private void clock(File file) {
        long newest = 0;
        for (Lease lease : file.reading().leases()) {
            newest = Math.max(newest, Math.max(lease.cltt(), lease.starts()));
        }
        if (newest <= now + SECONDS_APART || newest >= Lease.NEVER) return;
        add(
                file.name(),
                "leases-clock",
                "The newest transaction in it is %d s from now: the clock of its server runs ahead, or this machine's is behind."
                        .formatted(newest - now),
                "Let all machines follow one time server; failover takes a minute at most.");
    }

    private void bindings(File one, File two) {
        Map<Ip4, Lease> theirs = new HashMap<>();
        for (Lease lease : two.reading().leases()) theirs.put(lease.address(), lease);
        int both = 0;
        int alone = 0;
        for (Lease lease : one.reading().leases()) {
            Lease other = theirs.remove(lease.address());
            if (!runs(lease)) {
                if (other != null && runs(other)) alone++;
            } else if (other == null || !runs(other)) {
                alone++;
            } else if (!isSameClient(lease, other) && ++both <= MOST) {
                doubled(one, two, lease, other);
            }
        }
        alone += (int) theirs.values().stream().filter(this::runs).count();
        if (both > MOST) {
            add(
                    one.name(),
                    "leases-two-clients",
                    (both - MOST) + " more addresses run for two clients.",
                    "");
        }
        if (alone == 0) return;
        add(
                one.name(),
                "leases-not-told",
                "%d leases run by only one of this file and %s: the partner was not told of them, or one file is older."
                        .formatted(alone, two.name()),
                "Take both files in the same minute, and let the pair be connected before.");
    }

    private void doubled(File one, File two, Lease lease, Lease other) {
        add(
                one.name(),
                "leases-two-clients",
                "%s runs for %s here and for %s in %s: two clients may use it."
                        .formatted(lease.address(), client(lease), client(other), two.name()),
                "Let both renew, or release the one that is not there.");
    }

    private boolean runs(Lease lease) {
        return lease.state() == BindingState.ACTIVE && lease.ends() > now;
    }

    private static boolean isSameClient(Lease lease, Lease other) {
        Octets id = lease.clientId();
        Octets theirs = other.clientId();
        if (id != null && theirs != null) return id.equals(theirs);
        return Objects.equals(lease.hardware(), other.hardware());
    }

    private static String client(Lease lease) {
        HardwareAddress hardware = lease.hardware();
        Octets id = lease.clientId();
        if (hardware != null) return hardware.toString();
        return id == null ? "an unknown client" : id.hex();
    }

    private void states(File one, File two) {
        Map<String, PairState> theirs = new HashMap<>();
        for (PairState pair : two.reading().pairs()) theirs.put(pair.name(), pair);
        for (PairState pair : one.reading().pairs()) {
            PairState other = theirs.get(pair.name());
            if (other == null) continue;
            if (pair.mine() == ServerState.PARTNER_DOWN
                    && other.mine() == ServerState.PARTNER_DOWN) {
                add(
                        one.name(),
                        "leases-both-partner-down",
                        "Both servers of %s are in partner-down: each gives out the other's addresses."
                                .formatted(pair.name()),
                        "Stop one of them, and start it again when the other can be reached.");
            }
            heard(one, pair, two, other);
            heard(two, other, one, pair);
        }
    }

    private void heard(File file, PairState pair, File from, PairState partner) {
        if (pair.partner() == partner.mine()) return;
        add(
                file.name(),
                "leases-states-differ",
                "%s: the partner was last heard of in %s, and its own file %s says %s."
                        .formatted(
                                pair.name(),
                                pair.partner().word(),
                                from.name(),
                                partner.mine().word()),
                "The two were apart when the files were taken, or one file is older.");
    }
}
