package org.twinlease.isc.lint;

import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An expression as written: the tokens of a statement's head from `from` (included) to `to`
/// (excluded), counted from its first.
record Formula(Entry entry, int from, int to) {
    private static final Set<String> WHOLE =
            Set.of("if", "elsif", "switch", "eval", "log", "execute", "return");

    /// Every expression of a configuration.
    static List<Formula> all(Site site) {
        List<Formula> found = new ArrayList<>();
        for (Entry entry : site.outline().all()) {
            int from = begin(entry);
            if (from > 0 && from < entry.length()) {
                found.add(new Formula(entry, from, entry.length()));
            }
        }
        return found;
    }

    private static int begin(Entry entry) {
        String word = entry.word();
        if (WHOLE.contains(word)) return 1;
        return switch (word) {
            case "else" -> entry.word(1).equals("if") ? 2 : -1;
            case "match" -> entry.word(1).equals("if") ? 2 : 1;
            case "spawn" -> 2;
            case "set" -> 3;
            case "define" -> entry.length() > 2 && entry.token(2).is("=") ? 3 : -1;
            case "subnet", "pool", "range", "host", "hardware", "key", "secret", "zone", "" -> -1;
            case "option", "supersede", "append", "prepend", "default", "send" -> assigned(entry);
            default -> entry.length() > 1 && entry.token(1).is("(") ? 1 : assigned(entry);
        };
    }

    /// Behind the `=` of `option space.name = ...` and `parameter = ...`.
    private static int assigned(Entry entry) {
        for (int i = 1; i < Math.min(5, entry.length()); i++) {
            if (entry.word(i).equals("code")) return -1;
            if (entry.token(i).is("=")) return i + 1;
        }
        return -1;
    }

    Token token(int index) {
        return entry.token(index);
    }

    /// Whether `=` or `!=` stands at a token.
    boolean comparesAt(int index) {
        if (index >= to) return false;
        boolean not = token(index).is("!") && index + 1 < to;
        return token(index).is("=") || (not && token(index + 1).is("="));
    }

    /// What stands behind the `=` or `!=` at a token.
    int behindEquals(int index) {
        return token(index).is("=") ? index + 1 : index + 2;
    }

    /// The closing parenthesis of the one at a token; `to` when there is none.
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            if (token(i).is("(")) depth++;
            if (token(i).is(")") && --depth == 0) return i;
        }
        return to;
    }
}
