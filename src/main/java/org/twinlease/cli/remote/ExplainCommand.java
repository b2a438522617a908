package org.twinlease.cli.remote;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.cli.lines.NoticeText;
import org.twinlease.cli.lines.StatusText;
import org.twinlease.control.ClientView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PacketView;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;
import org.twinlease.control.StoryLine;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.HexFormat;
import java.util.List;

/// `twinlease explain`.
@Command(
        name = "explain",
        description = {
            "Tell the story of a lease, or why a client got the answers that it got, or none.",
            "Ends with 1 when the server knows nothing of it."
        })
final class ExplainCommand extends Job {

    @Mixin Server server = new Server();

    @Parameters(
            paramLabel = "IP|MAC|CLIENT-ID",
            description =
                    "An address, a hardware address (02:00:00:00:00:01), or a client identifier:"
                            + " its octets in hexadecimal with colons, or its text.")
    String what = "";

    private boolean dhcpd;

    ExplainCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        Connection connection = server.open(programs);
        long now = ServerClock.millis(connection);
        dhcpd = Remote.ask(connection, new Query.Status()).isDhcpd();
        Ip4 address = Ip4.parse(what);
        return address == null ? client(connection, now) : address(connection, address, now);
    }

    private Exit address(Connection connection, Ip4 address, long now) throws Refused {
        LeaseView lease = Remote.ask(connection, new Query.OneLease(address));
        List<StoryLine> story = Remote.ask(connection, new Query.Story(address));
        if (lease == null && story.isEmpty()) {
            terminal.say(
                    address
                            + " is in no pool of this server"
                            + (dhcpd ? "." : ", and no client asked for it."));
            return Exit.FINDINGS;
        }
        if (lease == null) terminal.say(address + " is in no pool of this server.");
        else terminal.say(words(lease, now));
        if (dhcpd) terminal.say("  A dhcpd does not tell what it decided; its log does.");
        else if (story.isEmpty()) {
            terminal.say("  Nothing was decided about it since the server began.");
        }
        for (StoryLine line : story) {
            terminal.say(
                    line(line.atMillis(), now, line.received(), line.answer())
                            + Sentences.of(line.reasons()));
        }
        return Exit.CLEAN;
    }

    private Exit client(Connection connection, long now) throws Refused {
        String colons = what.replace('-', ':');
        HardwareAddress hardware = HardwareAddress.parse(colons);
        Octets id = hardware == null ? identifier(colons) : null;
        ClientView client = Remote.ask(connection, new Query.Client(hardware, id));
        if (client.leases().isEmpty() && client.packets().isEmpty() && id != null) {
            // What people type as text is sent with a type in front (RFC 2132 section 9.14).
            Octets typed = Octets.ofText("\0" + what);
            client = Remote.ask(connection, new Query.Client(null, typed));
        }
        if (dhcpd && client.leases().isEmpty()) {
            terminal.say(what + ": no lease. A dhcpd does not tell what it decided; its log does.");
            return Exit.FINDINGS;
        }
        if (client.leases().isEmpty() && client.packets().isEmpty()) {
            terminal.say(
                    what
                            + ": no lease, and no packet among the latest that the server"
                            + " remembers. Where a client hears nothing and this says so, its"
                            + " packets do not arrive: look at the relay, the VLAN and the"
                            + " firewall.");
            return Exit.FINDINGS;
        }
        for (LeaseView lease : client.leases()) terminal.say(words(lease, now));
        for (PacketView packet : client.packets()) {
            String answer = packet.answer();
            terminal.say(
                    line(packet.atMillis(), now, packet.received(), answer == null ? "" : answer)
                            + Sentences.of(packet.reasons()));
        }
        return Exit.CLEAN;
    }

    private Octets identifier(String colons) {
        try {
            return Octets.of(HexFormat.ofDelimiter(":").parseHex(colons));
        } catch (IllegalArgumentException text) {
            return Octets.ofText(what);
        }
    }

    private static String words(LeaseView lease, long nowMillis) {
        String who = NoticeText.client(lease.hardware(), lease.clientId());
        @Nullable String name = lease.hostname();
        StringBuilder line = new StringBuilder();
        line.append(lease.address()).append(" is ").append(lease.state().word());
        if (!who.equals("-")) line.append(", client ").append(who);
        if (name != null) line.append(" (").append(name).append(')');
        if (lease.ends() == LeaseView.NEVER) line.append(", for ever");
        else if (lease.ends() > 0) {
            long left = lease.ends() - Math.floorDiv(nowMillis, 1000L);
            line.append(left >= 0 ? ", ends " : ", ended ")
                    .append(StatusText.text(lease.ends()))
                    .append(
                            left >= 0
                                    ? " (in " + Sentences.duration(left) + ")"
                                    : " (" + Sentences.duration(-left) + " ago)");
        }
        return line.append('.').toString();
    }

    private static String line(long atMillis, long now, String received, String answer) {
        String said = received.isEmpty() ? "" : received + " > ";
        String then = received.isEmpty() ? "" : answer.isEmpty() ? "silence" : answer;
        return "  %s (%s)  %s%s%s"
                .formatted(
                        StatusText.text(Math.floorDiv(atMillis, 1000L)),
                        StatusText.age(now - atMillis),
                        said,
                        then,
                        received.isEmpty() ? "" : ": ");
    }
}
