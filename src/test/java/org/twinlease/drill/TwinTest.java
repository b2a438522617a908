package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.control.LeaseView;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Deed;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.drill.script.Values;

import java.util.List;
import java.util.Objects;

final class TwinTest {

    private static final long NOON = 43_200;

    private static Scenario scenario(String... lines) {
        var reading = DrillReader.read("some.drill", String.join("\n", lines));
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    private static final Scenario KILLED =
            scenario(
                    "pair demo with lease 20m, mclt 5m, addresses 60",
                    "population 20 renewing, 1 new a minute staying 10m, 5 sleeping, 2 roaming,"
                            + " 1 misbehaving, behind 2 relays",
                    "begin 11:50",
                    "at 12:00 kill B",
                    "at 12:20 start B",
                    "end 12:40");

    private static Twin twin(Scenario scenario, long seed) {
        return new Twin(scenario, Original.demo(scenario), seed);
    }

    @Test
    void oneSeedTellsOneStoryAndAnotherSeedAnother() {
        Twin one = twin(KILLED, 7);
        Twin same = twin(KILLED, 7);
        Twin other = twin(KILLED, 8);
        List.of(one, same, other).forEach(Twin::finish);
        assertThat(Telling.whole(same)).isEqualTo(Telling.whole(one));
        assertThat(Telling.whole(other)).isNotEqualTo(Telling.whole(one));
    }

    @Test
    void aTwinBeginsWithBothInNormalAndTheClientsServed() {
        Twin twin = twin(KILLED, 1);
        assertThat(twin.second()).isEqualTo(NOON - 600);
        assertThat(twin.state(0)).isEqualTo("normal");
        assertThat(twin.state(1)).isEqualTo("normal");
        assertThat(twin.count().served()).isGreaterThanOrEqualTo(22);
        assertThat(twin.samples()).hasSize(1);
    }

    @Test
    void timePassesAsItIsTold() {
        Twin twin = twin(KILLED, 1);
        twin.runTo(NOON - 1);
        assertThat(twin.state(1)).isEqualTo("normal");
        twin.runTo(NOON);
        assertThat(twin.second()).isEqualTo(NOON);
        assertThat(twin.state(1)).isEqualTo(Sample.DOWN);
        int lines = twin.lines().size();
        twin.step();
        assertThat(twin.lines().size()).isGreaterThan(lines);
        twin.finish();
        assertThat(twin.isOver()).isTrue();
    }

    @Test
    void lookingInBetweenChangesNothing() {
        Twin looked = twin(KILLED, 3);
        for (long at = NOON - 600; at < NOON + 2400; at += 7) {
            looked.runTo(at);
            looked.count();
            looked.findings();
        }
        looked.finish();
        Twin plain = twin(KILLED, 3);
        plain.finish();
        assertThat(Telling.whole(looked)).isEqualTo(Telling.whole(plain));
    }

    @Test
    void aServerTellsOfThePairWhileItIsUp() {
        Twin twin = twin(KILLED, 1);
        twin.runTo(NOON - 10);
        assertThat(Objects.requireNonNull(twin.pair(0)).link().up()).isTrue();
        twin.runTo(NOON + 300);
        assertThat(twin.pair(1)).isNull();
        var alone = Objects.requireNonNull(twin.pair(0));
        assertThat(alone.link().up()).isFalse();
        assertThat(alone.since()).isEqualTo(Twin.epoch(NOON));
    }

    @Test
    void whatIsDoneByHandBecomesADrillThatGoesTheSameWay() {
        Twin twin = twin(KILLED, 5);
        twin.runTo(NOON - 300);
        twin.act(Act.of(Deed.CUT_LINK));
        twin.runTo(NOON - 100);
        twin.act(Act.of(Deed.HEAL_LINK));
        twin.finish();
        Scenario recording = twin.recording();
        assertThat(recording.steps().stream().map(Step::act).map(Act::text))
                .containsExactly("cut link", "heal link", "kill B", "start B");
        Scenario read = scenario(recording.text().split("\n", -1));
        Twin again = twin(read, 5);
        again.finish();
        assertThat(again.lines()).isEqualTo(twin.lines());
    }

    @Test
    void aBranchHasComeToItsMomentTheSameWayAndGoesOnAsItLikes() {
        Twin twin = twin(KILLED, 5);
        twin.runTo(NOON - 300);
        twin.act(Act.of(Deed.CUT_LINK));
        twin.runTo(NOON + 60);
        List<Line> before = twin.lines();
        twin.runTo(NOON + 600);
        Twin branch = twin.branch(NOON + 60);
        assertThat(branch.second()).isEqualTo(NOON + 60);
        assertThat(branch.lines()).isEqualTo(before);
        branch.act(Act.of(Deed.START, 1));
        branch.finish();
        twin.finish();
        assertThat(branch.lines()).isNotEqualTo(twin.lines());
    }

    @Test
    void anOldDiskCanBePutBackByHandThoughNobodyHadKeptIt() {
        Twin twin = twin(KILLED, 5);
        twin.runTo(NOON - 60);
        twin.act(new Act(Deed.RESTORE, Values.NONE.at(0).on(NOON - 500)));
        twin.runTo(NOON - 1);
        assertThat(twin.state(0)).isEqualTo(Sample.DOWN);
        twin.finish();
        assertThat(twin.lines()).extracting(Line::what).contains("restore A from 11:51:40");
    }

    @Test
    void everyWaitIsToldWithWhatLedToIt() {
        Scenario both =
                scenario(
                        "pair demo with lease 20m, mclt 5m",
                        "population 20 renewing, 2 new a minute, behind 1 relay",
                        "begin 11:50",
                        "at 12:00 kill both",
                        "at 12:20 start both",
                        "end 12:30",
                        "expect nobody waits longer than 1m",
                        "expect everybody is served at 12:10",
                        "expect A is normal at 12:10");
        Twin twin = twin(both, 1);
        Verdict verdict = twin.finish();
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.judgements())
                .extracting(Verdict.Judgement::holds)
                .containsExactly(false, false, false, true, true);
        assertThat(verdict.findings().longestSeconds(false)).isGreaterThan(1000);
        assertThat(verdict.findings().ended()).isNotEmpty();
        assertThat(verdict.worst().causes()).contains("12:00:00 kill A", "12:00:00 A killed");
    }

