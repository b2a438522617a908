package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.EntryPieces;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Reads a lease file piece by piece ([EntryPieces]). An entry without its closing brace is never
/// taken: nothing was promised to a client by it.
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

    private final String name;
    private final byte[] octets;
    private final LeaseFields fields;
    private final PairFields pairFields;
    private final Report report = new Report();
    private final Map<Ip4, Lease> leases = new LinkedHashMap<>();
    private final Map<String, PairState> pairs = new LinkedHashMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final History history = new History();

    /// What the entries behind the first one of a known address say of clients.
    private static final class History {
        private long from;
        private long to;
        private int came;
        private int renewed;

        void add(@Nullable Lease before, Lease lease) {
            if (before == null && from == 0) return;
            long at = Math.max(lease.starts(), lease.cltt());
            if (at == 0) return;
            from = from == 0 ? at : Math.min(from, at);
            to = Math.max(to, at);
            if (lease.state() != BindingState.ACTIVE) return;
            if (before == null
                    || !Objects.equals(before.hardware(), lease.hardware())
                    || !Objects.equals(before.clientId(), lease.clientId())) {
                came++;
            } else if (before.state() == BindingState.ACTIVE && before.cltt() != lease.cltt()) {
                renewed++;
            }
        }

        LeasesFile.History view() {
            return new LeasesFile.History(from, to, came, renewed);
        }
    }

    LeaseReader(String name, byte[] octets, long now) {
        this.name = name;
        this.octets = octets;
        this.fields = new LeaseFields(report, now);
        this.pairFields = new PairFields(now);
    }

    LeasesFile.Reading read() {
        var words = new HashSet<>(ENTRIES);
        words.addAll(VERSION_6);
        var pieces = new EntryPieces(name, octets, words);
        var quick = new QuickEntry(octets);
        while (true) {
            Lease lease = quick.read(pieces.position());
            if (lease != null) {
                history.add(leases.put(lease.address(), lease), lease);
                pieces.skip(quick.end(), quick.lines());
                continue;
            }
            ConfTree piece = pieces.next(this::isOneEntry);
            if (piece == null) break;
            entries(piece);
        }
        return new LeasesFile.Reading(
                new ArrayList<>(leases.values()),
                new ArrayList<>(pairs.values()),
                report.sorted(),
                skipped,
                history.view());
    }

    private static boolean isEntry(String word) {
        return ENTRIES.contains(word) || VERSION_6.contains(word);
    }

    private boolean isOneEntry(ConfTree piece) {
        ConfNode only = piece.items().getFirst();
        if (!(only instanceof ConfNode.Block block) || piece.hasFault(only)) return false;
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
        if (!(node instanceof ConfNode.Block block) || piece.hasFault(node)) {
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
            if (lease != null) history.add(leases.put(lease.address(), lease), lease);
        } catch (Misread misread) {
            damaged(
                    piece,
                    node,
                    word + "-damaged",
                    "Line " + misread.problem().line() + ": " + misread.problem().message());
        }
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
