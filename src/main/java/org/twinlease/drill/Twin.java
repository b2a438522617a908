package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Deed;
import org.twinlease.drill.script.Expectation;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.drill.script.Values;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.twin.Group;
import org.twinlease.sim.twin.Person;
import org.twinlease.sim.twin.TwinWorld;
import org.twinlease.sim.twin.Wanted;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// A drill that runs: a scenario on the twin of a pair, from one seed. Time stands still until it
/// is told to pass ([#runTo]); at any moment something more can be done to the twin ([#act]), what
/// has happened can be read, and another twin can be made that has come to an earlier moment the
/// same way ([#branch]). Looking changes nothing: equal scenarios, seeds and acts give equal
/// stories.
///
/// Moments are seconds since midnight of the day on which the drill begins. Not safe for several
/// threads.
public final class Twin {

    private static final int SAMPLES = 300;

    /// Seconds of a twin that pass between two looks at whether it is wanted.
    private static final long STRIDE = 60;

    private static final long LEAST_INTERVAL = 10;

    /// A server that was set back or lost its leases is started again after so many seconds.
    private static final long BOOT = 60;

    /// Something that is to happen; what is of one moment happens in the order of its kind.
    private record Due(long second, int kind, int order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            if (second != other.second) return Long.compare(second, other.second);
            return kind != other.kind
                    ? Integer.compare(kind, other.kind)
                    : Integer.compare(order, other.order);
        }
    }

    private static final int IMAGE = 0;
    private static final int ACT = 1;
    private static final int LOOK = 2;

    private final Scenario scenario;
    private final Original original;
    private final long seed;
    private final TwinWorld world;
    private final Diary diary;
    private final Doing doing;
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private final Map<String, SimDisk.Image> images = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Long, Observed> observed = new HashMap<>();
    private final List<Step> recorded = new ArrayList<>();
    private long lastAct;
    private int order;
    private @Nullable Verdict verdict;

    /// What was seen at a moment that an expectation is about.
    record Observed(List<String> states, long without) {}

    /// A twin at the moment at which the drill begins.
    public Twin(Scenario scenario, Original original, long seed) {
        this(scenario, original, seed, () -> true);
    }

    /// The same, for as long as it is wanted.
    ///
    /// @throws java.util.concurrent.CancellationException when it is wanted no more while it is
    ///   being made
    public Twin(Scenario scenario, Original original, long seed, BooleanSupplier wanted) {
        this.scenario = scenario;
        this.original = original;
        this.seed = seed;
        // The world is not there yet while the diary is being made.
        TwinWorld[] made = new TwinWorld[1];
        long begin = scenario.begin() * 1000;
        diary = new Diary(() -> begin + (made[0] == null ? 0 : made[0].millis()));
        world =
                new TwinWorld(
                        new TwinWorld.Making(
                                original.site(), seed, scenario.begin(), groups(scenario), wanted),
                        happening -> diary.on(happening));
        made[0] = world;
        doing = new Doing(world);
        lastAct = scenario.begin();
        for (int server = 0; server < 2; server++) {
            String state = world.isUp(server) ? world.state(server).word() : Sample.DOWN;
            diary.story().begins(server, state);
        }
        scenario.steps().forEach(this::plan);
        for (Expectation each : scenario.expectations()) {
            long moment = each.values().moment();
            if (each.claim().isMoment()) due(moment, LOOK, () -> observe(moment));
        }
        long interval = Math.max(LEAST_INTERVAL, (scenario.end() - scenario.begin()) / SAMPLES);
        for (long at = scenario.begin(); at <= scenario.end(); at += interval) {
            due(at, LOOK, this::sample);
        }
        while (!agenda.isEmpty() && agenda.peek().second() <= scenario.begin()) {
            agenda.remove().what().run();
        }
    }

    private static List<Group> groups(Scenario scenario) {
        return scenario.population().groups().stream()
                .map(
                        group ->
                                new Group(
                                        Person.Kind.valueOf(group.kind().name()),
                                        group.count(),
                                        group.staySeconds()))
                .toList();
    }

    private void due(long second, int kind, Runnable what) {
        agenda.add(new Due(second, kind, order++, what));
    }

    private void plan(Step step) {
        Act act = step.act();
        if (act.deed() == Deed.RESTORE) {
            long from = act.values().moment();
            int server = act.values().server();
            due(from, IMAGE, () -> images.put(server + "@" + from, world.image(server)));
        }
        due(step.moment(), ACT, () -> perform(act));
    }

    private void perform(Act act) {
        long now = second();
        lastAct = now;
        diary.story().act(now, act.text());
        int server = act.values().server();
        boolean swaps = act.deed() == Deed.RESTORE || act.deed() == Deed.LOSE_LEASES;
        boolean comesBack = swaps && world.isUp(server);
        if (comesBack) {
            world.kill(server);
            due(now + BOOT, ACT, () -> world.start(server));
        }
        if (act.deed() == Deed.RESTORE) {
            world.restore(server, image(server, act.values().moment()));
            return;
        }
        Outcome answer = doing.act(act, now);
        if (answer instanceof Outcome.Refused(String why)) {
            diary.story().line(now, Values.name(server), "refuses: " + why);
        } else if (answer == null && act.deed().isOrder()) {
            diary.story().line(now, Values.name(server), "is down and takes no order");
        }
    }

    private SimDisk.Image image(int server, long from) {
        SimDisk.Image kept = images.get(server + "@" + from);
        return kept != null ? kept : branch(from).world.image(server);
    }

    private void observe(long moment) {
        long without =
                world.waiting().stream()
                        .filter(each -> !each.renews() && each.millis() >= Diary.LONG * 1000)
                        .count();
        Story story = diary.story();
        observed.put(moment, new Observed(List.of(story.state(0), story.state(1)), without));
    }

    private void sample() {
        Sample sample = new Sample(second(), count(), List.of(seat(0), seat(1)));
        samples.add(sample);
        diary.sample(sample);
    }

    private Sample.Seat seat(int server) {
        String state = diary.story().state(server);
        int serves = world.servedBy(server);
        if (!world.isUp(server)) return new Sample.Seat(Sample.DOWN, serves, -1, -1, -1, -1, -1);
        diary.story().pair(server, world.pair(server));
        long free = 0;
        long backup = 0;
        long active = 0;
        long other = 0;
        for (PoolView pool : world.ask(server, new Query.Pools())) {
            free += pool.free();
            backup += pool.backup();
            active += pool.active();
            other += pool.abandoned() + pool.expired();
        }
        boolean alone = state.equals(ServerState.PARTNER_DOWN.word());
        long left = alone ? free + backup : server == 0 ? free : backup;
        return new Sample.Seat(state, serves, left, free, backup, active, other);
    }

    /// Lets time pass until a moment, at most until the drill is over.
    public void runTo(long second) {
        long until = Math.min(second, scenario.end());
        while (!agenda.isEmpty() && agenda.peek().second() <= until) {
            Due due = agenda.remove();
            world.runUntil((due.second() - scenario.begin()) * 1000);
            due.what().run();
        }
        world.runUntil((until - scenario.begin()) * 1000);
    }

    /// Lets time pass until the next line of the story, or the end of the drill.
    public void step() {
        int before = lines().size();
        while (!isOver() && lines().size() == before) runTo(second() + 1);
    }

    /// Runs to the end; the verdict.
    public Verdict finish() {
        runTo(scenario.end());
        return verdict();
    }

    /// Does something to the twin, at the next full second at which nothing else is due; it becomes
    /// part of the drill. Nothing is done once the drill is over.
    public void act(Act act) {
        long next = second() + 1;
        while (isDue(next)) next++;
        if (next >= scenario.end()) return;
        runTo(next);
        recorded.add(new Step(0, next, act));
        perform(act);
    }

    private boolean isDue(long second) {
        return agenda.stream().anyMatch(each -> each.second() == second);
    }

    /// Another twin of the same pair that has come to a moment in the same way and goes on as the
    /// drill was written.
    public Twin branch(long second) {
        return branch(second, () -> true);
    }

    /// The same, for as long as it is wanted.
    ///
    /// @throws java.util.concurrent.CancellationException when it is wanted no more on the way
    public Twin branch(long second, BooleanSupplier wanted) {
        List<Step> until = new ArrayList<>(scenario.steps());
        for (Step step : recorded) if (step.moment() <= second) until.add(step);
        Twin other = new Twin(scenario.with(until), original, seed, wanted);
        Wanted.go(wanted, other.second(), second, STRIDE, other::runTo);
        other.runTo(second);
        return other;
    }

    /// The drill as it was written, with everything that was done by hand.
    public Scenario recording() {
        List<Step> all = new ArrayList<>(scenario.steps());
        all.addAll(recorded);
        return scenario.with(all);
    }

    /// The pair that it is of.
    public Original original() {
        return original;
    }

    /// Where the numbers of its clients come from, a sentence each; nothing where they are the
    /// drill's own.
    public List<String> grounds() {
        if (original.leases() == 0) return List.of();
        return original.grounds().told(world.taken(), scenario.population().perMinute());
    }

    /// What it runs.
    public Scenario scenario() {
        return scenario;
    }

    /// The seed from which everything comes.
    public long seed() {
        return seed;
    }

    /// Seconds since 1970 of a moment, as the servers' clocks show it.
    public static long epoch(long second) {
        return TwinWorld.epoch(second);
    }

    /// The moment at which time stands.
    public long second() {
        return scenario.begin() + world.millis() / 1000;
    }

    /// Whether the drill is over.
    public boolean isOver() {
        return second() >= scenario.end();
    }

    /// The story so far.
    public List<Line> lines() {
        return List.copyOf(diary.story().lines());
    }

    /// The story from a line on, counted from 0: what is new to who has read so far.
    public List<Line> lines(int from) {
        List<Line> all = diary.story().lines();
        return List.copyOf(all.subList(Math.min(from, all.size()), all.size()));
    }

    /// The newest messages between the servers, oldest first, each as both of them saw it: a few
    /// hundred.
    public List<Message> messages() {
        return diary.story().messages();
    }

    /// The leases that a server (0 is the primary) has, by address; none while it is down.
    /// Addresses that never had a client are left out.
    public Collection<LeaseView> leases(int server) {
        return world.leases(server);
    }

    /// How things stood, at equal distances of time until now.
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /// The failover state of a server (0 is the primary) as dhcpd spells it, or `down`.
    public String state(int server) {
        return diary.story().state(server);
    }

    /// The relationship as a server that is up told of it last, when it changed or at the last of
    /// [#samples]; null while it is down.
    public @Nullable FailoverView pair(int server) {
        return diary.story().pair(server, original.name());
    }

    /// How many clients there are now.
    public Sample.Count count() {
        TwinWorld.Count now = world.count();
        return new Sample.Count(now.on(), now.served(), now.waiting());
    }

    /// How many clients use an address that they last had from a server.
    public int servedBy(int server) {
        return world.servedBy(server);
    }

    /// Whether nothing passes between the servers.
    public boolean isLinkCut() {
        return world.isLinkCut();
    }

    /// Whether no client reaches a server.
    public boolean isCutFromClients(int server) {
        return world.isCutFromClients(server);
    }

    /// What has been found so far.
    public Findings findings() {
        return diary.findings(world.lost(), lastAct);
    }

    /// The verdict of a drill that is over.
    public Verdict verdict() {
        if (!isOver()) throw new IllegalStateException("the drill is not over");
        if (verdict == null) {
            diary.over(world.waiting());
            verdict = new Judge(scenario, findings(), observed, diary.normalSince()).verdict();
        }
        return verdict;
    }
}
