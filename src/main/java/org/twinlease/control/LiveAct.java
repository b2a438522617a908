package org.twinlease.control;

import java.util.Locale;

/// What a live drill does to a server that serves, with sockets of its own and nothing else.
public enum LiveAct {
    /// The connection to the partner is closed, and none is made or taken.
    PAUSE_LINK,

    /// No connection of the partner is taken, as when a firewall is in front of the failover port;
    /// those that this server makes go on.
    BLOCK_PORT,

    /// No client is answered, and there is no connection to the partner, as if the server were
    /// stopped.
    STOP_SERVING;

    /// As commands and the API spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
