package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.CaptureResult;
import org.twinlease.cli.Exit;
import org.twinlease.cli.FailoverOptions;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.FailoverLine;
import org.twinlease.control.CapturedMessage;
import org.twinlease.value.Ip4;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// `twinlease failover decode`.
@Command(
        name = "failover",
        description = {
            "Read the failover messages of a capture (pcap or pcapng, as tcpdump and Wireshark"
                    + " write them), and say what each means, a line each.",
            "Ends with 1 when a message is malformed or the capture has not everything."
        })
final class FailoverCommand extends Job {

    private static final Set<Integer> USUAL = Set.of(519, 520, 647, 847);

    /// What is done with failover.
    enum Verb {
        DECODE
    }

    @Parameters(paramLabel = "VERB", index = "0", description = "decode.")
    Verb verb = Verb.DECODE;

    @Parameters(paramLabel = "FILE", index = "1", description = "The capture.")
    Path file = Path.of("");

    @Option(names = "--json", description = "One JSON object a message, one a line.")
    boolean json;

    @Option(
            names = "--options",
            description = "Below each message its options as they stand there.")
    boolean options;

    @Option(
            names = "--port",
            split = ",",
            paramLabel = "PORT",
            description =
                    "The TCP ports of failover. If none is given: 647 and 847, as registered, and"
                            + " 519 and 520, as the manual of dhcpd.conf has them.")
    Set<Integer> ports = new TreeSet<>();

    @Option(
            names = "--primary",
            paramLabel = "IP",
            description = "Who the primary is; found in the capture by who sends CONNECT.")
    @Nullable String primary;

    @Option(names = "--secondary", paramLabel = "IP", description = "Who the secondary is.")
    @Nullable String secondary;

    FailoverCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        Set<Integer> wanted = ports.isEmpty() ? USUAL : ports;
        for (int port : wanted) {
            if (port < 1 || port > 65_535) throw Refused.input("--port " + port + " is none");
        }
        var request =
                new FailoverOptions(
                        file,
                        wanted,
                        address("--primary", primary),
                        address("--secondary", secondary));
        Consumer<CapturedMessage> lines =
                json ? message -> terminal.say(FailoverLine.json(message)) : this::show;
        return told(programs.failover(request, lines), wanted);
    }

    private void show(CapturedMessage message) {
        terminal.say(FailoverLine.text(message));
        if (options) terminal.say(FailoverLine.options(message));
    }

    private static @Nullable Ip4 address(String option, @Nullable String text) throws Refused {
        if (text == null) return null;
        Ip4 address = Ip4.parse(text);
        if (address == null) throw Refused.input(option + " " + text + " is no IPv4 address");
        return address;
    }

    private Exit told(CaptureResult result, Set<Integer> wanted) {
        if (result.fault() != null) {
            terminal.complain(
                    file + " " + result.fault() + "; what came before is shown and may be used");
        }
        if (result.unread() > 0) {
            terminal.complain(
                    "%s: %d of %d packets are of a link layer that is not read; capture on Ethernet"
                            .formatted(file, result.unread(), result.packets()));
        }
        if (result.lost() > 0) {
            terminal.complain(
                    "%s: %d octets are missing; capture whole packets (-s 0)"
                            .formatted(file, result.lost()));
        }
        if (result.malformed() > 0) {
            terminal.complain(
                    "%s: %d of %d messages are malformed"
                            .formatted(file, result.malformed(), result.messages()));
        }
        if (result.messages() == 0) {
            terminal.complain(
                    "%s: no failover message on TCP port %s in %d packets; see --port"
                            .formatted(
                                    file,
                                    String.join(
                                            " or ",
                                            wanted.stream().sorted().map(String::valueOf).toList()),
                                    result.packets()));
        }
        boolean whole =
                result.fault() == null && result.unread() + result.lost() + result.malformed() == 0;
        return whole ? Exit.CLEAN : Exit.FINDINGS;
    }
}
