package org.twinlease.isc.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Pool;
import org.twinlease.config.SharedNetwork;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.value.Octets;
import org.twinlease.wire.omapi.OmapiAlgorithm;
import org.twinlease.wire.omapi.OmapiKey;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// How a dhcpd's OMAPI is asked, out of its dhcpd.conf or of a file with nothing but the key: OMAPI
/// lists nothing, so that names and addresses must be known before. `peers` is null where the file
/// does not tell; `trouble` is what is wrong with the key, in a sentence, and null when nothing is.
public record DhcpdAccess(
        @Nullable OmapiKey key,
        @Nullable List<String> peers,
        List<Ranges> pools,
        @Nullable String trouble) {

    /// The ranges of a pool, with the network that they are in.
    public record Ranges(String network, Pool pool) {}

    /// Of a server of which nothing is known, and which wants no key.
    public static final DhcpdAccess NONE = new DhcpdAccess(null, null, List.of(), null);

    /// Takes copies of the lists.
    public DhcpdAccess {
        peers = peers == null ? null : List.copyOf(peers);
        pools = List.copyOf(pools);
    }

    /// The same, about one failover peer.
    public DhcpdAccess about(String peer) {
        return new DhcpdAccess(key, List.of(peer), pools, trouble);
    }

    /// What a file says that was read as a dhcpd.conf.
    public static DhcpdAccess of(DhcpdConf.Reading reading) {
        Outline outline = Outline.of(reading.files());
        Config config = reading.config();
        List<Ranges> pools = new ArrayList<>();
        for (SharedNetwork network : config.networks()) {
            for (Pool pool : network.pools()) {
                if (!pool.ranges().isEmpty()) pools.add(new Ranges(network.name(), pool));
            }
        }
        List<String> peers = config.peers().stream().map(FailoverPeer::name).toList();
        boolean whole = !config.networks().isEmpty() || !peers.isEmpty();
        List<String> known = whole ? peers : null;
        List<Entry> keys =
                outline.all().stream().filter(each -> each.is("key") && each.isBlock()).toList();
        Entry used = outline.setting("omapi-key");
        if (used != null) {
            String name = used.text(1);
            keys = keys.stream().filter(key -> key.text(1).equalsIgnoreCase(name)).toList();
            if (keys.isEmpty()) {
                return new DhcpdAccess(
                        null,
                        known,
                        pools,
                        "it has no key \"" + name + "\", which omapi-key names");
            }
        } else if (outline.setting("omapi-port") != null) {
            return new DhcpdAccess(null, known, pools, null);
        }
        if (keys.isEmpty()) {
            return new DhcpdAccess(
                    null, known, pools, "there is no key { algorithm ...; secret ...; } in it");
        }
        if (keys.size() > 1) {
            return new DhcpdAccess(
                    null,
                    known,
                    pools,
                    "there are several keys in it; say which by omapi-key, or leave one");
        }
        return withKey(keys.getFirst(), known, pools);
    }

    private static DhcpdAccess withKey(
            Entry entry, @Nullable List<String> peers, List<Ranges> pools) {
        String name = entry.text(1);
        Entry word = entry.setting("algorithm");
        OmapiAlgorithm algorithm = word == null ? null : OmapiAlgorithm.ofWord(word.head(1));
        if (algorithm == null) {
            String why = " has no algorithm that dhcpd knows; write 'algorithm hmac-sha256;'";
            return new DhcpdAccess(null, peers, pools, "the key \"" + name + "\"" + why);
        }
        Octets secret = secret(entry.setting("secret"));
        if (secret.length() == 0) {
            String why = " has no secret in base64";
            return new DhcpdAccess(null, peers, pools, "the key \"" + name + "\"" + why);
        }
        return new DhcpdAccess(new OmapiKey(name, algorithm, secret), peers, pools, null);
    }

    private static Octets secret(@Nullable Entry entry) {
        if (entry == null) return Octets.EMPTY;
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < entry.length(); i++) text.append(entry.text(i));
        try {
            return Octets.of(Base64.getDecoder().decode(text.toString()));
        } catch (IllegalArgumentException notBase64) {
            return Octets.EMPTY;
        }
    }
}
