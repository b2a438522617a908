package org.twinlease.transport;

/// What a server's ports lost since they were opened: datagrams that were too long, socket errors
/// (mostly peers that are not there), packets that could not be sent, and datagrams that found the
/// inbox full. And how many TCP connections were turned away: a stranger's, or one too many.
public record PortLosses(long oversize, long errors, long unsent, long refused, long turnedAway) {

    /// Every packet that was lost.
    public long all() {
        return oversize + errors + unsent + refused;
    }
}
