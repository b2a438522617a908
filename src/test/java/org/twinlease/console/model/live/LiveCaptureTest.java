package org.twinlease.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PassedView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.stream.LongStream;

/// The export of what passed, and the lanes of a server whose partner this console does not reach.
final class LiveCaptureTest {

    private static final Ip4 PARTNER = Ip4.of("10.20.0.5");

    private final FakeChannel first = Samples.office();
    private final FakeChannel second = Samples.office();
    private final Desk desk = new Desk(first);

    private ConsoleModels models(FakeChannel... channels) {
        desk.channels = List.of(channels);
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        return models;
    }

    private static PassedView passed(long number) {
        return new PassedView(
                number,
                Samples.NOW + number,
                false,
                number % 2 == 1,
                Ip4.of("10.20.0.1"),
                67,
                Ip4.of("10.20.0.4"),
                67,
                Octets.of(new byte[240]));
    }

    private static FailoverView pair(String name) {
        return new FailoverView(
                name,
                true,
                ServerState.NORMAL,
                false,
                Samples.NOW / 1_000,
                Reason.of(ReasonCode.PAIR_LINKED, name, PARTNER),
                ServerState.NORMAL,
                Samples.NOW / 1_000,
                60,
                List.of(0),
                -1,
                new FailoverView.Link(
                        PARTNER, true, null, 0, 0, 10, -1, -1, null, Samples.NOW, 9_000, 0, 0, 0));
    }

    @Test
    void muchIsFetchedInPartsAndLeftOutNowhere() {
        first.passed = LongStream.range(0, 4_321).mapToObj(LiveCaptureTest::passed).toList();
        LiveModel model = models(first).live();
        model.export();
        assertThat(desk.files.saved.values())
                .singleElement()
                .satisfies(file -> assertThat(file.lines()).hasSize(4_321));
        assertThat(model.shown().state().saved().words()).startsWith("4,321 messages written");
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftOut() {
        first.passed = List.of(passed(0));
        second.passed = List.of(passed(1));
        LiveModel model = models(first, second).live();
        second.gone = true;
        model.export();
        assertThat(desk.files.saved.values())
                .singleElement()
                .satisfies(file -> assertThat(file.lines()).containsExactly("dhcp-a dhcp"));
        assertThat(model.shown().state().saved().tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void thePartnerOfAServerAloneHasALaneByItsAddress() {
        first.pairs = List.of(pair("campus"));
        LiveModel model = models(first).live();
        model.freeze(true);
        assertThat(model.shown().state().lanes())
                .extracting(LiveModel.Lane::name)
                .containsExactly("Clients", "dhcp-a", "10.20.0.5");
    }
}
