package org.twinlease.app;

import org.twinlease.cli.commands.Twinlease;

import java.util.stream.Stream;

/// The entry of the installed `twinlease-server`: `twinlease serve` by a name of its own, so that
/// the machine it runs on can give it rights and memory of its own.
public final class ServerMain {
    private ServerMain() {}

    /// Runs `serve` with these words and ends the process with its exit code.
    public static void main(String[] words) {
        String[] all = Stream.concat(Stream.of("serve"), Stream.of(words)).toArray(String[]::new);
        System.exit(Twinlease.run(new LocalPrograms(), all));
    }
}
