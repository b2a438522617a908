package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

/// How reading a capture ended: its packets, those of link layers that are not read, the messages
/// among them, the malformed ones, octets that the capture lacks, and what is wrong with the file
/// as the rest of a sentence that begins with its name.
public record CaptureResult(
        long packets,
        long unread,
        int messages,
        int malformed,
        long lost,
        @Nullable String fault) {}
