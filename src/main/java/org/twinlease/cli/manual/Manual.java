package org.twinlease.cli.manual;

import picocli.AutoComplete;
import picocli.CommandLine;

import java.util.ArrayList;
import java.util.List;

/// Everything that can be read about the commands without running them.
public final class Manual {
    private Manual() {}

    /// One file of the manual.
    ///
    /// @param file its name below the folder that the manual is written to, with `/`
    /// @param text what is in it
    public record Page(String file, String text) {}

    /// The manual of a command line: `man1/*.1` in roff, `twinlease.bash` with completion for bash
    /// and (after `bashcompinit`) zsh, `commands.md` with all commands, and `notices.md` with
    /// everything that a server may say.
    ///
    /// @param root the command that all others hang from
    /// @param version what stands at the foot of each man page, such as `Twinlease 0.1.0`
    public static List<Page> pages(CommandLine root, String version) {
        List<Page> pages = new ArrayList<>();
        for (CommandLine command : commands(root)) {
            pages.add(
                    new Page(
                            "man1/" + ManPage.name(command) + ".1",
                            new ManPage(command, version).text()));
        }
        String name = root.getCommandName();
        pages.add(new Page(name + ".bash", AutoComplete.bash(name, root)));
        pages.add(new Page("commands.md", CommandsPage.text(commands(root))));
        pages.add(new Page("notices.md", NoticesPage.text()));
        return List.copyOf(pages);
    }

    /// A command and all below it, each before those that hang from it.
    static List<CommandLine> commands(CommandLine root) {
        List<CommandLine> all = new ArrayList<>();
        if (root.getCommandSpec().usageMessage().hidden()) return all;
        all.add(root);
        for (CommandLine command : root.getSubcommands().values()) all.addAll(commands(command));
        return all;
    }
}
