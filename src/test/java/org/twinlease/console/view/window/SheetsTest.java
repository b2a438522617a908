package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// The rules for style sheets: colours only by role, every role given, readable in both themes.
final class SheetsTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/twinlease/console/view");
    private static final Pattern COLOUR =
            Pattern.compile("(-tl-[a-z-]+): #([0-9a-f]{6})([0-9a-f]{2})?;");

    private static String sheet(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    private static List<Path> sheets() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".css")).toList();
        }
    }

    @Test
    void onlyTheTokensNameColours() throws IOException {
        var found = new ArrayList<String>();
        for (Path sheet : sheets()) {
            if (sheet.endsWith("tokens.css")) continue;
            Files.readAllLines(sheet).stream()
                    .filter(line -> line.matches(".*(#[0-9a-fA-F]{3,8}|rgb|hsb)[ ;(].*"))
                    .filter(line -> !line.matches("#[a-z].*"))
                    .forEach(found::add);
        }
        assertThat(found).isEmpty();
    }

    /// The build hands JavaFX its own form of each sheet in the place of the text.
    @Test
    void javaFxsOwnFormSaysTheSame(@TempDir Path folder) throws IOException {
        for (Path sheet : sheets()) {
            Path form = folder.resolve(sheet.getFileName() + ".bss");
            Stylesheet.convertToBinary(sheet.toFile(), form.toFile());
            List<String> text = words(new CssParser().parse(sheet.toUri().toURL()));
            assertThat(text).isNotEmpty();
            assertThat(words(Stylesheet.loadBinary(form.toUri().toURL()))).isEqualTo(text);
        }
    }

    private static List<String> words(Stylesheet sheet) {
        return sheet.getRules().stream()
                .map(rule -> rule.getSelectors() + " " + properties(rule))
                .toList();
    }

    private static List<String> properties(Rule rule) {
        return rule.getDeclarations().stream().map(Declaration::getProperty).toList();
    }

    @Test
    void everyRoleThatIsUsedIsGiven() throws IOException {
        var given = new HashSet<String>();
        var used = new HashSet<String>();
        for (Path sheet : sheets()) {
            String text = Files.readString(sheet);
            Pattern.compile("(-tl-[a-z-]+):")
                    .matcher(text)
                    .results()
                    .forEach(m -> given.add(m.group(1)));
            Pattern.compile("[ ,](-tl-[a-z-]+)[ ,;]")
                    .matcher(text)
                    .results()
                    .forEach(m -> used.add(m.group(1)));
        }
        assertThat(given).containsAll(used);
    }

    @Test
    void theDarkThemeGivesEveryColourOfTheLightOne() throws IOException {
        String tokens = sheet("tokens.css");
        int dark = tokens.indexOf("@media");
        var light = colours(tokens.substring(0, dark)).keySet();
        assertThat(colours(tokens.substring(dark)).keySet()).containsAll(light);
    }

    /// WCAG 2.1 AA asks for 4.5 for text of this size.
    @ParameterizedTest
    @CsvSource({
        "text, card",
        "text, bg",
        "text, inner",
        "muted, card",
        "muted, bg",
        "muted, inner",
        "faint, card",
        "faint, inner",
        "text, accent-soft",
        "muted, accent-soft",
        "good-text, good-soft",
        "watch-text, watch-soft",
        "bad-text, bad-soft",
        "calm-text, calm-soft",
        "demo-text, demo-soft",
        "muted, plain-soft",
        "on-accent, accent",
        "on-accent, bad",
        "demo-text, inner",
        "accent-text, card"
    })
    void textStandsOutFromItsGround(String text, String ground) throws IOException {
        String tokens = sheet("tokens.css");
        int dark = tokens.indexOf("@media");
        for (String theme : List.of(tokens.substring(0, dark), tokens.substring(dark))) {
            var colours = colours(theme);
            double[] card = over(colours, "-tl-card", new double[] {0, 0, 0});
            double ratio =
                    contrast(
                            over(colours, "-tl-" + text, card),
                            over(colours, "-tl-" + ground, card));
            assertThat(ratio).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, String> colours(String theme) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(theme)
                .results()
                .forEach(
                        m ->
                                colours.put(
                                        m.group(1),
                                        m.group(2) + Objects.requireNonNullElse(m.group(3), "ff")));
        return colours;
    }

    private static double[] over(Map<String, String> colours, String role, double[] ground) {
        String hex = Objects.requireNonNull(colours.get(role), role);
        double alpha = Integer.parseInt(hex.substring(6), 16) / 255.0;
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            mixed[i] = part * alpha + ground[i] * (1 - alpha);
        }
        return mixed;
    }

    private static double contrast(double[] one, double[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = rgb[i];
            double linear = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
            sum += weights[i] * linear;
        }
        return sum;
    }
}
