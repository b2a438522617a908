package org.twinlease.config;

import java.util.Comparator;

/// One thing that two configurations say differently: what it is about, how each puts it (empty
/// where it says nothing), and how much it can hurt. `own` is what belongs to each server by
/// itself, so that two halves of a pair have to differ in it.
public record Difference(Danger danger, String about, String one, String two, boolean own)
        implements Comparable<Difference> {

    /// What can go wrong because of a difference, the worst first.
    public enum Danger {
        /// Two clients with one address, or a pair that does not work together.
        ADDRESSES("addresses"),
        /// The partner refuses it: a connection, or updates about addresses that it does not have.
        PARTNER("partner"),
        /// Who is served, and from which pool.
        CLIENTS("clients"),
        /// What clients are told, and for how long.
        SETTINGS("settings"),
        /// Nothing that a client sees.
        SERVER("server");

        private final String word;

        Danger(String word) {
            this.word = word;
        }

        /// One word for it.
        public String word() {
            return word;
        }
    }

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::own)
                    .thenComparing(Difference::danger)
                    .thenComparing(Difference::about)
                    .thenComparing(Difference::one);

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }
}
