package org.twinlease.console.model.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Whether two running servers have the same addresses in the same relationships. That is what they
/// tell of their configurations themselves; everything else is only in the files.
public final class PairDrift {

    private final List<PairSide> sides;

    /// Of the servers of a console.
    public PairDrift(List<PairSide> sides) {
        this.sides = List.copyOf(sides);
    }

    /// What differs, a sentence each; none while one of the two does not answer.
    public List<String> differences() {
        if (sides.size() < 2) return List.of();
        PairSide one = sides.getFirst();
        PairSide two = sides.getLast();
        for (PairSide side : sides) {
            if (side.isGone() || side.views().isEmpty() || side.known().isEmpty()) return List.of();
        }
        Map<String, String> here = ranges(one);
        Map<String, String> there = ranges(two);
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        List<String> differences = new ArrayList<>();
        for (String range : names) {
            String mine = here.get(range);
            String theirs = there.get(range);
            if (Objects.equals(mine, theirs)) continue;
            if (mine != null && !mine.isEmpty()) says(differences, one, range, mine, two, theirs);
            else if (theirs != null) says(differences, two, range, theirs, one, mine);
        }
        return differences;
    }

    /// `has` has a range in a relationship, the other has it in `theirs` (null: not at all). What a
    /// server has with a third one, or outside every relationship, is nothing that the other lacks.
    private static void says(
            List<String> differences,
            PairSide has,
            String range,
            String relationship,
            PairSide other,
            @Nullable String theirs) {
        boolean shared = other.view(relationship) != null;
        if (relationship.isEmpty() || (theirs == null && !shared)) return;
        String words = range.replace(" ", " \u2013 ");
        differences.add(
                theirs == null
                        ? Text.of("pair.drift.lacks", has.name(), words, relationship, other.name())
                        : Text.of(
                                "pair.drift.twice", has.name(), words, relationship, other.name()));
    }

    /// The relationship of every range, empty for none.
    private static Map<String, String> ranges(PairSide side) {
        Map<String, String> ranges = new LinkedHashMap<>();
        for (PoolView pool : side.known()) {
            String name = "";
            for (FailoverView view : side.views()) {
                if (view.pools().contains(pool.index())) name = view.name();
            }
            for (String range : pool.ranges()) ranges.put(range, name);
        }
        return ranges;
    }
}
