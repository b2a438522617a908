package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.cli.CaptureResult;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.DhcpdOptions;
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
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.LeasesFile;
import org.twinlease.isc.leases.Decode;
import org.twinlease.value.Ip4;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A command line whose programs do nothing but write down what they were asked for. Files are
/// texts under a name.
final class Desk implements Programs {

    final Map<String, String> files = new TreeMap<>();
    final List<Object> asked = new ArrayList<>();
    List<LeaseView> leases = List.of();
    Imported imported = new Imported(0, 0, 0);
    LoadResult load = new LoadResult(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    SimResult sim = new SimResult(0, 0, 0, Map.of(), Map.of());
    List<SimFinding> findings = List.of();
    @Nullable Exception fails;
    @Nullable Connection server;
    @Nullable Original present;
    Map<String, Connection> servers = Map.of();
    Runnable whilePaused = () -> {};
    long paused;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// Runs a line of words with single blanks between; the exit code.
    int run(String line) {
        return run(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    int run(String... words) {
        asked.clear();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Twinlease.run(this, new PrintWriter(out), new PrintWriter(err), words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    private void ask(Object what) throws Refused {
        asked.add(what);
        if (fails instanceof Refused refused) throw refused;
        if (fails instanceof RuntimeException fault) throw fault;
    }

    @Override
    public Version version() {
        return new Version("1.2.3", "abc", List.of("Java 25", "Netty 4"));
    }

    @Override
    public void console(ConsoleOptions options, Terminal terminal) throws Refused {
        ask(options);
    }

    @Override
    public DhcpdConf.Reading configuration(String file) throws Refused {
        String text = files.get(file);
        if (text == null) throw Refused.input(file + " cannot be read");
        return DhcpdConf.read(
                file,
                name -> {
                    String found = files.get(name);
                    return found == null ? null : found.getBytes(StandardCharsets.ISO_8859_1);
                });
    }

    @Override
    public String replace(String file, byte[] octets) throws Refused {
        String before = files.put(file, new String(octets, StandardCharsets.ISO_8859_1));
        files.put(file + ".bak", before == null ? "" : before);
        return file + ".bak";
    }

    @Override
    public String text(Path file) throws Refused {
        String text = files.get(file.toString());
        if (text == null) throw Refused.input(file + " cannot be read");
        return text;
    }

    @Override
    public LeasesFile.Reading leasesFile(Path file) throws Refused {
        byte[] octets = text(file).getBytes(StandardCharsets.ISO_8859_1);
        return LeasesFile.read(file.toString(), octets, clock());
    }

    @Override
    public Set<Ip4> addresses() {
        return Set.of(Ip4.of("127.0.0.1"), Ip4.of("10.0.0.2"));
    }

    @Override
    public long clock() {
        return 1_800_000_000L;
    }

    @Override
    public Decode decode(Path file) throws Refused {
        return Decode.of(file.toString(), text(file).getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    @Override
    public void dhcpd(DhcpdOptions options, Terminal terminal) throws Refused {
        ask(options);
    }

    @Override
    public void testLeases(Config config, Path file, Terminal terminal) throws Refused {
        ask(file);
        terminal.complain("tested " + file);
    }

    @Override
    public List<LeaseView> leases(Path data) throws Refused {
        ask(data);
        return leases;
    }

    @Override
    public void write(Path folder, Map<String, String> written) throws Refused {
        ask(folder);
        files.putAll(written);
    }

    @Override
    public void save(Path folder, Map<String, byte[]> saved) throws Refused {
        ask(folder);
        saved.forEach(
                (name, octets) -> files.put(name, new String(octets, StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String iscLeases(Path data) throws Refused {
        ask(data);
        return "lease 10.0.0.1 {\n}\n";
    }

    @Override
    public Imported importLeases(Path data, Path file, Terminal terminal) throws Refused {
        ask(List.of(data, file));
        return imported;
    }

    @Override
    public CaptureResult failover(FailoverOptions options, Consumer<CapturedMessage> each)
            throws Refused {
        ask(options);
        return new CaptureResult(0, 0, 0, 0, 0, null);
    }

    @Override
    public LoadResult load(LoadOptions options) throws Refused {
        ask(options);
        return load;
    }

    @Override
    public void pause(long millis) {
        paused += millis;
        whilePaused.run();
    }

    @Override
    public Original running(
            List<? extends ControlChannel> servers, @Nullable String peer, List<String> configs)
            throws Refused {
        ask(servers.size() + " servers of " + peer + " and " + configs);
        Original made = present;
        if (made == null) throw Refused.input("nobody is there");
        return made;
    }

    @Override
    public Original original(Scenario scenario, Path folder) throws Refused {
        asked.add(scenario.pair());
        if (!scenario.pair().isDemo()) throw Refused.input("no files here");
        return Original.demo(scenario);
    }

    @Override
    public SimResult sim(SimOptions options, Consumer<SimFinding> each) throws Refused {
        ask(options);
        findings.forEach(each);
        return sim;
    }

    @Override
    public void serve(ServeOptions options, Terminal terminal) throws Refused {
        ask(options);
    }

    @Override
    public Connection connect(String url, @Nullable Path tokenFile) throws Refused {
        ask(url);
        Connection named = servers.get(url);
        if (named != null) return named;
        if (server == null) throw Refused.input(url + " is no server of this desk");
        return server;
    }
}
