package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Terminal;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What happens, in dhcpd's words: scripts and eyes are used to them; behind them, of a client that
/// gets no answer, this program's own reasons. At most so many lines between two pulses (a second);
/// the rest is counted.
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
        switch (notice) {
            case Notice.Pulse _ -> {
                if (passedOver > 0) terminal.complain(passedOver + " more lines were left out");
                lines = 0;
                passedOver = 0;
            }
            case Notice.PacketSeen(PacketView packet) -> {
                if (++lines > MOST) passedOver++;
                else say(packet);
            }
            case Notice.Alarm(AlarmView alarm) -> {
                if (alarm.type() == AlarmType.POOL_NEARLY_FULL) {
                    String what = alarm.over() ? "reset" : "exceeded";
                    terminal.complain("Pool threshold " + what + " - pool: " + alarm.detail());
                }
            }
            default -> {}
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
        for (Reason reason : packet.reasons()) {
            if (isReuse(reason)) terminal.complain(reuse(packet, reason));
        }
        String words =
                packet.reasons().stream()
                        .map(DhcpdLog::words)
                        .filter(Objects::nonNull)
                        .limit(1)
                        .collect(Collectors.joining());
        if (packet.answer() == null) {
            String why = words.isEmpty() ? "" : words + " ";
            terminal.complain(heard + ": " + why + Sentences.of(packet.reasons()));
        } else {
            terminal.complain(words.isEmpty() ? heard : heard + ": " + words);
            terminal.complain(
                    packet.answer() + " on " + packet.address() + " to " + client + where);
        }
    }

    private static boolean isReuse(Reason reason) {
        return reason.code() == ReasonCode.TIME_UNCHANGED;
    }

    private static String reuse(PacketView packet, Reason reason) {
        return "reuse_lease: lease age %s (secs) under %s%% threshold, reply with unaltered, existing lease for %s"
                .formatted(reason.operands().get(1), reason.operands().get(2), packet.address());
    }

    /// What a dhcpd says of a reason, null where it says nothing.
    private static @Nullable String words(Reason reason) {
        List<Object> with = reason.operands();
        return switch (reason.code()) {
            case SILENT_NO_FREE -> "network " + with.getFirst() + ": no free leases.";
            case SILENT_NO_SUBNET -> "unknown network segment.";
            case SILENT_LEASE_LIMIT ->
                    "no available billing: lease limit reached in all matching classes (last: '%s')."
                            .formatted(with.getFirst());
            case SILENT_UNKNOWN_CLIENT -> "unknown client.";
            case SILENT_BOOTING -> "booting disallowed.";
            case SILENT_NOT_AUTHORITATIVE -> "ignored (not authoritative).";
            case SILENT_UNKNOWN_LEASE, NAK_UNKNOWN -> "unknown lease " + with.getFirst() + ".";
            case NAK_WRONG_NETWORK, NAK_UNKNOWN_NETWORK -> "wrong network.";
            case NAK_TAKEN, NAK_NOT_PERMITTED, NAK_NOT_FIXED ->
                    "lease " + with.getFirst() + " unavailable.";
            case LEASE_RELEASED -> "(found)";
            case LEASE_DECLINED -> "abandoned";
            default -> null;
        };
    }

    private static String word(String received) {
        return received.equals("DHCPREQUEST") ? " for " : " of ";
    }
}
