package org.twinlease.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.live.LiveModel.State;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Notice;

import java.util.Objects;

final class LiveModelTest {

    private final Desk desk = Desk.started(Samples.office());
    private final LiveModel model = desk.model.live();

    private State state() {
        return model.shown().state();
    }

    private void packets(int from, int to) {
        for (int i = from; i <= to; i++) desk.tell(new Notice.PacketSeen(Samples.packet(i)));
        desk.millis += 1_000;
        desk.model.tick();
    }

    @Test
    void theNewestPacketStandsFirstWithItsAnswerAndReason() {
        var row = state().rows().getFirst();
        assertThat(row.packet().sequence()).isEqualTo(200);
        assertThat(row.received()).isEqualTo("DHCPDISCOVER");
        assertThat(row.answer()).isEqualTo("DHCPOFFER");
        assertThat(row.why()).startsWith("Offered 10.20.0.210: the client had it before");
        assertThat(row.client()).isEqualTo(Samples.hardware(200).toString());
    }

    @Test
    void silenceIsAnAnswerInWords() {
        model.filter("no answer");
        assertThat(state().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.answer()).isEqualTo("no answer"))
                .allSatisfy(row -> assertThat(row.tone()).isEqualTo(Tone.WATCH));
    }

    @Test
    void frozenRowsStayAndWhatComesIsCounted() {
        model.freeze(true);
        var before = state().rows();
        packets(201, 212);
        assertThat(state().rows()).isEqualTo(before);
        assertThat(state().waiting()).isEqualTo(12);
        model.freeze(false);
        assertThat(state().rows().getFirst().packet().sequence()).isEqualTo(212);
        assertThat(state().waiting()).isZero();
    }

    @Test
    void rowsAreShownAtMostTwiceASecond() {
        desk.tell(new Notice.PacketSeen(Samples.packet(201)));
        assertThat(state().rows().getFirst().packet().sequence()).isEqualTo(200);
        desk.millis += 500;
        desk.tell(new Notice.PacketSeen(Samples.packet(202)));
        assertThat(state().rows().getFirst().packet().sequence()).isEqualTo(202);
    }

    @Test
    void aBoundedNumberIsKept() {
        packets(201, 5_000);
        assertThat(state().rows()).hasSize(LiveModel.KEPT);
        assertThat(state().summary()).isEqualTo("5,000 packets seen, the last 2,000 kept");
    }

    @Test
    void aPacketThatWasAskedForAndToldIsThereOnce() {
        desk.tell(new Notice.PacketSeen(Samples.packet(200)));
        desk.tell(new Notice.Resync());
        assertThat(state().rows()).hasSize(200);
    }

    @Test
    void theFilterLooksIntoTheReasons() {
        model.filter("is on 10.20.1.0/24");
        assertThat(state().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.answer()).isEqualTo("DHCPNAK"));
        assertThat(state().summary()).isEqualTo("5 of the last 200 packets");
        model.filter("no such thing");
        assertThat(Objects.requireNonNull(state().empty()).title()).isEqualTo("No packet matches");
    }

    @Test
    void readingAPacketFreezesAndShowsAllItsReasons() {
        var packet = state().rows().get(3).packet();
        model.select(packet);
        assertThat(state().frozen()).isTrue();
        var detail = Objects.requireNonNull(state().detail());
        assertThat(detail.title()).isEqualTo("DHCPREQUEST \u2192 DHCPACK");
        assertThat(detail.reasons()).hasSize(2);
        assertThat(detail.fields()).extracting(Field::label).contains("Transaction");
        model.close();
        assertThat(state().detail()).isNull();
        assertThat(state().frozen()).as("still being looked at").isTrue();
    }

    @Test
    void quietIsExplained() {
        var quiet = Desk.started(new FakeChannel()).model.live().shown().state();
        assertThat(Objects.requireNonNull(quiet.empty()).title()).isEqualTo("Quiet");
    }
}
