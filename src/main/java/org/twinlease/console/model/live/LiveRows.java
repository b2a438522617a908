package org.twinlease.console.model.live;

import org.twinlease.console.model.live.Passage.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which passages are seen, and how many to a row: in a second with more than a person can read,
/// those that are alike become one.
final class LiveRows {

    /// The most passages of a second that are drawn each by itself.
    static final int READABLE = 40;

    private static final int ALIKE = 3;

    private LiveRows() {}

    /// What is wanted: the kinds, the relationship (empty for any), the text in lower case, nothing
    /// newer than a number, and whether full seconds are bundled.
    record Wish(Set<Kind> kinds, String relationship, String text, long newest, boolean bundled) {

        boolean wants(Passage passage) {
            return passage.id <= newest
                    && kinds.contains(passage.kind)
                    && passage.isOf(relationship)
                    && LiveRow.wants(passage, text);
        }
    }

    private record Like(Kind kind, String type, int from, int to, boolean refused) {}

    static List<LiveRow> of(List<Passage> passages, Wish wish, LiveRow.Context context) {
        var rows = new ArrayList<LiveRow>();
        var second = new ArrayList<Passage>();
        for (Passage passage : passages) {
            if (!wish.wants(passage)) continue;
            boolean next =
                    !second.isEmpty()
                            && second.getFirst().atMillis / 1_000 != passage.atMillis / 1_000;
            if (next) flush(second, wish, context, rows);
            second.add(passage);
        }
        flush(second, wish, context, rows);
        return rows;
    }

    private static void flush(
            List<Passage> second, Wish wish, LiveRow.Context context, List<LiveRow> rows) {
        if (second.size() <= READABLE || !wish.bundled()) {
            for (Passage passage : second) rows.add(new LiveRow(List.of(passage), context));
        } else {
            var bundles = new ArrayList<List<Passage>>();
            for (List<Passage> alike : alike(second)) {
                if (alike.size() >= ALIKE) bundles.add(List.copyOf(alike));
                else for (Passage one : alike) bundles.add(List.of(one));
            }
            bundles.sort((a, b) -> Passage.IN_TIME.compare(a.getFirst(), b.getFirst()));
            for (List<Passage> bundle : bundles) rows.add(new LiveRow(bundle, context));
        }
        second.clear();
    }

    private static Iterable<List<Passage>> alike(List<Passage> second) {
        Map<Like, List<Passage>> groups = new LinkedHashMap<>();
        for (Passage p : second) {
            boolean refused = LiveRow.end(p, p.atMillis, 0) == LiveRow.End.REFUSED;
            var like = new Like(p.kind, p.type, p.from, p.to(), refused);
            groups.computeIfAbsent(like, _ -> new ArrayList<>()).add(p);
        }
        return groups.values();
    }
}
