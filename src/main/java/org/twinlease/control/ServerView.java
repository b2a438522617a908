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
        List<AlarmView> alarms) {}
