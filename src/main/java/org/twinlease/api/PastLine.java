package org.twinlease.api;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.PastEvent;

import java.io.IOException;

/// An event of the past as a line of JSON, as servers keep it and the control API tells it.
public final class PastLine {

    private PastLine() {}

    /// The line, without its end.
    public static byte[] write(PastEvent event) throws IOException {
        return Json.bytes(event);
    }

    /// Reads what [#write] wrote; null for a line that is damaged or of another version.
    public static @Nullable PastEvent read(byte[] line) {
        try {
            return Json.event(line);
        } catch (IOException damaged) {
            return null;
        }
    }
}
