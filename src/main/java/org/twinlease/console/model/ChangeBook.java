package org.twinlease.console.model;

import org.twinlease.config.document.MarkedLine;

import java.util.List;

/// Where it is kept what people changed and ordered, beyond the session that they did it in. Who
/// opens the console says where that is; the oldest entries go when there are too many.
public interface ChangeBook {

    /// Who works at this console.
    String person();

    /// Everything that is kept, oldest first.
    List<Change> read();

    /// Keeps a change; one with the same number is forgotten. A failure costs the record and
    /// nothing else.
    void add(Change change);

    /// What somebody did: a number that no other has, when (milliseconds since 1970), who, to whom
    /// (a server's name, or names of files), in words, how it ended, and what it changed in which
    /// files (nothing for orders).
    record Change(
            long id,
            long atMillis,
            String person,
            String where,
            String words,
            End end,
            String note,
            List<FilePatch> files) {

        /// Takes a copy of the list.
        public Change {
            files = List.copyOf(files);
        }

        /// The same with another end.
        public Change ended(End how) {
            return new Change(id, atMillis, person, where, words, how, note, files);
        }
    }

    /// Changed lines of a file with some around them, one character an octet; lines between them
    /// that are as they were are one of number 0.
    record FilePatch(String name, List<MarkedLine> lines) {

        /// Takes a copy of the list.
        public FilePatch {
            lines = List.copyOf(lines);
        }
    }

    /// How a change ended.
    enum End {
        /// Waits for a person's word, or did when the console ended in an unforeseen way.
        WAITING,
        KEPT,
        PUT_BACK,
        STUCK,
        /// An order that was obeyed.
        DONE,
        /// An order that was not.
        REFUSED
    }
}
