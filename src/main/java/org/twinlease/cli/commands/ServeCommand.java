package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.value.Ip4;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// `twinlease serve`.
@Command(
        name = "serve",
        description = {
            "Run a DHCP server in the foreground.",
            "Prints 'ready' with its addresses on one line when it serves. SIGTERM and SIGINT end"
                + " it cleanly; SIGHUP reads the configuration again, and keeps the old one when"
                + " the new one has errors."
        })
final class ServeCommand extends Job {

    static final String EXECUTE =
            "Run the programs that 'execute' statements of the configuration name: with the rights"
                    + " of the server, by their argument vector and never through a shell, at most"
                    + " eight at a time and ten seconds each. Without it none is run.";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "These options from a JSON object, as in {\"config\": \"dhcpd.conf\", \"data\":"
                        + " \"leases\", \"interface\": [\"eth0\"], \"port\": 67}; what stands on"
                        + " the command line wins.")
    @Nullable Path settings;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration, in dhcpd.conf's language. Needed.")
    @Nullable String config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where leases are kept; made when it is not there. Needed.")
    @Nullable Path data;

    @Option(
            names = "--leases",
            paramLabel = "ISC.leases",
            description = "An ISC dhcpd lease file, taken over when DIR holds no leases yet.")
    @Nullable Path leases;

    @Option(
            names = "--interface",
            paramLabel = "IF",
            description =
                    "An interface to serve, or an address of it; may be repeated. All, if none is"
                            + " named.")
    List<String> interfaces = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "The UDP port; 0 takes a free one. Default: local-port of the configuration, or"
                            + " 67.")
    int port = -1;

    @Option(
            names = "--relay-only",
            description =
                    "Hear relays only, on every address, loopback too. Needs no root on ports above"
                            + " 1023.")
    boolean relayOnly;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the server is called. Default: the machine's name.")
    @Nullable String name;

    @Option(
            names = "--api",
            paramLabel = "ADDR:PORT",
            description =
                    "Where the control API listens for status, watch, partner-down and consoles, as"
                            + " in 127.0.0.1:8067; port 0 takes a free one. Whoever asks needs the"
                            + " token in DIR/api.token.")
    @Nullable String api;

    @Option(names = "--execute", description = EXECUTE)
    boolean execute;

    ServeCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        ServeSettings file =
                settings == null
                        ? ServeSettings.none()
                        : ServeSettings.of(settings.toString(), programs.text(settings));
        List<String> faces = interfaces.isEmpty() ? file.texts("interface") : interfaces;
        int udp = port < 0 ? file.port() : port;
        boolean relays = relayOnly || file.isOn("relay-only");
        String called = name == null ? file.text("name") : name;
        boolean runs = execute || file.isOn("execute");
        InetSocketAddress control = at(api == null ? file.text("api") : api);
        Path former = path(leases, file.text("leases"));
        String from = config == null ? file.text("config") : config;
        Path folder = path(data, file.text("data"));
        if (from == null) throw missing("--config");
        if (folder == null) throw missing("--data");
        programs.serve(
                new ServeOptions(
                        from, folder, former, faces, udp, relays, called, null, control, runs),
                terminal);
        return Exit.CLEAN;
    }

    private static @Nullable Path path(@Nullable Path here, @Nullable String there) {
        if (here != null) return here;
        return there == null ? null : Path.of(there);
    }

    private Refused missing(String option) {
        String where = settings == null ? "here or in --settings" : "here or in " + settings;
        return Refused.input("Missing required option: '" + option + "'; give it " + where);
    }

    private static @Nullable InetSocketAddress at(@Nullable String text) throws Refused {
        if (text == null) return null;
        int colon = text.lastIndexOf(':');
        String host = colon <= 0 ? "127.0.0.1" : text.substring(0, colon);
        String digits = text.substring(colon + 1);
        Ip4 address = Ip4.parse(host.equals("localhost") ? "127.0.0.1" : host);
        int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : -1;
        if (address == null || port < 0 || port > 65_535) {
            throw Refused.input(
                    "--api " + text + " is no address and port; write it as 127.0.0.1:8067");
        }
        return new InetSocketAddress(address.toString(), port);
    }
}
