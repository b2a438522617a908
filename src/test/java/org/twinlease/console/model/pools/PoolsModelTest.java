package org.twinlease.console.model.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;

/// What the Pools page says of a pair's pools, and of what would be without one of the two.
final class PoolsModelTest {

    private static final long SECOND = Samples.NOW / 1_000;

    private final FakeChannel first = Samples.office();
    private final FakeChannel second = Samples.office();
    private final Desk desk = new Desk(first);
    private ConsoleModels models;

    @BeforeEach
    void open() {
        second.name = "dhcp-b";
        first.pairs = List.of(pair(true, List.of(0)));
        second.pairs = List.of(pair(false, List.of(0)));
        start(List.of(pool(40, 20)));
    }

    private void start(List<PoolView> pools) {
        first.pools = pools;
        second.pools = pools;
        desk.channels = List.of(first, second);
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        models.tick();
    }

    private static PoolView pool(long free, long backup) {
        return new PoolView(
                0,
                "voice",
                "voice",
                List.of("10.20.0.10 10.20.0.109"),
                100,
                free,
                0,
                100 - free - backup,
                0,
                0,
                backup);
    }

    private static FailoverView pair(boolean primary, List<Integer> pools) {
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
                3_600,
                pools,
                SECOND + 240,
                link);
    }

    private PoolsModel model() {
        return models.pools();
    }

    private PoolsModel.Row row() {
        return model().shown().state().rows().getFirst();
    }

    private PoolsModel.Detail detail() {
        return Objects.requireNonNull(model().shown().state().detail());
    }

    /// Lets time pass, with a pulse every five seconds, while `gone` free addresses go each time.
    private void pass(int pulses, long gone) {
        for (int i = 0; i < pulses; i++) {
            desk.millis += 5_000;
            PoolView before = first.pools.getFirst();
            first.pools = List.of(pool(before.free() - gone, before.backup()));
            var counters = Samples.counters(desk.millis, 0, 0);
            models.on(0, List.of(new Notice.Pulse(counters, first.pools)));
        }
        models.tick();
    }

    @Test
    void theBarOfAPoolIsCutByWhoOwnsItsAddresses() {
        assertThat(row().primaryFree()).isEqualTo(0.4);
        assertThat(row().active()).isEqualTo(0.4);
        assertThat(row().secondaryFree()).isEqualTo(0.2);
        assertThat(row().taken()).isEqualTo("40 % taken");
        assertThat(row().numbers()).isEqualTo("40 active \u00b7 60 free \u00b7 40 + 20 to give");
        assertThat(detail().fields())
                .contains(new Field("Free, of dhcp-a", "40"), new Field("Free, of dhcp-b", "20"));
    }

    @Test
    void withoutTheSecondaryThePrimaryHasItsOwnAndLaterThoseOfBoth() {
        assertThat(row().lost())
                .isEqualTo(
                        new Fact(
                                "40 left for new clients; 60 once partner-down is ordered and MCLT"
                                        + " has passed",
                                Tone.GOOD));
        model().lose(0);
        assertThat(row().lost().words()).startsWith("20 left for new clients; 60 once");
    }

    @Test
    void aPaceIsKnownAfterAMinuteAndSaysHowLongTheRestLasts() {
        assertThat(row().pace()).isEqualTo("pace known after a minute");
        assertThat(models.pair().truth().state().next().words()).doesNotContain("about");
        pass(13, 1);
        assertThat(models.pair().truth().state().next().words())
                .as("the same above every page")
                .endsWith("left in voice, about 1 min");
        assertThat(row().pace()).isEqualTo("720 free addresses go an hour");
        assertThat(row().lost().words()).startsWith("27 left for new clients, enough for 2 min");
        assertThat(row().lost().tone()).isEqualTo(Tone.WATCH);
        assertThat(row().trend()).hasSize(13);
    }

    @Test
    void theSliderLetsAddressesGoUntilTheServerIsLost() {
        pass(13, 1);
        model().in(0.05);
        assertThat(row().lost().words()).startsWith("6 left for new clients");
        model().in(2);
        assertThat(row().lost())
                .isEqualTo(
                        new Fact(
                                "Nothing left for new clients until partner-down is ordered and"
                                        + " MCLT has passed, then 0",
                                Tone.BAD));
        assertThat(Objects.requireNonNull(model().shown().state().whatIf()).when())
                .isEqualTo("in 2 h");
    }

    @Test
    void theBalanceAndItsLastRunAreExplained() {
        assertThat(detail().balance())
                .extracting(Fact::words)
                .containsExactly(
                        "dhcp-a has 40 free addresses, dhcp-b has 20: 10 would have to move for"
                                + " both to have the same.",
                        "The next look at the balance is in 4 min.",
                        "No look at the balance has happened since this console watches.");
        models.on(0, List.of(new Notice.PoolBalanced("campus", 0, 50, 10, 20, desk.millis)));
        models.tick();
        assertThat(detail().balance().getLast().words())
                .isEqualTo(
                        "14:30:00: dhcp-a had 50 free and dhcp-b had 10; dhcp-a gave 20 of them.");
        models.on(1, List.of(new Notice.PoolBalanced("campus", 0, 10, 12, 0, desk.millis)));
        models.tick();
        assertThat(detail().balance().getLast().words())
                .isEqualTo(
                        "14:30:00: dhcp-b had 10 free and dhcp-a had 12; that was near enough,"
                                + " nothing moved.");
    }

    @Test
    void oneServerWithoutAnyFreeAddressIsWorthWatching() {
        start(List.of(pool(60, 0)));
        assertThat(detail().balance().getFirst().tone()).isEqualTo(Tone.WATCH);
        model().lose(0);
        assertThat(row().lost().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void theGridHasACellForEachAddressOfTheOpenPoolOnly() {
        assertThat(detail().cells()).as("nobody looks").isEmpty();
        model().seen(true);
        assertThat(detail().cells()).isNotEmpty();
        assertThat(detail().cells())
                .contains(new PoolGrid.Cell(Ip4.of("10.20.0.13"), BindingState.ACTIVE));
        assertThat(detail().below()).isEqualTo("Click an address to open its lease.");
    }

    @Test
    void aPoolOutsideTheRelationshipIsThisServersAlone() {
        first.pairs = List.of(pair(true, List.of(7)));
        start(List.of(pool(60, 0)));
        assertThat(row().lost().words()).isEmpty();
        assertThat(detail().balance())
                .extracting(Fact::words)
                .containsExactly(
                        "This pool is in no failover relationship: all its free addresses are this"
                                + " server's.");
    }

    @Test
    void withoutPoolsThePageSaysWhatToDo() {
        start(List.of());
        assertThat(Objects.requireNonNull(model().shown().state().empty()).title())
                .isEqualTo("No pool is configured");
    }
}
