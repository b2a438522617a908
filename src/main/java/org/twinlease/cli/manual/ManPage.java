package org.twinlease.cli.manual;

import picocli.CommandLine;

import java.util.List;
import java.util.Locale;

/// One command as a page of section 1, in the macros of man(7).
final class ManPage {

    private final CommandLine command;
    private final String version;
    private final StringBuilder out = new StringBuilder();

    ManPage(CommandLine command, String version) {
        this.command = command;
        this.version = version;
    }

    /// The page's name, `twinlease-leases-list`.
    static String name(CommandLine command) {
        return Words.name(command).replace(' ', '-');
    }

    String text() {
        String name = name(command);
        out.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1 \"\" \"");
        out.append(version).append("\" \"Twinlease\"\n");
        List<String> description = Words.description(command);
        section("NAME");
        String brief = description.isEmpty() ? Words.name(command) : description.getFirst();
        out.append(plain(name)).append(" \\- ").append(plain(withoutDot(brief))).append('\n');
        section("SYNOPSIS");
        out.append(".nh\n.ad l\n.B ").append(plain(Words.synopsis(command))).append("\n.ad\n.hy\n");
        section("DESCRIPTION");
        paragraphs(description);
        items("OPTIONS", Words.items(command));
        items("COMMANDS", subcommands());
        List<String> footer = Words.footer(command);
        if (!footer.isEmpty()) {
            section("NOTES");
            paragraphs(footer);
        }
        seeAlso();
        return out.toString();
    }

    private List<Words.Item> subcommands() {
        return command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .map(each -> new Words.Item(name(each) + "(1)", brief(each)))
                .toList();
    }

    private static String brief(CommandLine command) {
        List<String> lines = Words.description(command);
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    private void seeAlso() {
        CommandLine parent = command.getParent();
        section("SEE ALSO");
        String other = parent == null ? "dhcpd.conf(5)" : name(parent) + "(1)";
        out.append(plain(other)).append('\n');
    }

    private void items(String title, List<Words.Item> items) {
        if (items.isEmpty()) return;
        section(title);
        for (Words.Item item : items) {
            out.append(".TP\n.B ").append(plain(item.typed())).append('\n');
            out.append(plain(item.meaning())).append('\n');
        }
    }

    private void section(String title) {
        out.append(".SH ").append(title).append('\n');
    }

    private void paragraphs(List<String> lines) {
        for (String line : lines) out.append(".PP\n").append(plain(line)).append('\n');
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /// Text that roff prints as it is: a backslash, a dash that may be copied into a shell, and a
    /// line that begins like a request.
    static String plain(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
