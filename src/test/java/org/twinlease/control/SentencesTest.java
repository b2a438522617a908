package org.twinlease.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;

final class SentencesTest {

    private static final ResourceBundle REASONS =
            ResourceBundle.getBundle("org.twinlease.control.reasons");

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceThatUsesEachOfItsOperandsOrIsTheSameForAll(ReasonCode code) {
        var used = new TreeSet<Integer>();
        Sentences.OPERAND
                .matcher(REASONS.getString(code.name()))
                .results()
                .forEach(m -> used.add(Integer.parseInt(m.group(1))));
        assertThat(used).hasSize(code.operands());
        if (!used.isEmpty()) assertThat(used.last()).isEqualTo(code.operands() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceCanBeFilledWithNumbersAndEndsWithAFullStop(ReasonCode code) {
        var operands = new ArrayList<Object>();
        for (int i = 0; i < code.operands(); i++) operands.add(3_600L);
        String sentence = Sentences.of(new Reason(code, operands));
        assertThat(sentence).endsWith(".").doesNotContain("{").doesNotContain("}");
        assertThat(sentence).isEqualTo(sentence.strip());
    }

    @Test
    void aClockIsAheadOrBehind() {
        assertThat(Sentences.of(Reason.of(ReasonCode.LINK_CLOCK, "fo", 70L, 60L, 0L, 0L)))
                .startsWith("The clock of the partner of fo is 70 s ahead of this one; ");
        assertThat(Sentences.of(Reason.of(ReasonCode.LINK_CLOCK, "fo", -70L, 60L, 0L, 0L)))
                .startsWith("The clock of the partner of fo is 70 s behind this one; ");
    }

    /// Sentences are filled by their own rule, which knows no quotes.
    @ParameterizedTest
    @EnumSource
    void noSentenceDoublesAnApostrophe(ReasonCode code) {
        assertThat(REASONS.getString(code.name())).doesNotContain("''");
    }

    @Test
    void noSentenceIsLeftOverFromAReasonThatIsGone() {
        assertThat(REASONS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ReasonCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyMeaningHasASentenceThatUsesEachOfItsOperands(MeaningCode code) {
        var operands = new ArrayList<Object>();
        for (int i = 0; i < code.operands(); i++) operands.add(3_600L);
        String sentence = Sentences.of(new Meaning(code, operands));
        assertThat(sentence).endsWith(sentence.endsWith("\"") ? "\"" : ".").doesNotContain("{");
        assertThat(sentence).isEqualTo(sentence.strip());
        assertThatThrownBy(() -> new Meaning(code, Collections.nCopies(code.operands() + 1, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noSentenceIsLeftOverFromAMeaningThatIsGone() {
        ResourceBundle bundle = ResourceBundle.getBundle("org.twinlease.control.failover");
        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(MeaningCode.values()).map(Enum::name).toList());
    }

    @Test
    void aMeaningNamesItsNumbers() {
        assertThat(
                        Sentences.of(
                                Meaning.of(
                                        MeaningCode.UPDATE_ACTIVE,
                                        Ip4.of("10.77.0.2"),
                                        Ip4.of("10.77.0.3"),
                                        "02:00:00:00:00:01",
                                        Ip4.of("10.77.0.104"),
                                        "12:03:04",
                                        -30L)))
                .isEqualTo(
                        "10.77.0.2 tells 10.77.0.3 that 02:00:00:00:00:01 holds 10.77.0.104 until"
                                + " 12:03:04 (in 30 s).");
    }

    @Test
    void everyAlarmAndCounterHasItsWordsAndNothingElseHas() {
        var keys = new TreeSet<String>();
        for (AlarmType type : AlarmType.values()) {
            for (String part : List.of("label", "sentence", "meaning", "advice")) {
                keys.add(type.name() + "." + part);
            }
        }
        for (Counter counter : Counter.values()) keys.add(counter.name() + ".label");
        assertThat(ResourceBundle.getBundle("org.twinlease.control.notices").keySet())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void anOfferSaysWhichAddressAndWhy() {
        var reason = Reason.of(ReasonCode.OFFER_LONGEST_UNUSED, Ip4.of("10.0.0.7"), -1L);
        assertThat(Sentences.of(reason))
                .isEqualTo(
                        "Offered 10.0.0.7: of the pool's free addresses it is the one to take next,"
                                + " never used.");
    }

    @Test
    void aCutLeaseTimeNamesBothTimesInWords() {
        assertThat(Sentences.of(Reason.of(ReasonCode.TIME_MAX, 28_800L, 604_800L)))
                .isEqualTo("The lease is for 8 h: max-lease-time cut it from 7 d.");
    }

    @Test
    void severalReasonsReadAsOneParagraph() {
        var given = Reason.of(ReasonCode.ACK_SELECTING, Ip4.of("10.0.0.7"));
        var time = Reason.of(ReasonCode.TIME_WISHED, 90L);
        assertThat(Sentences.of(List.of(given, time)))
                .isEqualTo(
                        "Gave 10.0.0.7: the client took this server's offer. The lease is for"
                                + " 1 min 30 s, as the client wished.");
    }

    @Test
    void aClientsNameWithADollarIsWrittenAsItIs() {
        var client = HardwareAddress.ethernet(0x0200_5e00_0001L);
        assertThat(Sentences.of(Reason.of(ReasonCode.OFFER_FIXED, Ip4.ZERO, "print$1")))
                .contains("print$1");
        assertThat(Sentences.of(Reason.of(ReasonCode.LEASE_RELEASED, Ip4.of("10.0.0.9"), client)))
                .isEqualTo("02:00:5e:00:00:01 gave 10.0.0.9 back.");
    }

    @Test
    void anAlarmTellsWhatHappenedWhatItMeansAndWhatToDo() {
        var alarm = new AlarmView(AlarmType.POOL_EMPTY, 0, false, "10.0.0.0/24");
        assertThat(Sentences.label(alarm.type())).isEqualTo("Pool is full");
        assertThat(Sentences.sentence(alarm)).isEqualTo("No free address is left in 10.0.0.0/24.");
        assertThat(Sentences.meaning(alarm.type())).contains("New clients");
        assertThat(Sentences.advice(alarm.type())).contains("range");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "45, 45 s",
        "60, 1 min",
        "90, 1 min 30 s",
        "28800, 8 h",
        "129600, 1 d 12 h",
        "86700, 1 d",
        "604800, 7 d",
        "-90, -1 min 30 s"
    })
    void durationsAreReadInTheLargestUnits(long seconds, String words) {
        assertThat(Sentences.duration(seconds)).isEqualTo(words);
    }
}
