package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleFiles.Opened;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.PairSource;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.console.model.window.Desk;
import org.twinlease.drill.Library;
import org.twinlease.drill.Original;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Several runs of a drill beside each other, variants, files, and pairs of one's own.
final class DrillRunsTest {

    private static final String SHORT =
            """
            # Both die
            pair demo with lease 10m, mclt 5m
            population 10 renewing
            begin 12:00
            at 12:10 kill A
            at 12:12 kill B
            at 12:20 start both
            end 12:40
            expect nobody loses an address\
            """;

    private final Desk desk = new Desk(Samples.office());
    private final DrillModel model = model(desk);

    private static DrillModel model(Desk desk) {
        var model = new DrillModel(desk.session(Mode.DEMO), Runnable::run);
        model.script().type(SHORT);
        return model;
    }

    private State state() {
        return model.shown().state();
    }

    private void finish() {
        model.finish();
        model.pulse();
        assertThat(state().run().phase()).isEqualTo(Phase.OVER);
    }

    private String states() {
        return String.join(
                ", ", state().twin().sides().stream().map(s -> s.state().words()).toList());
    }

    @Test
    void aBranchGoesOnFromHereAndTheFirstRunStaysAsItIs() {
        model.step();
        assertThat(state().run().clock()).isEqualTo("12:10:00");
        model.branch();
        assertThat(state().choices().runs()).containsExactly("Run 1", "Run 2, from 12:10:00");
        assertThat(state().choices().run()).isEqualTo(1);
        assertThat(state().run().clock()).isEqualTo("12:10:00");
        assertThat(state().script().text()).isEqualTo(SHORT);
        model.act("start A");
        finish();
        assertThat(state().script().text()).contains("at 12:10:01 start A\nat 12:12 kill B");
        assertThat(state().script().stale()).isFalse();
        model.turn(0);
        assertThat(state().run().clock()).isEqualTo("12:10:00");
        assertThat(state().script().text()).isEqualTo(SHORT);
        assertThat(states()).startsWith("DOWN");
        model.turn(1);
        assertThat(state().run().phase()).isEqualTo(Phase.OVER);
        assertThat(state().script().text()).contains("start A\n");
    }

    @Test
    void whatWasDoneByHandBeforeABranchIsInBothAndWrittenOnce() {
        model.step();
        model.act("cut clients of B");
        String before = state().script().text();
        assertThat(before).contains("cut clients of B");
        model.branch();
        assertThat(state().script().text()).isEqualTo(before);
        model.act("heal clients of B");
        assertThat(state().script().text())
                .contains("cut clients of B\n")
                .contains("heal clients of B\n")
                .containsOnlyOnce("cut clients of B");
        model.turn(0);
        assertThat(state().script().text()).isEqualTo(before);
    }

    @Test
    void aBranchFromAnEarlierMomentHasNothingOfWhatWasDoneAfterIt() {
        model.step();
        model.act("cut clients of B");
        long early = state().run().second();
        assertThat(state().branches()).as("the mark is where the run has not been").isFalse();
        model.script().select(0);
        model.script().mark(early);
        model.act("heal clients of B");
        assertThat(state().branches()).isTrue();
        model.branchAtMark();
        assertThat(state().choices().runs()).hasSize(2);
        assertThat(state().choices().runs().getLast()).isEqualTo("Run 2, from 12:10:01");
        assertThat(state().run().second()).isEqualTo(early);
        assertThat(state().script().text())
                .contains("cut clients of B\n")
                .doesNotContain("heal clients of B");
        model.act("heal clients of B");
        assertThat(state().script().text()).containsOnlyOnce("cut clients of B");
        model.turn(0);
        assertThat(state().script().text()).contains("cut clients of B", "heal clients of B");
        finish();
        model.script().mark(early - 60);
        model.branchAtMark();
        assertThat(state().run().second()).isEqualTo(early - 60);
        assertThat(state().script().text()).isEqualTo(SHORT);
    }

