package org.twinlease.app;

import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.host.Arrival;
import org.twinlease.app.host.Machine;
import org.twinlease.app.sim.Rehearsal;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Faults;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.Terminal;
import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.config.words.Parameter;
import org.twinlease.dhcp.Plan;
import org.twinlease.dhcp.Statements;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.lint.Lint;
import org.twinlease.isc.outline.Site;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Replay;
import org.twinlease.transport.Interfaces;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A server from its configuration file to its end by a signal.
final class Serve {

    private static final int BOOTPS = 67;

    private final ServeOptions options;
    private final Terminal terminal;
    private final BlockingQueue<Arrival> arrivals;
    private final FaceChoice choice;
    private final Consumer<Server> begun;
    private final NameClock names;
    private Statements statements = Statements.UNREAD;

    /// Which of the interfaces that there are a configuration is served on.
    @FunctionalInterface
    interface FaceChoice {
        List<Interface> of(Config config, List<Interface> faces) throws Refused;
    }

    Serve(ServeOptions options, Terminal terminal, BlockingQueue<Arrival> arrivals) {
        this(options, terminal, arrivals, (_, faces) -> faces, _ -> {});
    }

    Serve(
            ServeOptions options,
            Terminal terminal,
            BlockingQueue<Arrival> arrivals,
            FaceChoice choice,
            Consumer<Server> begun) {
        this.choice = choice;
        this.begun = begun;
        this.options = options;
        this.terminal = terminal;
        this.arrivals = arrivals;
        names = new NameClock(arrivals);
    }

    void run() throws Refused {
        DhcpdConf.Reading reading = reading();
        try (FolderDisk disk = FolderDisk.open(options.data())) {
            serve(reading, disk);
        } catch (IOException refused) {
            throw Refused.input(Sayings.of(refused));
        }
    }

    private DhcpdConf.Reading reading() throws Refused {
        DhcpdConf.Reading reading = ConfFiles.read(options.config());
        terminal.complain(findings(reading));
        if (!reading.isUsable()) {
            throw Refused.input(
                    options.config() + " has errors; nothing is served until they are mended");
        }
        return reading;
    }

    /// What is wrong with the configuration for a server that was started like this one.
    private List<Problem> findings(DhcpdConf.Reading reading) {
        boolean runs = options.execute();
        return Stream.concat(reading.findings().stream(), here(reading).stream())
                .filter(problem -> !(runs && problem.code().equals(DhcpdConf.PROGRAM)))
                .sorted()
                .toList();
    }

    /// What is wrong with it on this machine; nothing where its addresses cannot be known.
    private static List<Problem> here(DhcpdConf.Reading reading) {
        try {
            return Lint.here(Site.of(reading.files()), Machine.addresses());
        } catch (SocketException unknown) {
            return List.of();
        }
    }

    private void serve(DhcpdConf.Reading reading, FolderDisk disk) throws IOException, Refused {
        Config config = reading.config();
        Thread rehearsal = Rehearsal.begin(new DhcpdLog(Terminal.nowhere(), List.of())::on);
        List<Interface> faces =
                choice.of(config, Interfaces.list(options.interfaces(), options.relayOnly()));
        if (options.leases() != null && !LeaseImport.intoEmpty(disk, options.leases(), terminal)) {
            terminal.complain(
                    options.leases()
                            + " was passed over: "
                            + disk.name()
                            + " holds leases already");
        }
        String name = options.name() == null ? Machine.name() : options.name();
        var setup =
                new Server.Setup(
                        name,
                        Versions.read().number(),
                        faces,
                        port(config),
                        everybody(config),
                        options.execute());
        Plan plan = plan(reading);
        try (NameClock clock = names;
                Server server =
                        Server.start(
                                setup,
                                plan,
                                disk,
                                fault -> arrivals.add(new Arrival.Fault(fault)))) {
            clock.start();
            server.serves(reading);
            tell(server.replay());
            try (ControlPort api = ControlPort.open(options, server.channel(), terminal)) {
                await(rehearsal);
                String control = api.isOpen() ? " api " + api.url() : "";
                terminal.say("ready " + String.join(" ", server.listening()) + control);
                var _ = server.channel().watch(new PairLog(terminal)::on);
                begun.accept(server);
                untilTheEnd(server);
            }
        }
    }

    private static void await(Thread rehearsal) {
        try {
            rehearsal.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Plan plan(DhcpdConf.Reading reading) {
        Config named = PartnerNames.resolved(reading.config(), ConfFiles::addresses);
        names.watch(reading.config(), named);
        statements = reading.statements()::apply;
        return plan(named);
    }

    private Plan plan(Config named) {
        return new Plan(named, options.execute(), statements);
    }

    private int port(Config config) {
        if (options.port() >= 0) return options.port();
        long configured = config.global().number(Parameter.LOCAL_PORT);
        return configured > 0 ? (int) configured : BOOTPS;
    }

    private Ip4 everybody(Config config) {
        Ip4 wanted = options.everybody();
        return wanted != null
                ? wanted
                : new Ip4((int) config.global().number(Parameter.LIMITED_BROADCAST_ADDRESS));
    }

    private void untilTheEnd(Server server) throws Refused {
        while (true) {
            switch (next()) {
                case Arrival.End() -> {
                    return;
                }
                case Arrival.Reload() -> reload(server);
                case Arrival.Named(Config written, Config named) -> {
                    // The next look finds the same when the server is too busy to hear of it.
                    boolean known = names.isWatched(written);
                    if (known && server.use(plan(named))) names.watch(written, named);
                }
                case Arrival.Fault(Throwable cause) ->
                        throw new Refused(
                                Exit.INTERNAL,
                                "the server stopped itself after "
                                        + Faults.words(cause)
                                        + ". What clients were promised is on disk");
            }
        }
    }

    private Arrival next() {
        try {
            return arrivals.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Arrival.End();
        }
    }

    private void reload(Server server) {
        DhcpdConf.Reading reading = ConfFiles.read(options.config());
        terminal.complain(findings(reading));
        if (!reading.isUsable()) {
            terminal.complain(
                    options.config() + " was refused; the configuration before it stays in force");
        } else if (server.use(plan(reading))) {
            server.serves(reading);
            terminal.complain(options.config() + " was read again and is in force");
        } else {
            terminal.complain("the server is overloaded; send SIGHUP again");
        }
    }

    /// Says what was lost. A torn end is what a crash leaves and cost nobody a lease; damage did.
    private void tell(Replay replay) {
        Replay.Cut cut = replay.cut();
        if (cut != null) {
            terminal.complain(
                    "the journal's last batch was torn: cut %d octets at %d of %s (%s); nobody had been told of it"
                            .formatted(cut.octets(), cut.offset(), cut.file(), cut.why()));
        }
        for (Replay.Cut damage : replay.damage()) {
            terminal.complain(
                    "the journal is damaged: %d octets at %d of %s cannot be read (%s); leases may be missing or old"
                            .formatted(
                                    damage.octets(), damage.offset(), damage.file(), damage.why()));
        }
    }
}
