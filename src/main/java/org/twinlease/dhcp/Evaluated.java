package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Action;
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

/// What the statements in scope of a plan have led to for one client at one address.
record Evaluated(Script script, Variables variables, Plan plan) {

    Outcome outcome() {
        return script.outcome();
    }

    /// Carries out what is to be done when a lease is granted, and says what is to be kept with it:
    /// variables, and what is to be done at its end.
    @Nullable Octets committed() {
        script.event(Event.COMMIT);
        return plan.endings().depend() ? script.kept() : variables.encode();
    }

    /// Carries out what is to be done at the end of a lease with which `kept` was kept, and says
    /// what is to be kept from then on.
    @Nullable Octets ended(Event event, @Nullable Octets kept) {
        List<Action> statements = plan.endings().of(kept, event);
        if (statements != null) script.run(statements);
        else if (!plan.endings().depend()) script.event(event);
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
        return plan.runsPrograms()
                ? Reason.of(
                        ReasonCode.PROGRAM_RUN,
                        new ProgramCall(run.program(), run.arguments()).line())
                : Reason.of(ReasonCode.PROGRAM_NOT_RUN, printable(run.program()));
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\u0080-\u009f]", "?");
    }
}