    @Test
    void onlySoManyRunsAreKept() {
        model.step();
        for (int i = 0; i < 8; i++) model.branch();
        assertThat(state().choices().runs()).hasSize(6).doesNotContain("Run 1");
        assertThat(state().choices().run()).isEqualTo(5);
        model.choose("fibre-cut");
        assertThat(state().choices().runs()).isEmpty();
    }

    @Test
    void theWorstOfTheVariantsIsSaidAndOpened() {
        model.explore("12", "4m");
        var explored = state().explore();
        assertThat(explored.busy()).isFalse();
        assertThat(explored.said().words()).startsWith("12 of 12 variants were run; ");
        assertThat(explored.said().tone()).isEqualTo(Tone.WATCH);
        assertThat(explored.found()).isTrue();
        model.openWorst();
        assertThat(state().run().phase()).isEqualTo(Phase.OVER);
        assertThat(state().choices().runs().getLast()).startsWith("Worst, seed ");
        assertThat(state().verdict().title().tone()).isEqualTo(Tone.BAD);
        assertThat(state().script().text()).doesNotContain("at 12:10 kill A").contains("kill A");
        assertThat(state().script().faults()).isEmpty();
        assertThat(state().script().stale()).isFalse();
    }

    @Test
    void whatIsNoNumberOfVariantsIsSaid() {
        for (String[] wrong :
                new String[][] {
                    {"0", "5m"}, {"x", "5m"}, {"1001", "5m"}, {"5", "5"}, {"5", "2d"}
                }) {
            model.explore(wrong[0], wrong[1]);
            assertThat(state().explore().said().tone()).isEqualTo(Tone.BAD);
            assertThat(state().explore().found()).isFalse();
        }
    }

    @Test
    void variantsAreCountedAndEndWhenAPersonHasSeenEnough() {
        Deque<Runnable> background = new ArrayDeque<>();
        List<Runnable> ui = new ArrayList<>();
        var later = new Desk(Samples.office());
        later.background = background::add;
        var exploring = new DrillModel(later.session(Mode.DEMO), ui::add);
        exploring.script().type(SHORT);
        exploring.explore("1000", "5m");
        assertThat(exploring.shown().state().explore().busy()).isTrue();
        assertThat(exploring.shown().state().explore().said().words())
                .isEqualTo("0 of 1000 variants are done");
        exploring.stopExploring();
        background.remove().run();
        ui.forEach(Runnable::run);
        var explored = exploring.shown().state().explore();
        assertThat(explored.busy()).isFalse();
        assertThat(explored.said().words()).startsWith("1 of 1000 variants were run; ");
        assertThat(explored.found()).isTrue();
    }

    @Test
    void anotherDrillForgetsTheVariantsOfTheOneBefore() {
        model.explore("2", "1m");
        model.choose("fibre-cut");
        assertThat(state().explore()).isEqualTo(ExploreModel.NOTHING);
        model.openWorst();
        assertThat(state().run().phase()).isEqualTo(Phase.NONE);
    }

    @Test
    void aReportIsWrittenOfADrillThatIsOver() {
        model.step();
        model.report();
        assertThat(desk.files.saved).isEmpty();
        assertThat(state().said().tone()).isEqualTo(Tone.WATCH);
        finish();
        model.report();
        String name = state().script().name();
        assertThat(desk.files.saved)
                .containsOnlyKeys(name + ".html", name + ".pdf", "drills.json", "junit.xml");
        assertThat(desk.files.saved.get("junit.xml")).contains("nobody loses an address");
        assertThat(state().said().words()).isEqualTo("Saved in folder");
        desk.files.refusal = "the disk is full";
        model.report();
        assertThat(state().said().words()).isEqualTo("folder cannot be written: the disk is full.");
    }

