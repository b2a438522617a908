package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The Leases page of a pair: what the two copies of an address say of each other.
final class PairedLeasesTest {

    private static final long SECOND = Samples.NOW / 1_000;
    private static final long HOUR = 3_600;

    private final FakeChannel first = Samples.office();
    private final FakeChannel second = Samples.office();
    private final Desk desk = new Desk(first);
    private final ConsoleModels models = open();
    private final LeasesModel model = models.servers().getFirst().leases();

    private ConsoleModels open() {
        second.name = "dhcp-b";
        first.pairs = List.of(pair(true));
        second.pairs = List.of(pair(false));
        desk.channels = List.of(first, second);
        var opened = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        opened.start();
        opened.tick();
        return opened;
    }

    private static FailoverView pair(boolean primary) {
        var link =
                new FailoverView.Link(
                        null, true, null, 0, 0, 10, -1, 3, 0L, Samples.NOW, 8_000, 0, 0, 0);
        return new FailoverView(
                "campus",
                primary,
                ServerState.NORMAL,
                false,
                SECOND - 60,
                Reason.of(ReasonCode.LEASE_IMPORTED, Samples.address(0)),
                ServerState.NORMAL,
                SECOND - 60,
                HOUR,
                List.of(0, 1),
                -1,
                link);
    }

    private static LeaseView lease(BindingState state, long tstp, long tsfp) {
        return new LeaseView(
                Samples.address(3),
                state,
                Samples.hardware(3),
                null,
                "phone",
                SECOND - 10,
                SECOND + HOUR,
                SECOND - 10,
                false,
                false,
                0,
                tstp,
                tsfp,
                tsfp);
    }

    private void tell(int server, FakeChannel channel, LeaseView lease) {
        channel.leases.removeIf(other -> other.address().equals(lease.address()));
        channel.leases.add(lease);
        var why = Reason.of(ReasonCode.LEASE_OPERATOR_RELEASED, lease.address());
        models.on(server, List.of(new Notice.LeaseChanged(lease, why, desk.millis)));
        models.tick();
    }

    private Copies copies() {
        var drawer = Objects.requireNonNull(model.shown().state().drawer());
        return Objects.requireNonNull(drawer.copies());
    }

    private LeasesModel.Beside beside() {
        return Objects.requireNonNull(model.shown().state().beside());
    }

    @Test
    void copiesThatAgreeAreMarkedTheSame() {
        var rows = model.shown().state().rows();
        assertThat(rows.text(3, Column.PEER, SECOND)).isEqualTo("same");
        assertThat(beside()).isEqualTo(new LeasesModel.Beside("dhcp-b", 0, false, false));
    }

    @Test
    void aCopyThatSaysSomethingElseIsMarkedCountedAndCanBeShownAlone() {
        tell(1, second, Samples.lease(3, BindingState.EXPIRED));
        var rows = model.shown().state().rows();
        assertThat(rows.text(3, Column.PEER, SECOND)).isEqualTo("\u2260 Expired");
        assertThat(beside().differing()).isEqualTo(1);
        model.onlyDiffering(true);
        assertThat(model.shown().state().rows().size()).isEqualTo(1);
        assertThat(model.shown().state().summary()).isEqualTo("1 of 320 leases");
        tell(1, second, Samples.lease(3, BindingState.ACTIVE));
        model.refresh();
        assertThat(Objects.requireNonNull(model.shown().state().empty()).title())
                .isEqualTo("Both servers say the same");
    }

    @Test
    void anotherClientOnTheSameAddressIsADifference() {
        var other = Samples.lease(4, BindingState.ACTIVE);
        var theirs =
                new LeaseView(
                        Samples.address(3),
                        BindingState.ACTIVE,
                        other.hardware(),
                        null,
                        "else",
                        SECOND,
                        SECOND + 60,
                        SECOND,
                        false,
                        false,
                        0);
        tell(1, second, theirs);
        assertThat(model.shown().state().rows().text(3, Column.PEER, SECOND))
                .isEqualTo("\u2260 other client");
    }

    @Test
    void sortingByTheOtherCopyDownwardsPutsDifferencesFirst() {
        tell(1, second, Samples.lease(200, BindingState.ABANDONED));
        model.sort(List.of(new LeaseLook.Sort(Column.PEER, true)));
        var rows = model.shown().state().rows();
        assertThat(rows.address(rows.row(0))).isEqualTo(Samples.address(200));
    }

