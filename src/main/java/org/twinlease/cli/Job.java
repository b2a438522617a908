package org.twinlease.cli;

import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// A command: its words are filled in by picocli, then it runs once and says how it ended.
abstract sealed class Job implements Callable<Integer>
        permits CheckCommand,
                ConsoleCommand,
                DhcpdCommand,
                ExplainCommand,
                FailoverCommand,
                LeasesCommand,
                LoadCommand,
                PairCommand,
                ServeCommand,
                SimCommand,
                StatusCommand,
                WatchCommand {

    /// What a command works with.
    record Tools(Programs programs, Terminal terminal) {}

    @Mixin Standard standard = new Standard();

    final Programs programs;
    final Terminal terminal;

    Job(Tools tools) {
        programs = tools.programs();
        terminal = tools.terminal();
    }

    abstract Exit run() throws Refused;

    @Override
    public final Integer call() throws Refused {
        return run().code();
    }
}
