package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.drill.Library;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// The Drill page: a drill as text and blocks, the twins that run it, and the verdict. It has no
/// way to the servers of the session: what it does, it does to a twin.
public final class DrillModel {

    /// A drill of the library: its name, its title, and what it teaches.
    public record Lesson(String name, String title, String teaches) {}

    /// The runs that there are, of which one is chosen; whose twin they can be of and are of, with
    /// what that is in words, and where the numbers of its clients come from once that is known.
    public record Choices(
            List<String> runs,
            int run,
            List<Whose> sources,
            Whose whose,
            String source,
            List<String> grounds) {}

    /// Everything that the page shows.
    public record State(
            List<Lesson> lessons,
            String lesson,
            ScriptModel.Script script,
            RunClock run,
            Choices choices,
            TwinPicture.State twin,
            VerdictPicture.State verdict,
            ExploreModel.State explore,
            Fact said) {

        /// Whether the mark stands where the run has been, so that another can go on from there.
        public boolean branches() {
            boolean lives = run.phase() == Phase.RUNNING || run.phase() == Phase.PAUSED;
            boolean been = script.mark() >= script.begin() && script.mark() < run.second();
            return (lives || run.phase() == Phase.OVER) && been && script.chosen() == 0;
        }
    }

    private static final long SEED = 1;
    private static final int MOST_RUNS = 6;
    private static final Fact NOTHING = new Fact("", Tone.PLAIN);

    private final ConsoleSession session;
    private final DrillRun.Desk desk;
    private final List<Lesson> lessons = new ArrayList<>();
    private final ScriptModel script;
    private final ExploreModel explore;
    private final DrillFiles files;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Shown<State> shown;
    private final Shown<TwinBar> bar;
    private String lesson;
    private DrillPairs pairs;
    private Speed speed = Speed.X600;
    private Fact said = NOTHING;
    private @Nullable Attempt now;
    private String obstacle = "";
    private boolean ending;

    public DrillModel(ConsoleSession session, Executor ui) {
        this.session = session;
        desk = new DrillRun.Desk(session.background(), ui, session.clock());
        pairs = DrillPairs.of(session.pairs(), session.mode() == ConsoleSession.Mode.DEMO);
        for (String name : Library.names()) {
            Scenario drill = Objects.requireNonNull(Library.scenario(name), name);
            lessons.add(new Lesson(name, drill.title(), drill.lesson().replace('\n', ' ')));
        }
        lesson = lessons.getFirst().name();
        script = new ScriptModel(library(lesson), this::show);
        explore = new ExploreModel(desk, this::show);
        files = new DrillFiles(session.files(), ui, this::say);
        shown = new Shown<>(state());
        bar = new Shown<>(TwinBar.of(shown.state()));
    }

