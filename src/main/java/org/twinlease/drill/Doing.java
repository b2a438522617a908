package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Deed;
import org.twinlease.drill.script.Values;
import org.twinlease.sim.twin.TwinWorld;

/// Does to a world what an act says.
final class Doing {

    /// How long new clients stay, seconds.
    private static final long STAY = 1800;

    private final TwinWorld world;

    Doing(TwinWorld world) {
        this.world = world;
    }

    /// The answer to an order, null where none was given. `now` is in seconds since midnight, as
    /// the act's moments are.
    @Nullable Outcome act(Act act, long now) {
        Values values = act.values();
        int server = values.server();
        switch (act.deed()) {
            case KILL -> world.kill(server);
            case POWER_OFF -> world.losePower(server);
            case STOP -> world.stop(server);
            case START -> world.start(server);
            case CUT_LINK -> world.cutLink(true);
            case HEAL_LINK -> world.cutLink(false);
            case CUT_CLIENTS -> world.cutClients(server, true);
            case HEAL_CLIENTS -> world.cutClients(server, false);
            case BLOCK_PORT -> world.blockPort(server, true);
            case OPEN_PORT -> world.blockPort(server, false);
            case SKEW -> world.skew(server, values.seconds());
            case FILL_DISK -> world.fillDisk(server);
            case BREAK_DISK -> world.breakDisk(server);
            case MEND_DISK -> world.mendDisk(server);
            case SLOW -> world.slow(server, values.seconds() * 1000);
            case LOSE_LEASES -> world.loseLeases(server);
            case STORM -> world.storm();
            case ARRIVE -> world.arrive(values.number(), STAY);
            case HEAL -> world.heal();
            case RESTORE -> throw new IllegalArgumentException("an image is restored by the twin");
            default -> {
                return world.order(server, command(act.deed(), values, now));
            }
        }
        return null;
    }

    private Command command(Deed deed, Values values, long now) {
        String name = world.name();
        return switch (deed) {
            case PARTNER_DOWN -> new Command.PartnerDown(name, world.wallSeconds());
            case PARTNER_DOWN_AS_OF ->
                    new Command.PartnerDown(name, world.wallSeconds() - (now - values.moment()));
            case REBALANCE -> new Command.Rebalance(name);
            case PAUSE -> new Command.Pause(name);
            case SHUT_DOWN -> new Command.ShutDown(name);
            case RESUME -> new Command.Resume(name);
            case FULL_UPDATE -> new Command.FullUpdate(name);
            case RECOVER -> new Command.Recover(name);
            default -> throw new IllegalArgumentException(deed + " is no order");
        };
    }
}
