package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.drill.Findings.Wait;
import org.twinlease.sim.twin.Happening;
import org.twinlease.sim.twin.Person;
import org.twinlease.sim.twin.TwinWorld.Waiting;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.List;

/// What clients go through, added up.
final class DiaryTest {

    private static final long NOON = 43_200;
    private static final Ip4 ADDRESS = Ip4.of("10.0.1.7");

    private long millis = NOON * 1000;
    private final Diary diary = new Diary(() -> millis);

    private static Person person(int number) {
        HardwareAddress hardware = HardwareAddress.ethernet(0x02_00_00_00_00_00L + number);
        return new Person(number, Person.Kind.RENEWING, "renewing " + number, hardware);
    }

    private void answered(int who, boolean renews, long waited) {
        diary.on(new Happening.Answered(person(who), renews, waited, ADDRESS, 0, 600));
    }

    private Findings findings() {
        return diary.findings(List.of(), NOON);
    }

    private static Sample sample(long second, long left, String state) {
        Sample.Seat up = new Sample.Seat(state, 1, left, left, 0, 5, 0);
        Sample.Seat down = new Sample.Seat(Sample.DOWN, 0, -1, -1, -1, -1, -1);
        return new Sample(second, new Sample.Count(1, 1, 0), List.of(up, down));
    }

    @Test
    void theLongestWaitOfEachClassIsKept() {
        millis += 100_000;
        answered(1, false, 4_000);
        answered(2, false, 9_500);
        answered(3, false, 2_000);
        answered(4, true, 60_000);
        assertThat(findings().longest(false)).extracting(Wait::seconds).isEqualTo(9L);
        assertThat(findings().longest(false)).extracting(Wait::from).isEqualTo(NOON + 91);
        assertThat(findings().longestSeconds(true)).isEqualTo(60);
        assertThat(findings().waits()).hasSize(2).allMatch(Wait::answered);
    }

    @Test
    void whoHasWaitedBeforeTheDrillWaitsFromItsBeginning() {
        millis += 5_000;
        answered(1, false, 3_600_000);
        assertThat(findings().longestSeconds(false)).isEqualTo(5);
    }

    @Test
    void whoStillWaitsAtTheEndHasWaitedUntilThen() {
        millis += 50_000;
        diary.over(List.of(new Waiting(person(1), true, 20_000)));
        assertThat(findings().longest(true)).extracting(Wait::answered).isEqualTo(false);
        assertThat(findings().longestSeconds(true)).isEqualTo(20);
        assertThat(findings().longest(false)).isNull();
        assertThat(findings().longestSeconds(false)).isZero();
    }

    @Test
    void aLeaseThatHasEndedIsNotRefused() {
        diary.on(new Happening.Refused(person(1), ADDRESS, true));
        diary.on(new Happening.Refused(person(2), ADDRESS, false));
        assertThat(findings().refused()).hasSize(1);
        assertThat(findings().refused().getFirst().who().name()).isEqualTo("renewing 1");
    }

    @Test
    void anAddressThatIsLostIsAWaitToo() {
        millis += 600_000;
        diary.on(new Happening.Ended(person(1), ADDRESS, 300_000));
        assertThat(findings().ended()).hasSize(1);
        assertThat(findings().longestSeconds(true)).isEqualTo(300);
    }

    @Test
    void anAddressThatIsDoubledIsToldWithBoth() {
        diary.on(new Happening.Doubled(ADDRESS, person(1), 0, person(2), 1));
        Findings.Doubled twice = findings().doubled().getFirst();
        assertThat(twice.first().name() + " " + twice.firstBy()).isEqualTo("renewing 1 A");
        assertThat(twice.other().name() + " " + twice.otherBy()).isEqualTo("renewing 2 B");
    }

    @Test
    void theFewestAddressesCountWhereAServerIsUp() {
        diary.sample(sample(NOON, 9, "normal"));
        diary.sample(sample(NOON + 10, 4, "normal"));
        diary.sample(sample(NOON + 20, 7, "normal"));
        assertThat(findings().capacity()).containsExactly(new Findings.Capacity("A", 4, NOON + 10));
    }

    @Test
    void theTimeToNormalCountsFromTheLastAct() {
        diary.story().begins(0, "normal");
        diary.story().begins(1, "normal");
        assertThat(findings().secondsToNormal()).isZero();
        diary.on(new Happening.Power(1, false, "killed"));
        assertThat(findings().secondsToNormal()).isEqualTo(-1);
        assertThat(diary.normalSince()).isEqualTo(-1);
    }

    @Test
    void whatNobodyKnowsIsLost() {
        assertThat(diary.findings(List.of(person(3)), NOON).lost())
                .extracting(loss -> loss.who().name())
                .containsExactly("renewing 3");
    }
}