    /// What a server said to a client that had to give up its address.
    @Test
    void aRefusalIsToldWithTheServersReason() {
        Twin twin =
                twin(
                        scenario(
                                "pair demo with lease 20m, addresses 100, addresses-of-b 50",
                                "population 90 renewing",
                                "begin 11:50",
                                "at 12:00 kill A for 30m",
                                "end 12:40"),
                        1);
        twin.finish();
        assertThat(twin.findings().refused()).isNotEmpty();
        assertThat(twin.findings().refused().getFirst().causes())
                .anyMatch(cause -> cause.contains(" kill A"))
                .anyMatch(cause -> cause.contains(" B: Refused 10.0.1."));
    }

    @Test
    void ordersThatAreNotObeyedAreToldWithTheReason() {
        Scenario orders =
                scenario(
                        "begin 12:00",
                        "at 12:01 operator: partner-down on A",
                        "at 12:02 kill B",
                        "at 12:03 operator: rebalance on B",
                        "end 12:05");
        Twin twin = twin(orders, 1);
        twin.finish();
        List<String> told = twin.lines().stream().map(Line::text).toList();
        assertThat(told).anyMatch(line -> line.startsWith("12:01:00  A     refuses: "));
        assertThat(told).contains("12:03:00  B     is down and takes no order");
    }

    @Test
    void nothingIsDoneOnceTheDrillIsOver() {
        Twin twin = twin(KILLED, 1);
        twin.finish();
        int lines = twin.lines().size();
        twin.act(Act.of(Deed.KILL, 0));
        twin.runTo(2 * NOON);
        assertThat(twin.lines()).hasSize(lines);
        assertThat(twin.recording()).isEqualTo(KILLED);
    }

    @Test
    void aVerdictComesWhenTheDrillIsOver() {
        Twin twin = twin(KILLED, 1);
        assertThatThrownBy(twin::verdict).isInstanceOf(IllegalStateException.class);
        assertThat(twin.finish()).isSameAs(twin.verdict());
    }

    @Test
    void whatIsBrokenIsSeenAndHealingMendsAll() {
        Scenario broken =
                scenario(
                        "begin 12:00",
                        "at 12:01 cut link",
                        "at 12:01 cut clients of A",
                        "at 12:01 block port on both",
                        "at 12:01 disk of A full",
                        "at 12:01 slow B 1s",
                        "at 12:02 skew B 2m",
                        "at 12:02 kill A",
                        "at 12:03 30 new clients a minute",
                        "at 12:04 restart all clients",
                        "at 12:05 heal",
                        "end 12:10",
                        "expect both is normal at 12:09");
        Twin twin = twin(broken, 1);
        int before = twin.count().on();
        twin.runTo(NOON + 240);
        assertThat(twin.isLinkCut()).isTrue();
        assertThat(twin.isCutFromClients(0)).isTrue();
        assertThat(twin.count().on()).isGreaterThan(before + 10);
        assertThat(twin.finish().judgements().getFirst().holds()).isTrue();
        assertThat(twin.isLinkCut()).isFalse();
        assertThat(twin.isCutFromClients(0)).isFalse();
    }

    @Test
    void whoLooksOnSeesLeasesMessagesAndWhatIsNew() {
        Twin twin = twin(KILLED, 1);
        assertThat(twin.leases(0)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(twin.leases(0).stream().map(LeaseView::address))
                .isEqualTo(twin.leases(1).stream().map(LeaseView::address).toList());
        twin.runTo(NOON - 60);
        assertThat(twin.messages()).isNotEmpty().hasSizeLessThanOrEqualTo(500);
        assertThat(twin.messages()).anyMatch(each -> each.server() == 1 && each.view().outgoing());
        assertThat(twin.messages()).allMatch(each -> each.second() >= NOON - 600);
        int seen = twin.lines().size();
        twin.runTo(NOON + 10);
        assertThat(twin.lines(seen)).extracting(Line::what).startsWith("kill B", "killed");
        assertThat(twin.lines(twin.lines().size() + 5)).isEmpty();
        assertThat(twin.leases(1)).isEmpty();
        assertThat(twin.servedBy(1)).isPositive();
    }
}
