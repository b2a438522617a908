package org.twinlease.sim.twin;

import org.twinlease.value.Ip4;

/// Knows servers by the address that clients know them by.
interface Whereabouts {

    /// The number of the server with a server identifier, -1 when there is none.
    int serverAt(Ip4 identifier);
}
