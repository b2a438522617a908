package org.twinlease.console.model.overview;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.overview.History.Track;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// The Overview page: is the server well, what is it doing, what fills up, what was remarkable.
public final class OverviewModel {

    private static final int SPARK_SECONDS = 120;

    /// One number with its past. `spark` is a sample a second, oldest first; `tone` is of the
    /// change.
    public record Gauge(
            String title,
            String value,
            String unit,
            String change,
            String note,
            Tone tone,
            List<Double> spark) {}

    /// One pool: shares of its addresses that add up to 1, and the same in words.
    public record PoolBar(
            String name,
            String ranges,
            String summary,
            String details,
            double active,
            double offered,
            double free,
            double backup,
            double abandoned,
            Tone tone) {}

    /// What was counted since the server started; `share` is of the largest of its group.
    public record Tally(String label, String value, double share, Tone tone) {}

    /// The traffic of the chosen time, a sample a second, oldest first; `seconds` is the whole
    /// width.
    public record Traffic(List<Double> requests, List<Double> acks, int seconds) {}

    /// Everything the page shows. `pools` and `happenings` may be empty.
    public record State(
            List<Gauge> gauges,
            Traffic traffic,
            List<PoolBar> pools,
            List<Happenings.Happening> happenings,
            List<Tally> tallies) {}

    private final ConsoleSession session;
    private final History history = new History();
    private final Happenings happenings;
    private final Shown<State> shown;
    private List<PoolView> pools = List.of();
    private @Nullable CountersView counters;
    private int seconds = 60;
    private boolean stale;

    public OverviewModel(ConsoleSession session) {
        this.session = session;
        happenings = new Happenings(session);
        shown = new Shown<>(state());
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Chooses how many seconds the traffic chart spans.
    public void span(int seconds) {
        this.seconds = Math.clamp(seconds, 10, History.SECONDS);
        shown.put(state());
    }

    public void on(Notice notice) {
        stale |= happenings.on(notice);
        if (notice instanceof Notice.Pulse(var counters, var pools)) pulse(counters, pools);
    }

    public void pulse(CountersView now, List<PoolView> pools) {
        this.pools = pools;
        counters = now;
        history.pulse(now, pools);
        stale = true;
    }

    public void tick() {
        history.quiet(session.clock().millis());
        stale = true;
        settle();
    }

    public void settle() {
        if (stale) shown.put(state());
        stale = false;
    }

    private State state() {
        return new State(
                List.of(activeGauge(), requestGauge(), latencyGauge(), freeGauge()),
                new Traffic(
                        boxed(history.last(Track.REQUESTS, seconds)),
                        boxed(history.last(Track.ACKS, seconds)),
                        seconds),
                pools.stream().map(PoolWords::bar).toList(),
                happenings.newest(),
                tallies());
    }

    private Gauge activeGauge() {
        long active = pools.stream().mapToLong(PoolView::active).sum();
        return gauge(
                "gauge.active",
                Words.count(active),
                "",
                Track.ACTIVE,
                change -> Words.signed(change, "%,.0f"),
                false);
    }

    private Gauge requestGauge() {
        double rate = orZero(history.mean(Track.REQUESTS, 0, Math.min(3, history.seconds())));
        return gauge(
                "gauge.requests",
                Words.rate(rate),
                Text.of("unit.persecond"),
                Track.REQUESTS,
                change -> Words.signed(change, "%,.1f"),
                false);
    }

    private Gauge latencyGauge() {
        long micros = counters == null ? 0 : counters.p99Micros();
        String text =
                micros < 1_000
                        ? Long.toString(micros)
                        : String.format(Locale.ROOT, "%.2f", micros / 1e3);
        String unit = Text.of(micros < 1_000 ? "unit.micros" : "unit.millis");
        if (micros == 0) {
            text = Text.of("value.none");
            unit = "";
        }
        return gauge("gauge.latency", text, unit, Track.LATENCY_MICROS, Words::signedMicros, true);
    }

    private Gauge freeGauge() {
        long free = pools.stream().mapToLong(p -> p.free() + p.backup()).sum();
        long size = pools.stream().mapToLong(PoolView::size).sum();
        String of = size == 0 ? "" : Text.of("gauge.free.of", Words.count(size));
        return gauge(
                "gauge.free",
                Words.count(free),
                of,
                Track.FREE,
                change -> Words.signed(change, "%,.0f"),
                false);
    }

    private Gauge gauge(
            String title,
            String value,
            String unit,
            Track track,
            DoubleFunction<String> signed,
            boolean lowGood) {
        double now = history.mean(track, 0, 5);
        double before = history.mean(track, 60, 5);
        List<Double> spark = boxed(history.last(track, SPARK_SECONDS));
        if (Double.isNaN(now) || Double.isNaN(before)) {
            String note = Text.of("gauge.recording", Words.coarse(history.seconds()));
            return new Gauge(Text.of(title), value, unit, "", note, Tone.PLAIN, spark);
        }
        double change = now - before;
        String words = signed.apply(change);
        boolean none = words.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (none) words = Text.of("gauge.same");
        Tone tone = none ? Tone.PLAIN : lowGood ? worse(change > 0) : Tone.CALM;
        return new Gauge(Text.of(title), value, unit, words, Text.of("gauge.minute"), tone, spark);
    }

    private static Tone worse(boolean worse) {
        return worse ? Tone.WATCH : Tone.GOOD;
    }

    private List<Tally> tallies() {
        CountersView now = counters;
        if (now == null) return List.of();
        List<Counter> shownCounters =
                List.of(
                        Counter.DISCOVER,
                        Counter.OFFER,
                        Counter.REQUEST,
                        Counter.ACK,
                        Counter.NAK,
                        Counter.SILENT,
                        Counter.MALFORMED);
        long most = shownCounters.stream().mapToLong(now::get).max().orElse(0);
        return shownCounters.stream()
                .map(
                        counter ->
                                new Tally(
                                        Sentences.label(counter),
                                        Words.count(now.get(counter)),
                                        most == 0 ? 0 : (double) now.get(counter) / most,
                                        tone(counter)))
                .toList();
    }

    private static Tone tone(Counter counter) {
        return switch (counter) {
            case DISCOVER, REQUEST -> Tone.CALM;
            case OFFER, ACK -> Tone.GOOD;
            case NAK, SILENT -> Tone.WATCH;
            case MALFORMED -> Tone.BAD;
            default -> Tone.PLAIN;
        };
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
