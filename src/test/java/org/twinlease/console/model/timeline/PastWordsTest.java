package org.twinlease.console.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Tone;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;

import java.util.List;

/// What the Timeline calls things.
final class PastWordsTest {

    private static PastEvent event(PastKind kind, String words, Long... numbers) {
        return new PastEvent(1, 1_000, kind, "campus", words, List.of(numbers), null, null);
    }

    @Test
    void anAlarmThatIsOverDoesNotReadAsOneThatBegins() {
        PastEvent begun = event(PastKind.ALARM, "Failover peer campus is in partner-down.");
        PastEvent over = event(PastKind.ALARM_OVER, "Failover peer campus is in partner-down.");
        assertThat(PastWords.title(begun)).isEqualTo("Failover peer campus is in partner-down.");
        assertThat(PastWords.tone(begun)).isEqualTo(Tone.BAD);
        assertThat(PastWords.title(over))
                .isEqualTo("Over: Failover peer campus is in partner-down.");
        assertThat(PastWords.tone(over)).isEqualTo(Tone.GOOD);
    }

    @Test
    void statesAreWrittenAsOnTheOtherPages() {
        PastEvent state = event(PastKind.STATE, "communications-interrupted");
        assertThat(PastWords.title(state)).isEqualTo("State COMMUNICATIONS INTERRUPTED");
        assertThat(PastWords.tone(state)).isEqualTo(Tone.WATCH);
        assertThat(PastWords.more(state)).isEmpty();
    }

    @Test
    void oneAddressIsOneAndSeveralAreSeveral() {
        assertThat(PastWords.title(event(PastKind.BALANCED, "", 1L, 2L, 3L, 1L)))
                .isEqualTo("One free address given to the partner");
        assertThat(PastWords.title(event(PastKind.BALANCED, "", 1L, 2L, 3L, 4L)))
                .isEqualTo("4 free addresses given to the partner");
    }
}
