package org.twinlease.drill.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Problem;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Map;
import java.util.Objects;

final class DrillReaderTest {

    private static Scenario read(String... lines) {
        Reading reading = DrillReader.read("folder/some.drill", String.join("\n", lines));
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    private static List<Problem> problems(String... lines) {
        Reading reading = DrillReader.read("some.drill", String.join("\n", lines));
        assertThat(reading.scenario()).isNull();
        return reading.problems();
    }

    @Test
    void aDrillSaysWhichPairAndWhoseClientsLiveThroughWhat() {
        Scenario drill =
                read(
                        "# The title",
                        "# What it teaches,",
                        "# in two lines.",
                        "",
                        "pair demo with lease 1h, mclt 10m, addresses 80",
                        "population 60 renewing, 0.5 new a minute staying 20m, behind 3 relays",
                        "begin 11:30",
                        "at 12:00 kill B  # at noon",
                        "+5m start B",
                        "end 14:00",
                        "expect B is partner-down at 12:30");
        assertThat(drill.name()).isEqualTo("some");
        assertThat(drill.title()).isEqualTo("The title");
        assertThat(drill.lesson()).isEqualTo("What it teaches,\nin two lines.");
        assertThat(drill.pair().settings())
                .isEqualTo(
                        Map.of(Setting.LEASE, 3600L, Setting.MCLT, 600L, Setting.ADDRESSES, 80L));
        assertThat(drill.pair().value(Setting.SPLIT)).isEqualTo(128);
        assertThat(drill.population())
                .isEqualTo(
                        new Population(
                                List.of(
                                        new Group(Kind.RENEWING, 60, 0),
                                        new Group(Kind.NEW, 0.5, 1200)),
                                3));
        assertThat(drill.steps())
                .containsExactly(
                        new Step(8, 43_200, Act.of(Deed.KILL, 1)),
                        new Step(9, 43_500, Act.of(Deed.START, 1)));
        assertThat(drill.expectations())
                .containsExactly(
                        new Expectation(
                                11,
                                Claim.STATE_AT,
                                new Values(1, 0, 45_000, 0, ServerState.PARTNER_DOWN)));
    }

    @Test
    void whatLastsIsUndoneAndWhatIsOfBothIsDoneToEach() {
        assertThat(read("at 12:00 cut clients of both for 40s").steps().stream().map(Step::text))
                .containsExactly(
                        "at 12:00 cut clients of A",
                        "at 12:00 cut clients of B",
                        "at 12:00:40 heal clients of A",
                        "at 12:00:40 heal clients of B");
        assertThat(read("at 12:00 skew A -70s for 1m").steps().getLast().text())
                .isEqualTo("at 12:01 skew A 0s");
    }

    @Test
    void whatComesEveryFewMinutesIsDoneEachTime() {
        assertThat(read("every 3m from 12:00 to 12:07 cut link for 40s").steps()).hasSize(6);
    }

    /// As an administrator may say it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at 12:00 stop b for 2 minutes | at 12:00 stop B for 2m",
                "AT 12:00 Cut The Link For 90 Seconds | at 12:00 cut link for 90s",
                "at 12:00 kill the primary | at 12:00 kill A",
                "at 12:00 stop the secondary for 1 hour and 30 minutes | at 12:00 stop B for 1h30m",
                "+1 hour 10 min kill A | +1h10m kill A",
                "+2M kill A | +2m kill A",
                "every 1 hour from 12:00 to 14:00 restart all clients | every 1h from 12:00 to"
                        + " 14:00 restart all clients",
                "at 12:00 skew B -70 seconds | at 12:00 skew B -70s",
                "at 12:00 1 new client per minute | at 12:00 1 new clients a minute",
                "expect both are normal within 5 minutes | expect both are normal within 5m",
                "expect both are normal at 12:30 | expect both is normal at 12:30",
                "expect both are recover-wait at 12:30 | expect both is recover-wait at 12:30",
                "expect B is in partner-down at 12:30 | expect B is partner-down at 12:30",
                "expect at most 1 renewal is refused | expect at most 1 renewals are refused",
                "expect at least 1 address is left on A | expect at least 1 addresses are left on"
                        + " A",
                "expect at most 1 client is without an address at 12:00 | expect at most 1 clients"
                        + " are without an address at 12:00",
                "pair demo with lease 2 hours, mclt 30 minutes | pair demo with lease 2h, mclt 30m",
                "pair demo with max-lease-misbalance 5%, max-lease-ownership 20 percent | pair demo"
                        + " with max-lease-misbalance 5, max-lease-ownership 20",
                "population 2 new per minute staying 1 hour | population 2 new a minute staying"
                        + " 1h",
            })
    void ordinaryWordsAreUnderstood(String said, String meant) {
        Scenario one = read("# Title", "begin 11:00", said);
        assertThat(one.text()).isEqualTo(read("# Title", "begin 11:00", meant).text());
    }

    @Test
    void namesOfFilesStayAsTheyAre() {
        Scenario drill = read("pair of the-5s.conf and B.CONF", "leases of A in the/2/days.leases");
        assertThat(drill.pair().configs()).containsExactly("the-5s.conf", "B.CONF");
    }

    @Test
    void whatBothAreIsWrittenInTheProperNumber() {
        assertThat(read("expect both is normal at 12:00").expectations().getFirst().text())
                .isEqualTo("both are normal at 12:00");
        assertThat(read("expect at most 1 renewals are refused").expectations().getFirst().text())
                .isEqualTo("at most 1 renewal is refused");
    }

    @Test
    void timesOfTheNextDayFollowThoseOfThisDay() {
        Scenario drill = read("begin 22:00", "at 23:00 restore B from 22:30", "at 01:00 heal");
        assertThat(drill.steps().getFirst().act().values().moment()).isEqualTo(81_000);
        assertThat(drill.steps().getLast().moment()).isEqualTo(90_000);
        assertThat(drill.end()).isEqualTo(93_600);
    }

    @Test
    void everyDrillExpectsThatNoAddressIsDoubledUnlessItSaysOtherwise() {
        assertThat(read("begin 11:00").all().stream().map(Expectation::claim))
                .containsExactly(Claim.NOT_DOUBLED, Claim.NOT_LOST);
        assertThat(read("expect some address is doubled").all().stream().map(Expectation::claim))
                .containsExactly(Claim.DOUBLED, Claim.NOT_LOST);
    }

    @Test
    void theOutcomeUnderTheDashesIsNoPartOfTheDrill() {
        Reading reading = DrillReader.read("some.drill", "begin 11:00\n----\nwhatever\n");
        assertThat(reading.scenario()).isNotNull();
        assertThat(reading.outcome()).isEqualTo("whatever");
    }

    @Test
    void aDrillReadsBackAsItWasWritten() {
        Scenario drill =
                read(
                        "# Title",
                        "# Lesson",
                        "pair demo with mclt 45s, split 200",
                        "population 10 renewing, 2 new a minute, 3 sleeping, behind 2 relays",
                        "begin 11:59:30",
                        "at 12:00 operator: partner-down on A as of 11:59:45",
                        "at 12:10 5 new clients a minute",
                        "at 12:20 heal",
                        "expect at most 2 renewals are refused");
        Reading again = DrillReader.read("folder/some.drill", drill.text());
        Scenario other = Objects.requireNonNull(again.scenario(), again::toString);
        assertThat(other.text()).isEqualTo(drill.text());
        assertThat(other.steps().stream().map(Step::act))
                .isEqualTo(drill.steps().stream().map(Step::act).toList());
    }

    /// Everything that can be written, once: each sentence is understood as itself.
    @Test
    void everySentenceOfTheLanguageIsUnderstood() {
        for (Deed deed : Deed.values()) {
            String sentence = filled(deed.sentence());
            Act act = read("begin 11:00", "at 12:00 " + sentence).steps().getFirst().act();
            assertThat(act.deed()).as(sentence).isEqualTo(deed);
            assertThat(act.text()).isEqualTo(sentence);
        }
        for (Claim claim : Claim.values()) {
            String sentence = filled(claim.sentence());
            Expectation each = read("begin 11:00", "expect " + sentence).expectations().getFirst();
            assertThat(each.claim()).as(sentence).isEqualTo(claim);
            assertThat(each.text()).isEqualTo(sentence);
        }
    }

    private static String filled(String sentence) {
        return sentence.replace("SERVER", "B")
                .replace("TIME", "1m30s")
                .replace("MOMENT", "11:58")
                .replace("NUMBER", "7")
                .replace("STATE", "recover-wait");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pear demo | \"pear\" begins no line of a drill | begin it with pair",
                "pair demo with mtcl 5m | \"mtcl\" is no setting of the demo pair | mclt",
                "pair demo with mclt 5 | \"mclt 5\" is not possible | such as 30m",
                "pair demo with split 300 | \"split 300\" is not possible | from 0 to 256",
                "pair here | \"here\" is no pair | pair of A.conf and B.conf",
                "population 5 cats | \"5 cats\" is no part of a population | 100 renewing",
                "population 5 renewing, behind 0 relays | \"behind 0 relays\" is no part | 1 to"
                        + " 200",
                "leases of C in x | \"of C in x\" does not say whose | leases of A in FILE",
                "begin noon | \"noon\" is not a time of day | begin 11:00",
                "at noon kill B | \"noon\" is not a time of day | at 12:00 kill B",
                "at 12:61 kill B | \"12:61\" is not a time of day | at 12:00 kill B",
                "at 12:00 kill C | \"C\" is not A (the primary), B (the secondary) or both | kill"
                        + " SERVER",
                "at 12:00 skew B 70 | \"70\" is not a span of time | skew SERVER TIME",
                "at 12:00 shoot B | \"shoot B\" is no act | such as kill SERVER",
                "at 12:00 cut the cable | \"cut cable\" is no act | cut link",
                "at 12:00 heal for 5m | \"heal\" has no end | leave out for",
                "every 3m cut link | does not say how often | every 3m from 12:00 to 12:30",
                "every 1s from 12:00 to 13:00 heal | more than 1000 acts | less often",
                "expect B is dead at 12:00 | \"dead\" is not a failover state | SERVER is STATE",
                "expect sunshine | \"sunshine\" is nothing that can be expected | expect",
                "at 12:00 restore B from 03:00 | nothing to restore from 03:00 | begin earlier",
            })
    void whatIsWrongIsToldWithItsLineAndWhatToWrite(String line, String message, String remedy) {
        List<Problem> found = problems("# Title", line);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().file()).isEqualTo("some.drill");
        assertThat(found.getFirst().line()).isEqualTo(2);
        assertThat(found.getFirst().message()).contains(message);
        assertThat(found.getFirst().remedy()).contains(remedy);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(problems("pair here", "at 12:00 shoot B", "expect sunshine"))
                .extracting(Problem::line)
                .containsExactly(1, 2, 3);
    }

    @Test
    void aDrillDoesNotEndBeforeItsLastLine() {
        Problem early = problems("begin 11:00", "at 12:00 kill B", "end 11:30").getFirst();
        assertThat(early.line()).isEqualTo(3);
        assertThat(early.message()).contains("ends at 11:30").contains("12:00");
    }
}
