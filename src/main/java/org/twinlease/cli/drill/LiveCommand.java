package org.twinlease.cli.drill;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.drill.PairServers.Seat;
import org.twinlease.control.LiveAct;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.drill.script.Times;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// `twinlease drill live`.
@Command(
        name = "live",
        description = {
            "Do a failure to a running pair on purpose, in a lab or a maintenance window: the"
                + " server must be marked (drill mark), both must be in normal, and the drill lasts"
                + " half of MCLT at most, so that no address can be doubled by it.",
            "pause-link: the connection between the two is closed. block-port: the partner's"
                + " connections are not taken. stop-serving: the server answers nobody, as if it"
                + " were stopped.",
            "Says what would happen; does it only with --i-have-checked, after a countdown. The"
                + " server ends it by itself when the time is over, and 15 s after this command is"
                + " gone (Ctrl+C). Ends with 1 when it is refused, or when the two are not in"
                + " normal two minutes later."
        })
final class LiveCommand extends Job {

    private static final int COUNTDOWN = 5;

    @Parameters(paramLabel = "NAME", description = "pause-link, block-port or stop-serving.")
    String name = "";

    @Mixin PairServers servers = new PairServers();

    @Option(
            names = "--on",
            paramLabel = "SERVER",
            description = "A, the primary, or B, the secondary, to which it is done. Default: B.")
    String letter = "B";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long, as in 45s or 2m. Default: 1m.")
    String span = "1m";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "What it is for, in your words; kept in the server's record of the past.")
    String reason = "";

    @Option(
            names = "--i-have-checked",
            description = "It is this pair that is meant, and nobody is hurt by it.")
    boolean checked;

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    LiveCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        LiveAct act = act();
        OptionalLong seconds = Times.span(span);
        if (seconds.isEmpty()) throw Refused.input("--for " + span + " is no time such as 45s");
        List<Seat> seats = servers.seats(programs);
        Seat target = target(seats);
        var order =
                new org.twinlease.control.Command.BeginDrill(
                        target.pair().name(), act, seconds.getAsLong(), reason);
        Preview preview = Remote.ask(target.connection(), new Query.Consequence(order));
        if (!preview.allowed()) {
            throw new Refused(Exit.FINDINGS, target.server() + ": " + preview.words());
        }
        note(target.letter() + ", " + target.server() + ": " + preview.words());
        if (!checked) {
            throw new Refused(
                    Exit.FINDINGS,
                    "nothing was done: make sure that it is this pair, then add --i-have-checked");
        }
        for (int left = COUNTDOWN; left > 0; left--) {
            note("it begins in " + left + " s; Ctrl+C stops it");
            programs.pause(1000);
        }
        if (Remote.answer(target.connection().submit(order))
                instanceof Outcome.Refused(String why)) {
            throw new Refused(Exit.FINDINGS, target.server() + ": " + why);
        }
        LiveRun run = new LiveRun(programs, this::note, seats, target);
        run.lead();
        if (json) terminal.say(run.document(order).toPrettyString());
        return run.isWell() ? Exit.CLEAN : Exit.FINDINGS;
    }

    /// With `--json` only the document goes to standard output.
    private void note(String words) {
        if (json) terminal.complain(words);
        else terminal.say(words);
    }

    private LiveAct act() throws Refused {
        for (LiveAct act : LiveAct.values()) if (act.word().equals(name)) return act;
        String known =
                Arrays.stream(LiveAct.values())
                        .map(LiveAct::word)
                        .collect(Collectors.joining(", "));
        throw Refused.input("there is no live drill " + name + "; there is " + known);
    }

    private Seat target(List<Seat> seats) throws Refused {
        for (Seat seat : seats) if (seat.letter().equalsIgnoreCase(letter)) return seat;
        throw Refused.input(
                "--on "
                        + letter
                        + ": it is not among the servers of --connect. To a dhcpd no live drill can"
                        + " be done from here: its OMAPI sets states that stay, and ends it");
    }
}
