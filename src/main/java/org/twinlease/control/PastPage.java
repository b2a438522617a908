package org.twinlease.control;

import java.util.List;

/// Part of a server's record of the past, oldest first. `sinceMillis` is when the record begins,
/// milliseconds since 1970, 0 for a server that keeps none; `missed` is true where changes of
/// leases after the time that was asked for were not all recorded.
public record PastPage(long sinceMillis, boolean missed, List<PastEvent> events) {

    /// The answer of a server that keeps no record.
    public static final PastPage NONE = new PastPage(0, false, List.of());

    /// Takes a copy of the list.
    public PastPage {
        events = List.copyOf(events);
    }
}
