package org.twinlease.cli;

/// What commands have done for them by those who may open files and sockets.
public interface Programs {

    /// Who and what this program is.
    Version version();

    /// Serves until a signal ends it.
    ///
    /// @throws Refused when it cannot begin, or stops by itself
    void serve(ServeOptions options, Terminal terminal) throws Refused;
}
