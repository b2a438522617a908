package org.twinlease.drill.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The language of drills, sentence by sentence: each is read, written and read again as the same;
/// with one gap filled wrongly it is told what the gap takes; and each rule that holds beyond a
/// single sentence.
final class LanguageTest {

    /// What stands in each gap, and what does not: a word, and what is said of it.
    private static final Map<String, String> RIGHT =
            Map.of(
                    "SERVER", "B",
                    "TIME", "1m30s",
                    "MOMENT", "11:58",
                    "NUMBER", "7",
                    "STATE", "recover-wait");

    private static final Map<String, String> TAKES =
            Map.of(
                    "SERVER", "A (the primary), B (the secondary) or both",
                    "TIME", "a span of time",
                    "MOMENT", "a time of day",
                    "NUMBER", "a number",
                    "STATE", "a failover state");

    private static Reading reading(String... lines) {
        return DrillReader.read("some.drill", String.join("\n", lines));
    }

    private static Scenario read(String... lines) {
        Reading reading = reading(lines);
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    private static Problem problem(String... lines) {
        Reading reading = reading(lines);
        assertThat(reading.scenario()).isNull();
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().getFirst();
    }

    private static Stream<String> sentences() {
        return Stream.concat(
                Stream.of(Deed.values()).map(deed -> "at 12:00 " + deed.sentence()),
                Stream.of(Claim.values()).map(claim -> "expect " + claim.sentence()));
    }

    private static String filled(String sentence) {
        String text = sentence;
        for (var gap : RIGHT.entrySet()) text = text.replace(gap.getKey(), gap.getValue());
        return text;
    }

    /// Each sentence with each of its gaps, that one filled wrongly.
    static Stream<Arguments> wrongGaps() {
        List<Arguments> all = new ArrayList<>();
        sentences()
                .forEach(
                        sentence ->
                                TAKES.forEach(
                                        (gap, takes) -> {
                                            if (!sentence.contains(gap)) return;
                                            String said = filled(sentence.replace(gap, "x7"));
                                            all.add(argumentSet(said, said, sentence, takes));
                                        }));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("wrongGaps")
    void aGapThatIsFilledWronglySaysWhatItTakesAndHowTheSentenceGoes(
            String said, String sentence, String takes) {
        Problem found = problem("# Title", "begin 11:00", said);
        assertThat(found.line()).isEqualTo(3);
        assertThat(found.message()).startsWith("\"x7\" is not " + takes);
        assertThat(found.remedy()).startsWith("write ").contains(sentence.replace("at 12:00 ", ""));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceWithAWordMoreIsNone(String sentence) {
        assertThat(problem("begin 11:00", filled(sentence) + " please").message())
                .contains("please\" is no");
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceMayBeSaidToBothServersWhereItNamesOne(String sentence) {
        Scenario drill = read("begin 11:00", filled(sentence.replace("SERVER", "both")));
        boolean split = sentence.startsWith("at") && sentence.contains("SERVER");
        assertThat(drill.steps().stream().map(step -> step.act().values().server()))
                .isEqualTo(
                        split ? List.of(0, 1) : drill.steps().isEmpty() ? List.of() : List.of(-1));
        assertThat(content(read(drill.text()))).isEqualTo(content(drill));
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whatCanBeUndoneMayEndByItselfAndNothingElse(Deed deed) {
        String line = "at 12:00 " + filled(deed.sentence()) + " for 10m";
        if (deed.undo() == null) {
            assertThat(problem("begin 11:00", line).message()).endsWith("has no end");
            return;
        }
        Step undo = read("begin 11:00", line).steps().getLast();
        assertThat(undo.moment()).isEqualTo(12 * 3600 + 600);
        assertThat(undo.act().deed()).isEqualTo(deed.undo());
        assertThat(undo.act().values().seconds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-5m", "soon", "5"})
    void anEndIsASpanOfTimeAfterTheBeginning(String span) {
        Problem found = problem("at 12:00 kill B for " + span);
        assertThat(found.message()).startsWith("\"" + span + "\" is not a span of time");
    }

    /// Only a clock can be set back: nothing lasts, or takes, less than no time.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at 12:00 slow A -5s | -5s",
                "expect nobody waits longer than -5s | -5s",
                "expect both are normal within -1m | -1m",
            })
    void onlyAClockIsSetBack(String line, String span) {
        assertThat(problem("begin 11:00", line).message())
                .startsWith("\"" + span + "\" is not a span of time");
        assertThat(read("at 12:00 skew A -5s").steps().getFirst().act().values().seconds())
                .isEqualTo(-5);
    }

    @ParameterizedTest
    @CsvSource({
        "LEASE, 1m, 7d",
        "ADDRESSES, 1, 50000",
        "ADDRESSES_OF_B, 0, 50000",
        "MCLT, 1s, 7d",
        "SPLIT, 0, 256",
        "MAX_RESPONSE_DELAY, 1s, 1h",
        "MAX_UNACKED_UPDATES, 1, 1000",
        "LOAD_BALANCE_MAX_SECONDS, 0s, 4m15s",
        "AUTO_PARTNER_DOWN, 0s, 7d",
        "MAX_LEASE_MISBALANCE, 0, 100",
        "MAX_LEASE_OWNERSHIP, 0, 100"
    })
    void aSettingReachesFromItsLeastToItsMostAndNoFurther(
            Setting setting, String least, String most) {
        String line = "pair demo with " + setting.word() + " ";
        assertThat(read(line + least).pair().value(setting)).isEqualTo(setting.least());
        assertThat(read(line + most).pair().value(setting)).isEqualTo(setting.most());
        assertThat(setting.usual()).isBetween(setting.least(), setting.most());
        for (long outside : new long[] {setting.least() - 1, setting.most() + 1}) {
            Problem found = problem("# Title", line + setting.write(outside));
            assertThat(found.message()).endsWith("is not possible");
            assertThat(found.remedy()).contains("from " + least + " to " + most);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pair demo with",
                "pair demo with mclt",
                "pair demo with mclt 5m 6m",
                "pair demo with split 5s",
                "pair demo with split -1",
                "pair demo with split 9999999999",
                "pair demo without mclt 5m",
                "pair of a.conf",
                "pair of a.conf and",
                "pair of a.conf or b.conf",
                "pair",
                "leases",
                "leases of A",
                "leases of both in x",
                "leases from A in x",
                "population",
                "population 5",
                "population renewing",
                "population -5 renewing",
                "population 1.5 renewing",
                "population 200001 renewing",
                "population 5 new",
                "population 5 new a day",
                "population 5 new a minute staying",
                "population 5 new a minute staying 0s",
                "population 5 new a minute staying long",
                "population 5 renewing, behind 201 relays",
                "population 5 renewing, behind relays",
                "begin",
                "begin 11:00 sharp",
                "end",
                "end soon",
                "at",
                "at 12:00",
                "+ kill B",
                "+5 kill B",
                "+5m",
                "every",
                "every 5m from 12:00 to 13:00",
                "every 0s from 12:00 to 13:00 heal",
                "every -5m from 12:00 to 13:00 heal",
                "every 5m from noon to 13:00 heal",
                "every 5m from 12:00 to one heal",
                "every 5m since 12:00 to 13:00 heal",
                "expect",
                "kill B",
            })
    void aLineThatSaysTooLittleOrTooMuchIsOneProblemWithItsRemedy(String line) {
        Problem found = problem("# Title", "", line);
        assertThat(found.line()).isEqualTo(3);
        assertThat(found.severity()).isEqualTo(Problem.Severity.ERROR);
        assertThat(found.remedy()).isNotEmpty();
    }

    /// A second line would silently be the only one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pair demo with lease 1h",
                "population 5 renewing",
                "end 14:00",
                "leases of A in a.leases",
                "leases of B in b.leases"
            })
    void whatIsOfTheWholeDrillIsSaidOnce(String line) {
        Problem found =
                problem("pair of a and b".repeat(line.startsWith("leases") ? 1 : 0), line, line);
        assertThat(found.line()).isEqualTo(3);
        assertThat(found.message()).contains("twice");
    }

    @Test
    void anEveryThatEndsBeforeItBeginsWouldDoNothing() {
        Problem found = problem("begin 08:00", "every 5m from 12:00 to 11:00 heal");
        assertThat(found.line()).isEqualTo(2);
        assertThat(found.message()).contains("12:00").contains("11:00");
        assertThat(read("begin 08:00", "every 1h from 22:00 to 01:00 heal").steps()).hasSize(4);
        assertThat(read("begin 08:00", "every 1h from 12:00 to 12:00 heal").steps()).hasSize(1);
    }

    @Test
    void aPlusCountsFromTheLineBeforeIt() {
        assertThat(
                        read(
                                        "begin 11:00",
                                        "+5m cut link",
                                        "+5m heal link",
                                        "at 13:00 kill A",
                                        "expect A is normal at 12:00",
                                        "+90s start A")
                                .steps()
                                .stream()
                                .map(Step::text))
                .containsExactly(
                        "at 11:05 cut link",
                        "at 11:10 heal link",
                        "at 13:00 kill A",
                        "at 13:01:30 start A");
    }

    /// A drill may begin on a later day than the first.
    @Test
    void whatIsEarlierThanTheBeginningIsOfADayAfterIt() {
        Scenario drill =
                read(
                        "begin 50:00",
                        "at 01:30 heal",
                        "at 03:00 kill A",
                        "expect A is normal at 02:30",
                        "end 76:00");
        assertThat(drill.steps().stream().map(Step::text))
                .containsExactly("at 51:00 kill A", "at 73:30 heal");
        assertThat(drill.expectations().getFirst().text()).isEqualTo("A is normal at 50:30");
        assertThat(drill.end()).isEqualTo(76 * 3600);
    }

    @Test
    void whatALookBackNamesIsTheLastSuchMomentBeforeTheAct() {
        assertThat(backTo("begin 08:00", "at 12:00 operator: partner-down on A as of 11:30"))
                .isEqualTo(11 * 3600 + 1800);
        assertThat(backTo("begin 08:00", "at 36:00 operator: partner-down on A as of 11:30"))
                .isEqualTo(35 * 3600 + 1800);
        assertThat(backTo("begin 50:00", "at 51:00 operator: partner-down on A as of 99:30"))
                .isEqualTo(27 * 3600 + 1800);
    }

    private static long backTo(String... lines) {
        return read(lines).steps().getFirst().act().values().moment();
    }

    /// The day before the first has no number, so the drill itself is of the next.
    @Test
    void aLookBackBeforeTheFirstMidnightIsWrittenAndReadAgain() {
        Scenario drill =
                read(
                        "begin 00:30",
                        "at 01:00 operator: partner-down on A as of 23:00",
                        "end 02:00");
        assertThat(read(drill.text()).text()).isEqualTo(drill.text());
        Step step = drill.steps().getFirst();
        assertThat(step.moment() - step.act().values().moment()).isEqualTo(2 * 3600);
        assertThat(step.moment() - drill.begin()).isEqualTo(1800);
    }

    /// A week has more hours than two figures tell.
    @Test
    void aDrillOfMoreThanFourDaysReadsBackAsItIsWritten() {
        Scenario drill = read("begin 08:00", "at 12:00 kill A", "+5d start A", "end 150:00");
        assertThat(drill.steps().getLast().text()).isEqualTo("at 132:00 start A");
        assertThat(content(read(drill.text()))).isEqualTo(content(drill));
    }

    @Test
    void aDrillLastsFourteenDaysAtMost() {
        assertThat(read("begin 08:00", "+13d heal").end()).isEqualTo(13 * 86_400 + 9 * 3600);
        assertThat(problem("begin 08:00", "+14d heal").message()).contains("344:00");
    }

    @Test
    void whatStandsUnderTheRuleIsTheOutcomeAndNothingOfTheDrill() {
        Reading reading = reading("begin 08:00", "----", "# no title", "nonsense", "----", "end");
        assertThat(reading.outcome()).isEqualTo("# no title\nnonsense\n----\nend");
        assertThat(read("begin 08:00", "----", "# no title").title()).isEqualTo("some");
    }

    @Test
    void aCommentThatDoesNotStandAtTheTopIsNoLesson() {
        Scenario drill = read("# Title", "# Lesson", "begin 08:00", "# note", "+5m heal # mends");
        assertThat(drill.title()).isEqualTo("Title");
        assertThat(drill.lesson()).isEqualTo("Lesson");
        assertThat(drill.steps()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "some.drill, some",
        "a/b/some.drill, some",
        "a\\b\\some.drill, some",
        "some.txt, some.txt",
        ".drill, ''"
    })
    void aDrillIsCalledAsItsFile(String file, String name) {
        assertThat(Objects.requireNonNull(DrillReader.read(file, "+5m heal").scenario()).name())
                .isEqualTo(name);
    }

    private static List<Object> content(Scenario drill) {
        return List.of(
                drill.pair(),
                drill.population(),
                drill.begin(),
                drill.end(),
                drill.steps().stream().map(Step::text).toList(),
                drill.expectations().stream().map(Expectation::text).toList());
    }
}
