package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.host.Background;
import org.twinlease.app.host.LogLines;
import org.twinlease.app.host.Machine;
import org.twinlease.app.host.ProcessSignals;
import org.twinlease.app.host.Syslog;
import org.twinlease.app.sim.Originals;
import org.twinlease.app.sim.RunningPair;
import org.twinlease.app.sim.Trials;
import org.twinlease.cli.CaptureResult;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.DhcpdOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.FailoverOptions;
import org.twinlease.cli.Imported;
import org.twinlease.cli.LoadOptions;
import org.twinlease.cli.LoadResult;
import org.twinlease.cli.Programs;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.SimFinding;
import org.twinlease.cli.SimOptions;
import org.twinlease.cli.SimResult;
import org.twinlease.cli.Terminal;
import org.twinlease.cli.Version;
import org.twinlease.config.Config;
import org.twinlease.control.CapturedMessage;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.LeaseView;
import org.twinlease.drill.Original;
import org.twinlease.drill.script.Scenario;
import org.twinlease.engine.LeaseViews;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.LeasesFile;
import org.twinlease.isc.leases.Decode;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Does what commands ask for, in this process.
final class LocalPrograms implements Programs {

    @Override
    public Version version() {
        return Versions.read();
    }

    @Override
    public void console(ConsoleOptions options, Terminal terminal) throws Refused {
        new ShowConsole(options, terminal).run();
    }

    @Override
    public void serve(ServeOptions options, Terminal terminal) throws Refused {
        try (ProcessSignals signals = ProcessSignals.watch()) {
            new Serve(options, terminal, signals.arrivals()).run();
        }
    }

    @Override
    public void dhcpd(DhcpdOptions options, Terminal terminal) throws Refused {
        if (options.background() && !Background.isHere()) {
            startInBackground(terminal);
            return;
        }
        Machine.callProcess("dhcpd");
        LogLines log = new LogLines(terminal::complain);
        Terminal told = options.background() ? log.terminal() : terminal;
        Runnable serving =
                () -> {
                    if (options.background()) inBackground(log, terminal);
                };
        try (ProcessSignals signals = ProcessSignals.watch()) {
            new Dhcpd(options, told, signals.arrivals(), serving).run();
        }
    }

    private static void startInBackground(Terminal terminal) throws Refused {
        if (!Background.isPossible()) {
            throw Refused.input("this system has no background for a Java program; use -f");
        }
        try {
            if (!Background.start(terminal::complain)) {
                throw new Refused(Exit.FINDINGS, "the server did not start");
            }
        } catch (IOException refused) {
            throw new Refused(Exit.FINDINGS, "the server did not start: " + Sayings.of(refused));
        }
    }

    /// The server serves: whoever started it need not wait, and the system's log hears the rest.
    private static void inBackground(LogLines log, Terminal terminal) {
        Background.leaveTerminal();
        Syslog syslog = Syslog.open("dhcpd");
        Background.serving(terminal::complain);
        log.goTo(syslog::write);
    }

    @Override
    public DhcpdConf.Reading configuration(String file) throws Refused {
        if (!Files.isReadable(Path.of(file))) {
            throw Refused.input(file + " cannot be read; check its name and permissions");
        }
        return ConfFiles.read(file);
    }

    @Override
    public String replace(String file, byte[] octets) throws Refused {
        try {
            return ConfFiles.replace(Path.of(file), octets).toString();
        } catch (IOException unwritable) {
            throw Refused.input(file + " cannot be written: " + Sayings.of(unwritable));
        }
    }

    @Override
    public String text(Path file) throws Refused {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw Refused.input(file + " cannot be read: " + Sayings.of(unreadable));
        }
    }

    private LeasesFile.Reading read(Path file) throws IOException {
        return LeasesFile.read(file.toString(), Files.readAllBytes(file), clock());
    }

    @Override
    public LeasesFile.Reading leasesFile(Path file) throws Refused {
        try {
            return read(file);
        } catch (IOException unreadable) {
            throw Refused.input(file + " cannot be read: " + Sayings.of(unreadable));
        }
    }

    @Override
    public Set<Ip4> addresses() throws Refused {
        try {
            return Machine.addresses();
        } catch (SocketException unknown) {
            throw Refused.input("this machine's addresses are unknown: " + Sayings.of(unknown));
        }
    }

    @Override
    public long clock() {
        return System.currentTimeMillis() / 1000;
    }

    @Override
    public Decode decode(Path file) throws Refused {
        try {
            long now = System.currentTimeMillis() / 1000;
            return Decode.of(file.toString(), Files.readAllBytes(file), now);
        } catch (IOException unreadable) {
            throw Refused.input(file + " cannot be read: " + Sayings.of(unreadable));
        }
    }

    @Override
    public void testLeases(Config config, Path file, Terminal terminal) throws Refused {
        try {
            LeasesFile.Reading reading = read(file);
            terminal.complain(reading.problems());
            LeasesFile.Taken.of(config, reading).lines().forEach(terminal::complain);
        } catch (IOException unreadable) {
            throw Refused.input("Can't open lease database " + file + ": " + unreadable);
        }
    }

    @Override
    public List<LeaseView> leases(Path data) throws Refused {
        return stored(data).leases().stream()
                .map(lease -> LeaseViews.of(lease, LeaseView.NO_POOL))
                .toList();
    }

    @Override
    public void write(Path folder, Map<String, String> files) throws Refused {
        Map<String, byte[]> octets = new TreeMap<>();
        files.forEach((name, text) -> octets.put(name, text.getBytes(StandardCharsets.UTF_8)));
        save(folder, octets);
    }

    @Override
    public void save(Path folder, Map<String, byte[]> files) throws Refused {
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = folder.resolve(each.getKey());
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, each.getValue());
            } catch (IOException e) {
                throw new Refused(Exit.USAGE, file + ": it cannot be written: " + Sayings.of(e));
            }
        }
    }

    @Override
    public String iscLeases(Path data) throws Refused {
        return new String(stored(data).file(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public Imported importLeases(Path data, Path file, Terminal terminal) throws Refused {
        try {
            return LeaseImport.into(data, file, terminal);
        } catch (IOException refused) {
            throw Refused.input(Sayings.of(refused));
        }
    }

    private static LeaseExport.Stored stored(Path data) throws Refused {
        if (!Files.isDirectory(data)) throw Refused.input(data + " is no data folder");
        try {
            return LeaseExport.read(data);
        } catch (IOException unreadable) {
            throw Refused.input(data + " cannot be read: " + Sayings.of(unreadable));
        }
    }

    @Override
    public CaptureResult failover(FailoverOptions options, Consumer<CapturedMessage> each)
            throws Refused {
        try {
            return FailoverCapture.read(options, each);
        } catch (IOException unreadable) {
            throw Refused.input(Sayings.of(unreadable));
        }
    }

    @Override
    public LoadResult load(LoadOptions options) throws Refused {
        return Loads.run(options);
    }

    @Override
    public Connection connect(String url, @Nullable Path tokenFile) throws Refused {
        return Connections.open(url, tokenFile);
    }

    @Override
    public Original original(Scenario scenario, Path folder) throws Refused {
        return Originals.of(scenario, folder);
    }

    @Override
    public Original running(
            List<? extends ControlChannel> servers, @Nullable String peer, List<String> configs)
            throws Refused {
        return RunningPair.read(servers, peer, configs);
    }

    @Override
    public void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SimResult sim(SimOptions options, Consumer<SimFinding> each) throws Refused {
        return Trials.run(options, each);
    }
}
