package org.twinlease.isc.lint;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Site;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Rules about the server as a whole: what it runs, its keys and its control port.
final class ServerRules {
    private static final Set<String> RUN = Set.of("log", "execute", "if", "set");
    private static final Set<String> BODIES =
            Set.of("if", "elsif", "else", "switch", "on", "define");
    private static final int SHORTEST_SECRET = 16;

    private ServerRules() {}

    static void global(Site site, Findings out) {
        for (Entry entry : site.outline().top()) {
            if (!RUN.contains(entry.word())) continue;
            out.at(
                    entry,
                    "'"
                            + entry.word()
                            + "' at the top level runs at every start and at every dhcpd -t, not"
                            + " only for clients.",
                    entry.is("if") ? "" : "Put it into an 'on commit' block if that is meant.");
        }
    }

    static void openOmapi(Site site, Findings out) {
        Entry port = site.outline().setting("omapi-port");
        if (port == null || site.outline().setting("omapi-key") != null) return;
        out.at(
                port,
                "omapi-port "
                        + port.text(1)
                        + " is open on all addresses without a key: whoever reaches it controls the"
                        + " server, its leases and its failover state.",
                "Add 'omapi-key NAME;' with a key of hmac-sha256.");
    }

    static void noOmapi(Site site, Findings out) {
        if (site.peers().isEmpty()) return;
        boolean port = site.outline().setting("omapi-port") != null;
        if (port && site.outline().setting("omapi-key") != null) return;
        Entry peer = site.peers().values().iterator().next().entry();
        out.at(
                peer,
                "Without "
                        + (port ? "omapi-key" : "omapi-port and omapi-key")
                        + " nobody can tell this server that its partner is down: that takes a"
                        + " restart and an edit of the lease file.",
                "Add a key, 'omapi-port 7911;' and 'omapi-key NAME;'.");
    }

    static void weakKey(Site site, Findings out) {
        Entry used = site.outline().setting("omapi-key");
        String omapi = used == null ? "" : used.text(1);
        for (Entry key : site.outline().all()) {
            if (!key.is("key") || !key.isBlock()) continue;
            String name = key.text(1);
            Entry secret = key.setting("secret");
            int octets = secret == null ? -1 : octets(secret);
            if (secret != null && octets >= 0 && octets < SHORTEST_SECRET) {
                out.at(
                        secret,
                        "The secret of the key "
                                + name
                                + " has "
                                + octets
                                + " octets; guessing it takes less than it should.",
                        "Use at least "
                                + SHORTEST_SECRET
                                + " random octets, as from 'tsig-keygen'.");
            }
            Entry algorithm = key.setting("algorithm");
            if (algorithm == null || name.equalsIgnoreCase(omapi)) continue;
            if (!algorithm.head(1).toLowerCase(Locale.ROOT).startsWith("hmac-md5")) continue;
            out.at(
                    algorithm,
                    "The key " + name + " uses hmac-md5, which no longer protects DNS updates.",
                    "Write 'algorithm hmac-sha256;' here and at the DNS server.");
        }
    }

    private static int octets(Entry secret) {
        var text = new StringBuilder();
        for (int i = 1; i < secret.length(); i++) text.append(secret.text(i));
        try {
            return Base64.getDecoder().decode(text.toString()).length;
        } catch (IllegalArgumentException _) {
            return -1;
        }
    }

    static void crash(Site site, Findings out) {
        for (Entry entry : site.outline().all()) {
            boolean kind = entry.is("key") || entry.is("zone") || entry.is("db-time-format");
            Entry body = entry.parent();
            if (!kind || body == null || !BODIES.contains(body.word())) continue;
            Entry behind = behind(body.children(), entry);
            String what = "'" + entry.word() + "' in the body of '" + body.word() + "'";
            if (behind == null) {
                out.warn(
                        entry,
                        what + " makes dhcpd crash as soon as another statement stands behind it.",
                        "Move it to the top level.");
            } else {
                out.at(
                        entry,
                        what
                                + " makes dhcpd crash at the statement of "
                                + behind.line(entry)
                                + " behind it.",
                        "Move it to the top level.");
            }
        }
    }

    private static @Nullable Entry behind(List<Entry> siblings, Entry entry) {
        int at = siblings.indexOf(entry);
        return at + 1 < siblings.size() ? siblings.get(at + 1) : null;
    }
}
