package org.twinlease.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.drill.Findings.Capacity;
import org.twinlease.drill.Findings.Doubled;
import org.twinlease.drill.Findings.Loss;
import org.twinlease.drill.Findings.Wait;
import org.twinlease.drill.Verdict.Judgement;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Kind;
import org.twinlease.drill.script.Scenario;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a drill expects, held against a calm day and against a bad one.
final class JudgeTest {

    private static final long NOON = 43_200;
    private static final Client ANN =
            new Client(Kind.NEW, "new 1", HardwareAddress.ethernet(0x02_00_00_00_00_01L));
    private static final Client BEN =
            new Client(Kind.RENEWING, "renewing 2", HardwareAddress.ethernet(0x02_00_00_00_00_02L));
    private static final Ip4 ADDRESS = Ip4.of("10.0.1.7");

    private static final Findings CALM =
            new Findings(
                    List.of(wait(ANN, false, 4, true)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    List.of(new Capacity("A", 40, NOON), new Capacity("B", 30, NOON + 5)));

    private static final Findings BAD =
            new Findings(
                    List.of(wait(ANN, false, 600, false), wait(BEN, true, 1200, true)),
                    List.of(
                            new Doubled(
                                    ADDRESS, NOON + 60, ANN, "A", BEN, "B", List.of("12:00 x"))),
                    List.of(loss(BEN), loss(ANN)),
                    List.of(loss(BEN)),
                    List.of(new Loss(ANN, null, NOON, List.of())),
                    List.of(wait(ANN, false, 600, false)),
                    -1,
                    List.of(new Capacity("A", 0, NOON)));

    private static Wait wait(Client who, boolean renews, long seconds, boolean answered) {
        return new Wait(who, renews, NOON, seconds, answered, List.of("12:00:00 kill B"));
    }

    private static Loss loss(Client who) {
        return new Loss(who, ADDRESS, NOON + 30, List.of("12:00:00 kill B"));
    }

    private static Verdict verdict(String claim, Findings findings) {
        String text = claim.isEmpty() ? "begin 11:00" : "begin 11:00\nexpect " + claim;
        Scenario scenario =
                Objects.requireNonNull(DrillReader.read("x.drill", text).scenario(), claim);
        boolean bad = findings.equals(BAD);
        Twin.Observed then =
                bad
                        ? new Twin.Observed(List.of("partner-down", "down"), 3)
                        : new Twin.Observed(List.of("normal", "normal"), 0);
        return new Judge(scenario, findings, Map.of(NOON, then), bad ? -1 : NOON + 90).verdict();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A is normal at 12:00 | yes | A is normal | no | A is partner-down",
                "both is normal at 12:00 | yes | A is normal, B is normal | no | B is down",
                "B is partner-down at 12:00 | no | B is normal | no | B is down",
                "both are normal by 12:00 | yes | A is normal, B is normal | no | B is down",
                "both are normal within 1m | yes | at once | no | not both normal",
                "nobody waits longer than 5m | yes | 4 s | no | 20 min",
                "nobody waits longer than 3s | no | 4 s from 12:00:00 on, new 1 | no | 20 min",
                "no new client waits longer than 5m | yes | 4 s | no | 10 min from 12:00:00",
                "no new client waits longer than 10m | yes | 4 s | yes | never answered",
                "no renewing client waits longer than 15m | yes | nobody asked | no | 20 min",
                "somebody waits longer than 10m | no | 4 s | yes | 20 min",
                "no address is doubled | yes | none | no | 1, first 10.0.1.7 at 12:01:00: new 1",
                "some address is doubled | no | none | yes | has it from A, renewing 2",
                "no renewal is refused | yes | none refused | no | 2 refused, first renewing 2",
                "at most 2 renewals are refused | yes | none | yes | 2 refused",
                "at most 1 renewals are refused | yes | none | no | 2 refused",
                "some renewal is refused | no | none | yes | at 12:00:30",
                "nobody loses an address | yes | none | no | 1 lost for want of an answer",
                "somebody loses an address | no | none | yes | 1 lost",
                "no lease is lost | yes | none forgotten | no | 1 forgotten, first new 1",
                "some lease is lost | no | none | yes | 1 forgotten",
                "at least 30 addresses are left on both | yes | B had 30 left | no | A had 0",
                "at least 35 addresses are left on B | no | B had 30 left at 12:00:05 | yes | ''",
                "everybody is served at 12:00 | yes | 0 without | no | 3 without an address then",
                "at most 3 clients are without an address at 12:00 | yes | 0 | yes | 3",
                "at least 3 clients are without an address at 12:00 | no | 0 | yes | 3",
                "nobody waits for mclt | yes | nobody did | no | 1 clients, first 10 min",
                "somebody waits for mclt | no | nobody did | yes | 1 clients",
            })
    void whatIsExpectedHoldsOrNot(
            String claim, String calm, String foundCalm, String bad, String foundBad) {
        judged(claim, CALM, calm, foundCalm);
        judged(claim, BAD, bad, foundBad);
    }

