package org.twinlease.isc.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Groups tokens into statements and blocks by semicolons and braces alone, without recursion, so
/// that no input is too deep. Braces of a record type (`option x code 1 = { ... }`) belong to their
/// statement. A closing brace with nothing open is a statement of its own.
final class TreeBuilder {
    private record Open(int from, int brace, List<ConfNode> items) {}

    private final List<Token> tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private List<ConfNode> items = new ArrayList<>();
    private int start;
    private int at;

    TreeBuilder(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<ConfNode> build() {
        int end = tokens.size() - 1;
        while (at < end) {
            Token token = tokens.get(at);
            if (token.kind() != Token.Kind.PUNCTUATION) {
                at++;
            } else if (token.is(";")) {
                at++;
                simple(at - 1);
            } else if (token.is("{")) {
                openBrace(end);
            } else if (token.is("}")) {
                closeBrace();
            } else {
                at++;
            }
        }
        if (start < end) simple(end);
        while (!open.isEmpty()) close(-1);
        return items;
    }

    private void simple(int semicolon) {
        items.add(new ConfNode.Simple(start, semicolon, at));
        start = at;
    }

    private void openBrace(int end) {
        if (isRecord()) {
            do at++;
            while (at < end && !tokens.get(at).is("}") && !tokens.get(at).is(";"));
            if (tokens.get(at).is("}")) at++;
            return;
        }
        open.push(new Open(start, at, items));
        items = new ArrayList<>();
        at++;
        start = at;
    }

    /// Whether the brace opens the fields of an option definition.
    private boolean isRecord() {
        if (at == start || !tokens.get(start).is("option")) return false;
        Token before = tokens.get(at - 1);
        return before.is("=") || before.is("of");
    }

    private void closeBrace() {
        if (start < at) simple(at);
        if (open.isEmpty()) {
            at++;
            items.add(new ConfNode.Simple(start, at, at));
            start = at;
        } else {
            at++;
            close(at - 1);
            if (isKey() && tokens.get(at).is(";")) extendKey();
            start = at;
        }
    }

    private void close(int brace) {
        Open opened = open.pop();
        var block = new ConfNode.Block(opened.from, opened.brace, List.copyOf(items), brace, at);
        items = opened.items;
        items.add(block);
    }

    private boolean isKey() {
        ConfNode last = items.getLast();
        return tokens.get(last.from()).is("key");
    }

    /// BIND's habit: a semicolon behind the block of a key belongs to it.
    private void extendKey() {
        at++;
        if (items.removeLast() instanceof ConfNode.Block key) {
            items.add(new ConfNode.Block(key.from(), key.open(), key.items(), key.close(), at));
        }
    }
}
