package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Notice;
import org.twinlease.drill.Findings.Capacity;
import org.twinlease.drill.Findings.Doubled;
import org.twinlease.drill.Findings.Loss;
import org.twinlease.drill.Findings.Wait;
import org.twinlease.drill.script.Values;
import org.twinlease.sim.twin.Happening;
import org.twinlease.sim.twin.Person;
import org.twinlease.sim.twin.TwinWorld.Waiting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/// Keeps account of what clients go through in a drill, each with its causes.
final class Diary {

    /// A wait that is worth a word: longer than a client's second try.
    static final long LONG = 10;

    private final LongSupplier clock;
    private final Causes causes = new Causes();
    private final Story story = new Story(causes);
    private final List<Wait> longest = new ArrayList<>();
    private final List<Wait> forMclt = new ArrayList<>();
    private final List<Doubled> doubled = new ArrayList<>();
    private final List<Loss> refused = new ArrayList<>();
    private final List<Loss> ended = new ArrayList<>();
    private final List<Capacity> capacity = new ArrayList<>();
    private final long begin;
    private long normalSince;

    /// `clock` gives milliseconds since midnight of the first day.
    Diary(LongSupplier clock) {
        this.clock = clock;
        begin = now();
        normalSince = begin;
    }

    Story story() {
        return story;
    }

    private long now() {
        return clock.getAsLong() / 1000;
    }

    void on(Happening happening) {
        long now = now();
        switch (happening) {
            case Happening.Power power -> {
                story.power(now, power);
                moved();
            }
            case Happening.Told(int server, Notice notice) -> {
                story.notice(now, server, notice);
                if (notice instanceof Notice.PairChanged) moved();
            }
            case Happening.Answered answered -> {
                waited(Client.of(answered.who()), answered.renews(), answered.waitedMillis(), true);
                causes.answered(Client.of(answered.who()));
            }
            case Happening.Refused refusal -> refused(now, refusal);
            case Happening.Ended end -> {
                story.ended(now, end);
                long from = Math.max(begin, now - end.waitedMillis() / 1000);
                Client who = Client.of(end.who());
                waited(who, true, end.waitedMillis(), false);
                ended.add(new Loss(who, end.address(), now, causes.of(who, from, now)));
            }
            case Happening.Doubled twice -> {
                story.doubled(now, twice);
                doubled.add(
                        new Doubled(
                                twice.address(),
                                now,
                                Client.of(twice.first()),
                                Values.name(twice.firstBy()),
                                Client.of(twice.second()),
                                Values.name(twice.secondBy()),
                                causes.pairs(now, now)));
            }
        }
    }

    private void refused(long now, Happening.Refused refusal) {
        if (!refusal.lives()) return;
        story.refused(now, refusal);
        Client who = Client.of(refusal.who());
        List<String> why = causes.of(who, now, now);
        refused.add(new Loss(who, refusal.address(), now, why));
    }

    /// A server may be in another state, or down.
    private void moved() {
        if (!story.isNormal()) normalSince = -1;
        else if (normalSince < 0) normalSince = now();
    }

    private void waited(Client who, boolean renews, long millis, boolean answered) {
        long seconds = Math.min(millis / 1000, now() - begin);
        Wait before = longest(renews);
        boolean mclt = seconds >= LONG && causes.waitsForMclt(who);
        boolean longer = before == null || before.seconds() < seconds;
        if (!mclt && !longer) return;
        long from = now() - seconds;
        Wait wait = new Wait(who, renews, from, seconds, answered, causes.of(who, from, now()));
        if (mclt) forMclt.add(wait);
        if (!longer) return;
        longest.remove(before);
        longest.add(wait);
    }

    private @Nullable Wait longest(boolean renews) {
        for (Wait wait : longest) if (wait.renews() == renews) return wait;
        return null;
    }

    /// The drill is over: who still waits has waited until now.
    void over(List<Waiting> waiting) {
        for (Waiting each : waiting)
            waited(Client.of(each.who()), each.renews(), each.millis(), false);
    }

    /// How things stand now.
    void sample(Sample sample) {
        for (int server = 0; server < 2; server++) {
            Sample.Seat seat = sample.servers().get(server);
            if (!seat.isUp()) continue;
            String name = Values.name(server);
            Capacity least = null;
            for (Capacity each : capacity) if (each.server().equals(name)) least = each;
            if (least != null && least.least() <= seat.left()) continue;
            if (least != null) capacity.remove(least);
            capacity.add(new Capacity(name, seat.left(), sample.second()));
        }
        capacity.sort(Comparator.comparing(Capacity::server));
    }

    /// Everything until now. `lost` are the clients whose lease no server knows; `lastAct` is when
    /// the last thing was done.
    Findings findings(List<Person> lost, long lastAct) {
        long now = now();
        List<Loss> forgotten = new ArrayList<>();
        for (Person each : lost) {
            Client who = Client.of(each);
            forgotten.add(new Loss(who, null, now, causes.of(who, now, now)));
        }
        long toNormal = normalSince < 0 ? -1 : Math.max(0, normalSince - lastAct);
        return new Findings(
                longest, doubled, refused, ended, forgotten, forMclt, toNormal, capacity);
    }

    /// Whether both are in NORMAL now, and since when; -1: they are not.
    long normalSince() {
        return normalSince;
    }
}
