package org.twinlease.drill.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;

/// How the words of a line are held against sentences with gaps.
final class PhraseTest {

    private static Phrase.Match match(String phrase, String line) {
        return new Phrase(phrase).match(List.of(line.split(" ", -1)));
    }

    private static @Nullable Values values(String phrase, String line) {
        return match(phrase, line).values();
    }

    @Test
    void everyGapTakesWhatItIsFor() {
        Values all =
                Objects.requireNonNull(
                        values(
                                "SERVER TIME MOMENT NUMBER STATE",
                                "both 1m30s 12:00 2.5 PARTNER-down"));
        assertThat(all)
                .isEqualTo(new Values(Values.BOTH, 90, 43_200, 2.5, ServerState.PARTNER_DOWN));
    }

    @Test
    void capitalsDoNotMatter() {
        assertThat(values("kill SERVER", "Kill b")).isEqualTo(Values.NONE.at(1));
    }

    @Test
    void wordsTooManyOrTooFewDoNotMatch() {
        assertThat(match("kill SERVER", "kill")).isEqualTo(new Phrase.Match(1, null, null));
        assertThat(match("kill SERVER", "kill A now")).isEqualTo(new Phrase.Match(2, null, null));
        assertThat(match("kill SERVER", "stop A")).isEqualTo(new Phrase.Match(0, null, null));
    }

    @Test
    void aGapThatIsFilledWronglyIsAFaultOnlyWhereAllElseMatches() {
        assertThat(match("slow SERVER TIME", "slow A much").fault())
                .isEqualTo("\"much\" is not a span of time such as 45s, 10m or 1h30m");
        assertThat(match("slow SERVER TIME", "slow X much").fault()).startsWith("\"X\" is not A");
        assertThat(match("slow SERVER TIME now", "slow A much then").fault()).isNull();
        assertThat(match("slow SERVER TIME", "slow A much").words()).isEqualTo(2);
    }

    @Test
    void aSentenceIsWrittenWithItsGapsFilled() {
        Values values = new Values(0, 75, 86_399, 3, ServerState.RECOVER_WAIT);
        assertThat(new Phrase("do SERVER for TIME at MOMENT NUMBER STATE").write(values))
                .isEqualTo("do A for 1m15s at 23:59:59 3 recover-wait");
    }

    @Test
    void theNearestSentencesAreOffered() {
        Nearest nearest = new Nearest();
        for (String text : List.of("cut link", "cut clients of SERVER", "heal")) {
            Phrase phrase = new Phrase(text);
            nearest.missed(phrase, phrase.match(List.of("cut", "cable")));
        }
        assertThat(nearest.fault("no act")).isEqualTo("no act");
        assertThat(nearest.remedy("")).isEqualTo("write cut link; or cut clients of SERVER");
    }

    @Test
    void whereNothingIsNearTheListIsNamed() {
        Nearest nearest = new Nearest();
        Phrase phrase = new Phrase("both are normal");
        nearest.missed(phrase, phrase.match(List.of("sunshine")));
        assertThat(nearest.remedy("expect "))
                .isEqualTo(
                        "write a sentence such as expect both are normal; twinlease drill words has"
                                + " them all");
    }
}
