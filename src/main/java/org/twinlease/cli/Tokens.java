package org.twinlease.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;

/// The option that names the tokens of servers that a command asks for by `--connect`.
public final class Tokens {

    @Option(
            names = "--token-file",
            split = ",",
            paramLabel = "FILE",
            description =
                    "The servers' tokens (api.token in their data folders), in that order. Servers"
                            + " that the same person started on this machine need none named here.")
    private List<Path> files = List.of();

    /// The files, in the order of the servers; fewer where the last ones need none.
    public List<Path> files() {
        return files;
    }
}
