package org.twinlease.console.model.pair;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.value.ServerState;

/// What a state of a failover server means to a person, from one table in the bundle: its `name`,
/// whom a server in it `serves`, what it `may` do with addresses, and what `ends` it.
public record StateWords(String name, String serves, String may, String ends, Tone tone) {

    /// The words of a state; `starting` while the server has not heard its partner since its start.
    public static StateWords of(ServerState state, boolean starting) {
        return starting ? of(ServerState.STARTUP) : of(state);
    }

    /// The words of a state.
    public static StateWords of(ServerState state) {
        return switch (state) {
            case UNKNOWN -> row("pair.state.unknown", Tone.PLAIN);
            case STARTUP -> row("pair.state.startup", Tone.CALM);
            case NORMAL -> row("pair.state.normal", Tone.GOOD);
            case COMMUNICATIONS_INTERRUPTED -> row("pair.state.interrupted", Tone.WATCH);
            case PARTNER_DOWN -> row("pair.state.partnerdown", Tone.WATCH);
            case POTENTIAL_CONFLICT -> row("pair.state.conflict", Tone.BAD);
            case RECOVER -> row("pair.state.recover", Tone.CALM);
            case PAUSED -> row("pair.state.paused", Tone.WATCH);
            case SHUTDOWN -> row("pair.state.shutdown", Tone.BAD);
            case RECOVER_DONE -> row("pair.state.recoverdone", Tone.CALM);
            case RESOLUTION_INTERRUPTED -> row("pair.state.resolution", Tone.BAD);
            case CONFLICT_DONE -> row("pair.state.conflictdone", Tone.CALM);
            case RECOVER_WAIT -> row("pair.state.recoverwait", Tone.WATCH);
        };
    }

    private static StateWords row(String key, Tone tone) {
        String[] words = Text.of(key).split(" \\| ", 4);
        return new StateWords(words[0], words[1], words[2], words[3], tone);
    }
}
