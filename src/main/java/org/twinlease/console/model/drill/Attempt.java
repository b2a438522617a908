package org.twinlease.console.model.drill;

import org.twinlease.drill.script.Step;

/// A run of a drill with the text that it runs, into which what is done by hand is written.
final class Attempt {

    private final DrillRun run;
    private final String name;

    /// The text at the beginning, without what was done by hand since; that of earlier runs, from
    /// which this one goes on, is in it.
    private final DrillText first;

    private final int before;
    private DrillText text;
    private DrillText ran;
    private int written;

    /// A run of a text, called `name`.
    Attempt(DrillRun run, DrillText text, String name) {
        this(run, text, name, 0);
    }

    private Attempt(DrillRun run, DrillText text, String name, int written) {
        this.run = run;
        this.text = text;
        first = text;
        before = written;
        ran = text;
        this.name = name;
        this.written = written;
    }

    DrillRun run() {
        return run;
    }

    String name() {
        return name;
    }

    /// The text as it was left when another run was turned to.
    DrillText text() {
        return text;
    }

    void leave(DrillText now) {
        text = now;
    }

    /// Whether a text is another than that which runs.
    boolean isOther(DrillText now) {
        return !ran.text().equals(now.text());
    }

    /// A text with the lines of what was done by hand since this was asked last.
    DrillText written(DrillText now) {
        Glance glance = run.glance();
        if (glance == null || glance.byHand().size() <= written) return now;
        boolean same = !isOther(now);
        DrillText next = now;
        for (Step step : glance.byHand().subList(written, glance.byHand().size())) {
            next = next.doing(step.moment(), step.act().text());
        }
        written = glance.byHand().size();
        if (same) ran = next;
        return next;
    }

    /// Another run that has come to a moment the same way. What was done by hand after it was not
    /// done there.
    Attempt branch(Runnable changed, String called, long second) {
        Glance glance = run.glance();
        DrillText there = first;
        int done = before;
        if (glance != null) {
            for (Step step : glance.byHand().subList(before, glance.byHand().size())) {
                if (step.moment() > second) break;
                there = there.doing(step.moment(), step.act().text());
                done++;
            }
        }
        return new Attempt(run.branch(changed, second), there, called, done);
    }
}
