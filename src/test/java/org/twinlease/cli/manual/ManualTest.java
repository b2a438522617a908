package org.twinlease.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The manual says what the commands say of themselves, no more and no less.
final class ManualTest {

    @Command(name = "tool", description = "A tool.", footer = "Exit codes: 0 done.")
    private static final class Tool {}

    @Command(
            name = "count",
            description = {"Count things.", ".dots and back\\slashes stay, 100%% of them."})
    private static final class Count implements Runnable {

        @Option(
                names = {"-n", "--number"},
                paramLabel = "N",
                required = true,
                description = "How many.")
        int number;

        @Option(names = "--loud", description = "Say it | loudly.")
        boolean loud;

        @Option(names = "--secret", hidden = true, description = "For nobody.")
        boolean secret;

        @Parameters(paramLabel = "FILE", description = "What to count in.")
        List<String> files = List.of();

        @Override
        public void run() {}
    }

    private static Map<String, String> manual() {
        CommandLine root = new CommandLine(new Tool()).addSubcommand(new Count());
        return Manual.pages(root, "Tool 1.2").stream()
                .collect(Collectors.toMap(Manual.Page::file, Manual.Page::text));
    }

    private static String page(String file) {
        return manual().getOrDefault(file, "");
    }

    @Test
    void everyCommandHasAPageAndThereIsOneOfAll() {
        assertThat(manual())
                .containsOnlyKeys("man1/tool.1", "man1/tool-count.1", "tool.bash", "commands.md");
    }

    @Test
    void aPageSaysHowTheCommandIsTypedAndWhatEachWordDoes() {
        assertThat(page("man1/tool-count.1"))
                .startsWith(".TH TOOL-COUNT 1 \"\" \"Tool 1.2\" \"Twinlease\"\n")
                .contains("tool\\-count \\- Count things\n")
                .contains(".B tool count \\-\\-number=N [\\-\\-loud] FILE...\n")
                .contains(".TP\n.B \\-n, \\-\\-number=N\nHow many.\n");
    }

    @Test
    void textNeverBecomesARequestToTheFormatter() {
        assertThat(page("man1/tool-count.1"))
                .contains("\n\\&.dots and back\\eslashes stay, 100% of them.\n");
    }

    @Test
    void whatIsHiddenStaysHidden() {
        assertThat(page("man1/tool-count.1")).doesNotContain("secret");
        assertThat(page("commands.md")).doesNotContain("secret");
    }

    @Test
    void aPageNamesItsNeighbours() {
        assertThat(page("man1/tool.1")).contains(".B tool\\-count(1)\nCount things.\n");
        assertThat(page("man1/tool-count.1")).endsWith(".SH SEE ALSO\ntool(1)\n");
    }

    @Test
    void notesComeLast() {
        assertThat(page("man1/tool.1")).contains(".SH NOTES\n.PP\nExit codes: 0 done.\n");
    }

    @Test
    void aBarDoesNotBreakTheTable() {
        assertThat(page("commands.md")).contains("| `--loud` | Say it \\| loudly. |\n");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(page("tool.bash")).contains("count").contains("--number");
    }
}
