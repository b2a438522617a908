package org.twinlease.journal;

import java.io.IOException;

/// The next segment while it is filled with zeros, a step at a time, so that writing records later
/// changes nothing but their own octets: a sync is then one write to the disk, and the space is
/// certain. It can be taken at any moment with as many zeros as it has.
final class Spare {

    private final long sequence;
    private final Disk.File file;
    private final int wanted;
    private int prepared;
    private int synced;

    Spare(Disk disk, long sequence, int wanted) throws IOException {
        this.sequence = sequence;
        this.wanted = wanted;
        this.file = disk.create(FileHeader.segment(sequence));
    }

    /// Writes at most one step of zeros.
    void step(Sizes sizes) throws IOException {
        int octets = Math.min(sizes.step(), wanted - prepared);
        file.write(prepared, new byte[octets], 0, octets);
        prepared += octets;
        if (isReady() || prepared - synced >= sizes.unsynced()) {
            file.sync();
            synced = prepared;
        }
    }

    boolean isReady() {
        return prepared == wanted;
    }

    long sequence() {
        return sequence;
    }

    Disk.File file() {
        return file;
    }

    int prepared() {
        return prepared;
    }

    int wanted() {
        return wanted;
    }

    void discard(Litter litter) {
        litter.add(file, FileHeader.segment(sequence));
    }
}
