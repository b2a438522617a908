package org.twinlease.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.AlarmType;
import org.twinlease.control.Sentences;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The manual says what the commands say of themselves, no more and no less.
final class ManualTest {

    private static CommandLine tool() {
        CommandSpec tool = CommandSpec.create().name("tool");
        tool.usageMessage().description("A tool.").footer("Exit codes: 0 done.");
        CommandSpec count = CommandSpec.create().name("count");
        count.usageMessage()
                .description("Count things.", ".dots and back\\slashes stay, 100%% of them.");
        count.addOption(
                option("-n", "--number").type(int.class).paramLabel("N").required(true).build());
        count.addOption(option("--loud").description("Say it | loudly.").build());
        count.addOption(option("--secret").hidden(true).build());
        count.addPositional(
                PositionalParamSpec.builder().paramLabel("FILE").type(List.class).build());
        return new CommandLine(tool.addSubcommand("count", count));
    }

    private static OptionSpec.Builder option(String... names) {
        return OptionSpec.builder(names).description("How many.");
    }

    private static Map<String, String> manual() {
        return Manual.pages(tool(), "Tool 1.2").stream()
                .collect(Collectors.toMap(Manual.Page::file, Manual.Page::text));
    }

    private static String page(String file) {
        return manual().getOrDefault(file, "");
    }

    @Test
    void everyCommandHasAPageAndThereIsOneOfAll() {
        assertThat(manual())
                .containsOnlyKeys(
                        "man1/tool.1",
                        "man1/tool-count.1",
                        "tool.bash",
                        "commands.md",
                        "notices.md");
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
    void everyAlarmIsListedWithWhatToDo() {
        for (AlarmType type : AlarmType.values()) {
            assertThat(page("notices.md"))
                    .contains("### " + Sentences.label(type))
                    .contains("**What to do:** " + Sentences.advice(type));
        }
    }

    @Test
    void aNoticeShowsWhereItsNumbersGo() {
        assertThat(page("notices.md"))
                .contains("> The lease journal cannot be written: ….\n")
                .contains("- The lease is for …, as the client wished.\n")
                .doesNotContain("{0");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(page("tool.bash")).contains("count").contains("--number");
    }
}