    private static LeaseView named(int client, @Nullable String name) {
        return new LeaseView(
                Samples.address(3),
                BindingState.ACTIVE,
                Samples.hardware(client),
                null,
                name,
                SECOND,
                SECOND + 60,
                SECOND,
                false,
                false,
                0);
    }

    private List<String> both(String label) {
        return copies().lines().stream()
                .filter(line -> line.label().equals(label))
                .flatMap(line -> Stream.of(line.own(), line.other()))
                .toList();
    }

    @Test
    void aNameThatOnlyOneServerWasToldIsSaidToBeUntoldAtTheOther() {
        tell(0, first, named(3, null));
        tell(1, second, named(3, "phone-3"));
        model.open(Samples.address(3));
        assertThat(both("Host name")).containsExactly("not told by its partner", "phone-3");
        tell(1, second, named(4, "laptop"));
        model.open(Samples.address(3));
        assertThat(both("Host name"))
                .as("another client has no name")
                .containsExactly("", "laptop");
    }

    @Test
    void whoHasNotHeardTheClientItselfIsSaidNotToHave() {
        tell(0, first, lease(BindingState.ACTIVE, 0, 0));
        tell(1, second, unheard());
        model.open(Samples.address(3));
        assertThat(both("Client last heard")).containsExactly("10 s ago", "not by this one");
    }

    private static LeaseView unheard() {
        return new LeaseView(
                Samples.address(3),
                BindingState.ACTIVE,
                Samples.hardware(3),
                null,
                null,
                SECOND - 10,
                SECOND + HOUR,
                0,
                false,
                false,
                0);
    }

    @Test
    void bothRecordsStandSideBySideWithTimesAsDistances() {
        tell(0, first, lease(BindingState.ACTIVE, SECOND + 2 * HOUR, SECOND + HOUR));
        tell(1, second, lease(BindingState.EXPIRED, 0, SECOND + 2 * HOUR));
        model.open(Samples.address(3));
        assertThat(copies().own()).isEqualTo("dhcp-a");
        assertThat(copies().other()).isEqualTo("dhcp-b");
        assertThat(copies().lines())
                .contains(
                        new Copies.Line(
                                "Binding state", "Active", "Expired", true, "Active", "Expired"))
                .contains(
                        new Copies.Line(
                                "Told to partner (TSTP)",
                                "in 2 h",
                                "",
                                false,
                                "2026-03-03 16:30:00",
                                ""));
    }

    @Test
    void whoMayReuseAnActiveAddressCountsFromTheLatestPromiseAndMclt() {
        tell(0, first, lease(BindingState.ACTIVE, SECOND + 2 * HOUR, SECOND + HOUR));
        tell(1, second, lease(BindingState.ACTIVE, 0, SECOND + 2 * HOUR));
        model.open(Samples.address(3));
        assertThat(copies().reuse())
                .containsExactly(
                        "Nobody before 15:30:00 (in 1 h), when the client's lease ends; then both"
                                + " have to agree that it is over.",
                        "dhcp-a alone (partner-down): from 17:30:00 (in 3 h), and not before"
                                + " dhcp-b has been down for 1 h.",
                        "dhcp-b alone (partner-down): from 17:30:00 (in 3 h), and not before"
                                + " dhcp-a has been down for 1 h.");
    }

    @Test
    void aFreeAddressIsThePrimarysAndTheSecondarysOnlyAlone() {
        tell(0, first, lease(BindingState.FREE, 0, 0));
        tell(1, second, lease(BindingState.FREE, 0, 0));
        model.open(Samples.address(3));
        assertThat(copies().reuse())
                .containsExactly(
                        "Free, and dhcp-a's to give: dhcp-b does not give it while both are there.",
                        "dhcp-a alone (partner-down): at once, it is its own.",
                        "dhcp-b alone (partner-down): as soon as dhcp-a has been down for 1 h.");
    }

    @Test
    void theCopyOfAServerThatDoesNotAnswerIsOld() {
        second.gone = true;
        for (int i = 0; i < 12; i++) {
            desk.millis += 1_000;
            models.tick();
        }
        assertThat(beside().old()).isTrue();
        model.open(Samples.address(3));
        assertThat(copies().other()).isEqualTo("dhcp-b (old)");
    }

    @Test
    void aServerAloneHasNothingToCompareWith() {
        var alone = Desk.started(Samples.office()).model.leases();
        assertThat(alone.isCompared()).isFalse();
        assertThat(alone.shown().state().beside()).isNull();
    }
}
