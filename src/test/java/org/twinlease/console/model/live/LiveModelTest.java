package org.twinlease.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.live.LiveModel.Group;
import org.twinlease.console.model.live.LiveModel.State;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Notice;
import org.twinlease.control.PassedView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Objects;

/// The Live page of one server alone.
final class LiveModelTest {

    private final FakeChannel channel = Samples.office();
    private final Desk desk = new Desk(channel);
    private final ConsoleModels models = models();
    private final LiveModel model = models.live();

    private ConsoleModels models() {
        var made = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        made.start();
        return made;
    }

    private State state() {
        return model.shown().state();
    }

    private List<LiveRow> rows() {
        return state().rows();
    }

    private void packets(int from, int to) {
        for (int i = from; i <= to; i++) {
            models.on(0, List.of(new Notice.PacketSeen(Samples.packet(i))));
        }
        desk.millis += 1_000;
        models.tick();
    }

    @Test
    void aPacketAndItsAnswerAreTwoArrowsAndTheNewestStandsLast() {
        LiveRow answer = rows().getLast();
        LiveRow question = rows().get(rows().size() - 2);
        assertThat(question.label()).isEqualTo("DHCPDISCOVER");
        assertThat(question.from()).isZero();
        assertThat(question.to()).isEqualTo(0b10);
        assertThat(answer.label()).isEqualTo("DHCPOFFER");
        assertThat(answer.from()).isEqualTo(1);
        assertThat(answer.to()).isEqualTo(0b1);
        assertThat(answer.words()).startsWith("Offered 10.20.0.210: the client had it before");
        assertThat(answer.client()).isEqualTo(Samples.hardware(200).toString());
        assertThat(state().lanes())
                .extracting(LiveModel.Lane::name)
                .containsExactly("Clients", "dhcp-a");
    }

