package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.leases.LeaseLook.Sort;
import org.twinlease.console.model.leases.LeaseRows.Column;

import java.util.Arrays;
import java.util.List;

/// Which rows are seen in which order, as an array of row numbers. Numbers are sorted packed with
/// their row into one `long` each; only names need comparing. Rows that have nothing in the sorted
/// column stand last both ways, and equals keep the order that they had.
final class LeaseOrder {

    private LeaseOrder() {}

    /// The rows below `size` that the query wants, sorted by columns, of which the first counts
    /// most; by address where they say the same, or nothing.
    static int[] of(LeaseTable table, int size, LeaseQuery query, List<Sort> by) {
        int[] rows = new int[size];
        int wanted = 0;
        boolean all = query.isAll();
        for (int row = 0; row < size; row++) {
            if (all || query.wants(table, row)) rows[wanted++] = row;
        }
        if (wanted < size) rows = Arrays.copyOf(rows, wanted);
        rows = sorted(table, rows, new Sort(Column.ADDRESS, false));
        for (Sort sort : by.reversed()) rows = sorted(table, rows, sort);
        return rows;
    }

    /// Sorts by one column; what is equal in it stays in order.
    private static int[] sorted(LeaseTable table, int[] rows, Sort sort) {
        Column by = sort.column();
        return switch (by) {
            case HOST, CLIENT_ID -> byText(table, rows, by, sort.descending());
            case HARDWARE -> byHardware(table, rows, sort.descending());
            case ADDRESS, STATE, ENDS, SEEN, POOL, PEER, STARTS, TSTP, TSFP, ATSFP ->
                    byNumber(table, rows, by, sort.descending());
        };
    }

    private static int[] byNumber(LeaseTable table, int[] rows, Column by, boolean descending) {
        long[] packed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            long key = number(table, rows[i], by);
            boolean nothing = key == 0 && isTime(by);
            long flipped = nothing ? 0xFFFF_FFFFL : descending ? 0xFFFF_FFFEL - key : key;
            packed[i] = flipped << 31 | i;
        }
        Arrays.sort(packed);
        int[] ordered = new int[rows.length];
        for (int i = 0; i < rows.length; i++) ordered[i] = rows[(int) (packed[i] & 0x7FFF_FFFF)];
        return ordered;
    }

    private static boolean isTime(Column by) {
        return switch (by) {
            case ENDS, SEEN, STARTS, TSTP, TSFP, ATSFP -> true;
            case ADDRESS, STATE, HOST, HARDWARE, CLIENT_ID, POOL, PEER -> false;
        };
    }

    private static long number(LeaseTable table, int row, Column by) {
        return switch (by) {
            case ADDRESS -> Integer.toUnsignedLong(table.address[row]);
            case STATE -> table.state[row];
            case ENDS -> Integer.toUnsignedLong(table.ends[row]);
            case SEEN -> Integer.toUnsignedLong(table.seen[row]);
            case STARTS -> Integer.toUnsignedLong(table.starts[row]);
            case TSTP -> Integer.toUnsignedLong(table.tstp[row]);
            case TSFP -> Integer.toUnsignedLong(table.tsfp[row]);
            case ATSFP -> Integer.toUnsignedLong(table.atsfp[row]);
            case POOL -> table.pool[row] + 1L;
            case PEER -> table.copy(row).ordinal();
            case HOST, HARDWARE, CLIENT_ID -> 0;
        };
    }

    private static int[] byHardware(LeaseTable table, int[] rows, boolean descending) {
        return merged(
                rows,
                (a, b) -> {
                    long x = table.hardware[a];
                    long y = table.hardware[b];
                    if (x < 0 || y < 0) return Boolean.compare(x < 0, y < 0);
                    return descending ? Long.compare(y, x) : Long.compare(x, y);
                });
    }

    private static int[] byText(LeaseTable table, int[] rows, Column by, boolean descending) {
        return merged(
                rows,
                (a, b) -> {
                    String x = text(table, a, by);
                    String y = text(table, b, by);
                    if (x == null || y == null) return Boolean.compare(x == null, y == null);
                    return descending ? y.compareToIgnoreCase(x) : x.compareToIgnoreCase(y);
                });
    }

    private static @Nullable String text(LeaseTable table, int row, Column by) {
        if (by == Column.HOST) return table.host(row);
        var id = table.clientId[row];
        return id == null ? null : id.hex();
    }

    private interface RowComparator {
        int compare(int a, int b);
    }

    /// A stable merge sort of plain `int`s from the bottom up: the library has none with a
    /// comparator.
    private static int[] merged(int[] rows, RowComparator by) {
        int[] from = rows;
        int[] to = new int[rows.length];
        for (int width = 1; width < rows.length; width *= 2) {
            for (int start = 0; start < rows.length; start += 2 * width) {
                int middle = Math.min(start + width, rows.length);
                int end = Math.min(start + 2 * width, rows.length);
                merge(from, to, start, middle, end, by);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(
            int[] from, int[] to, int start, int middle, int end, RowComparator by) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft =
                    left < middle && (right >= end || by.compare(from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
