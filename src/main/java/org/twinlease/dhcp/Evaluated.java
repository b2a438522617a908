package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.dhcp.eval.Outcome;
import org.twinlease.dhcp.eval.Script;
import org.twinlease.dhcp.eval.Variables;
import org.twinlease.value.Octets;
import org.twinlease.value.ProgramCall;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the statements in scope have led to for one client at one address, and whether programs are
/// run.
record Evaluated(Script script, Variables variables, boolean runsPrograms) {

    Outcome outcome() {
        return script.outcome();
    }

    /// Carries out what is to be done at an event, and says what is to be kept with the lease then.
    @Nullable Octets at(Event event) {
        script.event(event);
        return variables.encode();
    }

    /// What the statements have said, as reasons; the engine runs the programs that they name.
    List<Reason> said() {
        List<Reason> said = new ArrayList<>();
        for (Outcome.Effect effect : outcome().effects()) {
            said.add(
                    switch (effect) {
                        case Outcome.Effect.Line line ->
                                Reason.of(
                                        ReasonCode.CONFIGURATION_SAYS,
                                        line.priority().name().toLowerCase(Locale.ROOT),
                                        printable(line.text()));
                        case Outcome.Effect.Run run -> program(run);
                    });
        }
        return said;
    }

    private Reason program(Outcome.Effect.Run run) {
        return runsPrograms
                ? Reason.of(
                        ReasonCode.PROGRAM_RUN,
                        new ProgramCall(run.program(), run.arguments()).line())
                : Reason.of(ReasonCode.PROGRAM_NOT_RUN, printable(run.program()));
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\u0080-\u009f]", "?");
    }
}
