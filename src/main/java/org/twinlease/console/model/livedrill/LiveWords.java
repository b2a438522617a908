package org.twinlease.console.model.livedrill;

import org.twinlease.console.model.Text;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveEnd;

/// What live drills are called.
public final class LiveWords {

    private LiveWords() {}

    /// What is done, in a few words.
    public static String of(LiveAct act) {
        return switch (act) {
            case PAUSE_LINK -> Text.of("livedrill.act.pause");
            case BLOCK_PORT -> Text.of("livedrill.act.block");
            case STOP_SERVING -> Text.of("livedrill.act.stop");
        };
    }

    /// What that means.
    public static String meaning(LiveAct act) {
        return switch (act) {
            case PAUSE_LINK -> Text.of("livedrill.act.pause.meaning");
            case BLOCK_PORT -> Text.of("livedrill.act.block.meaning");
            case STOP_SERVING -> Text.of("livedrill.act.stop.meaning");
        };
    }

    /// How one ended.
    static String of(LiveEnd how) {
        return switch (how) {
            case OVER -> Text.of("livedrill.end.over");
            case ORDERED -> Text.of("livedrill.end.ordered");
            case FORSAKEN -> Text.of("livedrill.end.forsaken");
            case RECONFIGURED -> Text.of("livedrill.end.reconfigured");
        };
    }
}
