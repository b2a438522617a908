package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads a lease file piece by piece. A piece begins with a line whose first word begins an entry,
/// so damage costs the entry that it is in and no other (`spec/dhcpd-leases.md` 12). An entry
/// without its closing brace is never taken: nothing was promised to a client by it.
final class LeaseReader {
    private static final Set<String> ENTRIES =
            Set.of(
                    "lease",
                    "failover",
                    "host",
                    "group",
                    "class",
                    "subclass",
                    "server-duid",
                    "authoring-byte-order");
    private static final Set<String> VERSION_6 = Set.of("ia-na", "ia-ta", "ia-pd");
    private static final int LONGEST_WORD = 20;

    private final String name;
    private final byte[] octets;
    private final LeaseFields fields;
    private final PairFields pairFields;
    private final Report report = new Report();
    private final Map<Ip4, Lease> leases = new LinkedHashMap<>();
    private final Map<String, PairState> pairs = new LinkedHashMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int line = 1;

    LeaseReader(String name, byte[] octets, long now) {
        this.name = name;
        this.octets = octets;
        this.fields = new LeaseFields(report, now);
        this.pairFields = new PairFields(now);
    }

    LeasesFile.Reading read() {
        int from = 0;
        while (from < octets.length) {
            int to = nextEntry(from);
            ConfTree piece = ConfTree.of(name, octets, from, to, line);
            if (isOpen(piece) && to < octets.length) {
                int further = nextEntry(to);
                ConfTree longer = ConfTree.of(name, octets, from, further, line);
                if (isOneEntry(longer)) {
                    piece = longer;
                    to = further;
                }
            }
            entries(piece);
            for (int i = from; i < to; i++) if (octets[i] == '\n') line++;
            from = to;
        }
        return new LeasesFile.Reading(
                new ArrayList<>(leases.values()),
                new ArrayList<>(pairs.values()),
                report.sorted(),
                skipped);
    }

    /// Where the next line after `from` stands that begins with the word of an entry.
    private int nextEntry(int from) {
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == '\n' && isEntry(word(i + 1))) return i + 1;
        }
        return octets.length;
    }

    private static boolean isEntry(String word) {
        return ENTRIES.contains(word) || VERSION_6.contains(word);
    }

    private String word(int at) {
        int end = at;
        while (end < octets.length && end - at <= LONGEST_WORD && isWord(octets[end])) end++;
        var text = new StringBuilder();
        for (int i = at; i < end; i++) text.append((char) octets[i]);
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isWord(byte octet) {
        return octet == '-' || (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }

    /// Whether the piece ends inside a block or a string: its string may hold a line that looks
    /// like an entry.
    private static boolean isOpen(ConfTree piece) {
        for (ConfNode node : piece.items()) {
            if (node instanceof ConfNode.Block block && block.close() < 0) return true;
        }
        return false;
    }

    private boolean isOneEntry(ConfTree piece) {
        if (piece.items().size() != 1 || isOpen(piece)) return false;
        ConfNode only = piece.items().getFirst();
        if (!(only instanceof ConfNode.Block block) || hasFault(piece, only)) return false;
        try {
            return fields.lease(piece, block, head(piece, only)) != null;
        } catch (Misread _) {
            return false;
        }
    }

    private void entries(ConfTree piece) {
        boolean garbage = false;
        for (ConfNode node : piece.items()) {
            int head = head(piece, node);
            String word = piece.token(head).raw().toLowerCase(Locale.ROOT);
            if (VERSION_6.contains(word)) {
                damaged(piece, node, "dhcpv6-entry", "It is an entry of a DHCPv6 server.");
            } else if (ENTRIES.contains(word)) {
                if (head > node.from()) garbage(piece, node);
                entry(piece, node, head, word);
                garbage = false;
            } else if (!garbage) {
                garbage(piece, node);
                garbage = true;
            }
        }
    }

    private void garbage(ConfTree piece, ConfNode node) {
        damaged(piece, node, "no-entry", "No entry begins so.");
    }

    /// The token at which the entry begins: garbage before it is passed over.
    private static int head(ConfTree piece, ConfNode node) {
        int at = node.from();
        while (at < node.to() - 1 && piece.token(at).kind() == Token.Kind.PUNCTUATION) at++;
        return isEntry(piece.token(at).raw().toLowerCase(Locale.ROOT)) ? at : node.from();
    }

    private void entry(ConfTree piece, ConfNode node, int head, String word) {
        boolean pair = word.equals("failover");
        if (!pair && !word.equals("lease")) {
            skipped.merge(word, 1, Integer::sum);
            return;
        }
        if (!(node instanceof ConfNode.Block block) || hasFault(piece, node)) {
            damaged(piece, node, word + "-damaged", "A string or the block in it is not closed.");
            return;
        }
        if (block.close() < 0) {
            damaged(
                    piece,
                    node,
                    word + "-torn",
                    "The file ends inside it, so it was never acknowledged.");
            return;
        }
        try {
            if (pair) {
                PairState state = pairFields.pair(piece, block, head);
                pairs.put(state.name(), state);
                return;
            }
            Lease lease = fields.lease(piece, block, head);
            if (lease != null) leases.put(lease.address(), lease);
        } catch (Misread misread) {
            damaged(
                    piece,
                    node,
                    word + "-damaged",
                    "Line " + misread.problem().line() + ": " + misread.problem().message());
        }
    }

    private static boolean hasFault(ConfTree piece, ConfNode node) {
        for (int i = node.from(); i < node.to(); i++) {
            if (piece.token(i).fault() != null) return true;
        }
        return false;
    }

    private void damaged(ConfTree piece, ConfNode node, String code, String reason) {
        int at = node.from();
        Token first = piece.token(at);
        @Nullable String address = first.is("lease") ? address(piece, at) : null;
        report.error(
                piece,
                at,
                code,
                (address == null
                                ? "Something beginning with " + first.quoted() + " is left out. "
                                : "The entry of lease " + address + " is left out. ")
                        + reason,
                "Keep the file, and check the entry by hand.");
    }

    private static @Nullable String address(ConfTree piece, int at) {
        try {
            return new Cursor(piece, at + 1, piece.size()).address().toString();
        } catch (Misread _) {
            return null;
        }
    }
}
