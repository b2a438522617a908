package org.twinlease.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;

/// What the flow keeps, how it orders it and what it counts.
final class FlowTest {

    private final Flow flow = new Flow();
    private long sequence;

    private void message(long atMillis, boolean outgoing, String type, long xid) {
        String octets = type + xid + atMillis;
        flow.on(
                0,
                new FailoverMessageView(
                        sequence++,
                        atMillis,
                        "campus",
                        outgoing,
                        type,
                        xid,
                        Ip4.of("10.0.0.1"),
                        "",
                        Octets.ofText(octets),
                        null),
                2);
    }

    private List<String> types() {
        return flow.all().stream().map(passage -> passage.type).toList();
    }

    @Test
    void whatComesLateStandsWhereItsTimeIs() {
        message(300, true, "STATE", 1);
        message(100, true, "CONNECT", 2);
        message(200, false, "CONNECTACK", 2);
        assertThat(types()).containsExactly("CONNECT", "CONNECTACK", "STATE");
    }

    @Test
    void inTheSameMillisecondWhatCanCauseTheOtherComesFirst() {
        message(100, true, "BNDACK", 9);
        message(100, true, "BNDUPD", 1);
        message(100, false, "BNDACK", 1);
        flow.on(0, Samples.packet(1, Samples.NOW - 100));
        assertThat(types()).containsExactly("DHCPREQUEST", "DHCPACK", "BNDUPD", "BNDACK", "BNDACK");
    }

    @Test
    void aQuestionThatTheSlowerServerTellsOfFirstStandsAboveItsAnswer() {
        flow.on(1, Samples.packet(1, 90));
        flow.on(0, Samples.packet(1, 100));
        assertThat(types()).containsExactly("DHCPREQUEST", "DHCPACK", "DHCPACK");
        assertThat(flow.all().getFirst().atMillis).isEqualTo(Samples.NOW - 100);
    }

    @Test
    void aMessageIsAsOldAsTheFirstThatWasToldOfIt() {
        var octets = Octets.ofText("the same");
        for (int server = 1; server >= 0; server--) {
            flow.on(
                    server,
                    new FailoverMessageView(
                            0,
                            server == 1 ? 220 : 200,
                            "campus",
                            server == 0,
                            "BNDUPD",
                            7,
                            Ip4.of("10.0.0.1"),
                            "",
                            octets,
                            null),
                    2 - server);
        }
        assertThat(flow.all()).hasSize(1);
        assertThat(flow.all().getFirst().atMillis).isEqualTo(200);
    }

    @Test
    void anUpdateIsLateAfterFiveTimesWhatHalfOfTheNewestTook() {
        assertThat(flow.lagMillis()).isEqualTo(-1);
        assertThat(flow.lateMillis()).isEqualTo(1_000);
        for (int i = 0; i < 9; i++) {
            message(i * 1_000L, true, "BNDUPD", i);
            message(i * 1_000L + 200 + i, false, "BNDACK", i);
        }
        assertThat(flow.lagMillis()).isEqualTo(204);
        assertThat(flow.lateMillis()).isEqualTo(1_020);
    }

    @Test
    void anAnswerWithoutItsUpdateBelongsToNothing() {
        message(100, true, "BNDUPD", 1);
        message(200, true, "BNDACK", 1);
        message(300, false, "BNDACK", 2);
        assertThat(flow.all().getFirst().lagMillis).isEqualTo(-1);
        assertThat(flow.all()).allMatch(passage -> passage.together().size() == 1);
    }

    @Test
    void whatIsForgottenIsNotHeldByWhatCameAfterIt() {
        message(100, true, "BNDUPD", 1);
        message(Flow.KEPT_MILLIS + 50, false, "BNDACK", 1);
        flow.trim(Flow.KEPT_MILLIS + 101);
        assertThat(types()).containsExactly("BNDACK");
        assertThat(flow.all().getFirst().before).isNull();
        flow.trim(3 * Flow.KEPT_MILLIS);
        assertThat(flow.all()).isEmpty();
        assertThat(flow.total()).isEqualTo(2);
    }

    @Test
    void ratesAreThoseOfTheLastSeconds() {
        message(100, true, "BNDUPD", 1);
        for (int i = 0; i < 5; i++) message(50_000 + i, true, "BNDUPD", 10 + i);
        assertThat(flow.rates(50_010, "").updates()).isEqualTo(0.5);
        assertThat(flow.rates(70_000, "").updates()).isZero();
        assertThat(flow.rates(50_010, "").clients()).isZero();
    }
}
