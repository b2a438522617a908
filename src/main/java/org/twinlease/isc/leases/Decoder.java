package org.twinlease.isc.leases;

import org.twinlease.isc.leases.Decode.Damage;
import org.twinlease.isc.leases.Decode.Entry;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.EntryPieces;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Goes through a lease file and takes what is whole; of the rest it says what a dhcpd would make
/// of it (`spec/dhcpd-leases.md` 12).
final class Decoder {
    private static final Set<String> BLOCKS =
            Set.of("lease", "failover", "host", "group", "class", "subclass");
    private static final Set<String> LINES = Set.of("server-duid", "authoring-byte-order");
    private static final Set<String> VERSION_6 = Set.of("ia-na", "ia-ta", "ia-pd");

    private final String name;
    private final byte[] octets;
    private final long now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Damage> damaged = new ArrayList<>();
    private final List<Torn> leases = new ArrayList<>();

    /// A lease entry that is not whole, and where its damage stands in the list.
    private record Torn(int damage, int line) {}

    Decoder(String name, byte[] octets, long now) {
        this.name = name;
        this.octets = octets;
        this.now = now;
    }

    Decode decode() {
        Set<String> words = new HashSet<>(BLOCKS);
        words.addAll(LINES);
        words.addAll(VERSION_6);
        var pieces = new EntryPieces(name, octets, words);
        for (ConfTree piece = pieces.next(Decoder::isLease);
                piece != null;
                piece = pieces.next(Decoder::isLease)) {
            boolean garbage = false;
            for (ConfNode node : piece.items()) garbage = item(piece, node, garbage);
        }
        if (damaged.isEmpty()) return new Decode(now, entries, damaged, List.of());
        DhcpdWalk dhcpd = DhcpdWalk.through(name, octets);
        if (!dhcpd.ended()) leases.forEach(torn -> keep(torn, dhcpd));
        return new Decode(now, entries, damaged, lost(dhcpd));
    }

    /// Says of a damaged lease what a dhcpd keeps of it.
    private void keep(Torn torn, DhcpdWalk dhcpd) {
        Damage damage = damaged.get(torn.damage());
        Map<String, Object> fields = dhcpd.lease(torn.line());
        Map<String, Object> kept = fields == null ? null : Decode.rewritten(fields, now);
        if (kept != null && isUnused(kept)) kept.keySet().retainAll(Set.of("ip", "bindingState"));
        damaged.set(
                torn.damage(),
                new Damage(damage.line(), damage.text(), damage.reason(), kept != null, kept));
    }

    /// Whether a dhcpd writes nothing of a lease.
    private static boolean isUnused(Map<String, Object> kept) {
        return "free".equals(kept.get("bindingState"))
                && !kept.containsKey("hardware")
                && !kept.containsKey("uidHex")
                && !kept.containsKey("tsfp");
    }

    /// The whole leases that a dhcpd passes over because it has lost its place.
    private List<String> lost(DhcpdWalk dhcpd) {
        if (dhcpd.ended()) return List.of();
        return entries.stream()
                .filter(e -> e.kind().equals("lease") && dhcpd.lease(e.line()) == null)
                .map(e -> String.valueOf(e.fields().get("ip")))
                .toList();
    }

    private static boolean isLease(ConfTree piece) {
        if (!(piece.items().getFirst() instanceof ConfNode.Block block)) return false;
        if (!piece.token(block.from()).is("lease") || piece.hasFault(block)) return false;
        try {
            return !LeaseFields.strict(piece, block, block.from()).isEmpty();
        } catch (Misread _) {
            return false;
        }
    }

    /// `garbage`: whether the node before was garbage, which is said once; whether this one is.
    private boolean item(ConfTree piece, ConfNode node, boolean garbage) {
        int head = head(piece, node);
        String word = word(piece, head);
        if (VERSION_6.contains(word)) {
            damage(piece, node.from(), "entry of a DHCPv6 server");
            return false;
        }
        if (!BLOCKS.contains(word) && !LINES.contains(word)) {
            if (!garbage) garbage(piece, node);
            return true;
        }
        if (head > node.from()) garbage(piece, node);
        if (LINES.contains(word)) line(piece, node, head, word);
        else block(piece, node, head, word);
        return false;
    }

    private static String word(ConfTree piece, int at) {
        return piece.token(at).raw().toLowerCase(Locale.ROOT);
    }

    /// The token at which the entry begins: garbage before it is passed over.
    private static int head(ConfTree piece, ConfNode node) {
        int at = node.from();
        while (at < node.to() - 1 && piece.token(at).kind() == Token.Kind.PUNCTUATION) at++;
        String word = word(piece, at);
        return BLOCKS.contains(word) || LINES.contains(word) ? at : node.from();
    }

    private void line(ConfTree piece, ConfNode node, int head, String word) {
        try {
            Map<String, Object> fields = OtherEntries.line(piece, node, head, word);
            entries.add(new Entry(word, piece.token(head).line(), -1, fields));
        } catch (Misread misread) {
            damage(piece, head, words(misread));
        }
    }

    private void block(ConfTree piece, ConfNode node, int head, String word) {
        if (!(node instanceof ConfNode.Block block) || block.close() < 0 || piece.hasFault(node)) {
            torn(piece, node, head, word);
            return;
        }
        int line = piece.token(head).line();
        int end = piece.token(block.close()).line();
        try {
            Map<String, Object> fields =
                    word.equals("lease")
                            ? LeaseFields.strict(piece, block, head)
                            : OtherEntries.block(piece, block, head, word, now);
            entries.add(new Entry(word, line, end, fields));
        } catch (Misread misread) {
            if (word.equals("lease")) leases.add(new Torn(damaged.size(), line));
            damage(piece, head, words(misread));
        }
    }

    private void torn(ConfTree piece, ConfNode node, int head, String word) {
        boolean lease = word.equals("lease") && node instanceof ConfNode.Block;
        if (lease) leases.add(new Torn(damaged.size(), piece.token(head).line()));
        String what = lease ? "end of file inside the entry" : "the entry is not closed";
        damage(piece, head, "line %d: %s".formatted(last(piece), what));
    }

    private static int last(ConfTree piece) {
        return piece.token(Math.max(0, piece.size() - 2)).line();
    }

    private static String words(Misread misread) {
        return "line %d: %s".formatted(misread.problem().line(), misread.problem().message());
    }

    private void garbage(ConfTree piece, ConfNode node) {
        Token first = piece.token(node.from());
        String what = isNul(first) ? "NUL" : first.raw();
        damage(piece, node.from(), "line %d: no entry keyword: %s".formatted(first.line(), what));
    }

    private static boolean isNul(Token token) {
        return !token.raw().isEmpty() && token.raw().charAt(0) == 0;
    }

    private void damage(ConfTree piece, int at, String reason) {
        int line = piece.token(at).line();
        damaged.add(new Damage(line, text(piece, at), reason, null, null));
    }

    /// The line that a token begins, from there on.
    private String text(ConfTree piece, int at) {
        if (isNul(piece.token(at))) return "(NUL octets)";
        var text = new StringBuilder(piece.token(at).raw());
        for (int i = at + 1; i < piece.size(); i++) {
            Token token = piece.token(i);
            if (token.line() != piece.token(at).line()) break;
            text.append(token.trivia()).append(token.raw());
        }
        int end = text.indexOf("\n");
        return (end < 0 ? text : text.substring(0, end)).toString().strip();
    }
}
