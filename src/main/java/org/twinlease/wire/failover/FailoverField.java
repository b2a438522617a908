package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;

/// One option of a message as it stands there: its number, which may be one without a row, and its
/// data.
public record FailoverField(int code, Octets data) {

    /// The row of the number; null where it has none.
    public @Nullable FailoverOption option() {
        return FailoverOption.ofCode(code);
    }

    /// The options of a message in their order, also of one that is bad: as many as are whole.
    public static List<FailoverField> all(Octets message) {
        List<FailoverField> fields = new ArrayList<>();
        byte[] bytes = message.toArray();
        int at = FailoverMessage.HEADER;
        if (bytes.length > at) at = Math.max(at, bytes[3] & 255);
        while (at + 4 <= bytes.length) {
            int size = FailoverMessage.u16(bytes, at + 2);
            if (at + 4 + size > bytes.length) break;
            fields.add(
                    new FailoverField(
                            FailoverMessage.u16(bytes, at), Octets.of(bytes, at + 4, size)));
            at += 4 + size;
        }
        return fields;
    }
}
