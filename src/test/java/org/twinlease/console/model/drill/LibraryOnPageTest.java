package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.window.Desk;
import org.twinlease.drill.Library;

import java.util.List;
import java.util.Objects;

/// Every drill of the library by the page: the same story and the same verdict as on the command
/// line, to the last word.
@Tag("sim")
final class LibraryOnPageTest {

    static List<String> drills() {
        return Library.names();
    }

    @ParameterizedTest
    @MethodSource("drills")
    void aDrillEndsOnThePageAsItsFileSays(String name) {
        var model = new DrillModel(new Desk(Samples.office()).session(Mode.DEMO), Runnable::run);
        model.choose(name);
        model.finish();
        model.pulse();
        var state = model.shown().state();
        String text = Objects.requireNonNull(Library.text(name));
        String outcome = text.substring(text.indexOf("\n----\n"));
        for (TwinPicture.Told line : state.twin().told()) {
            assertThat(outcome)
                    .contains(
                            "%s  %-4s  %s"
                                    .formatted(line.clock(), line.who(), line.what())
                                    .stripTrailing());
        }
        assertThat(state.verdict().title().tone()).isEqualTo(Tone.GOOD);
        for (VerdictPicture.Ruling each : state.verdict().rulings()) {
            assertThat(outcome).contains("  yes  %s (%s)".formatted(each.words(), each.found()));
        }
        assertThat(outcome).contains(state.verdict().worst());
        for (String cause : state.verdict().causes()) {
            assertThat(outcome).contains("  because " + cause);
        }
    }
}
