package org.twinlease.isc.lint;

import org.twinlease.isc.outline.ClassPart;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rule about more classes than dhcpd keeps for a packet. Classes that compare the same thing
/// with different constants exclude each other, and so do prefixes of one thing that differ.
final class ClassOverlap {
    private static final int MOST = 5;
    private static final Pattern PREFIX =
            Pattern.compile("substring\\s*\\((.*),\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)");

    private ClassOverlap() {}

    /// What a class asks for: a thing, and the text that it has to begin with.
    private record Wish(ClassPart owner, String thing, String text, boolean whole) {
        /// Whether a value that another wish asks for, taken as the whole, is one that fits here.
        boolean allows(Wish other) {
            if (whole) return other.whole && text.equals(other.text);
            return other.text.startsWith(text);
        }
    }

    static void tooMany(Site site, Findings out) {
        List<ClassPart> free = new ArrayList<>();
        Map<String, List<Wish>> bound = new HashMap<>();
        for (ClassPart part : site.classes().values()) {
            if (part.isNeverMatched()) continue;
            Wish wish = wish(part);
            if (wish == null) {
                free.add(part);
            } else {
                bound.computeIfAbsent(wish.thing, _ -> new ArrayList<>()).add(wish);
            }
        }
        List<ClassPart> together = new ArrayList<>(free);
        bound.values().forEach(wishes -> together.addAll(most(wishes)));
        if (together.size() <= MOST) return;
        String names =
                String.join(
                        ", ", together.stream().limit(8).map(c -> '"' + c.name() + '"').toList());
        together.sort(java.util.Comparator.comparingInt(c -> c.entry().token(0).line()));
        out.at(
                together.get(MOST).entry(),
                "A client can match "
                        + together.size()
                        + " classes ("
                        + names
                        + "), and dhcpd keeps 5 of a packet: the others are lost.",
                "Let fewer classes match at once.");
    }

    /// The largest set of classes that one value of a thing satisfies.
    private static List<ClassPart> most(List<Wish> wishes) {
        List<ClassPart> best = List.of();
        for (Wish value : wishes) {
            List<ClassPart> fit = new ArrayList<>();
            for (Wish other : wishes) if (other.allows(value)) fit.add(other.owner);
            if (fit.size() > best.size()) best = fit;
        }
        return best;
    }

    /// The one comparison with a constant that a class consists of; null for any other condition.
    private static @org.jspecify.annotations.Nullable Wish wish(ClassPart part) {
        Entry condition = part.matchIf();
        if (condition == null) return null;
        int last = condition.length() - 1;
        int equals = -1;
        for (int i = 2; i < condition.length(); i++) {
            Token token = condition.token(i);
            if (token.is("and") || token.is("or") || token.is("not") || token.is("~")) return null;
            if (token.is("=")) equals = equals < 0 ? i : condition.length();
        }
        boolean one = equals > 2 && equals == last - 1 && !condition.token(equals - 1).is("!");
        if (!one || condition.token(last).kind() != Token.Kind.STRING) return null;
        var thing = new StringBuilder();
        for (int i = 2; i < equals; i++) thing.append(condition.token(i).raw()).append(' ');
        String text = condition.text(last);
        Matcher prefix = PREFIX.matcher(thing.toString().replace(" ,", ",").strip());
        if (!prefix.matches()) return new Wish(part, thing.toString().strip(), text, true);
        String of = prefix.group(1).strip();
        boolean start = prefix.group(2).equals("0");
        return start
                ? new Wish(part, of, text, false)
                : new Wish(part, of + " @" + prefix.group(2), text, false);
    }
}
