package org.twinlease.cli;

/// What a load did: exchanges, what became of them, and times in microseconds.
public record LoadResult(
        double perSecond,
        long started,
        long completed,
        long dropped,
        long refused,
        long duplicates,
        long offerP50,
        long offerP99,
        long ackP50,
        long ackP99) {}
