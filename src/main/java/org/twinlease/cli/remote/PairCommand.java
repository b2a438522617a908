package org.twinlease.cli.remote;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.lines.StatusText;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Query;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// An order about a failover relationship of a running server: what it would do is said first, and
/// what would be unsafe is refused with its reason.
abstract sealed class PairCommand extends Job
        permits MaintenanceCommand, PartnerDownCommand, RebalanceCommand {

    @Mixin Server server = new Server();

    @Option(
            names = "--peer",
            paramLabel = "NAME",
            description = "The failover peer, where the server has several.")
    @Nullable String peer;

    @Option(names = "--dry-run", description = "Say what would happen, and do nothing.")
    boolean dry;

    PairCommand(Tools tools) {
        super(tools);
    }

    /// The order, for a relationship of this name. `nowSeconds` is the server's clock.
    abstract Command order(String name, long nowSeconds) throws Refused;

    /// Whether it may be given now, after its consequence was said; a sentence if not. `dhcpd`: the
    /// server is one, and asked by its OMAPI.
    @Nullable String objection(boolean dhcpd) {
        return null;
    }

    @Override
    protected final Exit run() throws Refused {
        Connection connection = server.open(programs);
        String name = Server.peer(connection, peer).name();
        Command order = order(name, ServerClock.seconds(connection));
        terminal.say(Server.consequence(connection, order));
        if (dry) return Exit.CLEAN;
        boolean dhcpd = Remote.ask(connection, new Query.Status()).isDhcpd();
        String objection = objection(dhcpd);
        if (objection != null) throw new Refused(Exit.FINDINGS, objection);
        Server.order(connection, order);
        if (dhcpd && order instanceof Command.ShutDown) {
            terminal.say("done: the dhcpd has ended; start it on its machine when it is to serve");
            return Exit.CLEAN;
        }
        FailoverView now = Server.peer(connection, name);
        terminal.say(
                "done: this server is in %s, the partner in %s"
                        .formatted(StatusText.mine(now), now.partner().word()));
        return Exit.CLEAN;
    }
}
