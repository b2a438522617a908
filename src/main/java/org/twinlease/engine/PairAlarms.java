package org.twinlease.engine;

import org.twinlease.control.AlarmType;
import org.twinlease.control.Sentences;
import org.twinlease.value.Now;
import org.twinlease.value.Reason;
import org.twinlease.value.ServerState;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The alarms of failover relationships, by the relationship or the address that they are about.
final class PairAlarms {

    private final Engine engine;
    private final Map<String, Set<String>> troubles = new HashMap<>();

    PairAlarms(Engine engine) {
        this.engine = engine;
    }

    /// Raises an alarm of a relationship, or of an address that is listened on.
    void trouble(Now now, String whose, Reason why) {
        String detail = Sentences.of(why);
        troubles.computeIfAbsent(whose, _ -> new LinkedHashSet<>()).add(detail);
        engine.alarm(now, AlarmType.FAILOVER_TROUBLE, detail, true);
    }

    void endTroubles(Now now, String whose) {
        Set<String> over = troubles.remove(whose);
        if (over == null) return;
        for (String detail : over) engine.alarm(now, AlarmType.FAILOVER_TROUBLE, detail, false);
    }

    /// A relationship went from a state to another.
    void moved(Now now, String name, ServerState from, ServerState to) {
        if (from != ServerState.NORMAL) left(now, name, from);
        if (to != ServerState.NORMAL) {
            engine.alarm(now, AlarmType.FAILOVER_INTERRUPTED, inState(name, to), true);
        }
    }

    /// A relationship is in a state no more.
    void left(Now now, String name, ServerState state) {
        engine.alarm(now, AlarmType.FAILOVER_INTERRUPTED, inState(name, state), false);
    }

    private static String inState(String name, ServerState state) {
        return name + " is in " + state.word();
    }
}
