package org.twinlease.console.model.timeline;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.Query;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The Timeline page: what happened to the servers, from their own records of it, and what their
/// leases were at a moment. While the end of the span is now, it goes on with the time.
public final class TimelineModel {

    private static final long ASK_MILLIS = 5_000;
    private static final int LED = 12;
    private static final long DAY = 86_400_000;

    /// A band of the drawing: stretches, a line of points, or marks.
    public record Band(
            String name, List<Stretch> stretches, List<Point> points, List<Mark> marks) {}

    /// A stretch of a band: until when it lasted, what it was. `gap` where nothing was recorded.
    public record Stretch(long fromMillis, long toMillis, String words, Tone tone, boolean gap) {}

    /// A value at a time.
    public record Point(long atMillis, double value) {}

    /// Something that happened at a time.
    public record Mark(long atMillis, Tone tone, String words) {}

    /// An event in the list. `id` is its server's number and its own.
    public record Entry(
            String id, long atMillis, String clock, String server, String title, Tone tone) {}

    /// A lease as it was.
    public record Then(
            Ip4 address, String state, Tone tone, String client, String host, String ends) {}

    /// The event that is open: what it was and why, and what came before it about the same thing,
    /// the nearest first.
    public record Opened(Entry event, String why, String ledTitle, List<Entry> led) {}

    /// Everything the page shows. `momentMillis` is the moment whose leases are shown, 0 for none;
    /// `thenOf` whose they are and when; `saved` is what came of the last export, empty before;
    /// `notes` what a person made of moments.
    public record State(
            Span span,
            String spanWords,
            boolean following,
            int zoom,
            List<Band> bands,
            List<Entry> entries,
            long momentMillis,
            @Nullable Opened opened,
            String thenOf,
            List<Then> then,
            Fact saved,
            NotesModel.State notes,
            @Nullable Empty empty) {}

    private final ConsoleSession session;
    private final List<PastSide> sides = new ArrayList<>();
    private final LeasesThen leases;
    private final TimelineExport export;
    private final NotesModel notes;
    private final Shown<State> shown;
    private int zoom = Span.FIRST;
    private long endMillis;
    private long askedMillis;
    private long momentMillis;
    private boolean seen;
    private boolean fitted;
    private @Nullable Located opened;
    private List<Located> led = List.of();

    public TimelineModel(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        for (PairSide side : sides) this.sides.add(new PastSide(this.sides.size(), side));
        leases = new LeasesThen(session, this::show);
        export = new TimelineExport(session, sides.getFirst().replies().ui(), this::show);
        notes = new NotesModel(session, this.sides, this::show);
        shown = new Shown<>(state());
    }

