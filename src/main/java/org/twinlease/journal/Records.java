package org.twinlease.journal;

import org.twinlease.lease.Lease;

import java.util.function.Consumer;

/// The leases in a stretch of a segment that was written in one go, for whoever holds what has been
/// synced against what was promised. A stretch that is no record (a header, zeros) has none.
public final class Records {

    private Records() {}

    /// Calls `each` for the leases in the octets of a file from a place on, in order. Other files
    /// than segments repeat what segments have said, and are passed over.
    public static void leases(String file, int from, byte[] bytes, Consumer<Lease> each) {
        long sequence = FileHeader.sequence(file);
        if (sequence == 0) return;
        int at = from == 0 ? FileHeader.SIZE : 0;
        while (at < bytes.length) {
            int length = Frame.check(bytes, at, bytes.length, sequence, (long) from + at);
            if (length < 0) return;
            if ((bytes[at + Frame.HEAD] & 255 & ~Frame.FIRST) == Frame.ROW) {
                Lease lease = LeaseCodec.decode(bytes, at + Frame.HEAD + 1, length - 1);
                if (lease != null) each.accept(lease);
            }
            at += Frame.HEAD + length;
        }
    }
}
