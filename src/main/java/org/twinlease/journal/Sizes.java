package org.twinlease.journal;

/// The numbers of a journal, in octets: how large the first, the largest and the smallest prepared
/// segment is; how much is written in one step of housekeeping and how much between two syncs of a
/// file that is being prepared; what has to be in segments before a snapshot pays; when a batch
/// should be synced and what it must never exceed.
record Sizes(
        int first,
        int largest,
        int smallest,
        int step,
        int unsynced,
        int snapshotAfter,
        int dueBatch,
        int largestBatch) {

    static final Sizes USUAL =
            new Sizes(1 << 20, 64 << 20, 64 << 10, 256 << 10, 1 << 20, 16 << 20, 1 << 20, 16 << 20);
}