    /// What a person makes of moments: bookmarks, comparisons and a story to hand on.
    public NotesModel notes() {
        return notes;
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Whether somebody looks: only then the records are read.
    public void seen(boolean looking) {
        seen = looking;
        if (looking) ask();
    }

    /// Shows of the relationships only one; to be called when another is looked at.
    public void follow(String relationship) {
        for (PastSide side : sides) side.follow(relationship);
        notes.follow(relationship);
        close();
        if (seen) ask();
    }

    /// To be called once a second.
    public void tick() {
        if (!seen || endMillis != 0) return;
        if (session.clock().millis() - askedMillis >= ASK_MILLIS) ask();
    }

    private Span span() {
        long end = endMillis == 0 ? session.clock().millis() : endMillis;
        return new Span(end - Span.width(zoom), end);
    }

    private void ask() {
        askedMillis = session.clock().millis();
        Span span = span();
        for (PastSide side : sides) side.ask(span, this::answered);
    }

    /// The first answer says how long the records are: of a young one all is shown.
    private void answered() {
        long first = beginning();
        if (!fitted && first < Long.MAX_VALUE) {
            fitted = true;
            int fitting = Span.fitting(session.clock().millis() - first);
            if (fitting != zoom) {
                zoom = fitting;
                ask();
            }
        }
        show();
    }

    private long beginning() {
        long first = Long.MAX_VALUE;
        for (PastSide side : sides) if (side.since() > 0) first = Math.min(first, side.since());
        return first;
    }

    /// Shows a shorter part of the past, or a longer one, around the moment or else the end.
    public void zoom(boolean in) {
        int next = Math.clamp(zoom + (in ? -1L : 1L), 0, Span.widths() - 1);
        if (next == zoom) return;
        zoom = next;
        if (momentMillis > 0 && endMillis != 0) endAt(momentMillis + Span.width(zoom) / 2);
        ask();
        show();
    }

    /// Moves by half of what is seen.
    public void move(boolean later) {
        long step = Span.width(zoom) / 2;
        endAt(span().toMillis() + (later ? step : -step));
        ask();
        show();
    }

    /// Writes the events of what is seen, the oldest first, to a file.
    public void export() {
        notes.forget();
        export.write(located());
    }

    /// Gives the chosen moment a name, that of its event; without a moment, gives this one a name.
    public void bookmark() {
        if (momentMillis == 0) choose(session.clock().millis());
        notes.bookmark(opened == null ? "" : PastWords.title(opened.event()));
    }

    /// Writes what is seen as a story to hand on, as HTML and as PDF.
    public void story() {
        notes.story(shown.state(), located());
    }

    /// Goes to the newest end, and on with the time.
    public void toNow() {
        endMillis = 0;
        ask();
        show();
    }

    /// Goes to where the records begin.
    public void toBeginning() {
        long first = beginning();
        if (first == Long.MAX_VALUE) return;
        endAt(first + Span.width(zoom));
        ask();
        show();
    }

    /// Goes to a moment, wherever it is, and chooses it.
    public void go(long atMillis) {
        Span span = span();
        if (!span.holds(atMillis)) endAt(atMillis + Span.width(zoom) / 2);
        ask();
        choose(atMillis);
    }

    private void endAt(long millis) {
        endMillis = millis >= session.clock().millis() ? 0 : millis;
    }

    /// Chooses a moment: the leases as of then, and the event that was last then.
    public void choose(long atMillis) {
        moment(Math.min(atMillis, session.clock().millis()));
        Located nearest = null;
        for (Located each : located()) if (each.event().atMillis() <= atMillis) nearest = each;
        open(nearest);
    }

    /// Opens an event of the list, or one that led to it.
    public void open(String id) {
        for (Located each : Stream.concat(located().stream(), led.stream()).toList()) {
            if (!each.id().equals(id)) continue;
            moment(each.event().atMillis());
            open(each);
            return;
        }
    }

    /// Opens the event after the open one, or before it; with `states`, only changes of state.
    public void step(boolean later, boolean states) {
        Predicate<Located> wanted =
                states ? each -> each.event().kind() == PastKind.STATE : _ -> true;
        List<Located> all = located().stream().filter(wanted).toList();
        if (all.isEmpty()) return;
        Located now = opened;
        int at = later ? -1 : all.size();
        for (int i = 0; now != null && i < all.size(); i++) {
            int order = Located.ORDER.compare(all.get(i), now);
            if (later && order <= 0) at = i;
            if (!later && order >= 0 && at == all.size()) at = i;
        }
        int next = Math.clamp(at + (later ? 1L : -1L), 0, all.size() - 1);
        open(all.get(next).id());
    }

    /// Closes what is open.
    public void close() {
        opened = null;
        led = List.of();
        momentMillis = 0;
        notes.at(0);
        show();
    }

    private void moment(long atMillis) {
        momentMillis = atMillis;
        if (endMillis == 0) endMillis = span().toMillis();
        notes.at(atMillis);
        for (PastSide side : sides) {
            if (side.side().isGone() || side.since() == 0) continue;
            leases.ask(side, atMillis);
            return;
        }
    }

    /// Opens an event, and asks what its server remembers of the same thing before it.
    private void open(@Nullable Located event) {
        opened = event;
        led = List.of();
        show();
        if (event == null || event.event().subject().isEmpty()) return;
        PastEvent what = event.event();
        event.side()
                .side()
                .replies()
                .ask(
                        new Query.Past(0, what.atMillis(), what.subject(), LED * 4),
                        page -> {
                            if (!event.equals(opened)) return;
                            led =
                                    page.events().reversed().stream()
                                            .filter(e -> e.sequence() < what.sequence())
                                            .filter(e -> e.kind() != PastKind.SAMPLE)
                                            .limit(LED)
                                            .map(e -> new Located(event.side(), e))
                                            .toList();
                            show();
                        },
                        () -> {});
    }

    /// Opens the history of a lease as of the chosen moment.
    public void lease(Ip4 address) {
        for (PastSide side : sides) {
            if (side.side().isGone() || side.since() == 0) continue;
            side.side()
                    .replies()
                    .ask(
                            new Query.Past(0, momentMillis, address.toString(), LED),
                            page -> {
                                if (page.events().isEmpty()) return;
                                open(new Located(side, page.events().getLast()));
                            },
                            () -> {});
            return;
        }
    }

    private List<Located> located() {
        return Located.of(sides, span());
    }

    private Entry entry(Located each) {
        PastEvent event = each.event();
        return new Entry(
                each.id(),
                event.atMillis(),
                span().millis() >= DAY || event.atMillis() < span().fromMillis()
                        ? Words.full(event.atMillis() / 1_000, session.zone())
                        : Words.clock(event.atMillis(), session.zone()),
                each.side().name(),
                PastWords.title(event),
                PastWords.tone(event));
    }

    private void show() {
        shown.put(state());
    }

    private State state() {
        Span span = span();
        List<Located> all = located();
        String words =
                Text.of(
                        "timeline.span",
                        Words.full(span.fromMillis() / 1_000, session.zone()),
                        Words.clock(span.toMillis(), session.zone()));
        List<Band> bands = new ArrayList<>();
        if (!sides.isEmpty()) bands.addAll(new Bands(span, session.clock().millis()).of(sides));
        notes.band(span).ifPresent(bands::add);
        return new State(
                span,
                words,
                endMillis == 0,
                zoom,
                List.copyOf(bands),
                all.reversed().stream().map(this::entry).toList(),
                momentMillis,
                opened(),
                thenOf(),
                momentMillis == 0 ? List.of() : leases.rows(),
                notes.outcome(export.outcome()),
                notes.state(),
                empty());
    }

    private @Nullable Opened opened() {
        Located event = opened;
        if (event == null) return null;
        String title =
                event.event().subject().isEmpty()
                        ? ""
                        : Text.of("timeline.led", event.event().subject());
        return new Opened(
                entry(event),
                PastWords.more(event.event()),
                led.isEmpty() ? "" : title,
                led.stream().map(this::entry).toList());
    }

    private String thenOf() {
        if (momentMillis == 0) return "";
        String summary = leases.summary();
        String at = Words.full(momentMillis / 1_000, session.zone());
        return summary == null
                ? Text.of("timeline.then.loading", at)
                : Text.of("timeline.then", at, summary);
    }

    private @Nullable Empty empty() {
        boolean recorded = sides.stream().anyMatch(side -> side.since() > 0);
        boolean known = sides.stream().anyMatch(PastSide::isKnown);
        if (!known)
            return new Empty(Text.of("timeline.wait.title"), Text.of("timeline.wait.advice"));
        return recorded
                ? null
                : new Empty(Text.of("timeline.none.title"), Text.of("timeline.none.advice"));
    }
}
