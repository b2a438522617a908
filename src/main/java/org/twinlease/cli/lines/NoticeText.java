package org.twinlease.cli.lines;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Counter;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A notice in one line for people.
public final class NoticeText {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private NoticeText() {}

    /// The line; null for what says nothing new, unless `all`.
    public static @Nullable String of(Notice notice, boolean all) {
        return switch (notice) {
            case Notice.LeaseChanged(var lease, var why, long at, var _) ->
                    line(
                            at,
                            "lease  %s %s %s: %s"
                                    .formatted(
                                            lease.address(),
                                            lease.state().word(),
                                            client(lease.hardware(), lease.clientId()),
                                            Sentences.of(why)));
            case Notice.PacketSeen(PacketView packet) -> packet(packet);
            case Notice.PairChanged(FailoverView pair, var why, long at) ->
                    line(
                            at,
                            "pair   \"%s\" %s, partner %s: %s"
                                    .formatted(
                                            pair.name(),
                                            StatusText.mine(pair),
                                            pair.partner().word(),
                                            Sentences.of(why)));
            case Notice.PairMessage(FailoverMessageView message) -> message(message);
            case Notice.PoolBalanced balanced ->
                    line(
                            balanced.atMillis(),
                            "pool   %d of \"%s\": %d free here, %d at the partner, %d given"
                                    .formatted(
                                            balanced.pool(),
                                            balanced.name(),
                                            balanced.own(),
                                            balanced.partners(),
                                            balanced.given()));
            case Notice.Alarm(AlarmView alarm) ->
                    line(
                            alarm.atMillis(),
                            (alarm.over() ? "over   " : "alarm  ") + Sentences.sentence(alarm));
            case Notice.Resync _ -> "-- some notices were missed --";
            case Notice.Pulse(var counters, var _) ->
                    all
                            ? line(
                                    counters.atMillis(),
                                    "pulse  %d received, %d answered with ACK"
                                            .formatted(
                                                    counters.get(Counter.RECEIVED),
                                                    counters.get(Counter.ACK)))
                            : null;
            case Notice.PairPulse _ -> null;
        };
    }

    private static String packet(PacketView packet) {
        return line(
                packet.atMillis(),
                "packet %s %s %s: %s"
                        .formatted(
                                packet.received(),
                                client(packet.hardware(), packet.clientId()),
                                packet.answer() == null
                                        ? "not answered"
                                        : packet.answer() + " " + packet.address(),
                                Sentences.of(packet.reasons())));
    }

    private static String message(FailoverMessageView message) {
        return line(
                message.atMillis(),
                "%s \"%s\" %s %d%s"
                        .formatted(
                                message.outgoing() ? "sent  " : "heard ",
                                message.name(),
                                message.type(),
                                message.xid(),
                                message.words().isEmpty() ? "" : ": " + message.words()));
    }

    /// A client by its hardware address, else by its identifier.
    public static String client(@Nullable HardwareAddress hardware, @Nullable Octets id) {
        if (hardware != null && hardware.address().length() > 0) return hardware.toString();
        return id == null ? "-" : id.hex();
    }

    private static String line(long atMillis, String words) {
        return AT.format(Instant.ofEpochMilli(atMillis)) + " " + words;
    }
}
