package org.twinlease.cli;

/// What commands have done for them by those who may open files and sockets.
public interface Programs {

    /// Who and what this program is.
    Version version();

    /// Shows the console with the demo in a window, or takes its pictures, or runs the demo in the
    /// terminal where there is no display. Returns when that is over.
    ///
    /// @throws Refused when it cannot begin
    void console(ConsoleOptions options, Terminal terminal) throws Refused;

    /// Serves until a signal ends it.
    ///
    /// @throws Refused when it cannot begin, or stops by itself
    void serve(ServeOptions options, Terminal terminal) throws Refused;
}
