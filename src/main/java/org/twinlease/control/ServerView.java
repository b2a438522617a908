package org.twinlease.control;

import java.util.List;

/// Who a server is and how it is. `startedMillis` is wall time; `listening` are addresses with
/// ports; `replyMode` says how a client without an address is answered (raw frame or broadcast) and
/// why; `diskOk` is false while the journal cannot be written; `memoryBytes` is what leases take.
public record ServerView(
        String name,
        String version,
        long startedMillis,
        List<String> listening,
        String replyMode,
        String pingMode,
        String dataFolder,
        boolean diskOk,
        long leases,
        long memoryBytes,
        List<AlarmView> alarms) {

    /// The version of a server that is an ISC dhcpd and tells no more than its OMAPI does: what is
    /// not known is 0, -1 or empty, also in what else it is asked.
    public static final String DHCPD = "ISC dhcpd";

    /// Whether it is such a server.
    public boolean isDhcpd() {
        return version.equals(DHCPD);
    }
}
