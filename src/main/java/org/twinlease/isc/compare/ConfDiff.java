package org.twinlease.isc.compare;

import org.twinlease.config.Difference;
import org.twinlease.isc.compare.Facts.Fact;
import org.twinlease.isc.outline.Site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Compares two configurations by what they mean.
public final class ConfDiff {
    private ConfDiff() {}

    /// The differences, the most dangerous first and those that belong to each server by itself
    /// last.
    public static List<Difference> of(Site one, Site two) {
        Map<String, Fact> here = Facts.of(one).rows();
        Map<String, Fact> there = Facts.of(two).rows();
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        List<Difference> found = new ArrayList<>();
        for (String name : names) {
            Fact mine = here.get(name);
            Fact theirs = there.get(name);
            Fact either = mine != null ? mine : theirs;
            if (either == null) continue;
            if (mine != null && theirs != null && mine.meaning().equals(theirs.meaning())) continue;
            found.add(
                    new Difference(
                            either.danger(),
                            name,
                            mine == null ? "" : mine.words(),
                            theirs == null ? "" : theirs.words(),
                            either.own()));
        }
        found.sort(null);
        return List.copyOf(found);
    }
}
