package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.LeaseLook.Grouping;
import org.twinlease.console.model.leases.LeaseLook.Sort;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.window.Desk;
import org.twinlease.value.BindingState;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// How a person wants to see leases, and what of that is kept.
final class LeaseLookTest {

    private final FakeChannel channel = Samples.office();
    private final Desk desk = Desk.started(channel);
    private final LeasesModel model = desk.model.leases();

    private LeaseRows rows() {
        return model.shown().state().rows();
    }

    @Test
    void aLookComesBackAsItWasWritten() {
        var look =
                new LeaseLook(
                        BindingState.ACTIVE,
                        true,
                        "pool:voice  ends<1h",
                        List.of(new Sort(Column.STATE, true), new Sort(Column.HOST, false)),
                        Grouping.POOL,
                        EnumSet.of(Column.HOST, Column.TSTP));
        LeaseLook back = LeaseLook.read(look.write());
        assertThat(back.text()).isEqualTo("pool:voice ends<1h");
        assertThat(back.text("")).isEqualTo(look.text(""));
        assertThat(back.columns()).contains(Column.ADDRESS);
        assertThat(LeaseLook.read(LeaseLook.PLAIN.write())).isEqualTo(LeaseLook.PLAIN);
    }

    @Test
    void whatNobodyKnowsAnyMoreIsPassedOver() {
        assertThat(LeaseLook.read("")).isEqualTo(LeaseLook.PLAIN);
        LeaseLook odd = LeaseLook.read("melted\t\tCOLOUR,-HOST\tSHAPE\tADDRESS,SMELL\tx");
        assertThat(odd.state()).isNull();
        assertThat(odd.sorts()).containsExactly(new Sort(Column.HOST, true));
        assertThat(odd.grouping()).isEqualTo(Grouping.NONE);
        assertThat(odd.columns()).isEqualTo(Set.of(Column.ADDRESS));
        assertThat(odd.text()).isEqualTo("x");
    }

    @Test
    void aViewThatIsSavedIsThereForEveryPageUntilItIsRemoved() {
        int usual = model.views().all().size();
        model.search("host:printer");
        model.sort(List.of(new Sort(Column.ENDS, true)));
        model.views().save("  my  printers ", model.shown().state().look());
        var other = Desk.started(channel);
        other.stored.putAll(desk.stored);
        var saved = other.model.leases().views().all().getLast();
        assertThat(saved.name()).isEqualTo("my printers");
        other.model.leases().look(saved.look());
        assertThat(other.model.leases().shown().state().look().text()).isEqualTo("host:printer");
        assertThat(other.model.leases().shown().state().rows().size()).isEqualTo(rows().size());
        model.views().remove("my printers");
        assertThat(model.views().all()).hasSize(usual);
    }

    @Test
    void theUsualViewsShowWhatTheySay() {
        for (SavedViews.Named view : model.views().all()) {
            model.look(view.look());
            assertThat(view.own()).isFalse();
            assertThat(model.shown().state().look()).isEqualTo(view.look());
        }
        assertThat(rows().text(rows().row(1), Column.ADDRESS, 0)).startsWith("10.20.0.");
    }

    @Test
    void chosenColumnsAreKept() {
        model.show(Column.TSTP, true);
        model.show(Column.HOST, false);
        model.show(Column.ADDRESS, false);
        var again = new Desk(channel);
        again.stored.putAll(desk.stored);
        var session = again.session(org.twinlease.console.model.ConsoleSession.Mode.DEMO);
        LeaseLook first = new SavedViews(session.settings()).first();
        assertThat(first.columns())
                .contains(Column.TSTP, Column.ADDRESS)
                .doesNotContain(Column.HOST);
    }

    @Test
    void groupsHaveHeadingsWithTheirNumberAndCanBeClosed() {
        int all = rows().size();
        model.group(Grouping.STATE);
        assertThat(rows().size()).isGreaterThan(all);
        int heading = rows().row(0);
        assertThat(LeaseRows.isHeading(heading)).isTrue();
        assertThat(rows().heading(heading)).isEqualTo("\u25be Free");
        assertThat(rows().below(heading)).isEqualTo("36");
        int size = rows().size();
        model.toggle(heading);
        assertThat(rows().size()).isLessThan(size);
        assertThat(rows().heading(rows().row(0))).startsWith("\u25b8 Free");
        assertThat(LeaseRows.isHeading(rows().row(1))).isTrue();
        assertThat(model.shown().state().summary()).isEqualTo("320 leases");
        model.toggle(rows().row(0));
        assertThat(rows().size()).isEqualTo(size);
        model.group(Grouping.NONE);
        assertThat(rows().size()).isEqualTo(all);
    }

    @Test
    void aHeadingOfRowsThatAreGoneSaysNothing() {
        model.group(Grouping.STATE);
        int heading = rows().row(0);
        assertThat(rows().heading(heading)).isNotEmpty();
        model.group(Grouping.NONE);
        assertThat(rows().heading(heading)).isEmpty();
        assertThat(rows().below(heading)).isEmpty();
    }

    @Test
    void everyRowOfAGroupStandsBelowItsHeading() {
        model.group(Grouping.POOL);
        int pool = -1;
        int headings = 0;
        for (int at = 0; at < rows().size(); at++) {
            int row = rows().row(at);
            if (LeaseRows.isHeading(row)) {
                pool = rows().group(row);
                headings++;
            } else {
                String name = pool == 0 ? "10.20.0.0/24" : "10.20.1.0/24";
                assertThat(rows().text(row, Column.POOL, 0)).isEqualTo(name);
            }
        }
        assertThat(headings).isEqualTo(2);
    }

    @Test
    void whatIsShownIsExportedInItsOrderAndThatIsSaid() {
        model.search("ip:10.20.0.1");
        model.sort(List.of(new Sort(Column.ADDRESS, true)));
        model.export(ConsoleFiles.Leases.CSV);
        String file = Objects.requireNonNull(desk.files.saved.get("leases-20260303-143000.csv"));
        assertThat(file.lines()).startsWith("CSV", "10.20.0.199").hasSize(rows().size() + 1);
        assertThat(model.shown().state().saved().words())
                .isEqualTo(rows().size() + " leases written to leases-20260303-143000.csv");
        model.export(ConsoleFiles.Leases.ISC);
        assertThat(desk.files.saved).containsKey("leases-20260303-143000.leases");
        desk.files.refusal = "the disk is full";
        model.export(ConsoleFiles.Leases.JSON);
        assertThat(model.shown().state().saved().tone()).isEqualTo(Tone.BAD);
    }
}
