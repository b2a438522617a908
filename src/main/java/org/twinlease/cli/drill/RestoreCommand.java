package org.twinlease.cli.drill;

import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `twinlease drill restore`.
@Command(
        name = "restore",
        description =
                "End the live drill that is under way on running servers: everything is open again"
                        + " at once. Nothing is done where there is none.")
final class RestoreCommand extends Job {

    @Mixin PairServers servers = new PairServers();

    RestoreCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        for (Connection server : servers.open(programs)) {
            String name = Remote.ask(server, new Query.Status()).name();
            LiveDrillView.Running drill = Remote.ask(server, new Query.LiveDrill()).running();
            if (drill == null) {
                terminal.say(name + ": no live drill is under way");
                continue;
            }
            var order = new org.twinlease.control.Command.EndDrill(drill.name());
            if (Remote.answer(server.submit(order)) instanceof Outcome.Refused(String why)) {
                throw new Refused(Exit.FINDINGS, name + ": " + why);
            }
            terminal.say(name + ": " + drill.act().word() + " is over");
        }
        return Exit.CLEAN;
    }
}
