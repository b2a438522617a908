package org.twinlease.console.model.leases;

import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.LeaseView;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/// Has leases written to a file, and says what came of it.
final class LeasesExport {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final ConsoleSession session;
    private final Executor ui;
    private final Runnable changed;
    private final Runnable settle;
    private Fact outcome = new Fact("", Tone.PLAIN);

    LeasesExport(ConsoleSession session, Executor ui, Runnable changed, Runnable settle) {
        this.session = session;
        this.ui = ui;
        this.changed = changed;
        this.settle = settle;
    }

    /// What came of the last one; empty before.
    Fact outcome() {
        return outcome;
    }

    void write(List<LeaseView> leases, ConsoleFiles.Leases format) {
        var now = Instant.ofEpochMilli(session.clock().millis()).atZone(session.zone());
        String ending =
                format == ConsoleFiles.Leases.ISC
                        ? ".leases"
                        : "." + format.name().toLowerCase(Locale.ROOT);
        session.files()
                .save(
                        "leases-" + NAME.format(now) + ending,
                        session.files().leases(leases, format),
                        saved -> ui.execute(() -> saved(saved, leases.size())));
    }

    private void saved(ConsoleFiles.Saved saved, int leases) {
        outcome =
                saved.done()
                        ? new Fact(
                                Text.of("leases.export.done", Words.count(leases), saved.place()),
                                Tone.GOOD)
                        : new Fact(Text.of("export.failed", saved.place(), saved.why()), Tone.BAD);
        changed.run();
        settle.run();
    }
}
