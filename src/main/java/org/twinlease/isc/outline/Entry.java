package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// One statement or block as written. Its head is the tokens from `from` (included) to `end`
/// (excluded), which is where the semicolon or the opening brace stands. The children of a block
/// are in order, those of an included file among them.
public final class Entry {
    private static final long WORD = 1L << 32;

    private final ConfTree tree;
    private final ConfNode node;
    private final int from;
    private final int end;
    private final @Nullable Entry parent;
    private final List<Entry> children = new ArrayList<>();
    private @Nullable Map<String, Entry> settings;

    Entry(ConfTree tree, ConfNode node, int from, int end, @Nullable Entry parent) {
        this.tree = tree;
        this.node = node;
        this.from = from;
        this.end = end;
        this.parent = parent;
    }

    void add(Entry child) {
        children.add(child);
    }

    public ConfTree tree() {
        return tree;
    }

    public ConfNode node() {
        return node;
    }

    public int from() {
        return from;
    }

    public int end() {
        return end;
    }

    /// The block around it; null at the outermost level.
    public @Nullable Entry parent() {
        return parent;
    }

    public List<Entry> children() {
        return children;
    }

    public boolean isBlock() {
        return node instanceof ConfNode.Block;
    }

    /// How many tokens the head has.
    public int length() {
        return end - from;
    }

    /// A token of the head, counted from its first.
    public Token token(int index) {
        return tree.token(from + index);
    }

    /// The first word in lower case; empty when the statement begins otherwise.
    public String word() {
        return word(0);
    }

    /// A word of the head in lower case; empty when there is another kind of token, or none.
    public String word(int index) {
        if (index >= length() || !token(index).isIdentifier()) return "";
        return token(index).raw().toLowerCase(Locale.ROOT);
    }

    /// Whether the head begins with these words.
    public boolean is(String... words) {
        for (int i = 0; i < words.length; i++) if (!word(i).equals(words[i])) return false;
        return true;
    }

    /// Walks over the head, from a token counted from its first.
    public Cursor cursor(int index) {
        return new Cursor(tree, from + index, end);
    }

    /// The number behind the first `index` tokens as dhcpd reads it, if it is all that stands
    /// there.
    public OptionalLong number(int index) {
        if (length() != index + 1) return OptionalLong.empty();
        String raw = token(index).raw();
        if (raw.equalsIgnoreCase("infinite")) return OptionalLong.of(WORD - 1);
        try {
            return OptionalLong.of(Long.decode(raw) & WORD - 1);
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// Whether a number is not what it looks like: octal, negative, or over 32 bits.
    public boolean isOddNumber(int index) {
        String raw = index < length() ? token(index).raw() : "";
        if (raw.matches("-[0-9]+|0[0-9]+|[0-9]{11,}")) return true;
        return raw.matches("[0-9]{10}") && Long.parseLong(raw) >= WORD;
    }

    /// The address behind the first `index` tokens; null when there is none.
    public @Nullable Ip4 address(int index) {
        if (index + 7 > length()) return null;
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            Token part = token(index + 2 * i);
            if (i > 0 && !token(index + 2 * i - 1).is(".")) return null;
            if (!part.raw().matches("[0-9]{1,3}")) return null;
            int octet = Integer.parseInt(part.raw());
            if (octet > 255) return null;
            bits = bits << 8 | octet;
        }
        return new Ip4(bits);
    }

    /// A string or word of the head, without quotes.
    public String text(int index) {
        return index < length() ? token(index).text() : "";
    }

    /// The head with single blanks, from a token counted from its first; strings keep their quotes.
    public String head(int index) {
        var text = new StringBuilder();
        for (int i = from + index; i < end; i++) {
            Token token = tree.token(i);
            boolean glued = i > from + index && token.trivia().isEmpty();
            if (!text.isEmpty() && !glued) text.append(' ');
            text.append(token.raw());
        }
        return text.toString();
    }

    /// The statement in one spelling, blanks, comments and the case of words apart; of a block, all
    /// that is in it.
    public String canonical() {
        var text = new StringBuilder();
        canonical(text);
        return text.toString();
    }

    private void canonical(StringBuilder text) {
        for (int i = from; i < end; i++) {
            Token token = tree.token(i);
            boolean string = token.kind() == Token.Kind.STRING;
            text.append(string ? token.raw() : token.raw().toLowerCase(Locale.ROOT)).append(' ');
        }
        if (!isBlock()) return;
        text.append("{ ");
        for (Entry child : children) child.canonical(text);
        text.append("} ");
    }

    /// What this block itself sets under a key (see [#key]); the last statement counts.
    public @Nullable Entry setting(String key) {
        return settings().get(key);
    }

    /// What this block itself sets, by key.
    public Map<String, Entry> settings() {
        if (settings == null) settings = index(children);
        return settings;
    }

    static Map<String, Entry> index(List<Entry> entries) {
        Map<String, Entry> found = new HashMap<>();
        for (Entry entry : entries) {
            String key = entry.key();
            if (!key.isEmpty()) found.put(key, entry);
        }
        return found;
    }

    /// What the statement sets: a parameter's name, `option NAME`, `option SPACE.NAME`, `allow
    /// NAME`, or `authoritative`. Empty for declarations.
    public String key() {
        if (isBlock() || length() == 0) return "";
        return switch (word()) {
            case "option", "supersede", "send" -> option();
            case "allow", "deny", "ignore" -> length() == 2 ? "allow " + word(1) : "";
            case "not" -> word(1);
            case "server-identifier" -> "option dhcp-server-identifier";
            default -> word();
        };
    }

    private String option() {
        if (is("option", "space")) return "";
        boolean qualified = length() > 2 && token(2).is(".");
        int name = qualified ? 3 : 1;
        if (word(name + 1).equals("code")) return "";
        boolean plain = !qualified || word(1).equals("dhcp");
        return "option " + (plain ? "" : word(1) + ".") + word(name);
    }

    /// Where an option statement's value begins, counted in tokens from the first.
    public int value() {
        boolean option = word().equals("option") || word().equals("supersede") || is("send");
        if (!option) return 1;
        return length() > 2 && token(2).is(".") ? 4 : 2;
    }

    /// The line as a message about a token of `seen` names it.
    public String line(Entry seen) {
        String line = "line " + token(0).line();
        return tree == seen.tree ? line : line + " of " + tree.name();
    }

    @Override
    public String toString() {
        return tree.name() + ":" + token(0).line() + ": " + head(0);
    }
}
