package org.twinlease.cli;

import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// A command: its words are filled in by picocli, then it runs once and says how it ended.
public abstract class Job implements Callable<Integer> {

    /// What a command works with.
    public record Tools(Programs programs, Terminal terminal) {}

    @Mixin Standard standard = new Standard();

    /// What has work done for this command.
    protected final Programs programs;

    /// Where its lines go.
    protected final Terminal terminal;

    /// A command that works with these.
    protected Job(Tools tools) {
        programs = tools.programs();
        terminal = tools.terminal();
    }

    /// Does the work; how it ended.
    ///
    /// @throws Refused when it cannot be done
    protected abstract Exit run() throws Refused;

    @Override
    public final Integer call() throws Refused {
        return run().code();
    }
}
