package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// A failover message that went out or came in: of which relationship, its type as the draft spells
/// it (`BNDUPD`), its number, the address that it is about (0.0.0.0 for none), what it says in a
/// few words, and its octets. `sequence` grows by one a message; `atMillis` is since 1970. A
/// message and its answer have the same number and opposite directions. `cause` is why an update
/// goes out, null for all other messages and while it is not remembered.
public record FailoverMessageView(
        long sequence,
        long atMillis,
        String name,
        boolean outgoing,
        String type,
        long xid,
        Ip4 address,
        String words,
        Octets octets,
        @Nullable UpdateCause cause) {}
