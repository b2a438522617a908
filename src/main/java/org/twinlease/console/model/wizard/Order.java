package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.Command;

/// What a step can order: `command` to `server`, or without one what [Guide#act] does at this
/// console, under a button of that `label`. It is `ready` when nothing is missing, else `missing`
/// says what is; a dangerous one is given only `seconds` after the button was pressed, and can be
/// stopped until then.
record Order(
        PairSide server,
        @Nullable Command command,
        String label,
        boolean ready,
        String missing,
        int seconds) {}
