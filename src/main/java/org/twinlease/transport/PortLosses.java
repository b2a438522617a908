package org.twinlease.transport;

/// What a server's ports lost since they were opened: datagrams that were too long, socket errors
/// (mostly peers that are not there), packets that could not be sent, and datagrams that found the
/// inbox full.
public record PortLosses(long oversize, long errors, long unsent, long refused) {

    /// Everything that was lost.
    public long all() {
        return oversize + errors + unsent + refused;
    }
}
