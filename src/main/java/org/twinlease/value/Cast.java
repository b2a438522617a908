package org.twinlease.value;

/// How a datagram was addressed, as far as the socket that heard it can tell.
public enum Cast {
    /// To an address of this machine alone.
    UNICAST,
    /// To everybody on the link.
    BROADCAST,
    /// The system does not say.
    UNKNOWN
}
