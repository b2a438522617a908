package org.twinlease.console.view.leases;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.leases.LeaseRows;

import java.util.AbstractList;
import java.util.List;

/// The rows of a table as it wants them: an item is the number of its row. Takes a new order in one
/// change, whatever its size.
final class RowList extends ObservableListBase<Integer> {

    private @Nullable LeaseRows shown;
    private long now;

    LeaseRows shown() {
        LeaseRows now = shown;
        if (now == null) throw new IllegalStateException("nothing is shown yet");
        return now;
    }

    /// The time that cells count from, in seconds since 1970.
    long now() {
        return now;
    }

    void now(long seconds) {
        now = seconds;
    }

    boolean shows(LeaseRows rows) {
        return shown == rows;
    }

    void show(LeaseRows next) {
        LeaseRows before = shown;
        shown = next;
        fireChange(new Swap(this, view(before)));
    }

    @Override
    public Integer get(int position) {
        return shown().row(position);
    }

    @Override
    public int size() {
        return shown == null ? 0 : shown.size();
    }

    private static List<Integer> view(@Nullable LeaseRows rows) {
        return new AbstractList<>() {
            @Override
            public Integer get(int position) {
                if (rows == null) throw new IndexOutOfBoundsException(position);
                return rows.row(position);
            }

            @Override
            public int size() {
                return rows == null ? 0 : rows.size();
            }
        };
    }

    /// Everything for everything. The library's own change would copy all the rows that are gone.
    private static final class Swap extends ListChangeListener.Change<Integer> {
        private final List<Integer> before;
        private boolean taken;

        Swap(RowList list, List<Integer> before) {
            super(list);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean first = !taken;
            taken = true;
            return first;
        }

        @Override
        public void reset() {
            taken = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<Integer> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
