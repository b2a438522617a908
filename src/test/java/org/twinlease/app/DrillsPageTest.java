package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.cli.commands.Twinlease;
import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Reading;
import org.twinlease.drill.script.Reference;
import org.twinlease.drill.script.Reference.Entry;
import org.twinlease.drill.script.Scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// docs/drills.md tells the whole language and nothing else: its tables are those that the reader
/// reads by, its drill runs, and so does every command in it.
@Tag("sim")
final class DrillsPageTest {

    private static final Path PAGE = Path.of("docs", "drills.md");

    @TempDir Path folder;

    private static List<String> blocks(String kind) throws IOException {
        Matcher block =
                Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(PAGE));
        List<String> found = new ArrayList<>();
        while (block.find()) found.add(block.group(1));
        assertThat(found).as(kind).isNotEmpty();
        return found;
    }

    static List<String> commands() throws IOException {
        return blocks("sh").stream().flatMap(String::lines).toList();
    }

    @Test
    void theDrillOnThePageHolds() throws IOException {
        for (String block : blocks("drill")) {
            Reading reading = DrillReader.read("page.drill", block);
            Scenario scenario = Objects.requireNonNull(reading.scenario(), reading::toString);
            Twin twin = new Twin(scenario, Original.demo(scenario), 1);
            assertThat(twin.finish().judgements()).allMatch(each -> each.holds());
            assertThat(scenario.expectations()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void theTablesOnThePageAreThoseOfTheLanguage() throws IOException {
        String text = Files.readString(PAGE);
        String whole = text;
        whole = with(whole, "settings", "setting", Reference.settings());
        whole = with(whole, "kinds", "kind", Reference.kinds());
        whole = with(whole, "deeds", "act", Reference.deeds());
        whole = with(whole, "claims", "expectation", Reference.claims());
        if (System.getProperty("golden.update") != null) Files.writeString(PAGE, whole);
        else assertThat(text).isEqualTo(whole);
    }

    private static String with(String text, String mark, String heading, List<Entry> entries) {
        String begin = "<!-- " + mark + " -->\n";
        String end = "<!-- end -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end, from);
        assertThat(from).as(mark).isPositive();
        String rows =
                entries.stream()
                        .map(entry -> "| `" + entry.words() + "` | " + entry.meaning() + " |\n")
                        .collect(Collectors.joining());
        String table = "| " + heading + " | means |\n|---|---|\n" + rows;
        return text.substring(0, from + begin.length()) + table + text.substring(to);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOnThePageDoesWhatItSays(String line) throws IOException {
        OwnPair.writeTo(folder);
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        assertThat(words.removeFirst()).isEqualTo("twinlease");
        words.replaceAll(
                word ->
                        word.matches("[ab]\\.(conf|leases)|report")
                                ? folder.resolve(word).toString()
                                : word);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Twinlease.run(
                        new LocalPrograms(),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        words.toArray(String[]::new));
        if (words.contains("--connect")) {
            // Understood, and nobody runs there.
            assertThat(code).as("%s: %s %s", line, out, err).isEqualTo(3);
            return;
        }
        assertThat(code).as("%s: %s %s", line, out, err).isZero();
        assertThat(out.toString()).isNotBlank();
        assertThat(err.toString()).isEmpty();
    }
}
