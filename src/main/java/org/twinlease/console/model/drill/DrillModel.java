package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.drill.Library;
import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/// The Drill page: a drill as text and blocks, the twin that runs it, and the verdict. It has no
/// way to the servers of the session: what it does, it does to a twin.
public final class DrillModel {

    /// A drill of the library: its name, its title, and what it teaches.
    public record Lesson(String name, String title, String teaches) {}

    /// What a run is doing.
    public enum Phase {
        /// There is none.
        NONE,
        /// The twin is being made.
        MAKING,
        /// Its time passes.
        RUNNING,
        /// Its time stands still.
        PAUSED,
        /// The drill is over.
        OVER,
        /// It ended by a fault of the program.
        BROKEN
    }

    /// The run: what it is doing, its clock, its day (empty for the first), how much of the drill
    /// is over between 0 and 1, the moment, and the speed.
    public record Run(
            Phase phase,
            Fact words,
            String clock,
            String day,
            double progress,
            long second,
            Speed speed) {}

    /// Everything that the page shows.
    public record State(
            List<Lesson> lessons,
            String lesson,
            ScriptModel.Script script,
            Run run,
            TwinPicture.State twin,
            VerdictPicture.State verdict,
            Fact said) {}

    private static final long DAY = 86_400;
    private static final long SEED = 1;
    private static final Fact NOTHING = new Fact("", Tone.PLAIN);

    private final DrillRun.Desk desk;
    private final List<Lesson> lessons = new ArrayList<>();
    private final ScriptModel script;
    private final Shown<State> shown;
    private final Shown<TwinBar> bar;
    private String lesson;
    private Speed speed = Speed.X600;
    private Fact said = NOTHING;
    private @Nullable DrillRun run;
    private String ran = "";
    private int written;
    private boolean ending;

    public DrillModel(ConsoleSession session, Executor ui) {
        desk = new DrillRun.Desk(session.background(), ui, session.clock());
        for (String name : Library.names()) {
            Scenario drill = Objects.requireNonNull(Library.scenario(name), name);
            lessons.add(new Lesson(name, drill.title(), drill.lesson().replace('\n', ' ')));
        }
        lesson = lessons.getFirst().name();
        script = new ScriptModel(library(lesson), this::show);
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

    /// Opens a drill of the library in the place of the one that is edited. The run before ends.
    public void choose(String name) {
        if (name.equals(lesson) && script.now().name().equals(name)) return;
        lesson = name;
        open(library(name));
    }

    private void open(DrillText text) {
        drop();
        script.open(text);
        said = NOTHING;
        show();
    }

    /// What can be done to the twin now.
    public List<Acts.Offer> deeds() {
        return Acts.deeds(script.now().begin(), shown.state().run().second());
    }

    /// Runs the drill from its beginning, or goes on with a run of this text that stands still.
    public void run() {
        Scenario scenario = script.now().scenario();
        if (scenario == null) {
            said = new Fact(Text.of("drill.wrong"), Tone.BAD);
            show();
            return;
        }
        DrillRun known = run;
        boolean over = known != null && (shown.state().run().phase() == Phase.OVER);
        if (known == null || over || known.isBroken() || isStale()) known = make(scenario);
        ending = false;
        known.run(true);
        show();
    }

    private DrillRun make(Scenario scenario) {
        drop();
        said = NOTHING;
        ran = script.now().text();
        written = 0;
        DrillRun next =
                new DrillRun(
                        desk,
                        () -> new Twin(scenario, Original.demo(scenario), SEED),
                        this::settle);
        run = next;
        return next;
    }

    private void drop() {
        if (run != null) run.drop();
        run = null;
    }

    private boolean isStale() {
        return run != null && !ran.equals(script.now().text());
    }

    /// Lets the time of the twin stand still, or pass again; begins a run where there is none.
    public void pause() {
        if (run != null && run.isRunning()) run.run(false);
        else run();
        show();
    }

    /// Lets time pass until something happens that is worth a line.
    public void step() {
        if (run == null) run();
        if (run != null) run.step();
        show();
    }

    /// Runs to the end as fast as it goes.
    public void finish() {
        run();
        ending = true;
    }

    /// Sets how fast time passes.
    public void speed(Speed next) {
        speed = next;
        ending = false;
        show();
    }

    /// Does something to the twin now; it becomes a line of the drill.
    public void act(String words) {
        DrillRun known = run;
        if (known == null) return;
        for (Act act : Acts.read(words, shown.state().run().second())) known.act(act);
        show();
    }

    /// To be called ten times a second while the page may be running something.
    public void pulse() {
        if (run != null) run.pulse(ending ? Speed.MOST : speed);
    }

    /// The console ends.
    public void close() {
        drop();
    }

    /// The run has something new to see.
    private void settle() {
        Glance glance = run == null ? null : run.glance();
        if (glance != null) record(glance);
        show();
    }

    /// What was done by hand is written into the text, which so stays that of the run.
    private void record(Glance glance) {
        List<Step> byHand = glance.byHand();
        if (byHand.size() <= written) return;
        boolean current = !isStale();
        DrillText text = script.now();
        for (Step step : byHand.subList(written, byHand.size())) {
            text = text.doing(step.moment(), step.act().text());
        }
        written = byHand.size();
        script.edit(text);
        if (current) ran = text.text();
    }

    private void show() {
        State next = state();
        if (next.equals(shown.state())) return;
        shown.put(next);
        bar.put(TwinBar.of(next));
    }

    private State state() {
        Glance glance = run == null ? null : run.glance();
        return new State(
                lessons,
                lesson,
                script.state(isStale()),
                clock(glance),
                glance == null ? TwinPicture.NOTHING : TwinPicture.of(glance),
                glance == null ? VerdictPicture.NOTHING : VerdictPicture.of(glance),
                said);
    }

    private Run clock(@Nullable Glance glance) {
        long begin = script.now().begin();
        if (glance == null) {
            Phase phase = run == null ? Phase.NONE : run.isBroken() ? Phase.BROKEN : Phase.MAKING;
            return new Run(phase, words(phase), TwinPicture.clock(begin), "", 0, begin, speed);
        }
        DrillRun known = Objects.requireNonNull(run);
        Phase phase = known.isRunning() ? Phase.RUNNING : Phase.PAUSED;
        if (glance.over()) phase = Phase.OVER;
        if (known.isBroken()) phase = Phase.BROKEN;
        long second = glance.second();
        Scenario drill = glance.scenario();
        double done = (double) (second - drill.begin()) / Math.max(1, drill.end() - drill.begin());
        String day = second < DAY ? "" : Text.of("drill.day", second / DAY + 1);
        String clock = TwinPicture.clock(second % DAY);
        return new Run(phase, words(phase), clock, day, done, second, speed);
    }

    private Fact words(Phase phase) {
        return switch (phase) {
            case NONE -> new Fact(Text.of("drill.phase.none"), Tone.PLAIN);
            case MAKING -> new Fact(Text.of("drill.phase.making"), Tone.CALM);
            case RUNNING -> new Fact(Text.of("drill.phase.running", speed.words()), Tone.CALM);
            case PAUSED -> new Fact(Text.of("drill.phase.paused"), Tone.PLAIN);
            case OVER -> new Fact(Text.of("drill.phase.over"), Tone.GOOD);
            case BROKEN -> new Fact(Text.of("drill.phase.broken"), Tone.BAD);
        };
    }
}
