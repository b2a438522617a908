package org.twinlease.console.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.drift.DriftModel.Row;
import org.twinlease.console.model.pair.Pairs;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.PoolView;

import java.util.List;
import java.util.Objects;

/// What the halves say differently, walked through and settled.
final class DriftModelTest {

    private final FakeChannel first = Samples.office();
    private final FakeChannel second = Samples.office();
    private final Desk desk = new Desk(first);
    private @Nullable ConsoleModels opened;

    private DriftModel open(MemoryDocuments documents) {
        second.name = "dhcp-b";
        desk.channels = List.of(first, second);
        desk.documents = documents;
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        opened = models;
        models.start();
        models.tick();
        return models.drafts().drift();
    }

    private ConsoleModels models() {
        return Objects.requireNonNull(opened);
    }

    /// Two lines that the second server has differently from the file that the first one includes.
    private static MemoryDocuments apart() {
        return MemoryDocuments.with(
                "b.conf",
                "include \"nets.conf\";",
                """
                authoritative;
                default-lease-time 3600;
                max-lease-time 14400;
                subnet 10.0.0.0 netmask 255.255.255.0 {
                  option routers 10.0.0.254;
                  pool {
                    failover peer "fo";
                    deny dynamic bootp clients;
                    range 10.0.0.10 10.0.0.199;
                  }
                }
                """);
    }

    @Test
    void aPairThatAgreesSaysSoWithWhatWasComparedAndWhen() {
        DriftModel model = open(MemoryDocuments.pair());
        desk.millis += 40_000;
        model.tick();
        var empty = Objects.requireNonNull(model.shown().state().empty());
        assertThat(empty.title()).isEqualTo("The pair agrees");
        assertThat(empty.advice()).startsWith("Last compared 40 s ago: 11 things are said alike.");
    }

    @Test
    void differencesComeInOrderOfDangerInThreeColumns() {
        DriftModel model = open(apart());
        assertThat(model.shown().state().summary())
                .isEqualTo("2 differences, 8 things alike, compared now");
        assertThat(model.shown().state().rows())
                .containsExactly(
                        new Row(
                                "The partner refuses it",
                                "A connection that never comes up, or updates about addresses that"
                                        + " the other does not have.",
                                Tone.BAD,
                                true,
                                "addresses 10.0.0.10 to 10.0.0.209",
                                "10.0.0.209",
                                "10.0.0.10 to \u2026 failover fo",
                                "10.0.0.199"),
                        new Row(
                                "Other values for clients",
                                "What a client is told, and for how long, changes when the other"
                                        + " server answers.",
                                Tone.CALM,
                                true,
                                "default-lease-time",
                                "7200",
                                "default-lease-time \u2026",
                                "3600"));
    }

    @Test
    void takingWhatOneSaysIsAChangeOfTheOthersFileThatWaitsToBeApplied() {
        DriftModel model = open(apart());
        model.move(-1);
        assertThat(model.shown().state().chosen()).isZero();
        model.move(1);
        model.take(0);
        assertThat(models().drafts().draft().now().text("b.conf"))
                .contains("default-lease-time 7200;");
        assertThat(models().drafts().draft().deeds().getFirst().words())
                .isEqualTo("default-lease-time: taken from dhcp-a");
        assertThat(model.shown().state().rows()).hasSize(1);
        assertThat(model.shown().state().message().tone()).isEqualTo(Tone.GOOD);
        model.take(1);
        assertThat(models().drafts().draft().now().text("nets.conf"))
                .contains("range 10.0.0.10 10.0.0.199;");
        assertThat(model.shown().state().rows()).isEmpty();
        models().drafts().draft().undo();
        models().drafts().draft().undo();
        assertThat(models().drafts().draft().isAltered()).isFalse();
        assertThat(model.shown().state().rows()).hasSize(2);
    }

    @Test
    void runningServersTellOnlyOfTheirAddressesAndAWarningSaysWhenThoseDiffer() {
        first.pools = List.of(pool("10.0.0.10 10.0.0.209"));
        second.pools = List.of(pool("10.0.0.10 10.0.0.209"));
        first.pairs = List.of(Pairs.of("fo", true, 0));
        second.pairs = List.of(Pairs.of("fo", false, 0));
        DriftModel model = open(MemoryDocuments.pair());
        assertThat(model.shown().state().live().words())
                .startsWith("Running servers: both tell of the same addresses");
        assertThat(models().pair().truth().state().banners()).isEmpty();
        second.pools = List.of(pool("10.0.0.10 10.0.0.99"));
        models().start();
        models().tick();
        assertThat(model.shown().state().live())
                .isEqualTo(
                        new Fact(
                                "Running servers: dhcp-a has 10.0.0.10 \u2013 10.0.0.209 in fo,"
                                        + " dhcp-b does not have these addresses.",
                                Tone.BAD));
        assertThat(models().pair().truth().state().banners())
                .singleElement()
                .satisfies(b -> assertThat(b.title()).contains("do not have the same addresses"))
                .satisfies(b -> assertThat(b.meaning()).startsWith("Differences: 2."));
        second.gone = true;
        models().tick();
        desk.millis += 3_000;
        models().tick();
        assertThat(models().pair().truth().state().banners())
                .noneMatch(b -> b.title().contains("addresses"));
    }

    @Test
    void addressesOutsideTheRelationshipAtOneOfThemAreToldAsWhatMayBeGivenTwice() {
        first.pools = List.of(pool("10.0.0.10 10.0.0.209"));
        second.pools = first.pools;
        first.pairs = List.of(Pairs.of("fo", true, 0));
        second.pairs = List.of(Pairs.of("fo", false, 7));
        DriftModel model = open(MemoryDocuments.pair());
        assertThat(model.shown().state().live().words())
                .endsWith("dhcp-b has them too, but not in fo.");
    }

    private static PoolView pool(String range) {
        return new PoolView(0, "net", "net", List.of(range), 200, 40, 0, 140, 0, 0, 20);
    }
}
