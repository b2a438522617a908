package org.twinlease.isc.tree;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One configuration file as a lossless tree: every octet of the file, comments, blanks and broken
/// statements included, belongs to exactly one token, so that one thing can be changed and all else
/// stays as it was written (`spec/dhcpd-conf.md` section 13). The tree knows blocks and statements
/// only by their braces and semicolons; what they mean is for the readers.
public final class ConfTree {
    private final String name;
    private final List<Token> tokens;
    private final List<ConfNode> items;
    private int @Nullable [] offsets;

    private ConfTree(String name, List<Token> tokens, List<ConfNode> items) {
        this.name = name;
        this.tokens = tokens;
        this.items = items;
    }

    /// The tree of any octets; never fails.
    public static ConfTree of(String name, byte[] octets) {
        List<Token> tokens = Lexer.lex(octets);
        return new ConfTree(name, tokens, new TreeBuilder(tokens).build());
    }

    /// The tree of a part of a file, whose first line is counted as `firstLine`.
    public static ConfTree of(String name, byte[] octets, int from, int to, int firstLine) {
        List<Token> tokens = Lexer.lex(octets, from, to, firstLine);
        return new ConfTree(name, tokens, new TreeBuilder(tokens).build());
    }

    /// The name that messages about this file carry.
    public String name() {
        return name;
    }

    /// The octets of the file, put together again from the tokens.
    public byte[] bytes() {
        var text = new StringBuilder();
        for (Token token : tokens) text.append(token.trivia()).append(token.raw());
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The file after those of the edits that are about it; this one where none is.
    public ConfTree with(List<Edit> edits) {
        boolean touched = edits.stream().anyMatch(edit -> edit.file().equals(name()));
        return touched ? of(name(), Edit.apply(name(), bytes(), edits)) : this;
    }

    /// The text of a line, counted from 1, without its end; empty where the file has none such.
    public String line(int number) {
        String[] lines = new String(bytes(), StandardCharsets.ISO_8859_1).split("\n", -1);
        return number < 1 || number > lines.length ? "" : lines[number - 1].replace("\r", "");
    }

    /// The statements and blocks of the outermost level, in order.
    public List<ConfNode> items() {
        return items;
    }

    public Token token(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1));
    }

    public int size() {
        return tokens.size();
    }

    /// The tokens `from` up to `to`, as they are written, with one blank where there is any space.
    public String source(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = token(i);
            if (!token.trivia().isEmpty() && !text.isEmpty()) text.append(' ');
            text.append(token.raw());
        }
        return text.toString();
    }

    /// Whether a token of a node could not be read, such as a string without an end.
    public boolean hasFault(ConfNode node) {
        for (int i = node.from(); i < node.to(); i++) {
            if (token(i).fault() != null) return true;
        }
        return false;
    }

    /// Where in the octets of the file (or part of a file) a token begins, behind its trivia.
    public int offset(int index) {
        int[] known = offsets;
        if (known == null) {
            known = new int[tokens.size()];
            int at = 0;
            for (int i = 0; i < known.length; i++) {
                Token token = tokens.get(i);
                known[i] = at + token.trivia().length();
                at = known[i] + token.raw().length();
            }
            offsets = known;
        }
        return known[Math.min(index, known.length - 1)];
    }

    /// Where a token ends: the offset of the first octet that is no longer its own.
    public int end(int index) {
        return offset(index) + token(index).raw().length();
    }
}
