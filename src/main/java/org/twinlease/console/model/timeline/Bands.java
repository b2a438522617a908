package org.twinlease.console.model.timeline;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.timeline.TimelineModel.Band;
import org.twinlease.console.model.timeline.TimelineModel.Mark;
import org.twinlease.console.model.timeline.TimelineModel.Point;
import org.twinlease.console.model.timeline.TimelineModel.Stretch;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;

import java.util.ArrayList;
import java.util.List;

/// What is drawn of a span: for each server its states, then the connection, what was owed, what
/// was free, and what people and servers did.
final class Bands {

    private final Span span;
    private final long now;

    Bands(Span span, long now) {
        this.span = span;
        this.now = Math.min(now, span.toMillis());
    }

    List<Band> of(List<PastSide> sides) {
        List<Band> bands = new ArrayList<>();
        for (PastSide side : sides) {
            if (side.last(PastKind.STATE, now) == null && !side.side().isGone()) continue;
            String name = Text.of("timeline.band.state", side.name());
            bands.add(band(name, stretches(side, PastKind.STATE), List.of(), List.of()));
        }
        PastSide first = sides.getFirst();
        if (first.last(PastKind.LINK, now) != null) {
            String name = Text.of("timeline.band.link");
            bands.add(band(name, stretches(first, PastKind.LINK), List.of(), List.of()));
        }
        for (PastSide side : sides) {
            String owed = Text.of("timeline.band.owed", side.name());
            String free = Text.of("timeline.band.free", side.name());
            if (points(side, 0).isEmpty()) continue;
            if (side.side().view() != null) {
                bands.add(band(owed, List.of(), points(side, 0), List.of()));
            }
            bands.add(band(free, List.of(), points(side, 1), List.of()));
        }
        List<Mark> marks = new ArrayList<>();
        for (PastSide side : sides) marks.addAll(marks(side));
        bands.add(band(Text.of("timeline.band.acts"), List.of(), List.of(), marks));
        return bands;
    }

    private static Band band(
            String name, List<Stretch> stretches, List<Point> points, List<Mark> marks) {
        return new Band(name, stretches, points, marks);
    }

    private List<Stretch> stretches(PastSide side, PastKind kind) {
        List<Stretch> stretches = new ArrayList<>();
        long from = span.fromMillis();
        PastEvent state = null;
        long heard = 0;
        for (PastEvent event : side.events()) {
            // A server that begins was not there since it was heard last, ten seconds at most.
            boolean begun = event.kind() == PastKind.STARTED && event.atMillis() > heard;
            if (state != null && begun) {
                add(stretches, from, heard, state);
                gap(stretches, heard, event.atMillis());
                state = null;
            }
            heard = event.atMillis();
            if (event.kind() != kind) continue;
            if (state != null) add(stretches, from, event.atMillis(), state);
            from = event.atMillis();
            state = event;
        }
        long end = ending(side, heard);
        if (state != null) add(stretches, from, end, state);
        if (side.side().isGone() && end < now) {
            long begin = Math.max(end, span.fromMillis());
            String words = Text.of("timeline.gone");
            stretches.add(new Stretch(begin, now, words, Tone.PLAIN, true));
        }
        return stretches;
    }

    /// A server that is not there has its last state until it was heard last.
    private long ending(PastSide side, long heard) {
        return side.side().isGone() ? Math.min(now, heard) : now;
    }

    private void gap(List<Stretch> stretches, long from, long to) {
        if (to <= span.fromMillis()) return;
        String words = Text.of("timeline.gap");
        stretches.add(new Stretch(Math.max(from, span.fromMillis()), to, words, Tone.PLAIN, true));
    }

    private void add(List<Stretch> stretches, long from, long to, PastEvent state) {
        long begin = Math.max(from, span.fromMillis());
        long end = Math.min(to, span.toMillis());
        if (end <= begin) return;
        boolean link = state.kind() == PastKind.LINK;
        String words =
                link
                        ? Text.of(
                                state.words().equals("up")
                                        ? "timeline.link.up"
                                        : "timeline.link.down")
                        : PastWords.state(state.words());
        stretches.add(new Stretch(begin, end, words, PastWords.tone(state), false));
    }

    private List<Point> points(PastSide side, int number) {
        List<Point> points = new ArrayList<>();
        for (PastEvent event : side.events()) {
            boolean sample = event.kind() == PastKind.SAMPLE && event.numbers().size() > number;
            if (!sample || event.atMillis() < span.fromMillis()) continue;
            long value = event.numbers().get(number);
            // The secondary's own free addresses are the pair's backup.
            if (number == 1 && isSecondary(side)) value = event.numbers().get(2);
            points.add(new Point(event.atMillis(), value));
        }
        return points;
    }

    private static boolean isSecondary(PastSide side) {
        var pair = side.side().view();
        return pair != null && !pair.primary();
    }

    private List<Mark> marks(PastSide side) {
        List<Mark> marks = new ArrayList<>();
        for (PastEvent event : side.events()) {
            boolean seen =
                    switch (event.kind()) {
                        case ALARM, ORDER, CONFIGURED, STARTED, TROUBLE, MISSED -> true;
                        case ALARM_OVER, STATE, PARTNER, LINK, BALANCED, LEASE, SAMPLE -> false;
                    };
            if (!seen || event.atMillis() < span.fromMillis()) continue;
            String words = Text.of("timeline.by", side.name(), PastWords.title(event));
            marks.add(new Mark(event.atMillis(), PastWords.tone(event), words));
        }
        return marks;
    }
}
