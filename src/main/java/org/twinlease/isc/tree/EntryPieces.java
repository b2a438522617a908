package org.twinlease.isc.tree;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// A file of entries in pieces that each begin with a line whose first word begins an entry, so
/// that damage costs the entry that it is in and no other (`spec/dhcpd-leases.md` 12).
public final class EntryPieces {
    private static final int LONGEST_WORD = 20;

    private final String name;
    private final byte[] octets;
    private final Set<String> words;
    private int line = 1;
    private int from;

    /// `words`: those that begin an entry, in lower case.
    public EntryPieces(String name, byte[] octets, Set<String> words) {
        this.name = name;
        this.octets = octets;
        this.words = words;
    }

    /// Where the next piece begins.
    public int position() {
        return from;
    }

    /// Passes over an entry that was read by other means: up to where it ends, and so many lines.
    public void skip(int to, int lines) {
        from = to;
        line += lines;
    }

    /// The next piece; null at the end. One that ends inside a block may go on in what looks like
    /// another entry and stands in a string: `isWhole` says whether it is one entry then.
    public @Nullable ConfTree next(Predicate<ConfTree> isWhole) {
        if (from >= octets.length) return null;
        int to = nextEntry(from);
        ConfTree piece = ConfTree.of(name, octets, from, to, line);
        if (isOpen(piece) && to < octets.length) {
            int further = nextEntry(to);
            ConfTree longer = ConfTree.of(name, octets, from, further, line);
            if (longer.items().size() == 1 && !isOpen(longer) && isWhole.test(longer)) {
                piece = longer;
                to = further;
            }
        }
        for (int i = from; i < to; i++) if (octets[i] == '\n') line++;
        from = to;
        return piece;
    }

    /// Whether an entry of the piece has no end.
    private static boolean isOpen(ConfTree piece) {
        for (ConfNode node : piece.items()) {
            if (node instanceof ConfNode.Block block && block.close() < 0) return true;
        }
        return false;
    }

    /// Where the next line after `start` stands that begins with the word of an entry.
    private int nextEntry(int start) {
        for (int i = start; i < octets.length; i++) {
            if (octets[i] == '\n' && words.contains(word(i + 1))) return i + 1;
        }
        return octets.length;
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
}
