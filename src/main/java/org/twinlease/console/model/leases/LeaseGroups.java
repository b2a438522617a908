package org.twinlease.console.model.leases;

import org.twinlease.console.model.PoolNames;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.leases.LeaseLook.Grouping;
import org.twinlease.value.BindingState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Rows put together by what they have in common, a heading in front of each group. A heading is a
/// negative number in the order: -1 is the first, -2 the second. Closed groups keep theirs alone.
final class LeaseGroups {

    private LeaseGroups() {}

    /// A heading: what its rows have in common, how many there are, whether they are seen.
    record Heading(int key, String name, int count, boolean open) {
        String words() {
            String arrow = Text.of(open ? "group.open" : "group.closed");
            return Text.of("group.heading", arrow, name);
        }
    }

    /// An order with headings.
    record Grouped(int[] order, List<Heading> headings) {}

    static Grouped of(
            LeaseTable table, int[] rows, Grouping by, Set<Integer> closed, PoolNames pools) {
        if (by == Grouping.NONE) return new Grouped(rows, List.of());
        // Read once: rows may turn while they are put together.
        int[] keys = new int[rows.length];
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            keys[i] = key(table, rows[i], by);
            counts.merge(keys[i], 1, Integer::sum);
        }
        List<Heading> headings = new ArrayList<>();
        Map<Integer, Integer> places = new TreeMap<>();
        List<Integer> tops = new ArrayList<>();
        int size = 0;
        for (var group : counts.entrySet()) {
            boolean open = !closed.contains(group.getKey());
            String name = name(group.getKey(), by, pools);
            headings.add(new Heading(group.getKey(), name, group.getValue(), open));
            places.put(group.getKey(), size + 1);
            tops.add(size);
            size += 1 + (open ? group.getValue() : 0);
        }
        int[] order = new int[size];
        for (int i = 0; i < headings.size(); i++) {
            order[tops.get(i)] = -1 - i;
        }
        for (int i = 0; i < rows.length; i++) {
            if (closed.contains(keys[i])) continue;
            int at = places.getOrDefault(keys[i], 0);
            order[at] = rows[i];
            places.put(keys[i], at + 1);
        }
        return new Grouped(order, headings);
    }

    private static int key(LeaseTable table, int row, Grouping by) {
        return by == Grouping.STATE ? table.state[row] : table.pool[row];
    }

    private static String name(int key, Grouping by, PoolNames pools) {
        if (by == Grouping.STATE) return LeaseWords.state(BindingState.of(key));
        String name = pools.name(key);
        return name.isEmpty() ? Text.of("group.nopool") : name;
    }
}
