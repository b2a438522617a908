package org.twinlease.cli.remote;

import org.twinlease.cli.Job;

import java.util.List;

/// The commands that talk to a running server, in the order in which help lists them.
public final class RemoteCommands {

    private RemoteCommands() {}

    /// One of each.
    public static List<Job> of(Job.Tools tools) {
        return List.of(
                new StatusCommand(tools),
                new WatchCommand(tools),
                new ExplainCommand(tools),
                new PartnerDownCommand(tools),
                new MaintenanceCommand(tools),
                new RebalanceCommand(tools));
    }
}
