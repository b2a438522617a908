package org.twinlease.journal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a journal found when it was opened: rows of the snapshot, records of segments, how many
/// segments they came from.
///
/// `cut` is the torn end of the last batch, as a crash leaves it, or null. None of what was cut had
/// been synced, so nobody was ever told of it. `damage` is another matter: octets that had been
/// synced and cannot be read any more, each with what that means. Every other record of the file
/// was still taken, since a record is a lease as a whole; but leases may be missing or be older
/// than they were, and an operator has to be told. It is empty on a disk that keeps what it was
/// given.
public record Replay(
        int snapshotRows, long records, int segments, @Nullable Cut cut, List<Cut> damage) {

    public Replay {
        damage = List.copyOf(damage);
    }

    /// A stretch of a file that was not taken, and why, in words.
    public record Cut(String file, long offset, long octets, String why) {}
}
