package org.twinlease.wire.pcap;

/// A frame as it was captured: nanoseconds since 1970, the number of its link type (tcpdump's
/// `LINKTYPE_` list), the octets that were kept and how many there were on the wire. The octets
/// must not be written to.
public record CapturedFrame(long nanos, int linkType, byte[] octets, long originalLength) {

    /// Whether IPv4 packets can be found behind its link type.
    public boolean isReadable() {
        return LinkLayer.of(linkType) != null;
    }
}
