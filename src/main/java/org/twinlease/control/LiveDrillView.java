package org.twinlease.control;

import org.jspecify.annotations.Nullable;

/// Whether live drills may be done to a server, since when not any more (`markUntil`, seconds since
/// 1970, 0 for as long as the server runs) and why; the drill that is under way, and the last one
/// that is over, null where there is none.
public record LiveDrillView(
        LiveMark mark,
        long markUntil,
        String markReason,
        @Nullable Running running,
        @Nullable Ended last) {

    /// A drill that is under way: of which relationship, what is done, when it began (milliseconds
    /// since 1970), how long it still lasts, and for how long whoever leads it may be silent until
    /// the server ends it by itself.
    public record Running(
            String name,
            LiveAct act,
            long begunMillis,
            long leftMillis,
            long patienceMillis,
            String reason) {}

    /// A drill that is over: when (milliseconds since 1970), and how that came.
    public record Ended(String name, LiveAct act, long begunMillis, long atMillis, LiveEnd how) {}

    /// Of a server to which no live drill can be done.
    public static final LiveDrillView NONE = new LiveDrillView(LiveMark.NONE, 0, "", null, null);
}
