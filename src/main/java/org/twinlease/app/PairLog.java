package org.twinlease.app;

import org.twinlease.cli.Terminal;
import org.twinlease.control.AlarmType;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Sentences;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// What happens between the two servers of a pair, for the log of a server without a console: each
/// state with its cause, and trouble with its remedy. A line that repeats itself is written once.
final class PairLog {

    private final Terminal terminal;
    private final Map<String, String> last = new HashMap<>();

    PairLog(Terminal terminal) {
        this.terminal = terminal;
    }

    void on(Notice notice) {
        switch (notice) {
            case Notice.PairChanged(FailoverView pair, var why, long at) -> {
                String state = pair.starting() ? "startup" : pair.state().word();
                String line =
                        "failover peer %s: %s, partner %s: %s"
                                .formatted(
                                        pair.name(),
                                        state,
                                        pair.partner().word(),
                                        Sentences.of(why));
                if (!line.equals(last.put(pair.name(), line))) say(at, line);
            }
            case Notice.Alarm(var alarm) -> {
                if (alarm.type() == AlarmType.FAILOVER_INTERRUPTED
                        || alarm.type() == AlarmType.FAILOVER_TROUBLE) {
                    return;
                }
                say(alarm.atMillis(), Sentences.sentence(alarm) + (alarm.over() ? " (over)" : ""));
            }
            case Notice.PoolBalanced balanced ->
                    say(
                            balanced.atMillis(),
                            "failover peer %s: pool %d: %d free here, %d at the partner, %d given"
                                    .formatted(
                                            balanced.name(),
                                            balanced.pool(),
                                            balanced.own(),
                                            balanced.partners(),
                                            balanced.given()));
            case Notice.LeaseChanged _,
                    Notice.PacketSeen _,
                    Notice.Pulse _,
                    Notice.PairPulse _,
                    Notice.PairMessage _,
                    Notice.Resync _ -> {}
        }
    }

    private void say(long atMillis, String line) {
        Instant at = Instant.ofEpochMilli(atMillis).truncatedTo(ChronoUnit.MILLIS);
        terminal.complain(at + " " + line);
    }
}
