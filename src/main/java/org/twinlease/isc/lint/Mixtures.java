package org.twinlease.isc.lint;

import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.Token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Rules about operators whose precedence is not what it looks like, and about regular expressions.
final class Mixtures {
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
    private static final Set<String> BITS = Set.of("&", "|", "^");

    private Mixtures() {}

    /// The operators of one pair of parentheses, as bits; `told` once its mixture has been.
    private static final class Level {
        private int seen;
        private boolean told;
    }

    /// Which operator a token is, as a bit; 0 for none that matters.
    @FunctionalInterface
    private interface Kinds {
        int of(Token token);
    }

    /// Something found at a token of a formula.
    @FunctionalInterface
    private interface Found {
        void at(Formula formula, int index);
    }

    private static void mixed(Site site, Kinds kinds, Found found) {
        for (Formula formula : Formula.all(site)) {
            Deque<Level> open = new ArrayDeque<>();
            var level = new Level();
            for (int i = formula.from(); i < formula.to(); i++) {
                Token token = formula.token(i);
                if (token.kind() == Token.Kind.STRING) continue;
                if (token.is("(")) {
                    open.push(level);
                    level = new Level();
                } else if (token.is(")")) {
                    level = open.isEmpty() ? new Level() : open.pop();
                } else if (token.is(",")) {
                    level = new Level();
                } else {
                    level.seen |= kinds.of(token);
                    boolean mixture = Integer.bitCount(level.seen) > 1;
                    if (mixture && !level.told) found.at(formula, i);
                    level.told |= mixture;
                }
            }
        }
    }

    static void arithmetic(Site site, Findings out) {
        mixed(
                site,
                token -> {
                    if (token.kind() != Token.Kind.PUNCTUATION) return 0;
                    if (token.raw().equals("+")) return 1;
                    return PRODUCTS.contains(token.raw()) ? 2 : BITS.contains(token.raw()) ? 4 : 0;
                },
                (formula, i) ->
                        out.at(
                                formula.entry(),
                                i,
                                "'"
                                        + formula.token(i).raw()
                                        + "' is mixed with another operator: dhcpd takes & | ^"
                                        + " first, then +, and * / % last, so 1 + 2 * 3 is 9.",
                                "Put parentheses around what belongs together."));
    }

    static void logic(Site site, Findings out) {
        mixed(
                site,
                token -> token.is("and") ? 1 : token.is("or") ? 2 : 0,
                (formula, i) ->
                        out.at(
                                formula.entry(),
                                i,
                                "'and' and 'or' are mixed without parentheses; how they group"
                                        + " depends on what stands between them.",
                                "Write parentheses, as in (A and B) or C."));
    }

    static void regex(Site site, Findings out) {
        for (Formula formula : Formula.all(site)) {
            for (int i = formula.from(); i + 2 < formula.to(); i++) {
                boolean operator =
                        formula.token(i).is("~")
                                && (formula.token(i + 1).is("=") || formula.token(i + 1).is("~"));
                Token right = formula.token(i + 2);
                if (!operator || right.kind() != Token.Kind.STRING) continue;
                String fault = PosixRegex.fault(right.octets().text());
                if (fault.isEmpty()) continue;
                out.at(
                        formula.entry(),
                        i + 2,
                        right.quoted()
                                + " is no POSIX regular expression ("
                                + fault
                                + "): the comparison is false for every client, without a word.",
                        "Correct it; a character that means itself takes two backslashes, as in"
                                + " \"\\\\(\".");
            }
        }
    }

    static void notOfAnd(Site site, Findings out) {
        for (Formula formula : Formula.all(site)) {
            for (int i = formula.from(); i + 1 < formula.to(); i++) {
                if (!formula.token(i).is("not") || !formula.token(i + 1).is("(")) continue;
                int open = inner(formula, i + 1);
                int and = and(formula, open);
                if (and < 0) continue;
                out.at(
                        formula.entry(),
                        i,
                        "'not' of an 'and' is never true when the left side, "
                                + words(formula, open + 1, and)
                                + ", is false: the 'and' is then undefined, and so is its 'not'.",
                        "Write (not (A)) or (not (B)).",
                        deMorgan(formula, i, open, and, out));
            }
        }
    }

    private static Edit[] deMorgan(Formula formula, int not, int open, int and, Findings out) {
        int close = formula.closing(open);
        if (close >= formula.to() || count(formula, open + 1, close) != 1) return new Edit[0];
        String left = words(formula, open + 1, and);
        String right = words(formula, and + 1, close);
        int end = formula.closing(not + 1) + 1;
        return new Edit[] {
            out.editor(formula.entry())
                    .replace(
                            formula.entry(),
                            not,
                            end,
                            "((not (" + left + ")) or (not (" + right + ")))")
        };
    }

    private static int count(Formula formula, int from, int to) {
        int depth = 0;
        int found = 0;
        for (int i = from; i < to; i++) {
            if (formula.token(i).is("(")) depth++;
            if (formula.token(i).is(")")) depth--;
            boolean logic = formula.token(i).is("and") || formula.token(i).is("or");
            if (depth == 0 && logic) found++;
        }
        return found;
    }

    /// The innermost of the parentheses that stand around all of the same as this one.
    private static int inner(Formula formula, int open) {
        int inner = open;
        while (formula.token(inner + 1).is("(")
                && formula.closing(inner + 1) == formula.closing(inner) - 1) {
            inner++;
        }
        return inner;
    }

    /// The `and` right inside a parenthesis; -1 when there is none.
    private static int and(Formula formula, int open) {
        int close = formula.closing(open);
        int depth = 0;
        for (int i = open + 1; i < close; i++) {
            if (formula.token(i).is("(")) depth++;
            if (formula.token(i).is(")")) depth--;
            if (depth == 0 && formula.token(i).is("and")) return i;
        }
        return -1;
    }

    private static String words(Formula formula, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = formula.token(i);
            if (!text.isEmpty() && !token.trivia().isEmpty()) text.append(' ');
            text.append(token.raw());
        }
        return text.toString();
    }
}
