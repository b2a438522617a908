package org.twinlease.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.window.Desk;

import java.util.Arrays;
import java.util.List;

/// Which pages there are: only those that have something to show.
final class PagesTest {

    private static ConsoleSession session(Mode mode, boolean files) {
        var desk = new Desk(Samples.office());
        if (files) desk.documents = MemoryDocuments.pair();
        return desk.session(mode);
    }

    private static List<Pages> pages(Mode mode, boolean files) {
        var session = session(mode, files);
        return Arrays.stream(Pages.values()).filter(page -> page.isFor(session)).toList();
    }

    @Test
    void theDemoHasThemAll() {
        assertThat(pages(Mode.DEMO, true)).containsExactly(Pages.values());
    }

    @Test
    void serversWhoseFilesAreNotToBeHadHaveNoForms() {
        assertThat(pages(Mode.SERVER, false))
                .contains(Pages.OVERVIEW, Pages.LEASES, Pages.SETTINGS)
                .doesNotContain(Pages.PEERS, Pages.CONFIG, Pages.REVIEW);
    }

    @Test
    void filesHaveNoTrafficAndLeasesOnlyWhereTheyWereOpened() {
        assertThat(pages(Mode.FILES, true))
                .startsWith(Pages.PEERS)
                .doesNotContain(Pages.OVERVIEW, Pages.LIVE, Pages.LEASES);
        assertThat(pages(Mode.LEASES, true)).contains(Pages.LEASES, Pages.POOLS, Pages.PEERS);
        assertThat(Pages.first(session(Mode.FILES, true))).isEqualTo(Pages.PEERS);
        assertThat(Pages.first(session(Mode.DEMO, true))).isEqualTo(Pages.OVERVIEW);
    }

    @Test
    void theFirstTenHaveADigit() {
        assertThat(Pages.OVERVIEW.digit()).isEqualTo(1);
        for (Pages page : Pages.values()) assertThat(page.digit()).isBetween(-1, 9);
    }
}
