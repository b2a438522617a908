package org.twinlease.console.model.timeline;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.timeline.TimelineModel.Band;
import org.twinlease.console.model.timeline.TimelineModel.Stretch;
import org.twinlease.control.PastKind;
import org.twinlease.drill.report.Paper;
import org.twinlease.drill.report.Paper.Look;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The story of a span, as a paper to hand on: how the servers stood, what happened, and what a
/// person has marked and compared.
final class StoryPaper {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final ConsoleSession session;
    private final String pair;
    private final TimelineModel.State seen;
    private final List<Located> events;

    StoryPaper(
            ConsoleSession session, String pair, TimelineModel.State seen, List<Located> events) {
        this.session = session;
        this.pair = pair;
        this.seen = seen;
        this.events = events;
    }

    /// Octets by file name.
    Map<String, byte[]> files() {
        var at = Instant.ofEpochMilli(seen.span().toMillis()).atZone(session.zone());
        return paper().files("story-" + NAME.format(at));
    }

    private Paper paper() {
        String from = Words.full(seen.span().fromMillis() / 1_000, session.zone());
        String to = Words.full(seen.span().toMillis() / 1_000, session.zone());
        boolean demo = session.mode() == ConsoleSession.Mode.DEMO;
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Figures(figures()));
        parts.add(new Paper.Heading(Text.of("story.states")));
        parts.add(new Paper.Strips(strips(), from, to));
        section(parts, "story.bookmarks", bookmarks());
        compared(parts);
        section(parts, "story.events", rows());
        if (events.isEmpty()) {
            parts.add(new Paper.Lines(List.of(Text.of("timeline.events.none"))));
        }
        return new Paper(
                Text.of(demo ? "story.above.demo" : "story.above"),
                Text.of("story.title", pair),
                List.of(Text.of("timeline.span", from, to), zone()),
                parts);
    }

    private String zone() {
        return Text.of("story.zone", session.zone().getId());
    }

    private static void section(List<Paper.Part> parts, String key, List<Paper.Row> rows) {
        if (rows.isEmpty()) return;
        parts.add(new Paper.Heading(Text.of(key)));
        parts.add(new Paper.Rows(rows));
    }

    private List<Paper.Figure> figures() {
        return List.of(
                figure("story.figure.states", PastKind.STATE, false),
                figure("story.figure.alarms", PastKind.ALARM, true),
                figure("story.figure.orders", PastKind.ORDER, false),
                figure("story.figure.configs", PastKind.CONFIGURED, false),
                figure("story.figure.starts", PastKind.STARTED, false));
    }

    private Paper.Figure figure(String key, PastKind kind, boolean bad) {
        long many = events.stream().filter(each -> each.event().kind() == kind).count();
        return new Paper.Figure(Words.count(many), Text.of(key), bad && many > 0);
    }

    private List<Paper.Strip> strips() {
        List<Paper.Strip> strips = new ArrayList<>();
        for (Band band : seen.bands()) {
            if (band.stretches().isEmpty()) continue;
            strips.add(
                    new Paper.Strip(
                            band.name(), band.stretches().stream().map(this::piece).toList()));
        }
        return strips;
    }

    private Paper.Piece piece(Stretch stretch) {
        double from = Math.clamp(seen.span().place(stretch.fromMillis()), 0, 1);
        double to = Math.clamp(seen.span().place(stretch.toMillis()), 0, 1);
        Look look = stretch.gap() ? Look.UNKNOWN : look(stretch.tone());
        return new Paper.Piece(from, to, stretch.words(), look);
    }

    private static Look look(Tone tone) {
        return switch (tone) {
            case GOOD -> Look.GOOD;
            case WATCH -> Look.WATCH;
            case BAD -> Look.BAD;
            case CALM, DEMO -> Look.CALM;
            case PLAIN -> Look.UNKNOWN;
        };
    }

    private List<Paper.Row> bookmarks() {
        return seen.notes().bookmarks().stream()
                .filter(mark -> seen.span().holds(mark.atMillis()))
                .map(mark -> new Paper.Row(clock(mark.atMillis()), mark.name(), ""))
                .toList();
    }

    private void compared(List<Paper.Part> parts) {
        Comparison compared = seen.notes().compared();
        if (compared == null || compared.loading()) return;
        parts.add(new Paper.Heading(compared.title()));
        List<Paper.Row> rows = new ArrayList<>();
        for (Comparison.Line line : compared.facts()) {
            String words =
                    line.before().isEmpty()
                            ? line.after()
                            : Text.of("story.became", line.before(), line.after());
            rows.add(new Paper.Row(line.differs() ? "*" : "", line.what(), words));
        }
        for (Comparison.Change change : compared.leases()) {
            String words = Text.of("story.became", change.before(), change.after());
            rows.add(
                    new Paper.Row(
                            "*", change.address().toString(), words + "  " + change.client()));
        }
        parts.add(new Paper.Rows(rows));
        parts.add(new Paper.Lines(List.of(compared.more())));
    }

    private List<Paper.Row> rows() {
        return events.stream()
                .map(
                        each -> {
                            String title = PastWords.title(each.event());
                            String more = PastWords.more(each.event());
                            return new Paper.Row(
                                    clock(each.event().atMillis()),
                                    Text.of("timeline.by", each.side().name(), title),
                                    more);
                        })
                .toList();
    }

    private String clock(long millis) {
        return seen.span().millis() >= 86_400_000
                ? Words.full(millis / 1_000, session.zone())
                : Words.clock(millis, session.zone());
    }
}
