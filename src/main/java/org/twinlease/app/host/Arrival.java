package org.twinlease.app.host;

import org.twinlease.config.Config;

/// What a running server waits for.
public sealed interface Arrival {

    /// The process was told to end.
    record End() implements Arrival {}

    /// The process was told to read its configuration again.
    record Reload() implements Arrival {}

    /// Names of partners have other addresses now: the configuration as it was written, and with
    /// addresses in the place of names.
    record Named(Config written, Config named) implements Arrival {}

    /// The server's engine stopped by itself.
    record Fault(Throwable cause) implements Arrival {}
}
