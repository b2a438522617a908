package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.console.model.drill.TwinPicture.Passed;
import org.twinlease.console.model.drill.TwinPicture.Stretch;
import org.twinlease.console.model.drill.TwinPicture.Told;
import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Scenario;

import java.util.List;
import java.util.Objects;

/// What of a twin stands on the page.
final class TwinPictureTest {

    private static final long EIGHT = 8 * 3_600;

    private static Twin twin(String... lines) {
        String text =
                "pair demo with lease 20m, mclt 5m, addresses 60\n"
                        + "population 20 renewing, behind 1 relay\nbegin 08:00\n"
                        + String.join("\n", lines)
                        + "\nend 09:00\n";
        DrillText read = DrillText.of("some", text);
        Scenario scenario = Objects.requireNonNull(read.scenario(), () -> read.problems() + "");
        return new Twin(scenario, Original.demo(scenario), 1);
    }

    private static TwinPicture.State after(Twin twin, long seconds) {
        twin.runTo(EIGHT + seconds);
        return TwinPicture.of(Glance.of(twin));
    }

    private static List<String> labels(TwinPicture.Side side) {
        return side.fields().stream().map(Field::label).toList();
    }

    @Test
    void bothServersStandThereAsTheyAre() {
        var state = after(twin("at 08:30 kill B"), 60);
        assertThat(state.sides()).extracting(TwinPicture.Side::letter).containsExactly("A", "B");
        assertThat(state.sides()).extracting(s -> s.state().words()).containsOnly("NORMAL");
        assertThat(state.link().tone()).isEqualTo(Tone.GOOD);
        assertThat(state.clients()).startsWith("20 clients on, 20 served");
        assertThat(labels(state.sides().getFirst()))
                .contains("Unacknowledged", "Active at 08:01", "Free, backup", "Left to give")
                .as("a state from before the drill has no beginning in it")
                .doesNotContain("Since");
    }

    @Test
    void aServerThatIsDownTellsNothingButWhoHasItsAddresses() {
        var state = after(twin("at 08:01 kill B"), 120);
        var dead = state.sides().getLast();
        assertThat(dead.state().words()).isEqualTo("DOWN");
        assertThat(dead.state().tone()).isEqualTo(Tone.BAD);
        assertThat(dead.serves()).startsWith("serves nobody; ");
        assertThat(dead.fields()).isEmpty();
        assertThat(state.link().words()).isEqualTo("Not connected");
        assertThat(labels(state.sides().getFirst())).contains("Since");
    }

    @Test
    void aServerThatNoClientReachesServesNobodyThoughItIsUp() {
        var state = after(twin("at 08:01 cut clients of A"), 120);
        assertThat(state.sides().getFirst().serves()).isEqualTo("no client reaches it");
        assertThat(state.sides().getFirst().state().words()).isEqualTo("NORMAL");
        assertThat(state.sides().getLast().serves()).startsWith("serves ");
    }

    @Test
    void aLinkThatIsCutIsSaidBeforeTheServersMissEachOther() {
        var state = after(twin("at 08:01 cut link"), 65);
        assertThat(state.link().words()).isEqualTo("Link cut");
        assertThat(state.sides()).extracting(s -> s.state().words()).containsOnly("NORMAL");
    }

    @Test
    void aMessageIsToldOnceByWhoSentItTheNewestFirst() {
        var state = after(twin("at 08:30 kill B"), 900);
        List<Passed> passed = state.passed();
        assertThat(passed).isNotEmpty();
        assertThat(passed).extracting(Passed::clock).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(passed).extracting(Passed::type).contains("BNDUPD", "BNDACK");
        assertThat(passed).extracting(Passed::right).contains(true, false);
        assertThat(passed)
                .filteredOn(each -> each.type().equals("BNDUPD"))
                .extracting(Passed::words)
                .allMatch(words -> words.startsWith("10."));
    }

    @Test
    void aLineOfTheStorySaysWhatKindItIs() {
        var state = after(twin("at 08:01 kill B"), 900);
        List<Told> told = state.told();
        assertThat(told.getFirst()).isEqualTo(new Told("08:01:00", "act", "kill B", Tone.DEMO));
        assertThat(told)
                .filteredOn(each -> each.what().startsWith("Alarm"))
                .isNotEmpty()
                .extracting(Told::tone)
                .containsOnly(Tone.WATCH);
        assertThat(told)
                .filteredOn(each -> each.what().startsWith("normal -> "))
                .extracting(Told::who, Told::tone)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A", Tone.PLAIN));
    }

    @Test
    void theStatesOfAServerFollowOneAnotherWithoutAGapUntilNow() {
        var state = after(twin("at 08:10 kill B", "at 08:20 start B"), 2_400);
        for (Lane lane : List.of(Lane.A, Lane.B)) {
            List<Stretch> its =
                    state.stretches().stream().filter(each -> each.lane() == lane).toList();
            assertThat(its.getFirst().from()).isEqualTo(EIGHT);
            for (int i = 1; i < its.size(); i++) {
                assertThat(its.get(i).from()).isEqualTo(its.get(i - 1).until());
            }
            assertThat(its.getLast().until()).isEqualTo(EIGHT + 2_400);
            assertThat(its.getLast().tone()).isEqualTo(Tone.GOOD);
        }
        assertThat(state.stretches()).extracting(Stretch::words).contains("DOWN", "NORMAL");
    }

    @ParameterizedTest
    @CsvSource({
        "normal, NORMAL, GOOD",
        "communications-interrupted, COMMUNICATIONS INTERRUPTED, WATCH",
        "partner-down, PARTNER DOWN, WATCH",
        "potential-conflict, POTENTIAL CONFLICT, BAD",
        "recover-wait, RECOVER WAIT, WATCH",
        "startup, STARTUP, CALM",
        "down, DOWN, BAD"
    })
    void aStateHasTheWordsAndToneThatItHasEverywhere(String state, String words, Tone tone) {
        assertThat(TwinPicture.fact(state).words()).isEqualTo(words);
        assertThat(TwinPicture.fact(state).tone()).isEqualTo(tone);
    }
}
