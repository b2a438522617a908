package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.LeaseLook.Sort;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.leases.LeasesModel.Drawer;
import org.twinlease.console.model.leases.LeasesModel.State;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class LeasesModelTest {

    private final Desk desk = Desk.started(Samples.office());
    private final LeasesModel model = desk.model.leases();

    private State state() {
        return model.shown().state();
    }

    private Drawer drawer() {
        return Objects.requireNonNull(state().drawer());
    }

    private List<String> addresses() {
        var addresses = new ArrayList<String>();
        for (int i = 0; i < state().rows().size(); i++) {
            addresses.add(state().rows().address(state().rows().row(i)).toString());
        }
        return addresses;
    }

    private void change(LeaseView lease) {
        var why = Reason.of(ReasonCode.LEASE_OPERATOR_RELEASED, lease.address());
        desk.tell(new Notice.LeaseChanged(lease, why, desk.millis));
    }

    @Test
    void atFirstEveryLeaseIsThereByAddress() {
        assertThat(addresses()).hasSize(320).startsWith("10.20.0.10", "10.20.0.11");
        assertThat(state().summary()).isEqualTo("320 leases");
        assertThat(state().empty()).isNull();
    }

    @Test
    void aTableOfSeveralPagesIsReadToItsEnd() {
        var channel = new FakeChannel();
        for (int i = 0; i < 25_000; i++) channel.leases.add(Samples.lease(i, BindingState.ACTIVE));
        var big = Desk.started(channel).model.leases().shown().state();
        assertThat(big.rows().size()).isEqualTo(25_000);
        assertThat(big.loading()).isFalse();
    }

    @Test
    void aRowSaysWhatItsLeaseSays() {
        var rows = state().rows();
        long now = Samples.NOW / 1_000;
        assertThat(rows.text(3, Column.ADDRESS, now)).isEqualTo("10.20.0.13");
        assertThat(rows.text(3, Column.STATE, now)).isEqualTo("Active");
        assertThat(rows.text(3, Column.HOST, now)).isEqualTo("ip-phone-103");
        assertThat(rows.text(3, Column.ENDS, now)).isEqualTo("56:29");
        assertThat(rows.text(3, Column.SEEN, now)).isEqualTo("3 min ago");
        assertThat(rows.text(3, Column.POOL, now)).isEqualTo("10.20.0.0/24");
        assertThat(rows.remaining(3, now)).isBetween(0.9, 1.0);
        assertThat(rows.text(4, Column.ENDS, now)).as("a free one has no end").isEmpty();
    }

    @Test
    void aChipShowsOneStateAndItsCount() {
        model.only(BindingState.ABANDONED);
        assertThat(state().summary()).isEqualTo("3 of 320 leases");
        assertThat(state().chips())
                .filteredOn(LeasesModel.Chip::chosen)
                .singleElement()
                .satisfies(chip -> assertThat(chip.label()).isEqualTo("Set aside"))
                .satisfies(chip -> assertThat(chip.count()).isEqualTo("3"));
    }

    @Test
    void searchingAMacFindsItsLease() {
        model.search(Samples.hardware(7).toString());
        assertThat(addresses()).containsExactly("10.20.0.17");
        model.search("nobody-has-this");
        assertThat(Objects.requireNonNull(state().empty()).title())
                .isEqualTo("No lease matches \u201cnobody-has-this\u201d");
    }

    @Test
    void sortingByNameDownwardsTurnsTheOrderRound() {
        model.sort(List.of(new Sort(Column.HOST, false)));
        String first = addresses().getFirst();
        model.sort(List.of(new Sort(Column.HOST, true)));
        assertThat(addresses().get(316)).as("before the three without a name").isEqualTo(first);
        assertThat(state().look().sorts()).containsExactly(new Sort(Column.HOST, true));
    }

    @Test
    void whileSomebodyReadsNewRowsWaitAndNothingJumps() {
        model.browsing(true);
        var before = addresses();
        change(Samples.lease(900, BindingState.ACTIVE));
        desk.pass(3);
        assertThat(addresses()).isEqualTo(before);
        assertThat(state().waiting()).isEqualTo(1);
        model.refresh();
        assertThat(addresses()).hasSize(321);
        assertThat(state().waiting()).isZero();
    }

    @Test
    void whenNobodyReadsNewRowsComeByThemselves() {
        change(Samples.lease(900, BindingState.ACTIVE));
        desk.pass(1);
        assertThat(addresses()).hasSize(321).endsWith("10.20.3.142");
    }

    @Test
    void aChangedRowIsDrawnInPlace() {
        var rows = state().rows();
        int version = rows.version(3);
        change(Samples.lease(3, BindingState.FREE));
        assertThat(state().rows()).isSameAs(rows);
        assertThat(rows.version(3)).isGreaterThan(version);
        assertThat(rows.text(3, Column.STATE, 0)).isEqualTo("Free");
    }

    @Test
    void anOpenLeaseTellsItsStoryNewestFirst() {
        model.open(Samples.address(3));
        assertThat(drawer().summary())
                .isEqualTo("ip-phone-103 has it until 15:26, for another 56 min.");
        assertThat(drawer().story())
                .extracting(LeasesModel.Chapter::title)
                .containsExactly(
                        "DHCPREQUEST \u2192 DHCPACK",
                        "DHCPREQUEST \u2192 DHCPACK",
                        "DHCPDISCOVER \u2192 DHCPOFFER");
        assertThat(drawer().story().getFirst().sentences())
                .contains("The lease is for 1 h: max-lease-time cut it from 1 d.");
        assertThat(drawer().record()).contains(new Field("Ends", "2026-03-03 15:26:29"));
    }

    @Test
    void releasingAsksFirstAndThenOrdersIt() {
        model.open(Samples.address(3));
        model.deed(true);
        assertThat(desk.channel.ordered).as("not without asking").isEmpty();
        model.deed(false);
        assertThat(drawer().asking()).isTrue();
        assertThat(Objects.requireNonNull(drawer().deed()).warning())
                .startsWith("Take 10.20.0.13 back from ip-phone-103?");
        model.deed(true);
        assertThat(desk.channel.ordered).containsExactly(new Command.Release(Samples.address(3)));
        assertThat(drawer().message()).isEqualTo("Done, and on disk.");
    }

    @Test
    void keepingItOrdersNothing() {
        model.open(Samples.address(3));
        model.deed(false);
        model.keep();
        assertThat(drawer().asking()).isFalse();
        assertThat(desk.channel.ordered).isEmpty();
    }

    @Test
    void anAbandonedAddressCanBeMadeFreeAgain() {
        model.open(Samples.address(50));
        model.deed(false);
        model.deed(true);
        assertThat(desk.channel.ordered)
                .containsExactly(new Command.Unabandon(Samples.address(50)));
    }

    @Test
    void aRefusalSaysWhy() {
        desk.channel.outcome = new Outcome.Refused("the lease has ended meanwhile");
        model.open(Samples.address(3));
        model.deed(false);
        model.deed(true);
        assertThat(drawer().message()).isEqualTo("Not done: the lease has ended meanwhile");
        assertThat(drawer().messageTone()).isEqualTo(Tone.BAD);
    }

    @Test
    void aFreeAddressHasNothingToBeDone() {
        model.open(Samples.address(4));
        assertThat(drawer().deed()).isNull();
    }

    @Test
    void anOpenLeaseFollowsItsChanges() {
        model.open(Samples.address(3));
        model.deed(false);
        change(Samples.lease(3, BindingState.FREE));
        assertThat(drawer().state()).isEqualTo("Free");
        assertThat(drawer().asking()).as("the question is void").isFalse();
    }

    @Test
    void findingAnAddressAnywhereOpensIt() {
        model.only(BindingState.ABANDONED);
        model.find("10.20.0.13");
        assertThat(drawer().address()).isEqualTo(Samples.address(3));
        assertThat(state().rows().size()).isPositive();
    }

    @Test
    void findingAPartOfSeveralNamesOpensNone() {
        model.find("ip-phone");
        assertThat(state().drawer()).isNull();
        assertThat(state().rows().size()).isGreaterThan(1);
    }

    @Test
    void aServerThatIsGoneLeavesAnAdviceInsteadOfRows() {
        var channel = new FakeChannel();
        channel.gone = true;
        var gone = Desk.started(channel).model.leases().shown().state();
        assertThat(Objects.requireNonNull(gone.empty()).title())
                .isEqualTo("The server didn't answer");
    }

    @Test
    void anEmptyTableTeachesWhenRowsWillCome() {
        var none = Desk.started(new FakeChannel()).model.leases().shown().state();
        assertThat(Objects.requireNonNull(none.empty()).title()).isEqualTo("No lease yet");
    }
}
