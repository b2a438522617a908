package org.twinlease.control;

/// Everything that is counted since start; labels are in `control/notices.properties`.
public enum Counter {
    RECEIVED,
    MALFORMED,
    DROPPED,
    TURNED_AWAY,
    DISCOVER,
    REQUEST,
    DECLINE,
    RELEASE,
    INFORM,
    BOOTREQUEST,
    OFFER,
    ACK,
    NAK,
    BOOTREPLY,
    SILENT,
    PINGS,
    PINGS_ANSWERED,
    EXPIRED,
    SYNCS,
    RECORDS,
    /// DISCOVERs whose `secs` looks as if its octets were exchanged.
    SECS_SWAPPED
}
