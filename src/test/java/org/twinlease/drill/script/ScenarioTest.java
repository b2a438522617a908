package org.twinlease.drill.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.drill.Library;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Drills as values, and written down again.
final class ScenarioTest {

    private static Scenario read(String text) {
        Reading reading = DrillReader.read("some.drill", text);
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    /// Line numbers apart, since comments and blank lines go.
    private static List<Object> content(Scenario drill) {
        return List.of(
                drill.title(),
                drill.lesson(),
                drill.pair(),
                drill.population(),
                drill.begin(),
                drill.end(),
                drill.steps().stream().map(Step::text).toList(),
                drill.expectations().stream().map(Expectation::text).toList());
    }

    @Test
    void everyDrillOfTheLibraryReadsBackAsItIsWritten() {
        for (String name : Library.names()) {
            Scenario drill = Objects.requireNonNull(Library.scenario(name));
            assertThat(content(read(drill.text()))).as(name).isEqualTo(content(drill));
        }
    }

    @Test
    void aPairOfFilesIsWrittenWithItsLeases() {
        String text =
                """
                # Own
                pair of a.conf and b.conf
                leases of A in a.leases
                leases of B in b.leases
                population 0 renewing, behind 1 relay
                begin 08:00
                end 09:00
                """;
        Scenario drill = read(text);
        assertThat(drill.pair().isDemo()).isFalse();
        assertThat(drill.pair().hasLeases()).isTrue();
        assertThat(drill.text().replace("0 renewing, ", ""))
                .isEqualTo(text.replace("0 renewing, ", ""));
    }

    @Test
    void withLeasesThereAreNoOtherClientsUnlessTheDrillSaysSo() {
        assertThat(read("pair of a and b\nleases of A in f").population().groups()).isEmpty();
        assertThat(read("pair of a and b").population()).isEqualTo(Population.USUAL);
        assertThat(read("pair of a and b\nleases of A in f\npopulation 5 sleeping").population())
                .isEqualTo(new Population(List.of(new Group(Kind.SLEEPING, 5, 0)), 1));
    }

    @Test
    void onAnotherPairOnlyNewClientsMayStay() {
        Population some =
                new Population(
                        List.of(new Group(Kind.RENEWING, 5, 0), new Group(Kind.NEW, 2, 60)), 3);
        assertThat(some.newcomers().groups()).containsExactly(new Group(Kind.NEW, 2, 60));
        Scenario moved = read("begin 11:00").with(PairOf.DEMO, some.newcomers());
        assertThat(moved.population()).isEqualTo(some.newcomers());
    }

    @Test
    void itMayBeginAtAnotherTimeOfDayWithEverythingInIt() {
        Scenario drill =
                read(
                        """
                        begin 11:00
                        at 12:00 operator: partner-down on A as of 11:30
                        +5m heal
                        end 13:00
                        expect A is partner-down at 12:01
                        expect both are normal within 10m
                        """);
        Scenario later = drill.beginningAt(15 * 3600 + 60);
        assertThat(later.text())
                .contains(
                        "begin 15:01\n",
                        "at 16:01 operator: partner-down on A as of 15:31\n",
                        "at 16:06 heal\n",
                        "end 17:01\n",
                        "A is partner-down at 16:02\n",
                        "normal within 10m\n");
        assertThat(later.beginningAt(11 * 3600).text()).isEqualTo(drill.text());
    }

    @Test
    void whatLiesBeforeMidnightIsOfTheDayBeforeALaterDay() {
        Scenario drill =
                read("begin 08:00\nat 09:00 operator: partner-down on A as of 03:00\nend 10:00");
        assertThat(drill.beginningAt(3600).text())
                .contains(
                        "begin 25:00",
                        "at 26:00 operator: partner-down on A as of 20:00",
                        "end 27:00");
    }

    @Test
    void stepsStandInTheOrderOfTime() {
        Scenario drill = read("begin 11:00\nat 13:00 heal\nat 12:00 cut link\nat 12:00 kill A");
        assertThat(drill.steps().stream().map(Step::text))
                .containsExactly("at 12:00 cut link", "at 12:00 kill A", "at 13:00 heal");
        assertThat(drill.lastAct()).isEqualTo(46_800);
        assertThat(read("begin 11:00").lastAct()).isEqualTo(39_600);
    }

    @Test
    void whatCanBeUndoneNamesWhatUndoesIt() {
        assertThat(new Act(Deed.SLOW, Values.NONE.at(1).lasting(5)).undo())
                .isEqualTo(new Act(Deed.SLOW, Values.NONE.at(1)));
        assertThat(Act.of(Deed.POWER_OFF, 0).undo()).isEqualTo(Act.of(Deed.START, 0));
        assertThat(Act.of(Deed.HEAL).undo()).isNull();
        assertThat(Deed.REBALANCE.isOrder()).isTrue();
        assertThat(Deed.KILL.isOrder()).isFalse();
    }

    @Test
    void settingsAreWrittenAsTheyAreRead() {
        PairOf pair = new PairOf(Map.of(Setting.LEASE, 90L, Setting.SPLIT, 7L), List.of(), "", "");
        assertThat(pair.text()).isEqualTo("pair demo with lease 1m30s, split 7\n");
        assertThat(PairOf.DEMO.text()).isEqualTo("pair demo\n");
    }
}