    @Test
    void silenceIsSeenOnTheArrowAndSaidInWords() {
        model.filter("no answer");
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.isUnanswered(1)).isTrue())
                .allSatisfy(row -> assertThat(row.words()).startsWith("dhcp-a: No answer"))
                .allSatisfy(row -> assertThat(row.tone(desk.millis)).isEqualTo(Tone.WATCH));
    }

    @Test
    void frozenRowsStayAndWhatComesIsCounted() {
        model.freeze(true);
        var before = rows();
        packets(201, 212);
        assertThat(rows()).isEqualTo(before);
        assertThat(state().waiting()).isEqualTo(24);
        model.freeze(false);
        assertThat(rows().getLast().id()).isGreaterThan(before.getLast().id());
        assertThat(state().waiting()).isZero();
    }

    @Test
    void steppingOnBehindTheLastRowTakesInWhatCameNext() {
        model.step(true);
        int frozen = rows().size();
        assertThat(Objects.requireNonNull(state().detail()).title()).isEqualTo("DHCPOFFER");
        model.step(true);
        assertThat(rows()).as("nothing has come").hasSize(frozen);
        packets(201, 203);
        model.step(true);
        assertThat(rows()).hasSize(frozen + 1);
        assertThat(Objects.requireNonNull(state().detail()).title()).isEqualTo("DHCPREQUEST");
        assertThat(state().waiting()).isEqualTo(5);
        model.step(false);
        assertThat(Objects.requireNonNull(state().detail()).title()).isEqualTo("DHCPOFFER");
    }

    @Test
    void rowsAreShownAtMostTwiceASecond() {
        long before = rows().getLast().id();
        models.on(0, List.of(new Notice.PacketSeen(Samples.packet(201))));
        assertThat(rows().getLast().id()).isEqualTo(before);
        desk.millis += 500;
        models.on(0, List.of(new Notice.PacketSeen(Samples.packet(202))));
        assertThat(rows().getLast().id()).isGreaterThan(before);
    }

    @Test
    void aSecondThatIsTooFullToBeReadIsBundledByKind() {
        for (int i = 0; i < 400; i++) channel.packets.add(Samples.packet(201 + i, 30));
        models.live().load();
        var bundles = rows().stream().filter(row -> row.count() > 1).toList();
        assertThat(bundles).isNotEmpty();
        assertThat(bundles.getLast().label())
                .matches("\\d+ \u00d7 DHCP(REQUEST|ACK|NAK|OFFER|DISCOVER)");
        assertThat(bundles.getLast().words()).matches("\\d+ clients");
        long all = rows().stream().mapToLong(LiveRow::count).sum();
        model.bundle(false);
        assertThat(rows()).hasSize((int) all);
    }

    @Test
    void aBoundedNumberIsKept() {
        packets(201, 40_000);
        model.bundle(false);
        assertThat(rows())
                .hasSizeLessThanOrEqualTo(Flow.MOST)
                .hasSizeGreaterThan(Flow.MOST * 9 / 10);
    }

    @Test
    void whatIsTenMinutesOldGoes() {
        desk.millis += Flow.KEPT_MILLIS + 60_000;
        models.tick();
        model.freeze(false);
        assertThat(rows()).isEmpty();
        assertThat(Objects.requireNonNull(state().empty()).title()).isEqualTo("Quiet");
    }

    @Test
    void aPacketThatWasAskedForAndToldIsThereOnce() {
        int before = rows().size();
        models.on(0, List.of(new Notice.PacketSeen(Samples.packet(200)), new Notice.Resync()));
        assertThat(rows()).hasSize(before);
    }

    @Test
    void aServerThatBeganAnewIsHeardAtOnce() {
        channel.packets.clear();
        channel.packets.add(Samples.packet(1, 0));
        models.on(0, List.of(new Notice.Resync()));
        desk.millis += 1_000;
        models.on(0, List.of(new Notice.PacketSeen(Samples.packet(2, 0))));
        assertThat(rows().stream().filter(row -> row.label().equals("DHCPREQUEST")).count())
                .isGreaterThan(100);
        assertThat(model.shown().state().rows().getLast().label()).isEqualTo("DHCPACK");
    }

    @Test
    void theFilterLooksIntoTheReasons() {
        model.filter("is on 10.20.1.0/24");
        assertThat(rows()).isNotEmpty().extracting(LiveRow::label).contains("DHCPNAK");
        model.filter("no such thing");
        assertThat(Objects.requireNonNull(state().empty()).title()).isEqualTo("Nothing matches");
    }

    @Test
    void groupsAreLeftOut() {
        model.show(Group.CLIENTS, false);
        assertThat(rows()).isEmpty();
        model.show(Group.CLIENTS, true);
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void readingARowFreezesAndShowsAllItsReasons() {
        LiveRow ack =
                rows().stream().filter(r -> r.label().equals("DHCPACK")).findFirst().orElseThrow();
        model.select(ack);
        assertThat(state().frozen()).isTrue();
        var detail = Objects.requireNonNull(state().detail());
        assertThat(detail.title()).isEqualTo("DHCPACK");
        assertThat(detail.reasons().getFirst().server()).isEqualTo("dhcp-a: DHCPACK");
        assertThat(detail.reasons().getFirst().sentences()).hasSize(2);
        assertThat(detail.fields()).extracting(Field::label).contains("Transaction");
        assertThat(detail.ties())
                .extracting(LiveDetail.Tie::what)
                .containsExactly("DHCPREQUEST", "DHCPACK");
        model.jump(detail.ties().getFirst().id());
        assertThat(Objects.requireNonNull(state().detail()).title()).isEqualTo("DHCPREQUEST");
        model.close();
        assertThat(state().detail()).isNull();
        assertThat(state().frozen()).as("still being looked at").isTrue();
    }

    private static PassedView passed(long sequence) {
        return new PassedView(
                sequence,
                Samples.NOW,
                false,
                false,
                Ip4.ZERO,
                68,
                Ip4.BROADCAST,
                67,
                Octets.of(new byte[300]));
    }

    @Test
    void whatPassedIsExportedAndThatIsSaid() {
        channel.passed = List.of(passed(0), passed(1));
        model.export();
        assertThat(desk.files.saved).containsOnlyKeys("twinlease-20260303-143000.pcapng");
        assertThat(state().saved().words())
                .isEqualTo("2 messages written to twinlease-20260303-143000.pcapng");
        desk.files.refusal = "the disk is full";
        model.export();
        assertThat(state().saved().words()).endsWith("could not be written: the disk is full");
        assertThat(state().saved().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void whereNothingPassedNothingIsWritten() {
        model.export();
        assertThat(desk.files.saved).isEmpty();
        assertThat(state().saved().words()).startsWith("Nothing passed");
    }

    @Test
    void quietIsExplained() {
        var quiet = new Desk(new FakeChannel());
        var page = new ConsoleModels(quiet.session(ConsoleSession.Mode.DEMO), Runnable::run).live();
        assertThat(Objects.requireNonNull(page.shown().state().empty()).title()).isEqualTo("Quiet");
    }
}
