package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Reading;
import org.twinlease.drill.script.Scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The drills that come with the program, each a file that is at once test, documentation and
/// transcript. `library/index` names them in the order in which they are learnt.
public final class Library {

    private static final String FOLDER = "library/";
    private static final String ENDING = ".drill";

    private Library() {}

    /// The names of all drills, in the order in which they are learnt.
    public static List<String> names() {
        String index = resource("index");
        if (index == null) throw new IllegalStateException("the library has no index");
        return index.lines().filter(line -> !line.isBlank()).toList();
    }

    /// The text of a drill with its outcome; null when there is none of that name.
    public static @Nullable String text(String name) {
        return names().contains(name) ? resource(name + ENDING) : null;
    }

    /// A drill by its name, null when there is none of that name.
    public static @Nullable Scenario scenario(String name) {
        String text = text(name);
        if (text == null) return null;
        Reading reading = DrillReader.read(name + ENDING, text);
        if (reading.scenario() == null) {
            throw new IllegalStateException(name + ": " + reading.problems());
        }
        return reading.scenario();
    }

    private static @Nullable String resource(String name) {
        try (InputStream in = Library.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
