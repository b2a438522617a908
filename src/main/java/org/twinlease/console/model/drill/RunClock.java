package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.drill.script.Scenario;

/// A run as it stands: what it is doing, its clock, its day (empty for the first), how much of the
/// drill is over between 0 and 1, the moment in seconds since midnight of the first day, and the
/// speed.
public record RunClock(
        Phase phase,
        Fact words,
        String clock,
        String day,
        double progress,
        long second,
        Speed speed) {

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
        /// It ended by a fault of the program, or there is no such pair.
        BROKEN
    }

    private static final long DAY = 86_400;

    /// Of a run, or of none yet of a drill that begins at `begin`; `ending`: it runs to its end as
    /// fast as it goes, whatever its speed; `obstacle` says why there is no such pair.
    static RunClock of(
            @Nullable DrillRun run, long begin, Speed speed, boolean ending, String obstacle) {
        RunClock clock = of(run, begin, ending ? Speed.MOST : speed, obstacle);
        return new RunClock(
                clock.phase(),
                clock.words(),
                clock.clock(),
                clock.day(),
                clock.progress(),
                clock.second(),
                speed);
    }

    private static RunClock of(@Nullable DrillRun run, long begin, Speed speed, String obstacle) {
        Glance glance = run == null ? null : run.glance();
        if (run == null || glance == null) {
            Phase phase = run == null ? Phase.NONE : Phase.MAKING;
            if (run != null && run.isBroken()) phase = Phase.BROKEN;
            return at(phase, begin, 0, speed, obstacle);
        }
        Phase phase = run.isRunning() ? Phase.RUNNING : Phase.PAUSED;
        if (glance.over()) phase = Phase.OVER;
        if (run.isBroken()) phase = Phase.BROKEN;
        Scenario drill = glance.scenario();
        long whole = Math.max(1, drill.end() - drill.begin());
        double done = (double) (glance.second() - drill.begin()) / whole;
        return at(phase, glance.second(), done, speed, obstacle);
    }

    private static RunClock at(
            Phase phase, long second, double done, Speed speed, String obstacle) {
        String day = second < DAY ? "" : Text.of("drill.day", second / DAY + 1);
        String clock = TwinPicture.clock(second % DAY);
        return new RunClock(phase, words(phase, speed, obstacle), clock, day, done, second, speed);
    }

    private static Fact words(Phase phase, Speed speed, String obstacle) {
        return switch (phase) {
            case NONE -> new Fact(Text.of("drill.phase.none"), Tone.PLAIN);
            case MAKING -> new Fact(Text.of("drill.phase.making"), Tone.CALM);
            case RUNNING ->
                    new Fact(
                            speed == Speed.MOST
                                    ? Text.of("drill.phase.fast")
                                    : Text.of("drill.phase.running", speed.words()),
                            Tone.CALM);
            case PAUSED -> new Fact(Text.of("drill.phase.paused"), Tone.PLAIN);
            case OVER -> new Fact(Text.of("drill.phase.over"), Tone.GOOD);
            case BROKEN -> {
                String key = obstacle.isEmpty() ? "drill.phase.broken" : "drill.phase.nopair";
                yield new Fact(Text.of(key), Tone.BAD);
            }
        };
    }
}
