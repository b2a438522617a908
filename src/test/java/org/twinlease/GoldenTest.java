package org.twinlease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GoldenTest {

    @Test
    void aDifferenceShowsOnlyTheLinesThatDiffer() {
        assertThat(Golden.difference("a\nb\nc\nd\n", "a\nB\nc\nd\n"))
                .startsWith("from line 2:\n- b\n+ B\nTo accept");
    }

    @Test
    void aLineTooManyIsShownWhereItStands() {
        assertThat(Golden.difference("a\na\nb\n", "a\na\na\nb\n"))
                .startsWith("from line 3:\n+ a\nTo accept");
    }

    @Test
    void aLongDifferenceIsCutShort() {
        assertThat(Golden.difference("a\n".repeat(20), "")).contains("- ... and 8 more\nTo accept");
    }
}
