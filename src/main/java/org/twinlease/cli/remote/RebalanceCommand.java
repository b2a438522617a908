package org.twinlease.cli.remote;

import org.twinlease.control.Command;

/// `twinlease rebalance`.
@picocli.CommandLine.Command(
        name = "rebalance",
        description = {
            "Divide the free addresses between the two servers of a pair now.",
            "Ends with 1 when it is refused, with the reason."
        })
final class RebalanceCommand extends PairCommand {

    RebalanceCommand(Tools tools) {
        super(tools);
    }

    @Override
    Command order(String name, long nowSeconds) {
        return new Command.Rebalance(name);
    }
}
