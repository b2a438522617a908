package org.twinlease.engine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The newest items, at most as many as it was made for.
final class Ring<T> {

    private final @Nullable Object[] items;
    private long added;

    Ring(int capacity) {
        items = new Object[capacity];
    }

    void add(T item) {
        items[(int) (added++ % items.length)] = item;
    }

    /// Those that are accepted, oldest first, at most the newest `limit`.
    @SuppressWarnings("unchecked") // only add puts items in
    List<T> newest(int limit, Predicate<T> accept) {
        List<T> found = new ArrayList<>();
        long first = Math.max(0, added - items.length);
        for (long i = added - 1; i >= first && found.size() < limit; i--) {
            T item = (T) items[(int) (i % items.length)];
            if (item != null && accept.test(item)) found.add(item);
        }
        return found.reversed();
    }
}
