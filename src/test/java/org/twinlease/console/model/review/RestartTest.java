package org.twinlease.console.model.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Survey;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.peers.PeerWishes;

/// In which order servers may be restarted for what was changed in their files.
final class RestartTest {

    private final MemoryDocuments documents = MemoryDocuments.pair();
    private final Document pair = documents.kept;
    private final Survey before = documents.survey(pair);

    /// The same without the block of the second half, and without the pool's statement.
    private Survey parted() {
        return documents.survey(
                new Document(
                        pair.halves(), pair.papers().stream().map(RestartTest::parted).toList()));
    }

    private static Paper parted(Paper paper) {
        String text = paper.text().replace("failover peer \"fo\";", "");
        boolean second = paper.name().equals("b.conf");
        return new Paper(paper.name(), second ? text.replaceAll("(?s)failover.*?}\n", "") : text);
    }

    @Test
    void aChangeThatLeavesThePairAsItIsIsTakenUpInTurn() {
        assertThat(Restart.between(before, before)).isEqualTo(Restart.IN_TURN);
    }

    @Test
    void forOtherRolesBothAreStoppedFirst() {
        var swap = PeerWishes.swap(before.relationships().getFirst());
        Document after = pair.after(documents.alter(pair, swap).edits());
        assertThat(Restart.between(before, documents.survey(after))).isEqualTo(Restart.STOP_BOTH);
    }

    @Test
    void whoIsNoPairAnyMoreOrBecomesOneDoesNotWaitForNormal() {
        assertThat(Restart.between(before, parted())).isEqualTo(Restart.PART);
        assertThat(Restart.between(parted(), before)).isEqualTo(Restart.MEET);
    }

    @Test
    void aFileAloneHasOneServer() {
        Survey alone = documents.survey(new Document(pair.halves().subList(0, 1), pair.papers()));
        assertThat(Restart.between(alone, alone)).isEqualTo(Restart.ONE);
    }
}
