package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A failover pair watched from a terminal: who serves whom, counters, pools and the latest
/// decisions, once a second. On a terminal the picture stays in place; elsewhere every second is a
/// few lines.
final class TerminalDemo {

    private static final int SHOWN = 12;
    private static final int BAR = 30;

    private final Consumer<String> line;
    private final boolean inPlace;
    private final BooleanSupplier ended;
    private final Deque<PacketView> latest = new ArrayDeque<>();
    private final Map<String, String> views = new LinkedHashMap<>();
    private @Nullable CountersView before;

    /// What the server of that number told.
    private record Told(int server, Notice notice) {}

    /// A watch that writes lines.
    ///
    /// @param inPlace whether each picture replaces the one before
    /// @param ended whether somebody wants it to end, asked a few times a second
    TerminalDemo(Consumer<String> line, boolean inPlace, BooleanSupplier ended) {
        this.line = line;
        this.inPlace = inPlace;
        this.ended = ended;
    }

    /// Shows the servers of a pair until it is to end or the thread is interrupted, or for so many
    /// pulses of the first (0: for ever); its pools and packets, and the pair as each of the two
    /// has it.
    void watch(List<ControlChannel> channels, List<String> names, int pulses) {
        BlockingQueue<Told> told = new LinkedBlockingQueue<>(10_000);
        List<ControlChannel.Watch> watches = new ArrayList<>();
        try {
            for (int i = 0; i < channels.size(); i++) {
                int server = i;
                watches.add(channels.get(i).watch(notice -> told.offer(new Told(server, notice))));
            }
            int seen = 0;
            while (!ended.getAsBoolean() && (pulses == 0 || seen < pulses)) {
                Told next = told.poll(200, TimeUnit.MILLISECONDS);
                if (next == null) continue;
                if (next.notice() instanceof Notice.PairPulse(var pairs, long at)) {
                    pairs.forEach(p -> views.put(names.get(next.server()), pair(p, at)));
                }
                if (next.server() == 0 && on(next.notice())) seen++;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            watches.forEach(ControlChannel.Watch::close);
        }
    }

    private boolean on(Notice notice) {
        if (notice instanceof Notice.PacketSeen(PacketView packet)) remember(packet);
        if (!(notice instanceof Notice.Pulse(CountersView now, List<PoolView> pools))) return false;
        draw(now, pools).forEach(line);
        before = now;
        return true;
    }

    /// A server of the pair in a line: its part, its state and for how long, whom it serves, and
    /// what the partner has not acknowledged.
    private static String pair(FailoverView view, long atMillis) {
        StateWords words = StateWords.of(view.state(), view.starting());
        return "%-9s %s for %s: %s; %d unacknowledged"
                .formatted(
                        view.primary() ? "primary" : "secondary",
                        words.name(),
                        Sentences.duration(Math.max(0, atMillis / 1000 - view.since())),
                        words.serves(),
                        view.link().unacknowledged());
    }

    private void remember(PacketView packet) {
        latest.addLast(packet);
        if (latest.size() > SHOWN) latest.removeFirst();
    }

    private List<String> draw(CountersView now, List<PoolView> pools) {
        List<String> picture = new ArrayList<>();
        if (inPlace)
            picture.add(
                    "\u001b[H\u001b[2JTwinlease DEMO - simulated clients on loopback; Ctrl+C ends"
                            + " it");
        picture.add(counters(now));
        views.forEach((name, view) -> picture.add("  " + name + " " + view));
        if (!inPlace) {
            PacketView last = latest.peekLast();
            if (last != null) picture.add("  " + packet(last));
            return picture;
        }
        picture.add("");
        for (PoolView pool : pools) picture.add(pool(pool));
        picture.add("");
        for (PacketView packet : latest) picture.add(packet(packet));
        return picture;
    }

    private String counters(CountersView now) {
        return String.format(
                Locale.ROOT,
                "%d packets/s   offers %d   acks %d   naks %d   silent %d   p99 %.1f ms",
                now.get(Counter.RECEIVED) - (before == null ? 0 : before.get(Counter.RECEIVED)),
                now.get(Counter.OFFER),
                now.get(Counter.ACK),
                now.get(Counter.NAK),
                now.get(Counter.SILENT),
                now.p99Micros() / 1000.0);
    }

    private static String pool(PoolView pool) {
        int used = (int) (BAR * pool.active() / Math.max(1, pool.size()));
        return "%-16s %-28s [%s%s] %d of %d active, %d free"
                .formatted(
                        pool.network(),
                        pool.name(),
                        "#".repeat(used),
                        ".".repeat(BAR - used),
                        pool.active(),
                        pool.size(),
                        pool.free());
    }

    private static String packet(PacketView packet) {
        String answer = packet.answer() == null ? "-" : packet.answer();
        return "%-13s %-9s %s".formatted(packet.received(), answer, Sentences.of(packet.reasons()));
    }
}
