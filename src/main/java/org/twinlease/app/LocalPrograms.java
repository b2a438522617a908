package org.twinlease.app;

import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.Terminal;
import org.twinlease.cli.Version;

/// Does what commands ask for, in this process.
final class LocalPrograms implements Programs {

    @Override
    public Version version() {
        return Versions.read();
    }

    @Override
    public void console(ConsoleOptions options, Terminal terminal) throws Refused {
        new ShowConsole(options, terminal).run();
    }

    @Override
    public void serve(ServeOptions options, Terminal terminal) throws Refused {
        try (ProcessSignals signals = ProcessSignals.watch()) {
            new Serve(options, terminal, signals.arrivals()).run();
        }
    }
}
