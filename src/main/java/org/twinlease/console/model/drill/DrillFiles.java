package org.twinlease.console.model.drill;

import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleFiles.Opened;
import org.twinlease.console.model.ConsoleFiles.Saved;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.drill.report.Report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Drills and reports as files, where a person chooses; what came of it is said.
record DrillFiles(ConsoleFiles files, Executor ui, Consumer<Fact> say) {

    private static final String ENDING = ".drill";

    /// Reads a drill; it and its folder follow.
    void open(BiConsumer<DrillText, String> then) {
        files.open(ENDING, opened -> ui.execute(() -> opened(opened, then)));
    }

    private void opened(Opened file, BiConsumer<DrillText, String> then) {
        String name = file.name();
        if (!file.done()) {
            say.accept(new Fact(Text.of("drill.open.refused", name, file.why()), Tone.BAD));
            return;
        }
        boolean ends = name.endsWith(ENDING);
        String called = ends ? name.substring(0, name.length() - ENDING.length()) : name;
        then.accept(DrillText.of(called, file.text()), file.folder());
    }

    /// Keeps a drill.
    void save(DrillText text) {
        byte[] octets = (text.text() + "\n").getBytes(StandardCharsets.UTF_8);
        files.save(text.name() + ENDING, out -> out.write(octets), this::saved);
    }

    /// Writes the report on a run that is over.
    void report(DrillRun run) {
        say.accept(new Fact(Text.of("drill.report.busy"), Tone.CALM));
        run.use(
                twin -> {
                    Map<String, byte[]> all = Report.of(List.of(twin));
                    ui.execute(() -> files.saveAll(all, this::saved));
                });
    }

    private void saved(Saved saved) {
        Fact fact =
                saved.done()
                        ? new Fact(Text.of("drill.saved", saved.place()), Tone.GOOD)
                        : new Fact(
                                Text.of("drill.save.refused", saved.place(), saved.why()),
                                Tone.BAD);
        ui.execute(() -> say.accept(fact));
    }
}
