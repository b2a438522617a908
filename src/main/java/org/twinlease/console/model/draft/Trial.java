package org.twinlease.console.model.draft;

import org.twinlease.config.document.Document;

import java.util.List;

/// A document that was stored: what was there before, when, where the former files are kept, until
/// when it waits for a person's word (milliseconds since 1970), and how it ended.
public record Trial(
        Document before,
        Document after,
        long atMillis,
        long untilMillis,
        List<String> kept,
        End end) {

    /// How it stands.
    public enum End {
        /// Goes back by itself unless a person confirms it.
        WAITING,
        CONFIRMED,
        REVERTED,
        /// It should have gone back and could not: somebody changed a file meanwhile.
        STUCK
    }

    /// Takes a copy of the list.
    public Trial {
        kept = List.copyOf(kept);
    }

    Trial ended(End how) {
        return new Trial(before, after, atMillis, untilMillis, kept, how);
    }
}
