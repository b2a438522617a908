package org.twinlease.console.model.calculator;

import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Relationship.Side;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.Quantity;
import org.twinlease.console.model.peers.PeerField;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The Calculator page: numbers, which begin as the pair's own, and what they lead to in four
/// charts and three sentences. Changes nothing until its numbers are put into the configuration.
public final class CalculatorModel {

    /// What can be typed.
    public enum Input {
        LEASE("calc.lease", true),
        MCLT("calc.mclt", true),
        SPLIT("calc.split", false),
        ORDERED("calc.ordered", true),
        ADDRESSES("calc.addresses", false),
        CLIENTS("calc.clients", false),
        ARRIVALS("calc.arrivals", false);

        public final String label;
        final boolean time;

        Input(String label, boolean time) {
            this.label = label;
            this.time = time;
        }
    }

    /// One input: what is in its field, what it says in words (a time in its units), and what is
    /// wrong with it.
    public record Entry(Input input, String typed, String words, String wrong) {}

    /// A line of a chart: its name and its values from the left end to the right.
    public record Line(String name, List<Double> values) {}

    /// One chart: its title, what its ends are, its greatest value in words, and its lines.
    public record Chart(String title, String from, String to, String most, List<Line> lines) {}

    /// Everything the page shows. `stage` is whether the numbers can be put into the configuration.
    public record State(
            List<Entry> entries, List<Chart> charts, List<Fact> sentences, boolean stage) {}

    private static final int POINTS = 60;
    private static final int RENEWALS = 6;
    private static final double SHORTEST = 300;
    private static final double LONGEST = 7 * 86_400;
    private static final double DAY = 86_400;
    private static final long USUAL_LEASE = 43_200;
    private static final long USUAL_MCLT = 1_800;
    private static final long LEAST_MILLIS = 60_000;
    private static final int MAP_OCTETS = 32;

    private final DraftModel draft;
    private final PeersModel peers;
    private final Map<Input, String> typed = new EnumMap<>(Input.class);
    private final Map<Input, String> own = new EnumMap<>(Input.class);
    private final Shown<State> shown;
    private long firstMillis;
    private long firstTaken = -1;

