package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Reading;
import org.twinlease.drill.script.Scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Every drill of the library: that it runs as its file says, to the last octet, and that what it
/// expects holds. `-Dgolden.update` rewrites the outcomes.
@Tag("sim")
final class LibraryTest {

    private static final Path FOLDER =
            Path.of("src", "main", "resources", "org", "twinlease", "drill", "library");

    static List<String> drills() {
        return Library.names();
    }

    @ParameterizedTest
    @MethodSource("drills")
    void aDrillGoesAsItsFileSays(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".drill");
        String text = Files.readString(file);
        Reading reading = DrillReader.read(name + ".drill", text);
        Scenario scenario = Objects.requireNonNull(reading.scenario(), reading::toString);
        Twin twin = new Twin(scenario, Original.demo(scenario), 1);
        Verdict verdict = twin.finish();
        String told = Telling.whole(twin);
        int rule = text.indexOf("\n----\n");
        String story = rule < 0 ? text : text.substring(0, rule + 1);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, story + "----\n" + told);
        } else {
            assertThat(reading.outcome() + "\n").isEqualTo(told);
        }
        assertThat(verdict.holds()).as(told).isTrue();
    }

    @Test
    void theIndexNamesEveryDrillOfTheLibraryOnce() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(
                                            Library.names().stream().map(name -> name + ".drill"),
                                            Stream.of("index"))
                                    .toList());
        }
        assertThat(Library.names()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(Library.text("../secrets")).isNull();
        assertThat(Library.scenario("no such drill")).isNull();
    }

    /// A drill teaches something, does something and expects something.
    @ParameterizedTest
    @MethodSource("drills")
    void everyDrillIsALesson(String name) {
        Scenario drill = Objects.requireNonNull(Library.scenario(name));
        assertThat(drill.name()).isEqualTo(name);
        assertThat(drill.title()).isNotEqualTo(name).hasSizeLessThan(60);
        assertThat(drill.lesson().length()).isBetween(80, 500);
        assertThat(drill.steps()).isNotEmpty();
        assertThat(drill.expectations()).hasSizeGreaterThanOrEqualTo(3);
    }
}
