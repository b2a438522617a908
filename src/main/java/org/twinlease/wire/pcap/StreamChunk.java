package org.twinlease.wire.pcap;

/// Octets of one direction of a connection, next in order after those of the chunk before. `lost`
/// octets in front of them are not in the capture. `connection` counts from 1 in the order in which
/// connections first show; `nanos` is when the packet came that completed the chunk. `reader` is
/// what the caller reads this direction with.
public record StreamChunk<R>(
        long nanos,
        int connection,
        Endpoint src,
        Endpoint dst,
        byte[] octets,
        long lost,
        R reader) {}
