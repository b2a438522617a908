package org.twinlease.console.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Alteration;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.window.Desk;

import java.util.ArrayList;
import java.util.List;

/// Altering both files, and taking alterations back.
final class DraftModelTest {

    private static final String PEER = "failover peer \"fo\" / ";

    private final MemoryDocuments documents = MemoryDocuments.pair();
    private DraftModel draft;

    @BeforeEach
    void open() {
        draft = open(documents);
        draft.load();
    }

    private static DraftModel open(MemoryDocuments documents) {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.DEMO);
        return new DraftModel(session.with(documents), Runnable::run);
    }

    private String set(String key, String item, String value) {
        return draft.alter(key, item, List.of(new Alteration.Set(0, PEER + item, value)));
    }

    private String first() {
        return draft.now().text("a.conf");
    }

    @Test
    void anAlterationChangesOneValueAndNothingElse() {
        assertThat(set("", "mclt", "900")).isEmpty();
        assertThat(first()).isEqualTo(draft.stored().text("a.conf").replace("1800", "900"));
        assertThat(draft.isAltered()).isTrue();
        assertThat(draft.unwritten()).isEqualTo(1);
        assertThat(draft.survey().relationships().getFirst().primary().item("mclt"))
                .isEqualTo("900");
    }

    @Test
    void typingAWordIsOneDeedAndBackToTheOldWordIsNone() {
        for (String typed : List.of("9", "90", "900")) set("mclt", "mclt", typed);
        assertThat(draft.deeds()).hasSize(1);
        set("mclt", "mclt", "1800");
        assertThat(draft.deeds()).isEmpty();
        assertThat(draft.isAltered()).isFalse();
    }

    @Test
    void undoAndRedoGoThroughTheDeeds() {
        set("", "mclt", "900");
        set("", "split", "200");
        draft.undo();
        assertThat(first()).contains("mclt 900").contains("split 128");
        draft.undo();
        assertThat(draft.isAltered()).isFalse();
        assertThat(draft.canUndo()).isFalse();
        draft.redo();
        draft.redo();
        assertThat(first()).contains("mclt 900").contains("split 200");
        assertThat(draft.canRedo()).isFalse();
    }

    @Test
    void anEarlierDeedIsTakenBackAndLaterOnesStay() {
        set("", "max-response-delay", "30000");
        Deed early = draft.deeds().getFirst();
        set("", "split", "200");
        assertThat(draft.undo(early)).isTrue();
        assertThat(first()).contains("max-response-delay 60;").contains("split 200");
        assertThat(draft.deeds()).hasSize(3);
    }

    @Test
    void aDeedWhoseLineChangedAgainCannotBeTakenBackByItself() {
        set("", "split", "200");
        Deed early = draft.deeds().getFirst();
        set("", "split", "1");
        assertThat(draft.undo(early)).isFalse();
        assertThat(first()).contains("split 1;");
    }

    @Test
    void whatCannotBeAlteredIsRefusedInWordsAndNothingChanges() {
        assertThat(set("", "split", "1; }")).isEqualTo("'1; }' is not one value.");
        var both =
                List.<Alteration>of(
                        new Alteration.Set(0, PEER + "split", "200"),
                        new Alteration.Set(0, "failover peer \"other\" / split", "200"));
        assertThat(draft.alter("", "", both))
                .isEqualTo("There is no block 'failover peer \"other\"'.");
        assertThat(draft.isAltered()).isFalse();
    }

    @Test
    void whatIsNotWrittenIsNotLostWhenTheFilesAreReadAgain() {
        set("", "mclt", "900");
        documents.kept = documents.kept.after(List.of());
        draft.load();
        assertThat(first()).contains("mclt 900");
        draft.discard();
        assertThat(draft.isAltered()).isFalse();
    }

    @Test
    void filesThatSomebodyElseChangedAreReadAgain() {
        var told = new ArrayList<String>();
        draft.listen(() -> told.add(first()));
        var other = MemoryDocuments.single("authoritative;\n");
        documents.kept = other.kept;
        draft.load();
        assertThat(first()).isEqualTo("authoritative;\n");
        assertThat(told).isNotEmpty();
    }

    @Test
    void aFixIsADeedLikeAnyOther() {
        documents.kept =
                MemoryDocuments.single(
                                documents
                                        .kept
                                        .text("a.conf")
                                        .replace("  load balance max seconds 3;\n", "")
                                        .replace("include \"nets.conf\";\n", ""))
                        .kept;
        draft.load();
        var problem =
                draft.survey().problems().stream()
                        .filter(p -> p.code().equals("F01"))
                        .findFirst()
                        .orElseThrow();
        assertThat(draft.fix(problem)).isTrue();
        assertThat(first()).contains("load balance max seconds 3;");
        assertThat(draft.survey().problems()).extracting(p -> p.code()).doesNotContain("F01");
        draft.undo();
        assertThat(first()).doesNotContain("load balance");
    }

    @Test
    void everythingThatHasAFixIsFixedInOneDeed() {
        set("", "max-unacked-updates", "1");
        set("", "max-response-delay", "5");
        int deeds = draft.deeds().size();
        draft.fixAll();
        assertThat(draft.deeds()).hasSize(deeds + 1);
        assertThat(first()).contains("max-unacked-updates 10;").contains("max-response-delay 60;");
        draft.undo();
        assertThat(first()).contains("max-unacked-updates 1;").contains("max-response-delay 5;");
    }

    @Test
    void withoutFilesNothingCanBeAltered() {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.SERVER);
        var none = new DraftModel(session, Runnable::run);
        none.load();
        assertThat(none.isThere()).isFalse();
        assertThat(none.isKnown()).isFalse();
        assertThat(none.alter("", "", List.of(new Alteration.Set(0, "mclt", "1"))))
                .isEqualTo("This console has no configuration files");
        none.undo();
        none.redo();
        assertThat(none.isAltered()).isFalse();
    }
}
