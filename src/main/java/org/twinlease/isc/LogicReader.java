package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the statements that are executed for a client: conditions, events, variables, logging
/// (`spec/dhcpd-conf.md` 3.8). They are kept in the tree and checked for their shape, and each
/// outermost one is reported as not acted on.
final class LogicReader {
    private static final Set<String> EVENTS = Set.of("commit", "expiry", "release", "transmission");

    private final Reader reader;

    LogicReader(Reader reader) {
        this.reader = reader;
    }

    /// The words that begin such statements, with their readers.
    Map<String, Consumer<Statement>> words() {
        Map<String, Consumer<Statement>> words = new HashMap<>();
        words.put("if", this::condition);
        words.put("elsif", this::otherwise);
        words.put("else", this::otherwise);
        words.put("switch", this::switchOn);
        words.put("case", this::caseLabel);
        words.put("on", this::event);
        words.put("define", this::define);
        words.put("set", this::set);
        words.put("unset", this::unset);
        for (String word : new String[] {"eval", "return"}) words.put(word, this::plain);
        for (String word : new String[] {"log", "execute"}) words.put(word, this::call);
        words.put("add", this::add);
        words.put("break", s -> notActedOn(s));
        words.put("parse-vendor-option", s -> notActedOn(s));
        return words;
    }

    private void condition(Statement s) {
        notActedOn(s);
        outerParenthesis(s.in());
        expression(s.in());
        body(s);
    }

    /// A parenthesis right behind `if` belongs to it and closes right before the brace.
    private void outerParenthesis(Cursor in) {
        if (!in.sees("(")) return;
        int start = in.position();
        int depth = 0;
        do {
            Token token = in.next();
            if (token.is("(")) depth++;
            if (token.is(")")) depth--;
        } while (depth > 0 && !in.atEnd());
        if (depth == 0 && !in.atEnd()) {
            throw in.misread(
                    "if-parenthesis",
                    "The parenthesis behind 'if' has to close right before '{'; found "
                            + in.found()
                            + " behind it.",
                    "Put the whole condition into one more pair of parentheses.");
        }
        in.moveTo(start);
    }

    private void otherwise(Statement s) {
        boolean elseIf = s.in().skip("if");
        if (!elseIf && s.tree().token(s.start()).is("else")) {
            body(s);
            return;
        }
        outerParenthesis(s.in());
        expression(s.in());
        body(s);
    }

    private void switchOn(Statement s) {
        notActedOn(s);
        expression(s.in());
        body(s);
    }

    private void caseLabel(Statement s) {
        Cursor in = s.in();
        if (s.context().place() != Place.BODY) {
            throw in.misreadAt(
                    s.start(), "case-outside-switch", "'case' stands in a switch only.", "");
        }
        while (!in.atEnd() && !in.sees(":")) in.next();
        in.expect(":", "colon-expected");
        s.endHere();
    }

    private void event(Statement s) {
        Cursor in = s.in();
        do {
            String word = in.peek().raw().toLowerCase(java.util.Locale.ROOT);
            if (in.atEnd() || !EVENTS.contains(word)) {
                throw in.misread(
                        "event-expected",
                        "Expected commit, expiry, release or transmission, found "
                                + in.found()
                                + ".",
                        Spelling.guess(word, EVENTS, ""));
            }
            in.next();
        } while (in.skip("or"));
        notActedOn(s);
        if (s.hasBlock()) body(s);
    }

    private void define(Statement s) {
        variable(s.in());
        notActedOn(s);
        if (s.in().skip("=")) {
            expression(s.in());
        } else {
            expression(s.in());
            body(s);
        }
    }

    private void set(Statement s) {
        variable(s.in());
        s.in().expect("=", "equals-expected");
        data(s.in());
        notActedOn(s);
    }

    private void unset(Statement s) {
        variable(s.in());
        notActedOn(s);
    }

    private static void variable(Cursor in) {
        Token.Kind kind = in.peek().kind();
        if (!in.atEnd() && (kind == Token.Kind.NAME || kind == Token.Kind.NUMBER_OR_NAME)) {
            in.next();
            return;
        }
        throw in.misread(
                "variable-expected",
                in.found() + " cannot be the name of a variable.",
                kind == Token.Kind.WORD ? "It is a keyword; put v_ before it." : "");
    }

    private void plain(Statement s) {
        expression(s.in());
        notActedOn(s);
    }

    private void call(Statement s) {
        s.in().expect("(", "parenthesis-expected");
        s.in().moveTo(s.start() + 1);
        expression(s.in());
        notActedOn(s);
    }

    private void add(Statement s) {
        s.in().string("class-name-expected", "the name of a class");
        notActedOn(s);
    }

    /// A word that is no keyword: a call of a function, a variable that does nothing, or a slip.
    void wordOrCall(Statement s, Set<String> known) {
        Cursor in = s.in();
        Token word = in.next();
        if (in.sees("(")) {
            expression(in);
            notActedOn(s);
        } else if (in.atEnd() && in.peek().is(";")) {
            reader.report()
                    .warn(
                            s.tree(),
                            s.start(),
                            "S21",
                            "The word " + word.quoted() + " by itself does nothing.",
                            Spelling.guess(word.raw(), known, "Remove it."));
        } else {
            throw in.misreadAt(
                    s.start(),
                    "unknown-statement",
                    "'" + word.raw() + "' is no statement that dhcpd knows.",
                    Spelling.guess(word.raw(), known, "Check its spelling."));
        }
    }

    private void body(Statement s) {
        reader.items(s, s.body(), s.context().inside(Place.BODY, new Level(null)));
    }

    /// Passes over an expression: something has to be there, and parentheses have to match.
    static void expression(Cursor in) {
        if (in.atEnd()) {
            throw in.misread(
                    "expression-expected", "Expected an expression, found " + in.found() + ".", "");
        }
        int depth = 0;
        while (!in.atEnd()) {
            if (in.sees("(")) depth++;
            if (in.sees(")") && --depth < 0) break;
            in.next();
        }
        if (depth == 0) return;
        throw in.misread(
                "parenthesis-expected",
                "The parentheses do not match; found " + in.found() + ".",
                depth > 0 ? "Add ')'." : "Remove ')'.");
    }

    /// Passes over an expression where data are wanted, and gives its octets if it is a constant:
    /// in such a place a number is one hexadecimal octet.
    static @Nullable Octets data(Cursor in) {
        Octets constant = null;
        if (in.seesString()) {
            constant = in.next().octets();
        } else if (!in.atEnd() && in.peek().isHexadecimal()) {
            constant = in.octetList();
            if (!in.atEnd()) {
                throw in.misread(
                        "number-is-data",
                        "A number at the start of a value is hexadecimal octets, so "
                                + in.found()
                                + " cannot follow.",
                        "Write encode-int(..., 32) around the arithmetic.");
            }
        }
        if (in.atEnd() && constant != null) return constant;
        expression(in);
        return null;
    }

    private void notActedOn(Statement s) {
        if (!s.context().acted()) return;
        Token first = s.tree().token(s.start());
        reader.report()
                .warn(
                        s.tree(),
                        s.start(),
                        "not-acted-on",
                        "Not acted on yet by this server: the statement at '" + first.raw() + "'.",
                        "What depends on it behaves as if it were not there.");
    }
}
