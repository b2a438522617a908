package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

/// One option of a message as it stands there: its number, which may be one without a row, and its
/// data.
public record FailoverField(int code, Octets data) {

    /// The row of the number; null where it has none.
    public @Nullable FailoverOption option() {
        return FailoverOption.ofCode(code);
    }
}