    public CalculatorModel(DraftModel draft, PeersModel peers) {
        this.draft = draft;
        this.peers = peers;
        own.put(Input.LEASE, String.valueOf(USUAL_LEASE));
        own.put(Input.MCLT, String.valueOf(USUAL_MCLT));
        own.put(Input.SPLIT, "128");
        own.put(Input.ORDERED, "1800");
        own.put(Input.ADDRESSES, "1000");
        own.put(Input.CLIENTS, "600");
        own.put(Input.ARRIVALS, "20");
        shown = new Shown<>(state());
        draft.listen(this::configured);
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    private void configured() {
        List<Relationship> all = draft.survey().relationships();
        if (!all.isEmpty()) {
            Relationship pair = all.getFirst();
            own.put(Input.LEASE, String.valueOf(pair.shortestLease()));
            give(Input.MCLT, pair.primary().item("mclt"));
            give(Input.SPLIT, split(pair.primary()));
            if (firstTaken < 0 && pair.addresses() > 0) {
                own.put(Input.ADDRESSES, String.valueOf(pair.addresses()));
            }
        }
        show();
    }

    /// The primary's buckets, which a map of them says as well.
    private static String split(Side primary) {
        String split = primary.item("split");
        String[] octets = primary.item("hba").split("\\s*:\\s*", -1);
        if (!split.isEmpty() || octets.length != MAP_OCTETS) return split;
        int buckets = 0;
        for (String octet : octets) {
            if (!octet.matches("[0-9a-fA-F]{1,2}")) return "";
            buckets += Integer.bitCount(Integer.parseInt(octet, 16));
        }
        return String.valueOf(buckets);
    }

    private void give(Input input, String value) {
        if (value.matches("[0-9]{1,9}")) own.put(input, value);
    }

    /// Takes in what the live pair's pools are at a time: how many addresses and clients there are,
    /// and, after a minute, how fast clients come.
    public void pulse(List<PoolView> pools, long atMillis) {
        if (pools.isEmpty()) return;
        long size = pools.stream().mapToLong(PoolView::size).sum();
        long active = pools.stream().mapToLong(PoolView::active).sum();
        own.put(Input.ADDRESSES, String.valueOf(size));
        own.put(Input.CLIENTS, String.valueOf(active));
        if (firstTaken < 0) {
            firstTaken = active;
            firstMillis = atMillis;
        }
        long millis = atMillis - firstMillis;
        if (millis >= LEAST_MILLIS) {
            long hour = Math.max(0, (active - firstTaken) * 3_600_000 / millis);
            own.put(Input.ARRIVALS, String.valueOf(hour));
        }
        show();
    }

    /// Takes in what a person typed; from then on the pair's own number does not count.
    public void type(Input input, String text) {
        typed.put(input, text);
        show();
    }

    /// Goes back to the pair's own numbers.
    public void reset() {
        typed.clear();
        show();
    }

    /// Puts what was typed for MCLT and split into the configuration of the first relationship.
    public void stage() {
        if (!shown.state().stage()) return;
        int primary = draft.survey().relationships().getFirst().primary().half();
        PairNumbers numbers = numbers();
        peers.choose(0);
        if (typed.containsKey(Input.MCLT)) {
            peers.type(PeerField.MCLT, primary, String.valueOf(numbers.mclt()));
        }
        if (typed.containsKey(Input.SPLIT)) {
            peers.type(PeerField.SPLIT, primary, String.valueOf(numbers.split()));
        }
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private String text(Input input) {
        String text = typed.get(input);
        return text != null ? text : own.getOrDefault(input, "");
    }

    private static OptionalLong read(Input input, String text) {
        OptionalLong value = input.time ? Quantity.seconds(text) : Quantity.number(text);
        boolean fits =
                value.isPresent()
                        && switch (input) {
                            case LEASE, MCLT -> value.getAsLong() > 0;
                            case SPLIT -> value.getAsLong() <= 256;
                            case ORDERED, ADDRESSES, CLIENTS, ARRIVALS -> true;
                        };
        return fits ? value : OptionalLong.empty();
    }

    /// What cannot be used counts as the pair's own.
    private long value(Input input) {
        return read(input, text(input)).orElse(read(input, own.getOrDefault(input, "")).orElse(0));
    }

    private PairNumbers numbers() {
        return new PairNumbers(
                value(Input.LEASE),
                value(Input.MCLT),
                (int) value(Input.SPLIT),
                value(Input.ORDERED),
                value(Input.ADDRESSES),
                Math.min(value(Input.CLIENTS), value(Input.ADDRESSES)),
                value(Input.ARRIVALS));
    }

    private State state() {
        PairNumbers numbers = numbers();
        List<Entry> entries = new ArrayList<>();
        for (Input input : Input.values()) {
            String text = text(input);
            boolean good = read(input, text).isPresent();
            String words =
                    good && input.time ? Sentences.duration(read(input, text).orElse(0)) : "";
            entries.add(new Entry(input, text, words, good ? "" : wrong(input)));
        }
        List<String> servers = draft.now().halves().stream().map(Half::server).toList();
        String first = Text.of("calc.primary");
        String second = Text.of("calc.secondary");
        List<Relationship> all = draft.survey().relationships();
        if (!all.isEmpty() && servers.size() == 2) {
            int primary = all.getFirst().primary().half();
            first = servers.get(primary);
            second = servers.get(1 - primary);
        }
        return new State(
                entries,
                List.of(
                        load(numbers, first, second),
                        updates(numbers),
                        leases(numbers),
                        left(numbers)),
                sentences(numbers, first, second),
                !all.isEmpty());
    }

    private static String wrong(Input input) {
        if (input == Input.SPLIT) return Text.of("peers.wrong.split");
        return Text.of(input.time ? "peers.wrong.seconds" : "calc.wrong.number");
    }

    /// The shortest lease time of the axis: the pair's own is on it.
    private static double shortest(PairNumbers numbers) {
        return Math.min(SHORTEST, numbers.lease() / 2.0);
    }

    /// A lease time for a place on the axis, which is even in the logarithm.
    private static double lease(PairNumbers numbers, int point) {
        double least = shortest(numbers);
        return least * Math.pow(LONGEST / least, point / (POINTS - 1.0));
    }

    private static Chart overLeases(
            PairNumbers numbers, String title, String most, List<Line> lines) {
        return new Chart(
                title,
                Sentences.duration((long) shortest(numbers)),
                Sentences.duration((long) LONGEST),
                most,
                lines);
    }

    private static Chart load(PairNumbers numbers, String first, String second) {
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double all = numbers.renewals(lease(numbers, i));
            one.add(all * numbers.share());
            two.add(all * (1 - numbers.share()));
        }
        String most =
                Text.of("calc.persecond", Words.rate(Math.max(one.getFirst(), two.getFirst())));
        return overLeases(
                numbers,
                Text.of("calc.load"),
                most,
                List.of(new Line(first, one), new Line(second, two)));
    }

    private static Chart updates(PairNumbers numbers) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) values.add(numbers.updates(lease(numbers, i)));
        String most = Text.of("calc.persecond", Words.rate(values.getFirst()));
        return overLeases(
                numbers,
                Text.of("calc.updates"),
                most,
                List.of(new Line(Text.of("calc.both"), values)));
    }

    private static Chart leases(PairNumbers numbers) {
        return new Chart(
                Text.of("calc.visible"),
                Text.of("calc.first"),
                Text.of("calc.renewal", RENEWALS - 1),
                Sentences.duration(
                        Math.max(numbers.lease(), Math.min(numbers.lease(), numbers.mclt()))),
                List.of(
                        new Line(Text.of("calc.connected"), numbers.leases(RENEWALS, true)),
                        new Line(Text.of("calc.cut"), numbers.leases(RENEWALS, false))));
    }

    private static Chart left(PairNumbers numbers) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) values.add(numbers.left(DAY * i / (POINTS - 1)));
        double most = values.stream().mapToDouble(v -> v).max().orElse(0);
        return new Chart(
                Text.of("calc.left"),
                Text.of("calc.loss"),
                Sentences.duration((long) DAY),
                Text.of("calc.free", Words.count(Math.round(most))),
                List.of(new Line(Text.of("calc.new"), values)));
    }

    private static List<Fact> sentences(PairNumbers numbers, String first, String second) {
        String lease = Sentences.duration(numbers.lease());
        String mclt = Sentences.duration(numbers.mclt());
        boolean longer = numbers.mclt() >= numbers.lease();
        double renewals = numbers.renewals((double) numbers.lease());
        String share = Words.rate(renewals * numbers.share());
        String rest = Words.rate(renewals * (1 - numbers.share()));
        String updates = Words.rate(numbers.updates((double) numbers.lease()));
        long own = numbers.own();
        double lasts = numbers.lasts();
        boolean dry = lasts >= 0 && lasts < numbers.opens();
        String time = lasts < 0 ? Text.of("calc.ever") : Words.coarse((long) lasts);
        return List.of(
                new Fact(
                        longer
                                ? Text.of("calc.says.long", mclt, lease)
                                : Text.of(
                                        "calc.says.lease",
                                        mclt,
                                        lease,
                                        Sentences.duration(numbers.lease() / 2)),
                        longer ? Tone.WATCH : Tone.GOOD),
                new Fact(Text.of("calc.says.load", first, share, second, rest, updates), Tone.CALM),
                new Fact(
                        Text.of(
                                "calc.says.left",
                                Words.count(own),
                                time,
                                Words.count(own),
                                Sentences.duration(numbers.opens())),
                        dry ? Tone.WATCH : Tone.GOOD));
    }
}
