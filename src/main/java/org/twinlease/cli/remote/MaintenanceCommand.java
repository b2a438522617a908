package org.twinlease.cli.remote;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Locale;

/// `twinlease maintenance`.
@picocli.CommandLine.Command(
        name = "maintenance",
        description = {
            "Take a server of a pair out of service in good order, and back.",
            "pause: for a moment; the partner serves its own share (PAUSED). shutdown: for long;"
                + " the partner takes everything over (SHUTDOWN). resume: ends either. full-update:"
                + " the partner sends every lease that it has. recover: this server's leases are"
                + " lost; it answers nobody, gets everything from the partner, and serves again"
                + " when MCLT has passed; needs --i-have-checked.",
            "Of a dhcpd (omapi://...) there is shutdown only: the dhcpd ends, its partner is told"
                    + " nothing, and it must be started on its machine; needs --i-have-checked.",
            "Says what will happen, then does it. Ends with 1 when it is refused, with the reason."
        })
final class MaintenanceCommand extends PairCommand {

    /// What is to begin or end.
    enum Verb {
        PAUSE,
        SHUTDOWN,
        RESUME,
        FULL_UPDATE,
        RECOVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(paramLabel = "VERB", description = "${COMPLETION-CANDIDATES}.")
    Verb verb = Verb.PAUSE;

    @Option(
            names = "--i-have-checked",
            description =
                    "For recover: the leases here are lost. For shutdown of a dhcpd: somebody can"
                            + " start it again.")
    boolean checked;

    MaintenanceCommand(Tools tools) {
        super(tools);
    }

    @Override
    Command order(String name, long nowSeconds) {
        return switch (verb) {
            case PAUSE -> new Command.Pause(name);
            case SHUTDOWN -> new Command.ShutDown(name);
            case RESUME -> new Command.Resume(name);
            case FULL_UPDATE -> new Command.FullUpdate(name);
            case RECOVER -> new Command.Recover(name);
        };
    }

    @Override
    @Nullable String objection(boolean dhcpd) {
        if (checked) return null;
        if (verb == Verb.RECOVER) {
            return "nothing was done: this server would be silent; add --i-have-checked";
        }
        return dhcpd && verb == Verb.SHUTDOWN
                ? "nothing was done: the dhcpd would end, and cannot be started from here; add"
                        + " --i-have-checked"
                : null;
    }
}
