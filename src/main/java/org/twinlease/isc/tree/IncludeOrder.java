package org.twinlease.isc.tree;

import org.twinlease.config.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order in which a dhcpd comes upon problems: what an included file holds stands where it is
/// included.
public final class IncludeOrder {
    private static final int DEEPEST = 100;

    private record Place(String file, int line, int column) {}

    private final Map<String, Place> includes = new HashMap<>();

    private IncludeOrder() {}

    /// A file and those that it includes, in the order of reading.
    public static IncludeOrder of(List<ConfTree> files) {
        var order = new IncludeOrder();
        for (ConfTree file : files) {
            for (int i = 0; i + 1 < file.size(); i++) {
                Token word = file.token(i);
                Token name = file.token(i + 1);
                if (!word.is("include") || name.kind() != Token.Kind.STRING) continue;
                var place = new Place(file.name(), word.line(), word.column());
                order.includes.putIfAbsent(name.text(), place);
            }
        }
        if (!files.isEmpty()) order.includes.remove(files.getFirst().name());
        return order;
    }

    /// The problems in that order.
    public List<Problem> sorted(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(
                Comparator.comparing(
                        problem -> way(problem.file(), problem.line(), problem.column()),
                        IncludeOrder::compare));
        return sorted;
    }

    /// The places at which files are included on the way to a place, and that place.
    private List<Place> way(String file, int line, int column) {
        List<Place> way = new ArrayList<>();
        var at = new Place(file, line, column);
        while (at != null && way.size() < DEEPEST) {
            way.addFirst(at);
            at = includes.get(at.file());
        }
        return way;
    }

    private static int compare(List<Place> one, List<Place> two) {
        int shared = Math.min(one.size(), two.size());
        for (int i = 0; i < shared; i++) {
            int lines = Integer.compare(one.get(i).line(), two.get(i).line());
            if (lines != 0) return lines;
            // What is wrong with an include itself is found behind what is wrong inside.
            boolean last = i + 1 == shared && one.size() != two.size();
            if (last) return two.size() - one.size();
            int columns = Integer.compare(one.get(i).column(), two.get(i).column());
            if (columns != 0) return columns;
        }
        return 0;
    }
}
