package org.twinlease.console.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.window.Desk;

import java.util.List;

/// The texts beside a form, and the problems.
final class DraftPaneModelTest {

    private final MemoryDocuments documents = MemoryDocuments.pair();
    private DraftModel draft;
    private DraftPaneModel pane;

    @BeforeEach
    void open() {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.DEMO);
        draft = new DraftModel(session.with(documents), Runnable::run);
        pane = new DraftPaneModel(draft, documents);
        draft.load();
    }

    private DraftPaneModel.State state() {
        return pane.shown().state();
    }

    private void set(String path, String value) {
        assertThat(draft.alter("", path, List.of(new Alteration.Set(0, path, value)))).isEmpty();
    }

    private static List<MarkedLine> changed(DraftPaneModel.Sheet sheet) {
        return sheet.lines().stream().filter(line -> line.mark() != Mark.SAME).toList();
    }

    @Test
    void bothFilesStandTogetherAndEachCanBeChosen() {
        assertThat(state().files()).containsExactly("Both", "a.conf", "b.conf", "nets.conf");
        assertThat(state().sheets())
                .extracting(DraftPaneModel.Sheet::name)
                .containsExactly("a.conf", "b.conf");
        pane.choose(3);
        assertThat(state().sheets())
                .extracting(DraftPaneModel.Sheet::name)
                .containsExactly("nets.conf");
    }

    @Test
    void linesThatChangedAreMarkedAndCounted() {
        assertThat(state().standing().words()).isEqualTo("As in the files");
        set("failover peer \"fo\" / split", "100");
        assertThat(changed(state().sheets().getFirst()))
                .extracting(MarkedLine::text)
                .containsExactly("  split 128;", "  split 100;");
        assertThat(changed(state().sheets().getLast())).isEmpty();
        assertThat(state().standing().words()).isEqualTo("1 change not written yet");
        set("failover peer \"fo\" / mclt", "900");
        assertThat(state().standing().words()).isEqualTo("2 changes not written yet");
        assertThat(state().standing().tone()).isEqualTo(Tone.WATCH);
        assertThat(state().undo()).isTrue();
        draft.undo();
        assertThat(state().redo()).isTrue();
    }

    @Test
    void aProblemLeadsToItsLineInTheFileThatHasIt() {
        set("subnet 10.0.0.0 / option routers", "10.9.9.9");
        var trouble =
                state().problems().stream()
                        .filter(t -> t.code().equals("S05"))
                        .findFirst()
                        .orElseThrow();
        assertThat(trouble.place()).isEqualTo("nets.conf, line 5");
        assertThat(trouble.tone()).isEqualTo(Tone.WATCH);
        pane.show(trouble.problem().file(), trouble.problem().line());
        assertThat(state().chosen()).isEqualTo(3);
        assertThat(state().spot()).isEqualTo(new DraftPaneModel.Spot("nets.conf", 5, 1));
    }

    @Test
    void theLineOfAHalfsOwnFileIsShownBesideTheOtherHalf() {
        pane.show("b.conf", 2);
        assertThat(state().chosen()).isEqualTo(DraftPaneModel.BOTH);
        assertThat(state().spot().file()).isEqualTo("b.conf");
    }

    @Test
    void whatAMachineCanMendIsMendedOneByOneOrAllTogether() {
        set("failover peer \"fo\" / max-unacked-updates", "1");
        set("failover peer \"fo\" / max-response-delay", "5");
        assertThat(state().fixes()).isEqualTo(2);
        var first =
                state().problems().stream()
                        .filter(DraftPaneModel.Trouble::fixable)
                        .findFirst()
                        .orElseThrow();
        pane.fix(first);
        assertThat(state().fixes()).isEqualTo(1);
        draft.undo();
        draft.fixAll();
        assertThat(state().fixes()).isZero();
        assertThat(draft.now().text("a.conf"))
                .contains("max-unacked-updates 10;")
                .contains("max-response-delay 60;");
    }

    @Test
    void textsAreShownAsPeopleWroteThem() {
        var german = FileText.octets("# f\u00fcr das B\u00fcro");
        assertThat(german).hasSize("# fur das Buro".length() + 2);
        assertThat(FileText.shown(german)).isEqualTo("# f\u00fcr das B\u00fcro");
        assertThat(FileText.shown("# f\u00fcr"))
                .as("not UTF-8: left as it is")
                .isEqualTo("# f\u00fcr");
    }
}
