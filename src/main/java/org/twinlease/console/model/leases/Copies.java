package org.twinlease.console.model.leases;

import java.util.List;

/// Both servers' records of one address: their names, the fields side by side, and sentences that
/// say who may give the address to somebody else from when. Empty lines while nothing is known.
public record Copies(String own, String other, List<Line> lines, List<String> reuse) {

    /// A field of both records. Times are told as distances from now; `ownFull` and `otherFull` say
    /// the same in full.
    public record Line(
            String label,
            String own,
            String other,
            boolean differs,
            String ownFull,
            String otherFull) {}
}
