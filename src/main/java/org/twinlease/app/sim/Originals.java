package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.cli.Refused;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.drill.Grounds;
import org.twinlease.drill.Original;
import org.twinlease.drill.Original.Source;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Scenario;
import org.twinlease.isc.LeasesFile;
import org.twinlease.sim.twin.Site;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The pairs of drills, read from dhcpd.conf and dhcpd.leases files.
public final class Originals {

    private final Path folder;
    private final List<Source> sources = new ArrayList<>();

    private Originals(Path folder) {
        this.folder = folder;
    }

    /// The pair of a drill; its files are in `folder`.
    ///
    /// @throws Refused when a file cannot be read or the two are no pair
    public static Original of(Scenario scenario, Path folder) throws Refused {
        if (scenario.pair().isDemo()) return Original.demo(scenario);
        return new Originals(folder).read(scenario.pair());
    }

    private Original read(PairOf pair) throws Refused {
        String one = pair.configs().getFirst();
        String other = pair.configs().getLast();
        Config first = config(one);
        Config second = config(other);
        FailoverPeer block = match(first, second, one, other);
        boolean inOrder = block.primary();
        Config primary = inOrder ? first : second;
        Config secondary = inOrder ? second : first;
        source("configuration of A", inOrder ? one : other);
        source("configuration of B", inOrder ? other : one);
        Site site = new Site(block.name(), primary, secondary);
        promises(site);
        LeasesFile.@Nullable Reading ofA = leases("leases of A", pair.leasesOfA());
        LeasesFile.@Nullable Reading ofB = leases("leases of B", pair.leasesOfB());
        if (ofA == null && ofB == null) return new Original(site, sources);
        site = site.with(ofA == null ? null : ofA.leases(), ofB == null ? null : ofB.leases());
        Grounds grounds =
                Arrivals.of(ofA == null ? null : ofA.history(), ofB == null ? null : ofB.history());
        return new Original(site, sources, grounds);
    }

    /// Two configurations of a pair that are at hand, by what they are called, fit together.
    static void meet(Site site, String one, String other) throws Refused {
        promises(site);
        FailoverPeer first = block(site.primary(), site.name());
        FailoverPeer second = block(site.secondary(), site.name());
        meet(first, second, one, other);
        meet(second, first, other, one);
    }

    private static FailoverPeer block(Config config, String name) throws Refused {
        for (FailoverPeer peer : config.peers()) if (peer.name().equals(name)) return peer;
        throw Refused.input("there is no failover peer \"" + name + "\" in its configuration");
    }

    private static void promises(Site site) throws Refused {
        if (site.mclt() > 0) return;
        throw Refused.input(
                "failover peer \"%s\" has no mclt at the primary; write mclt 1800; in its block"
                        .formatted(site.name()));
    }

    private static FailoverPeer match(Config first, Config second, String one, String other)
            throws Refused {
        for (FailoverPeer block : first.peers()) {
            for (FailoverPeer match : second.peers()) {
                if (!block.name().equals(match.name())) continue;
                if (block.primary() != match.primary()) {
                    meet(block, match, one, other);
                    meet(match, block, other, one);
                    return block;
                }
                throw Refused.input(
                        "failover peer \"%s\" is %s in both files; one is primary, one secondary"
                                .formatted(
                                        block.name(), block.primary() ? "primary" : "secondary"));
            }
        }
        throw Refused.input(
                one
                        + " and "
                        + other
                        + " have no failover peer of one name; twinlease check "
                        + one
                        + " "
                        + other
                        + " says what does not meet");
    }

    /// A twin would connect the two whatever they say; in earnest they would never meet.
    private static void meet(FailoverPeer mine, FailoverPeer theirs, String one, String other)
            throws Refused {
        @Nullable Ip4 wanted = Ip4.parse(String.valueOf(mine.peerAddress()));
        @Nullable Ip4 there = Ip4.parse(String.valueOf(theirs.address()));
        if (wanted == null || there == null || wanted.equals(there)) return;
        throw Refused.input(
                "in %s the peer address is %s, but in %s the address is %s; write the same in both"
                        .formatted(one, wanted, other, there));
    }

    private Config config(String name) throws Refused {
        String file = folder.resolve(name).toString();
        return ConfFiles.sound(file).config();
    }

    private LeasesFile.@Nullable Reading leases(String what, String name) throws Refused {
        if (name.isEmpty()) return null;
        byte[] octets = source(what, name);
        long now = System.currentTimeMillis() / 1000;
        LeasesFile.Reading reading = LeasesFile.read(name, octets, now);
        if (!reading.leases().isEmpty()) return reading;
        throw Refused.input(
                name + " has no leases; is it the dhcpd.leases of a server of the pair?");
    }

    private byte[] source(String what, String name) throws Refused {
        try {
            byte[] octets = Files.readAllBytes(folder.resolve(name));
            sources.add(new Source(what, name, digest(octets)));
            return octets;
        } catch (IOException unreadable) {
            throw Refused.input(name + " cannot be read: " + Sayings.of(unreadable));
        }
    }

    /// The SHA-256 of octets in hexadecimal.
    static String digest(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
