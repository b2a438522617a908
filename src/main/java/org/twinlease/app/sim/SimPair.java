package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.cli.Refused;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Scope;
import org.twinlease.config.words.Parameter;
import org.twinlease.sim.Pairing;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.stream.Stream;

/// The pair of two servers' dhcpd.conf, for a simulation.
final class SimPair {

    private SimPair() {}

    /// Of the files of the two servers, in any order; null when there are none.
    static @Nullable Pairing of(List<String> files) throws Refused {
        if (files.isEmpty()) return null;
        Config one = read(files.getFirst());
        Config other = read(files.getLast());
        for (FailoverPeer block : one.peers()) {
            for (FailoverPeer match : other.peers()) {
                if (!block.name().equals(match.name())) continue;
                if (block.primary() == match.primary()) {
                    String role = block.primary() ? "primary" : "secondary";
                    throw Refused.input(
                            "failover peer \"%s\" is %s in both files; one is primary, one secondary"
                                    .formatted(block.name(), role));
                }
                return block.primary() ? pairing(one, block, match) : pairing(other, match, block);
            }
        }
        throw Refused.input(
                "%s and %s have no failover peer of one name"
                        .formatted(files.getFirst(), files.getLast()));
    }

    private static Config read(String file) throws Refused {
        return ConfFiles.sound(file).config();
    }

    private static Pairing pairing(Config config, FailoverPeer primary, FailoverPeer secondary)
            throws Refused {
        if (primary.numbers().getOrDefault("mclt", 0L) <= 0) {
            throw Refused.input(
                    "failover peer \"%s\" has no mclt at the primary".formatted(primary.name()));
        }
        @Nullable Octets hba = primary.hba();
        long lease =
                pools(config, primary.name())
                        .findFirst()
                        .orElse(config.global())
                        .number(Parameter.DEFAULT_LEASE_TIME);
        return new Pairing(primary.numbers(), secondary.numbers(), hba, lease);
    }

    private static Stream<Scope> pools(Config config, String peer) {
        return config.networks().stream()
                .flatMap(network -> network.pools().stream())
                .filter(pool -> peer.equals(pool.failoverPeer()))
                .map(pool -> pool.scope());
    }
}
