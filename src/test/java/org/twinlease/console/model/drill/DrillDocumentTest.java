package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The way back through edits of a drill.
final class DrillDocumentTest {

    private final DrillDocument document =
            new DrillDocument(DrillText.of("some", "begin 08:00\nat 08:10 kill A"));

    private String text() {
        return document.now().text();
    }

    @Test
    void whatIsTypedInOneGoIsOneStepBack() {
        String first = text();
        for (String more : new String[] {"\n", "\ne", "\nen", "\nend 09:00"}) {
            document.type(first + more);
        }
        document.undo();
        assertThat(text()).isEqualTo(first);
        document.redo();
        assertThat(text()).endsWith("\nend 09:00");
    }

    @Test
    void everyLineIsAStepOfItsOwn() {
        String first = text();
        document.type(first + "\nend 09:00");
        document.type(first + "\nend 09:00\nexpect no lease is lost");
        document.undo();
        assertThat(text()).endsWith("\nend 09:00");
        document.undo();
        assertThat(text()).isEqualTo(first);
        document.undo();
        assertThat(text()).as("there is nothing before it").isEqualTo(first);
    }

    @Test
    void anEditOfABlockIsAStepBetweenWhatIsTyped() {
        document.type(text() + " # first");
        String typed = text();
        document.edit(document.now().moved(document.now().blocks().getFirst(), 30_000));
        document.type(text() + " and more");
        document.undo();
        assertThat(text()).contains("at 08:20 kill A # first");
        document.undo();
        assertThat(text()).isEqualTo(typed);
    }

    @Test
    void aNewEditEndsTheWayForward() {
        document.edit(document.now().doing(30_000, "heal"));
        document.undo();
        document.edit(document.now().doing(31_200, "heal"));
        document.redo();
        assertThat(text()).contains("at 08:40 heal").doesNotContain("at 08:20");
    }

    @Test
    void whatChangesNothingIsNoStep() {
        String first = text();
        document.edit(document.now().doing(30_000, "heal"));
        document.edit(document.now());
        document.type(text());
        document.undo();
        assertThat(text()).isEqualTo(first);
    }

    @Test
    void anotherDrillHasNoWayBackToTheOneBefore() {
        document.edit(document.now().doing(30_000, "heal"));
        document.open(DrillText.of("other", "begin 10:00"));
        document.undo();
        assertThat(text()).isEqualTo("begin 10:00");
        document.rename("mine");
        assertThat(document.now().name()).isEqualTo("mine");
        assertThat(text()).isEqualTo("begin 10:00");
    }

    @Test
    void theWayBackIsLongButEnds() {
        for (int i = 0; i < 300; i++) {
            document.edit(document.now().with(1, "begin 08:00 # " + i));
        }
        for (int i = 0; i < 300; i++) document.undo();
        assertThat(text()).startsWith("begin 08:00 # 99");
    }
}
