package org.twinlease.console.model.review;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Survey;
import org.twinlease.console.model.Text;

/// In which order servers are to be restarted so that they run on a change of their files.
enum Restart {
    /// There is only one.
    ONE,
    /// One after the other, while its partner serves.
    IN_TURN,
    /// Primary and secondary have changed places: never both primary.
    STOP_BOTH,
    /// They become a pair: neither comes to normal without the other.
    MEET,
    /// They are no pair any more.
    PART;

    static Restart between(Survey before, Survey after) {
        if (after.parts().size() < 2) return ONE;
        for (Relationship was : before.relationships()) {
            if (!isPair(was)) continue;
            Relationship is = named(after, was.name());
            if (is == null) return PART;
            if (was.primary().half() != is.primary().half()) return STOP_BOTH;
        }
        boolean meet =
                after.relationships().stream()
                        .filter(Restart::isPair)
                        .anyMatch(is -> named(before, is.name()) == null);
        return meet ? MEET : IN_TURN;
    }

    private static boolean isPair(Relationship relationship) {
        return relationship.sides().size() > 1;
    }

    /// The relationship of that name where both declare it; null otherwise.
    private static @Nullable Relationship named(Survey survey, String name) {
        for (Relationship each : survey.relationships()) {
            if (isPair(each) && each.name().equals(name)) return each;
        }
        return null;
    }

    String words() {
        return switch (this) {
            case ONE -> Text.of("review.restart.one");
            case IN_TURN -> Text.of("review.restart.pair");
            case STOP_BOTH -> Text.of("review.restart.roles");
            case MEET -> Text.of("review.restart.meet");
            case PART -> Text.of("review.restart.part");
        };
    }
}