    @Test
    void aDrillIsKeptAndOpenedAgain() {
        model.save();
        String name = state().script().name() + ".drill";
        assertThat(desk.files.saved).containsEntry(name, SHORT + "\n");
        desk.files.toOpen = new Opened("/drills", "mine.drill", SHORT + "\n# mine\n", true, "");
        model.open();
        assertThat(state().script().name()).isEqualTo("mine");
        assertThat(state().script().text()).endsWith("# mine\n");
        assertThat(state().lesson()).isEmpty();
        model.choose("fibre-cut");
        assertThat(state().script().name()).isEqualTo("fibre-cut");
        desk.files.toOpen = new Opened("/drills", "mine.drill", "", false, "no such file");
        model.open();
        assertThat(state().said().words()).isEqualTo("mine.drill cannot be read: no such file.");
        assertThat(state().script().name()).isEqualTo("fibre-cut");
    }

    /// A pair of two files, each of which is the demo pair in truth; and what it was asked.
    private static final class Pairs implements PairSource {

        private final List<Scenario> asked = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private String why = "";
        private String leases = "";
        private boolean runs;
        private int taken;

        @Override
        public boolean runs() {
            return runs;
        }

        @Override
        public Answer now() {
            taken++;
            if (!why.isEmpty()) return new Answer(null, why);
            Scenario demo = Objects.requireNonNull(Library.scenario("fibre-cut"));
            return new Answer(Original.demo(demo), "");
        }

        @Override
        public @Nullable PairOf own() {
            return new PairOf(Map.of(), List.of("a.conf", "b.conf"), leases, "");
        }

        @Override
        public Answer read(Scenario scenario, String folder) {
            asked.add(scenario);
            folders.add(folder);
            if (!why.isEmpty()) return new Answer(null, why);
            return new Answer(Original.demo(scenario.with(PairOf.DEMO, scenario.population())), "");
        }
    }

    @Test
    void whoHasAPairRehearsesOnItUnlessThePersonWantsTheDrillsOwn() {
        var pairs = new Pairs();
        desk.pairs = pairs;
        DrillModel own = model(desk);
        assertThat(own.shown().state().choices().whose()).isEqualTo(Whose.FILES);
        assertThat(own.shown().state().choices().source())
                .startsWith("The twin is of a.conf, b.conf. It has no leases");
        own.step();
        assertThat(pairs.asked.getLast().pair().configs()).containsExactly("a.conf", "b.conf");
        assertThat(pairs.asked.getLast().population().groups()).isNotEmpty();
        own.of(Whose.TEXT);
        assertThat(own.shown().state().run().phase()).isEqualTo(Phase.NONE);
        assertThat(own.shown().state().choices().source()).contains("demo pair");
        own.step();
        assertThat(pairs.asked.getLast().pair().isDemo()).isTrue();
    }

    @Test
    void withLeasesTheClientsAreTheirs() {
        var pairs = new Pairs();
        pairs.leases = "a.leases";
        desk.pairs = pairs;
        DrillModel own = model(desk);
        assertThat(own.shown().state().choices().source()).contains("with the leases of a.leases");
        own.step();
        assertThat(pairs.asked.getLast().population().groups()).isEmpty();
    }

