package org.twinlease.isc.lint;

import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.Token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Rules about variables and functions.
final class Variables {
    private Variables() {}

    static void hexadecimal(Site site, Findings out) {
        Set<String> told = new HashSet<>();
        for (Entry entry : site.outline().all()) {
            if (entry.is("set") || entry.is("define")) name(entry, 1, told, out);
            boolean function = entry.is("define") && entry.length() > 2 && entry.token(2).is("(");
            for (int i = 3; function && i < entry.length(); i++) name(entry, i, told, out);
        }
    }

    private static void name(Entry entry, int index, Set<String> told, Findings out) {
        if (index >= entry.length()) return;
        Token token = entry.token(index);
        String name = token.raw();
        boolean hexadecimal = token.kind() == Token.Kind.NUMBER_OR_NAME;
        if (!hexadecimal || !Character.isLetter(name.charAt(0)) || !told.add(name)) return;
        out.at(
                entry,
                index,
                "The variable "
                        + name
                        + " cannot be read: in an expression the word is hexadecimal octets"
                        + (name.matches("[0-9a-fA-F]{1,2}") ? " (0x" + name + ")." : "."),
                "Give it a name with another letter in it, such as v_" + name + ".");
    }

    static void functionAsData(Site site, Findings out) {
        Map<String, Entry> functions = new HashMap<>();
        for (Entry define : site.functions()) {
            if (define.length() > 1) functions.put(define.token(1).raw(), define);
        }
        if (functions.isEmpty()) return;
        for (Formula formula : Formula.all(site)) {
            for (int i = formula.from(); i < formula.to(); i++) use(formula, i, functions, out);
        }
    }

    private static void use(
            Formula formula, int index, Map<String, Entry> functions, Findings out) {
        Token token = formula.token(index);
        Entry define = token.isIdentifier() ? functions.get(token.raw()) : null;
        boolean name = index > 0 && isName(formula.token(index - 1));
        if (define == null || name) return;
        boolean value = define.length() > 2 && define.token(2).is("=");
        out.at(
                formula.entry(),
                index,
                token.raw()
                        + " is defined in "
                        + define.line(formula.entry())
                        + " by 'define', and such a thing has no value as data: it fails for every"
                        + " client.",
                value
                        ? "Write 'set " + token.raw() + " = ...' there instead of 'define'."
                        : "Write its expression here.");
    }

    /// Whether what stands behind is the name of an option or the like.
    private static boolean isName(Token before) {
        return before.is("option")
                || before.is("config-option")
                || before.is(".")
                || before.is("exists")
                || before.is("defined");
    }
}
