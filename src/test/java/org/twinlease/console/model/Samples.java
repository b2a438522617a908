package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.control.StoryLine;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Leases, packets and pulses as a small office would make them, the same on every run.
public final class Samples {

    /// The moment at which every test begins: 14:30:00 UTC on 3 March 2026.
    public static final long NOW = Instant.parse("2026-03-03T14:30:00Z").toEpochMilli();

    private static final String[] KINDS = {
        "lab-printer", "workstation", "thin-client", "ip-phone", "sensor-gw", "ap-floor", "pos-till"
    };

    private Samples() {}

    /// A lease of a network, by its number in it.
    public static LeaseView lease(int number, BindingState state) {
        long now = NOW / 1_000;
        boolean client = state != BindingState.ABANDONED;
        long starts = now - 100L - number * 37L % 3_000;
        return new LeaseView(
                address(number),
                state,
                client ? hardware(number) : null,
                null,
                client ? host(number) : null,
                starts,
                starts + 3_600,
                starts,
                false,
                false,
                number % 400 < 240 ? 0 : 1);
    }

    public static Ip4 address(int number) {
        return new Ip4(Ip4.of("10.20.0.10").bits() + number);
    }

    public static HardwareAddress hardware(int number) {
        return HardwareAddress.ethernet(0x3c52_8200_0000L | ((number * 2_654_435L) & 0xFF_FFFF));
    }

    public static String host(int number) {
        return KINDS[number % KINDS.length] + "-" + (100 + number);
    }

    public static CountersView counters(long atMillis, long requests, long acks) {
        long[] values = new long[Counter.values().length];
        values[Counter.DISCOVER.ordinal()] = requests / 4;
        values[Counter.REQUEST.ordinal()] = requests - requests / 4;
        values[Counter.RECEIVED.ordinal()] = requests;
        values[Counter.OFFER.ordinal()] = requests / 4;
        values[Counter.ACK.ordinal()] = acks;
        values[Counter.NAK.ordinal()] = requests / 300;
        values[Counter.SILENT.ordinal()] = requests / 90;
        return new CountersView(atMillis, values, 410, 1_420);
    }

    public static PoolView pool(int index, String network, long size, long free, long abandoned) {
        long offered = Math.min(free, 6);
        return new PoolView(
                index,
                network + " pool " + (index + 1),
                network,
                List.of("10.20." + index + ".10 10.20." + index + ".250"),
                size,
                free,
                offered,
                size - free - abandoned,
                0,
                abandoned,
                0);
    }

    public static PacketView packet(
            long sequence, String received, @Nullable String answer, Reason... reasons) {
        int number = (int) (sequence * 7 % 300);
        return new PacketView(
                sequence,
                NOW - 20_000 + sequence * 90,
                received,
                answer,
                hardware(number),
                null,
                host(number),
                address(number),
                Ip4.ZERO,
                (int) (sequence * 0x9E37_79B9L),
                answer == null ? -1 : 300 + sequence * 131 % 1_900,
                List.of(reasons));
    }

    /// A packet of a usual mix, at milliseconds before [#NOW].
    public static PacketView packet(long sequence, long before) {
        PacketView usual = packet(sequence);
        return new PacketView(
                sequence,
                NOW - before,
                usual.received(),
                usual.answer(),
                usual.hardware(),
                usual.clientId(),
                usual.hostname(),
                usual.address(),
                usual.relay(),
                usual.xid(),
                usual.micros(),
                usual.reasons());
    }

    /// A channel with a few hundred leases, two hundred packets and a story.
    public static FakeChannel office() {
        var channel = new FakeChannel();
        for (int i = 0; i < 320; i++) {
            BindingState state = BindingState.ACTIVE;
            if (i % 9 == 4) state = BindingState.FREE;
            if (i % 97 == 50) state = BindingState.ABANDONED;
            channel.leases.add(lease(i, state));
        }
        for (int i = 1; i <= 200; i++) channel.packets.add(packet(i));
        channel.pools =
                List.of(
                        pool(0, "10.20.0.0/24", 240, 31, 3),
                        pool(1, "10.20.1.0/24", 240, 148, 0),
                        pool(2, "10.20.2.0/24", 120, 9, 1));
        channel.story.addAll(story(address(3)));
        return channel;
    }

    /// A packet of a usual mix.
    public static PacketView packet(long i) {
        Ip4 address = address((int) (i * 7 % 300));
        if (i % 41 == 7) {
            return packet(
                    i,
                    "DHCPREQUEST",
                    "DHCPNAK",
                    Reason.of(ReasonCode.NAK_WRONG_NETWORK, address, "10.20.1.0/24"));
        }
        if (i % 53 == 11) {
            return packet(
                    i, "DHCPDISCOVER", null, Reason.of(ReasonCode.SILENT_NO_FREE, "10.20.2.0/24"));
        }
        if (i % 4 == 0) {
            return packet(
                    i,
                    "DHCPDISCOVER",
                    "DHCPOFFER",
                    Reason.of(ReasonCode.OFFER_PREVIOUS, address),
                    Reason.of(ReasonCode.TIME_DEFAULT, 3_600L));
        }
        var given =
                i % 4 == 1
                        ? Reason.of(ReasonCode.ACK_SELECTING, address)
                        : Reason.of(ReasonCode.ACK_RENEWING, address);
        return packet(
                i,
                "DHCPREQUEST",
                "DHCPACK",
                given,
                Reason.of(ReasonCode.TIME_MAX, 3_600L, 86_400L));
    }

    /// What a server would remember of an address.
    public static List<StoryLine> story(Ip4 address) {
        return List.of(
                new StoryLine(
                        NOW - 7_400_000,
                        "DHCPDISCOVER",
                        "DHCPOFFER",
                        List.of(Reason.of(ReasonCode.OFFER_LONGEST_UNUSED, address, -1L))),
                new StoryLine(
                        NOW - 7_399_000,
                        "DHCPREQUEST",
                        "DHCPACK",
                        List.of(
                                Reason.of(ReasonCode.ACK_SELECTING, address),
                                Reason.of(ReasonCode.TIME_MAX, 3_600L, 86_400L))),
                new StoryLine(
                        NOW - 211_000,
                        "DHCPREQUEST",
                        "DHCPACK",
                        List.of(
                                Reason.of(ReasonCode.ACK_RENEWING, address),
                                Reason.of(ReasonCode.TIME_MAX, 3_600L, 86_400L))));
    }

    /// Pulses of a number of seconds with a lively, repeatable traffic, ending at [#NOW].
    public static List<Notice> pulses(int seconds, List<PoolView> pools) {
        var random = new Random(42);
        var notices = new ArrayList<Notice>();
        double requests = 0;
        double acks = 0;
        double level = 900;
        for (int i = seconds; i >= 0; i--) {
            level = Math.clamp(level + random.nextGaussian() * 60, 500, 1_400);
            requests += level;
            acks += level * (0.56 + random.nextDouble() * 0.06);
            var counters = counters(NOW - i * 1_000L, (long) requests, (long) acks);
            long p99 = 1_300 + (long) (random.nextGaussian() * 120);
            notices.add(
                    new Notice.Pulse(
                            new CountersView(counters.atMillis(), counters.values(), 400, p99),
                            pools));
        }
        return notices;
    }
}
