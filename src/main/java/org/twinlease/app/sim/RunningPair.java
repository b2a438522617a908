package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlChannel;
import org.twinlease.drill.Original;
import org.twinlease.drill.Original.Source;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lease.Lease;
import org.twinlease.sim.twin.Present;
import org.twinlease.sim.twin.Present.Stand;
import org.twinlease.sim.twin.Site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The pair of running servers, taken as it is at this moment: what both serve, the leases that
/// each has, and their states. They are asked, and nothing else. Of a server that cannot be asked,
/// its configuration is read from a file, and its leases are those of its partner.
public final class RunningPair {

    private static final String[] LETTERS = {"A", "B"};

    private final List<String> files;
    private final @Nullable Snapshot[] snapshots = new Snapshot[2];
    private final List<Source> sources = new ArrayList<>();

    private RunningPair(List<String> files) {
        this.files = files;
    }

    /// Asks the servers, one or both of a pair, in any order. `peer` is the name of the
    /// relationship, null for the first that they have; `files` are configurations for servers that
    /// do not tell theirs.
    ///
    /// @throws Refused when no server answers, or what is needed cannot be had: with the remedy
    public static Original read(
            List<? extends ControlChannel> servers, @Nullable String peer, List<String> files)
            throws Refused {
        RunningPair pair = new RunningPair(files);
        List<Snapshot> found = new ArrayList<>();
        for (ControlChannel server : servers) {
            Snapshot snapshot = Snapshot.of(server, peer);
            if (snapshot != null) found.add(snapshot);
        }
        if (found.isEmpty()) {
            throw new Refused(
                    Exit.UNREACHABLE, "no server of the pair answers, so nothing is known of it");
        }
        for (Snapshot each : found) {
            int role = each.view().primary() ? 0 : 1;
            if (pair.snapshots[role] != null) {
                throw Refused.input(
                        "both servers are %s of failover peer \"%s\"; connect to both of one pair"
                                .formatted(
                                        role == 0 ? "primary" : "secondary", each.view().name()));
            }
            pair.snapshots[role] = each;
        }
        return pair.original(found.getFirst().view().name());
    }

    private Original original(String name) throws Refused {
        Config primary = config(0, name);
        Config secondary = config(1, name);
        Site site = new Site(name, primary, secondary);
        Originals.meet(site, label(0), label(1));
        Snapshot first = snapshots[0];
        Snapshot second = snapshots[1];
        Snapshot any = first != null ? first : second;
        if (any == null) throw new IllegalStateException("nobody was asked");
        long moment = any.millis() / 1000;
        Stand ofA = first != null ? first.stand() : any.stand().mirrored();
        Stand ofB = second != null ? second.stand() : any.stand().mirrored();
        Present present = new Present(List.of(ofA, ofB), any.view().link().up());
        site =
                site.at(
                        moment,
                        first == null ? null : first.leases(),
                        second == null ? null : second.leases(),
                        present);
        for (int i = 0; i < 2; i++) leases(i, any);
        return new Original(site, sources, Arrivals.of(snapshots));
    }

    private String label(int role) {
        Snapshot snapshot = snapshots[role];
        return snapshot == null ? "the file of " + LETTERS[role] : snapshot.server();
    }

    private void leases(int role, Snapshot any) {
        Snapshot snapshot = snapshots[role];
        List<Lease> leases = snapshot == null ? any.leases() : snapshot.leases();
        String digest = Originals.digest(LeasesFile.write(leases));
        Instant when = Instant.ofEpochSecond(any.millis() / 1000);
        String words =
                snapshot == null
                        ? "as " + any.server() + " knows them, since it cannot be asked"
                        : "%d addresses of %s at %s"
                                .formatted(leases.size(), snapshot.server(), when);
        sources.add(new Source("leases of " + LETTERS[role], words, digest));
    }

    private Config config(int role, String name) throws Refused {
        Snapshot snapshot = snapshots[role];
        if (snapshot != null && !snapshot.conf().files().isEmpty()) {
            Config told = told(snapshot);
            source(role, "as " + snapshot.server() + " serves it", snapshot.conf());
            return told;
        }
        for (String file : files) {
            DhcpdConf.Reading reading = ConfFiles.sound(file);
            for (FailoverPeer block : reading.config().peers()) {
                if (!block.name().equals(name) || block.primary() != (role == 0)) continue;
                byte[] octets = reading.tree().bytes();
                String what = "configuration of " + LETTERS[role];
                sources.add(new Source(what, file, Originals.digest(octets)));
                return reading.config();
            }
        }
        String option = role == 0 ? "--config A" : "--partner-config B";
        String whose = role == 0 ? "the primary" : "the secondary";
        String why =
                snapshot == null
                        ? whose + " of \"" + name + "\" cannot be asked for its configuration"
                        : snapshot.server() + " does not tell its configuration";
        throw Refused.input(why + "; give its dhcpd.conf with " + option);
    }

    private void source(int role, String words, ConfView conf) {
        for (ConfView.File file : conf.files()) {
            String what = "configuration of " + LETTERS[role];
            sources.add(new Source(what, file.name() + " " + words, file.digest()));
        }
    }

    private static Config told(Snapshot snapshot) throws Refused {
        Map<String, byte[]> texts = new HashMap<>();
        for (ConfView.File file : snapshot.conf().files()) {
            texts.put(file.name(), file.text().getBytes(StandardCharsets.ISO_8859_1));
        }
        String first = snapshot.conf().files().getFirst().name();
        DhcpdConf.Reading reading = DhcpdConf.read(first, texts::get);
        if (reading.isUsable()) return reading.config();
        throw Refused.input(
                "the configuration that "
                        + snapshot.server()
                        + " tells cannot be read by this program: "
                        + reading.findings().getFirst().message());
    }
}
