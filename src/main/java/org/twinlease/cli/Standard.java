package org.twinlease.cli;

import picocli.CommandLine.Option;

/// What every command understands.
final class Standard {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;
}