    private static DrillText library(String name) {
        return DrillText.of(name, Objects.requireNonNull(Library.text(name), name).stripTrailing());
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Where the bar above the page comes out, which stands in the place of the truth bar.
    public Shown<TwinBar> bar() {
        return bar;
    }

    /// The drill as it is written.
    public ScriptModel script() {
        return script;
    }

    /// Opens a drill of the library in the place of the one that is edited. The runs before end.
    public void choose(String name) {
        if (name.equals(lesson) && script.now().name().equals(name)) return;
        lesson = name;
        open(library(name), "");
    }

    private void open(DrillText text, String folder) {
        drop();
        pairs = pairs.in(folder);
        script.open(text);
        said = NOTHING;
        show();
    }

    /// Chooses whose twin it is; nothing where there is none such.
    public void of(Whose whose) {
        DrillPairs next = pairs.of(whose);
        if (next.equals(pairs)) return;
        drop();
        pairs = next;
        show();
    }

    /// Chooses the pair that a person looks at: as it runs, or that of its files.
    public void ofSession() {
        of(pairs.choices().getLast());
    }

    /// Reads a drill from a file that a person chooses.
    public void open() {
        files.open(
                (text, folder) -> {
                    lesson = "";
                    open(text, folder);
                });
    }

    /// Keeps the text as a file where a person chooses.
    public void save() {
        files.save(script.now());
    }

    private void say(Fact next) {
        said = next;
        show();
    }

    /// Writes the report on a drill that is over into a folder that a person chooses.
    public void report() {
        if (now == null || shown.state().run().phase() != Phase.OVER) {
            say(new Fact(Text.of("drill.report.early"), Tone.WATCH));
        } else {
            files.report(now.run());
        }
    }

    /// What can be done to the twin now.
    public List<Acts.Offer> deeds() {
        return Acts.deeds(script.now().begin(), shown.state().run().second());
    }

    /// Runs the drill from its beginning, or goes on with a run of this text that stands still.
    public void run() {
        if (runnable() == null) return;
        Attempt known = now;
        boolean over = shown.state().run().phase() == Phase.OVER;
        if (known == null || over || known.run().isBroken() || isStale()) {
            if (pairs.whose() == Whose.RUNNING) script.write(script.now().beginningAt(minute()));
            Scenario scenario = runnable();
            if (scenario == null) return;
            known = make(scenario);
        }
        ending = false;
        known.run().run(true);
        show();
    }

    /// The time of day, in seconds and whole minutes.
    private long minute() {
        var now = session.clock().instant().atZone(session.zone()).toLocalTime();
        return now.toSecondOfDay() / 60 * 60L;
    }

    private @Nullable Scenario runnable() {
        Scenario scenario = script.now().scenario();
        if (scenario == null) say(new Fact(Text.of("drill.wrong"), Tone.BAD));
        return scenario;
    }

    private Attempt make(Scenario scenario) {
        drop();
        said = NOTHING;
        DrillPairs from = pairs;
        DrillRun run = new DrillRun(desk, wanted -> twin(from, scenario, wanted), this::settle);
        return add(new Attempt(run, script.now(), Text.of("drill.run.number", 1)));
    }

    /// On the other thread.
    private @Nullable Twin twin(DrillPairs from, Scenario scenario, BooleanSupplier wanted) {
        DrillPairs.Made made = from.made(scenario);
        if (made.original() == null) {
            desk.ui()
                    .execute(
                            () -> {
                                if (wanted.getAsBoolean()) obstacle = made.why();
                            });
            return null;
        }
        return new Twin(made.scenario(), made.original(), SEED, wanted);
    }

    private Attempt add(Attempt next) {
        if (attempts.size() == MOST_RUNS) attempts.removeFirst().run().drop();
        attempts.add(next);
        now = next;
        return next;
    }

    private void drop() {
        attempts.forEach(each -> each.run().drop());
        attempts.clear();
        explore.forget();
        now = null;
        obstacle = "";
    }

    /// Leaves a twin that is being made; nobody waits for it any more.
    public void cancel() {
        if (shown.state().run().phase() != Phase.MAKING) return;
        drop();
        show();
    }

    private boolean isStale() {
        return now != null && now.isOther(script.now());
    }

    /// Lets the time of the twin stand still, or pass again; begins a run where there is none.
    public void pause() {
        if (now != null && now.run().isRunning()) now.run().run(false);
        else run();
        show();
    }

    /// Lets time pass until something happens that is worth a line.
    public void step() {
        if (now == null) run();
        if (now != null) now.run().step();
        show();
    }

    /// Runs to the end as fast as it goes.
    public void finish() {
        run();
        ending = true;
        show();
    }

    /// Sets how fast time passes.
    public void speed(Speed next) {
        speed = next;
        ending = false;
        show();
    }

    /// Does something to the twin now; it becomes a line of the drill.
    public void act(String words) {
        if (now == null) return;
        for (Act act : Acts.read(words, shown.state().run().second())) now.run().act(act);
        show();
    }

    /// Goes on from here with another run, while this one stays as it is.
    public void branch() {
        branch(shown.state().run().second());
    }

    /// The same from the mark, where the run has been there.
    public void branchAtMark() {
        long mark = shown.state().script().mark();
        if (shown.state().branches()) branch(mark);
    }

    private void branch(long second) {
        Attempt parent = now;
        if (parent == null || parent.run().glance() == null || parent.run().isBusy()) return;
        parent.run().run(false);
        String clock = TwinPicture.clock(second % 86_400);
        parent.leave(script.now());
        String called = Text.of("drill.run.branch", attempts.size() + 1, clock);
        Attempt next = parent.branch(this::settle, called, second);
        script.open(next.text());
        add(next);
        show();
    }

    /// Turns to another run, with its text.
    public void turn(int number) {
        Attempt next = attempts.get(number);
        if (next.equals(now)) return;
        if (now != null) {
            now.run().run(false);
            now.leave(script.now());
        }
        now = next;
        script.open(next.text());
        show();
    }

    /// Runs so many variants of the drill, in which an act moves by at most a time such as `5m`.
    public void explore(String variants, String within) {
        Scenario scenario = runnable();
        if (scenario != null) explore.run(scenario, pairs, SEED, variants, within);
    }

    /// Ends the variants after the one that is under way.
    public void stopExploring() {
        explore.stop();
    }

    /// Opens the worst variant as a run that is over.
    public void openWorst() {
        Twin worst = explore.worst();
        if (worst == null) return;
        if (now != null) {
            now.run().run(false);
            now.leave(script.now());
        }
        DrillText text = DrillText.of(worst.scenario());
        DrillRun run = new DrillRun(desk, _ -> worst, this::settle);
        script.open(text);
        add(new Attempt(run, text, Text.of("drill.run.worst", worst.seed())));
        show();
    }

    /// To be called ten times a second while the page may be running something.
    public void pulse() {
        if (now != null) now.run().pulse(ending ? Speed.MOST : speed);
    }

    /// The console ends.
    public void close() {
        drop();
    }

    /// The run has something new to see. What was done by hand is written into the text, which so
    /// stays that of the run.
    private void settle() {
        if (now != null) script.write(now.written(script.now()));
        show();
    }

    private void show() {
        State next = state();
        if (next.equals(shown.state())) return;
        shown.put(next);
        bar.put(TwinBar.of(next));
    }

    private State state() {
        Glance glance = now == null ? null : now.run().glance();
        return new State(
                lessons,
                lesson,
                script.state(isStale()),
                RunClock.of(
                        now == null ? null : now.run(),
                        script.now().begin(),
                        speed,
                        ending,
                        obstacle),
                new Choices(
                        attempts.stream().map(Attempt::name).toList(),
                        now == null ? -1 : attempts.indexOf(now),
                        pairs.choices(),
                        pairs.whose(),
                        pairs.words(script.now().scenario()),
                        glance == null ? List.of() : glance.grounds()),
                glance == null ? TwinPicture.NOTHING : TwinPicture.of(glance),
                glance == null ? VerdictPicture.NOTHING : VerdictPicture.of(glance),
                explore.state(),
                obstacle.isEmpty() ? said : new Fact(obstacle, Tone.BAD));
    }
}
