package org.twinlease.app;

import org.twinlease.cli.Terminal;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;

import java.util.List;

/// What happens, in dhcpd's words: scripts and eyes are used to them. At most so many lines between
/// two pulses (a second); the rest is counted.
final class DhcpdLog {

    private static final int MOST = 200;

    private final Terminal terminal;
    private final String via;
    private int lines;
    private long passedOver;

    DhcpdLog(Terminal terminal, List<String> faces) {
        this.terminal = terminal;
        via = faces.isEmpty() ? "wire" : String.join("/", faces);
    }

    void on(Notice notice) {
        if (notice instanceof Notice.Pulse) {
            if (passedOver > 0) terminal.complain(passedOver + " more lines were left out");
            lines = 0;
            passedOver = 0;
        } else if (notice instanceof Notice.PacketSeen(PacketView packet)) {
            if (++lines > MOST) passedOver++;
            else say(packet);
        }
    }

    private void say(PacketView packet) {
        String client = packet.hardware() == null ? "unknown" : packet.hardware().toString();
        if (packet.hostname() != null) client += " (" + packet.hostname() + ")";
        String where = " via " + (packet.relay().isZero() ? via : packet.relay().toString());
        String about =
                packet.address().isZero() || packet.received().equals("DHCPDISCOVER")
                        ? ""
                        : word(packet.received()) + packet.address();
        String heard = packet.received() + about + " from " + client + where;
        if (packet.answer() == null) {
            terminal.complain(heard + ": " + Sentences.of(packet.reasons()));
        } else {
            terminal.complain(heard);
            terminal.complain(
                    packet.answer() + " on " + packet.address() + " to " + client + where);
        }
    }

    private static String word(String received) {
        return received.equals("DHCPREQUEST") ? " for " : " of ";
    }
}
