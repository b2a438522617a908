package org.twinlease.cli.manual;

import picocli.CommandLine;

import java.util.List;

/// All commands as one page in Markdown.
final class CommandsPage {
    private CommandsPage() {}

    static String text(List<CommandLine> commands) {
        StringBuilder out = new StringBuilder("# Commands\n\n");
        out.append("Written by the program itself: `twinlease manual`. The same words are in ");
        out.append("`--help` and in the man pages.\n");
        for (CommandLine command : commands) {
            out.append("\n## ").append(Words.name(command)).append("\n\n```\n");
            out.append(Words.synopsis(command)).append("\n```\n\n");
            out.append(String.join("\n", Words.description(command))).append('\n');
            table(out, Words.items(command));
            List<String> footer = Words.footer(command);
            if (!footer.isEmpty()) out.append('\n').append(String.join("\n", footer)).append('\n');
        }
        return out.toString();
    }

    private static void table(StringBuilder out, List<Words.Item> items) {
        if (items.isEmpty()) return;
        out.append("\n| | |\n|---|---|\n");
        for (Words.Item item : items) {
            out.append("| `").append(bar(item.typed())).append("` | ");
            out.append(bar(item.meaning())).append(" |\n");
        }
    }

    private static String bar(String text) {
        return text.replace("|", "\\|");
    }
}
