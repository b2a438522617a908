package org.twinlease.console.model.timeline;

import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/// Has the events that are seen written to a file as a table (RFC 4180), and says what came of it.
final class TimelineExport {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /// With these a spreadsheet takes a text for a formula, and would carry it out.
    private static final String FORMULA = "=+-@\t\r";

    private final ConsoleSession session;
    private final Executor ui;
    private final Runnable changed;
    private Fact outcome = new Fact("", Tone.PLAIN);

    TimelineExport(ConsoleSession session, Executor ui, Runnable changed) {
        this.session = session;
        this.ui = ui;
        this.changed = changed;
    }

    /// What came of the last one; empty before.
    Fact outcome() {
        return outcome;
    }

    /// Writes events, a line each, below a line of heads.
    void write(List<Located> events) {
        List<List<String>> rows = events.stream().map(this::row).toList();
        var now = Instant.ofEpochMilli(session.clock().millis()).atZone(session.zone());
        String heads =
                line(
                        List.of(
                                Text.of("timeline.csv.time"),
                                Text.of("timeline.csv.server"),
                                Text.of("timeline.csv.event"),
                                Text.of("timeline.csv.why")));
        String lines = rows.stream().map(TimelineExport::line).collect(Collectors.joining());
        byte[] octets = (heads + lines).getBytes(StandardCharsets.UTF_8);
        session.files()
                .save(
                        "timeline-" + NAME.format(now) + ".csv",
                        out -> out.write(octets),
                        saved -> ui.execute(() -> saved(saved, rows.size())));
    }

    private List<String> row(Located each) {
        String at = Words.full(each.event().atMillis() / 1_000, session.zone());
        String more = PastWords.more(each.event());
        return List.of(at, each.side().name(), PastWords.title(each.event()), more);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TimelineExport::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String plain = formula ? "'" + text : text;
        boolean quoted =
                plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private void saved(ConsoleFiles.Saved saved, int events) {
        outcome =
                saved.done()
                        ? new Fact(
                                Text.of("timeline.export.done", Words.count(events), saved.place()),
                                Tone.GOOD)
                        : new Fact(Text.of("export.failed", saved.place(), saved.why()), Tone.BAD);
        changed.run();
    }
}
