package org.twinlease.console.model.timeline;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;

import java.util.ArrayList;
import java.util.List;

/// What one server's record says of a span, and of the states that it begins in. What it said last
/// stays while it does not answer.
final class PastSide {

    private static final int MOST = 5_000;
    private static final int EARLIER = 100;

    private final int number;
    private final PairSide side;
    private PastPage page = PastPage.NONE;
    private List<PastEvent> events = List.of();
    private String relationship = "";
    private boolean known;
    private @Nullable Span told;

    PastSide(int number, PairSide side) {
        this.number = number;
        this.side = side;
    }

    int number() {
        return number;
    }

    PairSide side() {
        return side;
    }

    String name() {
        return side.name();
    }

    /// Whether it has answered.
    boolean isKnown() {
        return known;
    }

    /// When its record begins, milliseconds since 1970; 0 while it keeps none.
    long since() {
        return page.sinceMillis();
    }

    /// What it told, oldest first, with a little of what came before the span; of relationships
    /// only the chosen one.
    List<PastEvent> events() {
        return events.stream().filter(this::isFollowed).toList();
    }

    /// From now on leaves out what belongs to other relationships; to none for an empty name.
    void follow(String name) {
        relationship = name;
        told = null;
    }

    private boolean isFollowed(PastEvent event) {
        return switch (event.kind()) {
            case STATE, PARTNER, LINK, TROUBLE, BALANCED, SAMPLE ->
                    relationship.isEmpty()
                            || event.subject().isEmpty()
                            || event.subject().equals(relationship);
            case STARTED, ALARM, ALARM_OVER, ORDER, CONFIGURED, LEASE, MISSED -> true;
        };
    }

    /// Asks for the span; `answered` follows once for each answer.
    void ask(Span span, Runnable answered) {
        side.replies()
                .ask(
                        new Query.Past(span.fromMillis(), span.toMillis(), "", MOST),
                        said -> {
                            page = said;
                            known = true;
                            if (follows(span)) put(span, before(span), answered);
                            else askEarlier(span, answered);
                        },
                        () -> {
                            // A server of an older version answers, but not to this.
                            known |= !side.isGone();
                            answered.run();
                        });
    }

    /// Whether a span goes on where the last one was, so that what came before it is known.
    private boolean follows(Span span) {
        Span last = told;
        return last != null
                && span.fromMillis() >= last.fromMillis()
                && span.fromMillis() <= last.toMillis();
    }

    private List<PastEvent> before(Span span) {
        List<PastEvent> before =
                events.stream()
                        .filter(event -> event.atMillis() < span.fromMillis())
                        .filter(event -> event.kind() != PastKind.SAMPLE)
                        .toList();
        return before.subList(Math.max(0, before.size() - EARLIER), before.size());
    }

    private void askEarlier(Span span, Runnable answered) {
        FailoverView pair = side.view();
        if (pair == null) {
            put(span, List.of(), answered);
            return;
        }
        side.replies()
                .ask(
                        new Query.Past(0, span.fromMillis() - 1, pair.name(), EARLIER),
                        earlier -> put(span, earlier.events(), answered),
                        answered);
    }

    private void put(Span span, List<PastEvent> earlier, Runnable answered) {
        var all = new ArrayList<>(earlier);
        all.addAll(page.events());
        events = all;
        told = span;
        answered.run();
    }

    /// The newest event of a kind that is no newer than a time; null for none.
    @Nullable PastEvent last(PastKind kind, long atMillis) {
        PastEvent found = null;
        for (PastEvent event : events()) {
            if (event.kind() == kind && event.atMillis() <= atMillis) found = event;
        }
        return found;
    }
}