    private static void judged(String claim, Findings findings, String holds, String found) {
        Judgement first = verdict(claim, findings).judgements().getFirst();
        assertThat(first.holds()).as("%s: %s", claim, first.found()).isEqualTo(holds.equals("yes"));
        assertThat(first.found()).contains(found);
    }

    @Test
    void everyDrillIsHeldToDoubledAddressesAndLostLeases() {
        assertThat(verdict("", CALM).holds()).isTrue();
        assertThat(verdict("", BAD).judgements()).hasSize(2).noneMatch(Judgement::holds);
        assertThat(verdict("some address is doubled", BAD).judgements())
                .extracting(Judgement::holds)
                .containsExactly(true, false);
    }

    @Test
    void theWorstMomentIsADoubledAddressBeforeAllElse() {
        Verdict.Worst worst = verdict("", BAD).worst();
        assertThat(worst.second()).isEqualTo(NOON + 60);
        assertThat(worst.what()).startsWith("An address is doubled: 10.0.1.7");
        assertThat(worst.causes()).containsExactly("12:00 x");
    }

    @Test
    void thenALostLeaseThenALostAddressThenARefusalThenAWait() {
        List<Wait> waits = BAD.waits();
        assertThat(worst(BAD.waits(), BAD.refused(), BAD.ended(), BAD.lost()))
                .startsWith("No server knows the lease of new 1");
        assertThat(worst(waits, BAD.refused(), BAD.ended(), List.of()))
                .startsWith("renewing 2 (02:00:00:00:00:02) loses its address");
        assertThat(worst(waits, BAD.refused(), List.of(), List.of()))
                .startsWith("renewing 2 (02:00:00:00:00:02) is told to give up");
        assertThat(worst(waits, List.of(), List.of(), List.of()))
                .startsWith("The longest wait of a client that renews: 20 min");
        assertThat(worst(waits.subList(0, 1), List.of(), List.of(), List.of()))
                .startsWith("The longest wait of a client without an address: 10 min");
        assertThat(worst(List.of(), List.of(), List.of(), List.of())).startsWith("There was none");
    }

    private static String worst(
            List<Wait> waits, List<Loss> refused, List<Loss> ended, List<Loss> lost) {
        Findings some =
                new Findings(waits, List.of(), refused, ended, lost, List.of(), 0, CALM.capacity());
        return verdict("", some).worst().what();
    }

    @Test
    void whatIsBehindAFigureIsToldInTheSameWords() {
        assertThat(Telling.of(BAD.refused().getFirst()))
                .startsWith("renewing 2 (02:00:00:00:00:02)")
                .endsWith(" at 12:00:30");
        assertThat(Telling.of(BAD.capacity().getFirst())).isEqualTo("A had 0 left at 12:00:00");
        assertThat(Telling.of(BAD.doubled().getFirst())).contains("has it from");
        assertThat(Telling.of(BAD.longest(false))).startsWith("10 min from 12:00:00 on, new 1");
    }

    @Test
    void aVerdictIsToldWithItsFigures() {
        List<String> told = Telling.verdict(verdict("nobody waits longer than 5m", BAD));
        assertThat(told)
                .contains(
                        "verdict: does not hold",
                        "renewals refused: 2, first renewing 2 (02:00:00:00:00:02) at 12:00:30",
                        "addresses doubled: 1",
                        "clients that waited for MCLT: 1",
                        "time to NORMAL after the last act: not before the end",
                        "fewest addresses left: A had 0 left at 12:00:00",
                        "  because 12:00 x");
        assertThat(told.get(1)).startsWith("  NO   nobody waits longer than 5m (20 min");
        assertThat(Telling.verdict(verdict("", CALM)))
                .contains("verdict: holds", "  yes  no address is doubled (none)");
    }
}
