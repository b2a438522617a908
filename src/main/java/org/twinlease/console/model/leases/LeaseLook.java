package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.value.BindingState;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How a person wants to see leases: which of them (of a state, only those that differ, those that
/// fit a text), in what order, grouped by what, in which columns.
public record LeaseLook(
        @Nullable BindingState state,
        boolean differing,
        String text,
        List<Sort> sorts,
        Grouping grouping,
        Set<Column> columns) {

    /// A column to sort by; the first of several counts most.
    public record Sort(Column column, boolean descending) {}

    /// What rows are put together by.
    public enum Grouping {
        NONE,
        STATE,
        POOL
    }

    /// The columns that are seen when nobody has chosen any.
    static final Set<Column> USUAL =
            Set.copyOf(
                    EnumSet.complementOf(
                            EnumSet.of(Column.STARTS, Column.TSTP, Column.TSFP, Column.ATSFP)));

    /// Everything, by address.
    static final LeaseLook PLAIN = new LeaseLook(null, false, "", List.of(), Grouping.NONE, USUAL);

    /// Takes copies; the address is always seen.
    public LeaseLook {
        sorts = List.copyOf(sorts);
        Set<Column> all = EnumSet.of(Column.ADDRESS);
        all.addAll(columns);
        columns = Set.copyOf(all);
    }

    LeaseLook of(@Nullable BindingState wanted, boolean onlyDiffering) {
        return new LeaseLook(wanted, onlyDiffering, text, sorts, grouping, columns);
    }

    LeaseLook text(String typed) {
        return new LeaseLook(state, differing, typed, sorts, grouping, columns);
    }

    LeaseLook sorted(List<Sort> by) {
        return new LeaseLook(state, differing, text, by, grouping, columns);
    }

    LeaseLook grouped(Grouping by) {
        return new LeaseLook(state, differing, text, sorts, by, columns);
    }

    LeaseLook showing(Set<Column> which) {
        return new LeaseLook(state, differing, text, sorts, grouping, which);
    }

    /// Which leases that are.
    LeaseQuery query(LeaseTerms.Context context) {
        return new LeaseQuery(state, text, differing, context);
    }

    /// Whether a change of that column can change the order.
    boolean sortsBy(Column column) {
        // Asked for with every change of a lease: thousands of times a second.
        for (Sort sort : sorts) if (sort.column() == column) return true;
        return false;
    }

    /// The look as a line of text, for the settings.
    String write() {
        String order =
                sorts.stream()
                        .map(sort -> (sort.descending() ? "-" : "") + sort.column().name())
                        .collect(Collectors.joining(","));
        return String.join(
                "\t",
                state == null ? "" : state.word(),
                differing ? "differ" : "",
                order,
                grouping.name(),
                names(columns),
                text.replaceAll("\\s+", " "));
    }

    /// Reads what [#write] wrote; words that nobody knows any more are passed over.
    static LeaseLook read(String line) {
        String[] parts = line.split("\t", 6);
        if (parts.length < 6) return PLAIN;
        BindingState state = null;
        for (BindingState known : BindingState.values()) {
            if (known.word().equals(parts[0])) state = known;
        }
        List<Sort> sorts = new ArrayList<>();
        for (String word : parts[2].split(",", -1)) {
            boolean descending = word.startsWith("-");
            for (Column column : columns(descending ? word.substring(1) : word)) {
                sorts.add(new Sort(column, descending));
            }
        }
        Grouping grouping = Grouping.NONE;
        for (Grouping known : Grouping.values()) {
            if (known.name().equals(parts[3])) grouping = known;
        }
        return new LeaseLook(
                state, parts[1].equals("differ"), parts[5], sorts, grouping, columns(parts[4]));
    }

    /// Columns by their names, apart by commas.
    static Set<Column> columns(String names) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        List<String> words = List.of(names.toUpperCase(Locale.ROOT).split(",", -1));
        for (Column column : Column.values())
            if (words.contains(column.name())) columns.add(column);
        return columns;
    }

    static String names(Set<Column> columns) {
        return columns.stream().map(Column::name).sorted().collect(Collectors.joining(","));
    }
}
