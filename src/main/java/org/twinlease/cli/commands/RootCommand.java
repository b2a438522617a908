package org.twinlease.cli.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `twinlease` itself.
@Command(
        name = "twinlease",
        description = "A DHCPv4 server and its console.",
        footer = {
            "",
            "Exit codes: 0 done, 1 findings, 2 wrong usage or unreadable input, 3 server not"
                    + " reached, 4 internal failure."
        })
final class RootCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    boolean version;
}
