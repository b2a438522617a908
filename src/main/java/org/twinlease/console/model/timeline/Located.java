package org.twinlease.console.model.timeline;

import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An event and whose it is.
record Located(PastSide side, PastEvent event) {

    /// The order of time, then of servers.
    static final Comparator<Located> ORDER =
            Comparator.<Located>comparingLong(each -> each.event().atMillis())
                    .thenComparingInt(each -> each.side().number())
                    .thenComparingLong(each -> each.event().sequence());

    String id() {
        return side.number() + "/" + event.sequence();
    }

    /// The events of a span that people are told of, of all servers, in the order of time.
    static List<Located> of(List<PastSide> sides, Span span) {
        List<Located> all = new ArrayList<>();
        for (PastSide side : sides) {
            for (PastEvent event : side.events()) {
                boolean inside = span.holds(event.atMillis());
                if (inside && event.kind() != PastKind.SAMPLE) all.add(new Located(side, event));
            }
        }
        all.sort(ORDER);
        return all;
    }
}
