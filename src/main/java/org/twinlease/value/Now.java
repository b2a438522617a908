package org.twinlease.value;

/// One reading of both clocks, taken once a batch at the edge and passed inwards. Wall time
/// (milliseconds since 1970, UTC) goes to clients, partners and the journal; ticks (milliseconds of
/// a clock that never jumps) arm timers.
public record Now(long wallMillis, long tickMillis) {

    /// Wall time in whole seconds since 1970, the unit of leases.
    public long wallSeconds() {
        return Math.floorDiv(wallMillis, 1000L);
    }
}
