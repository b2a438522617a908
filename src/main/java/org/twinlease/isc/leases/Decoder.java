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
    private final List<String> lost = new ArrayList<>();

    /// Whether a dhcpd has lost its place and takes the next entry for the rest of a damaged one.
    private boolean losesNext;

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
        return new Decode(now, entries, damaged, lost);
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
        if (head > node.from()) {
            garbage(piece, node);
            losesNext = true;
        }
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
            if (losesNext) lost.add(String.valueOf(fields.getOrDefault("ip", word)));
            losesNext = false;
            entries.add(new Entry(word, line, end, fields));
        } catch (Misread misread) {
            if (word.equals("lease")) brokenLease(piece, block, head, misread);
            else damage(piece, head, words(misread));
        }
    }

    private void torn(ConfTree piece, ConfNode node, int head, String word) {
        if (!word.equals("lease") || !(node instanceof ConfNode.Block block)) {
            damage(piece, head, "line %d: the entry is not closed".formatted(last(piece)));
            return;
        }
        var kept = LeaseFields.asDhcpd(piece, block, head);
        String reason = "line %d: end of file inside the entry".formatted(last(piece));
        damaged.add(damagedLease(piece, head, reason, kept));
    }

    private static int last(ConfTree piece) {
        return piece.token(Math.max(0, piece.size() - 2)).line();
    }

    private void brokenLease(ConfTree piece, ConfNode.Block block, int head, Misread misread) {
        // A dhcpd ends over this word, so there is nothing that it keeps or loses.
        if (misread.problem().code().equals(LeaseFields.DEADLY)) {
            damage(piece, head, words(misread));
            return;
        }
        var kept = LeaseFields.asDhcpd(piece, block, head);
        damaged.add(damagedLease(piece, head, words(misread), kept));
        losesNext = !kept.isKept();
    }

    private Damage damagedLease(ConfTree piece, int head, String reason, LeaseFields.AsDhcpd read) {
        var fields = read.isKept() ? Decode.rewritten(read.fields(), now) : null;
        return new Damage(
                piece.token(head).line(), text(piece, head), reason, read.isKept(), fields);
    }

    private static String words(Misread misread) {
        return "line %d: %s".formatted(misread.problem().line(), misread.problem().message());
    }

    private void garbage(ConfTree piece, ConfNode node) {
        Token first = piece.token(node.from());
        String what = isNul(first) ? "NUL" : first.raw();
        damage(piece, node.from(), "line %d: no entry keyword: %s".formatted(first.line(), what));
        // A dhcpd looks for the next semicolon or closing brace, and may find it in the next entry.
        boolean open = node instanceof ConfNode.Simple simple && simple.end() == simple.to();
        losesNext |= open && !first.is("}");
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
