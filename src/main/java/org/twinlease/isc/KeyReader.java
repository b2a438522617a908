package org.twinlease.isc;

import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `key` and `zone`, whose contents this server does not use (`spec/dhcpd-conf.md` 3.6). They
/// are checked all the same, so that a file that passes here passes in dhcpd.
final class KeyReader {
    private static final Set<String> ALGORITHMS =
            Set.of(
                    "hmac-md5",
                    "hmac-sha1",
                    "hmac-sha224",
                    "hmac-sha256",
                    "hmac-sha384",
                    "hmac-sha512");

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=]*");
    private static final Set<String> SERVERS =
            Set.of("primary", "secondary", "primary6", "secondary6");

    private final Reader reader;

    KeyReader(Reader reader) {
        this.reader = reader;
    }

    /// What a key or zone block has given so far.
    private static final class Seen {
        boolean algorithm;
        boolean secret;
        boolean dropped;
        final Set<String> servers = new HashSet<>();
        boolean key;
    }

    void key(Statement s) {
        Cursor in = s.in();
        String name = in.seesString() ? in.next().text() : in.hostName("a name for the key");
        var seen = new Seen();
        int errors = reader.report().errors();
        reader.items(s, s.body(), item -> keyItem(item, seen));
        if (seen.dropped) return;
        boolean read = errors == reader.report().errors();
        if (read && !(seen.algorithm && seen.secret)) {
            reader.report()
                    .error(
                            s.tree(),
                            s.last(),
                            "key-incomplete",
                            "The key "
                                    + name
                                    + " has no "
                                    + (seen.algorithm ? "secret" : "algorithm")
                                    + "; dhcpd crashes on this.",
                            "Give it both an algorithm and a secret.");
        }
        reader.draft().keys.add(name.toLowerCase(Locale.ROOT));
        notActedOn(s, "The key " + name + " is not used: this server has no OMAPI or DNS updates.");
    }

    private void keyItem(Statement s, Seen seen) {
        Cursor in = s.in();
        if (seen.dropped) {
            in.skipRest();
            if (s.hasBlock()) s.body();
            else s.endHere();
            return;
        }
        if (in.sees("algorithm") ? seen.algorithm : in.sees("secret") && seen.secret) {
            throw in.misread("key-twice", "The key has this already.", "Keep one statement.");
        }
        if (in.skip("algorithm")) {
            int at = in.position();
            String name = in.hostName("an algorithm").toLowerCase(Locale.ROOT);
            if (!ALGORITHMS.contains(name.replaceAll("\\.sig-alg\\.reg\\.int\\.?$", ""))) {
                reader.report()
                        .warn(
                                s.tree(),
                                at,
                                "key-algorithm",
                                "dhcpd cannot use the algorithm " + name + ".",
                                Spelling.guess(name, ALGORITHMS, "Write hmac-sha256."));
            }
            seen.algorithm = true;
        } else if (in.skip("secret")) {
            secret(s, seen);
            seen.secret = true;
        } else {
            throw in.misread(
                    "key-statement-expected",
                    "Expected 'algorithm' or 'secret', found " + in.found() + ".",
                    "");
        }
    }

    private void secret(Statement s, Seen seen) {
        Cursor in = s.in();
        if (in.atEnd()) throw noSecret(s);
        var text = new StringBuilder();
        do text.append(in.next().text().replace("\0", ""));
        while (!in.atEnd() && BASE64.matcher(in.peek().text()).matches());
        String digits = text.toString();
        boolean whole = BASE64.matcher(digits).matches() && digits.matches("[^=]*=*");
        boolean even = digits.length() % 4 == 0;
        String values = digits.replace("=", "");
        if (!whole || !(even || leftOver(values) == 0)) throw notBase64(in.position() - 1, in);
        if (values.length() < 2) drop(s, seen);
    }

    /// dhcpd takes the semicolon for the secret, and all that could go on with it.
    private static Misread noSecret(Statement s) {
        int last = s.in().position();
        while (s.tree().token(last + 1).kind() != Token.Kind.END
                && BASE64.matcher(s.tree().token(last + 1).text()).matches()) {
            last++;
        }
        return notBase64(last, s.in());
    }

    private static Misread notBase64(int at, Cursor in) {
        return in.misreadAt(
                at,
                "bad-base64",
                "The secret is not base64.",
                "Write letters, digits, + and /, with = at the end where needed.");
    }

    /// A secret without an octet: dhcpd leaves the whole key out, without a word.
    private void drop(Statement s, Seen seen) {
        seen.dropped = true;
        reader.report()
                .warn(
                        s.tree(),
                        s.start(),
                        "secret-empty",
                        "The secret is empty; dhcpd leaves the key out.",
                        "Write at least 16 octets.");
    }

    /// The bits that the last character has and no octet takes: dhcpd wants them to be zero.
    private static int leftOver(String digits) {
        if (digits.isEmpty()) return 0;
        int last = ALPHABET.indexOf(digits.charAt(digits.length() - 1));
        return switch (digits.length() % 4) {
            case 1 -> last;
            case 2 -> last & 15;
            case 3 -> last & 3;
            default -> 0;
        };
    }

    void zone(Statement s) {
        String name = s.in().hostName("the name of the zone");
        var seen = new Seen();
        reader.items(s, s.body(), item -> zoneItem(item, seen));
        notActedOn(s, "The zone " + name + " is not used: this server does not update DNS.");
    }

    private void zoneItem(Statement s, Seen seen) {
        Cursor in = s.in();
        String word = in.peek().raw().toLowerCase(Locale.ROOT);
        if (SERVERS.contains(word) && !seen.servers.add(word)) {
            throw in.misreadBefore(
                    "zone-two-primaries", "The zone has this already.", "Keep one statement.");
        }
        if (SERVERS.contains(word)) {
            in.next();
            servers(s, word.endsWith("6"));
        } else if (in.skip("key")) {
            zoneKey(s, seen);
        } else {
            throw in.misread(
                    "zone-statement-expected",
                    "Expected primary, secondary or key, found " + in.found() + ".",
                    "");
        }
    }

    private void servers(Statement s, boolean six) {
        Cursor in = s.in();
        do {
            if (six) in.address6();
            else if (in.seesAddress()) in.address();
            else in.addressName("an address or a host name");
        } while (in.skip(","));
    }

    private void zoneKey(Statement s, Seen seen) {
        Cursor in = s.in();
        int at = in.position();
        String name = in.seesString() ? in.next().text() : in.hostName("the name of a key");
        if (seen.key) {
            throw in.misreadAt(at, "zone-two-keys", "The zone has a key already.", "Keep one.");
        }
        seen.key = true;
        if (!reader.draft().keys.contains(name.toLowerCase(Locale.ROOT))) {
            throw in.misreadAt(
                    at,
                    "unknown-key",
                    "No key " + name + " is declared before this line.",
                    Spelling.guess(name, reader.draft().keys, "Declare it first."));
        }
    }

    private void notActedOn(Statement s, String message) {
        reader.report().info(s.tree(), s.start(), "not-acted-on", message, "");
    }
}
