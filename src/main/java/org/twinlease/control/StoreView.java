package org.twinlease.control;

/// What a server's data folder takes and what is left of its disk, in octets: the journal with its
/// snapshot and the record of the past, what may still be written, and the whole disk. -1 is not
/// known.
public record StoreView(long usedBytes, long freeBytes, long diskBytes) {

    /// Of a server that keeps nothing in a folder.
    public static final StoreView UNKNOWN = new StoreView(-1, -1, -1);
}