    @Test
    void aPairThatRunsIsTakenAsItIsEachTimeAndTheDrillBeginsNow() {
        var pairs = new Pairs();
        pairs.runs = true;
        desk.pairs = pairs;
        DrillModel own = model(desk);
        var choices = own.shown().state().choices();
        assertThat(choices.sources()).containsExactly(Whose.TEXT, Whose.FILES, Whose.RUNNING);
        assertThat(choices.whose()).isEqualTo(Whose.FILES);
        own.ofSession();
        assertThat(own.shown().state().choices().source()).startsWith("The twin is of this pair");
        own.script().type("begin 08:00\nat 08:10 kill B\nend 08:20\n");
        assertThat(pairs.taken).isZero();
        own.run();
        assertThat(pairs.taken).isEqualTo(1);
        assertThat(pairs.asked).isEmpty();
        assertThat(own.shown().state().script().text())
                .isEqualTo("begin 14:30\nat 14:40 kill B\nend 14:50\n");
        assertThat(own.shown().state().run().clock()).isEqualTo("14:30:00");
        own.pause();
        own.run();
        assertThat(pairs.taken).as("it goes on").isEqualTo(1);
        desk.millis += 600_000;
        own.script().type("begin 14:30\nat 14:41 kill B\nend 14:50\n");
        own.run();
        assertThat(pairs.taken).isEqualTo(2);
        assertThat(own.shown().state().script().text()).startsWith("begin 14:40\nat 14:51");
        own.script().undo();
        assertThat(own.shown().state().script().text()).startsWith("begin 14:30\nat 14:41");
        pairs.why = "Dhcp-b does not answer.";
        own.run();
        assertThat(own.shown().state().said().words()).isEqualTo("Dhcp-b does not answer.");
    }

    @Test
    void whoLooksAtServersWithoutFilesRehearsesOnThemAndADemonstrationOnItsDrills() {
        PairSource servers =
                new PairSource() {
                    @Override
                    public @Nullable PairOf own() {
                        return null;
                    }

                    @Override
                    public boolean runs() {
                        return true;
                    }

                    @Override
                    public Answer read(Scenario scenario, String folder) {
                        return PairSource.DEMO.read(scenario, folder);
                    }
                };
        assertThat(DrillPairs.of(servers, false).whose()).isEqualTo(Whose.RUNNING);
        assertThat(DrillPairs.of(servers, true).whose()).isEqualTo(Whose.TEXT);
        assertThat(DrillPairs.of(servers, true).choices())
                .containsExactly(Whose.TEXT, Whose.RUNNING);
        assertThat(DrillPairs.of(servers, true).of(Whose.FILES).whose()).isEqualTo(Whose.TEXT);
        assertThat(DrillPairs.of(PairSource.DEMO, false).choices()).containsExactly(Whose.TEXT);
    }

    @Test
    void aPairThatCannotBeReadIsSaidAndNothingRuns() {
        var pairs = new Pairs();
        pairs.why = "a.conf has errors.";
        desk.pairs = pairs;
        DrillModel own = model(desk);
        own.run();
        assertThat(own.shown().state().run().phase()).isEqualTo(Phase.BROKEN);
        assertThat(own.shown().state().run().words().words()).isEqualTo("There is no such pair");
        assertThat(own.shown().state().said().words()).isEqualTo("a.conf has errors.");
        own.explore("3", "1m");
        assertThat(own.shown().state().explore().said().words()).isEqualTo("a.conf has errors.");
        pairs.why = "";
        own.step();
        own.run();
        assertThat(own.shown().state().run().phase()).isEqualTo(Phase.RUNNING);
        assertThat(own.shown().state().said().words()).isEmpty();
    }

    @Test
    void theFilesOfADrillCountFromItsFolder() {
        var pairs = new Pairs();
        desk.pairs = pairs;
        DrillModel own = model(desk);
        own.of(Whose.TEXT);
        desk.files.toOpen =
                new Opened("/drills", "x.drill", "pair of a and b\nbegin 08:00\n", true, "");
        own.open();
        assertThat(own.shown().state().choices().source()).contains("a, b");
        own.step();
        assertThat(pairs.folders.getLast()).isEqualTo("/drills");
    }

    @Test
    void withoutFilesADrillThatNamesSomeIsRefusedInWords() {
        model.script().type("pair of a.conf and b.conf\nbegin 08:00\n");
        model.run();
        assertThat(state().said().words())
                .isEqualTo("The files that the drill names cannot be read here.");
        assertThat(state().choices().sources()).containsExactly(Whose.TEXT);
    }
}
