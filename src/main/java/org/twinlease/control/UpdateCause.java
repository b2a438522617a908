package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Reason;

/// Why the partner is told of a lease: the reason of its last change here and, where a client's
/// packet was that, the name of its message (`DHCPREQUEST`), its transaction and the client's
/// hardware address. For what a server did by itself `received` is empty, `xid` 0 and `hardware`
/// null.
public record UpdateCause(
        Reason why, String received, int xid, @Nullable HardwareAddress hardware) {

    /// Something that a server did by itself.
    public static UpdateCause of(Reason why) {
        return new UpdateCause(why, "", 0, null);
    }
}
