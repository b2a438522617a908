package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Reason;

import java.util.List;

/// Something that happened to a server, from its record of the past. `sequence` grows by one an
/// event, also over restarts; `atMillis` is since 1970. [PastKind] says what the texts and numbers
/// are. `before` is what a lease was, null for other kinds.
public record PastEvent(
        long sequence,
        long atMillis,
        PastKind kind,
        String subject,
        String words,
        List<Long> numbers,
        @Nullable Reason why,
        @Nullable LeaseView before) {

    /// Takes a copy of the list.
    public PastEvent {
        numbers = List.copyOf(numbers);
    }

    /// The same under a number.
    public PastEvent numbered(long number) {
        return new PastEvent(number, atMillis, kind, subject, words, numbers, why, before);
    }
}
