package org.twinlease.isc.compare;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Difference;
import org.twinlease.config.Difference.Danger;
import org.twinlease.isc.compare.Facts.Fact;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares the two halves of a pair, which should say the same of everything that is not each
/// one's own.
public final class PairDiff {
    /// What a range is called: this and its words.
    static final String ADDRESSES = "addresses ";

    private PairDiff() {}

    /// What the halves say differently, and how many things they say alike.
    public record Result(List<Difference> differences, int alike) {

        /// Takes a copy of the list.
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /// The differences, the most dangerous first. What is inside a block that only one half has is
    /// not told again, and ranges that meet are one difference.
    public static Result of(Site one, Site two) {
        Map<String, Fact> here = Facts.of(one).rows();
        Map<String, Fact> there = Facts.of(two).rows();
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        List<Difference> found = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        Set<String> met = new HashSet<>();
        int alike = 0;
        for (String name : names) {
            Fact mine = here.get(name);
            Fact theirs = there.get(name);
            Fact either = mine != null ? mine : theirs;
            if (either == null || either.own() || inside(name, missing)) continue;
            if (mine != null && theirs != null && mine.meaning().equals(theirs.meaning())) {
                alike++;
                continue;
            }
            if (mine == null || theirs == null) missing.add(name);
            String other = mine == null ? "" : meeting(name, one, two);
            Fact counterpart = there.get(other);
            if (met.contains(name)) continue;
            if (counterpart != null && mine != null) {
                met.add(other);
                found.add(met(name, other, mine, counterpart));
                continue;
            }
            found.add(
                    new Difference(
                            danger(name, mine, theirs, either),
                            name,
                            mine == null ? "" : mine.words(),
                            theirs == null ? "" : theirs.words(),
                            false));
        }
        found.removeIf(difference -> met.contains(difference.about()));
        found.sort(null);
        return new Result(found, alike);
    }

    private static boolean inside(String name, Set<String> missing) {
        for (int at = name.indexOf(" / "); at >= 0; at = name.indexOf(" / ", at + 1)) {
            if (missing.contains(name.substring(0, at))) return true;
        }
        return false;
    }

    /// The range of the other half that overlaps with one that only this half has; empty for none.
    static String meeting(String name, Site one, Site two) {
        Span span = span(name, one);
        if (span == null) return "";
        for (Span other : two.ranges().values()) {
            boolean apart =
                    other.high().compareTo(span.low()) < 0
                            || span.high().compareTo(other.low()) < 0;
            String about = ADDRESSES + other.words();
            if (!apart && span(about, one) == null) return about;
        }
        return "";
    }

    /// The range of a name; null when there is none.
    static @Nullable Span span(String name, Site site) {
        for (Span span : site.ranges().values()) {
            if (name.equals(ADDRESSES + span.words())) return span;
        }
        return null;
    }

    private static Difference met(String name, String other, Fact mine, Fact theirs) {
        String here = name.substring(ADDRESSES.length()) + ", " + mine.words();
        String there = other.substring(ADDRESSES.length()) + ", " + theirs.words();
        boolean both = mine.words().equals(theirs.words());
        return new Difference(both ? Danger.PARTNER : Danger.ADDRESSES, name, here, there, false);
    }

    private static Danger danger(
            String name, @Nullable Fact mine, @Nullable Fact theirs, Fact either) {
        boolean one = mine == null || theirs == null;
        if (name.startsWith("failover peer ")) {
            if (!name.contains(" / ")) return Danger.PARTNER;
            return name.endsWith(" / auto-partner-down") ? Danger.ADDRESSES : Danger.SERVER;
        }
        if (!one || either.danger() != Danger.ADDRESSES) return either.danger();
        if (name.startsWith(ADDRESSES)) {
            return either.words().startsWith("failover") ? Danger.PARTNER : Danger.CLIENTS;
        }
        return name.startsWith("subnet ") ? Danger.CLIENTS : either.danger();
    }
}
