package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.classfile.CodeBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;

/// Shows that the trials see what they are for: each promise is broken on purpose, in a copy of the
/// program, and must be found broken.
@Tag("sim")
final class BrokenTest {

    private static final int SEEDS = 40;

    /// What the first trial that fails has found; empty when none does.
    static final class Trials implements Callable<String> {
        @Override
        public String call() {
            var kinds = EnumSet.allOf(Trouble.Kind.class);
            long seconds = Duration.ofHours(12).toSeconds();
            for (long seed = 1; seed <= SEEDS; seed++) {
                var making = new PairTrial.Making(seed, seconds, kinds, null, null);
                PairTrial.Fault fault = PairTrial.run(making, false).fault();
                if (fault != null) return fault.kind() + " " + fault.words();
            }
            return "";
        }
    }

    @Test
    void whoTellsBeforeItIsOnDiskIsCaught() throws Exception {
        var broken = new Broken("journal.Journal", "sync", CodeBuilder::return_);
        assertThat(broken.run(Trials.class)).startsWith("UNSYNCED");
    }

    @Test
    void whoPromisesMoreThanMcltBeyondWhatThePartnerKnowsIsCaught() throws Exception {
        var broken = new Broken("failover.Allowance", "longest", code -> code.lload(0).lreturn());
        assertThat(broken.run(Trials.class)).startsWith("BEYOND");
    }

    @Test
    void whoTakesWhateverThePartnerSaysOfALeaseIsCaught() throws Exception {
        var broken = new Broken("lease.Merge", "ofActive", code -> code.aconst_null().areturn());
        // Which of the three shows first is the seed's choice: leases that stay apart, an address
        // with two clients, or a promise on grounds that the partner never gave.
        assertThat(broken.run(Trials.class)).matches("(APART|DOUBLE|BEYOND) .*");
    }

    @Test
    void whoIsNeverDoneIsCaught() throws Exception {
        var broken = new Broken("failover.Session", "nextTick", code -> code.lconst_0().lreturn());
        assertThat(broken.run(Trials.class)).contains("turns in circles");
    }
}
