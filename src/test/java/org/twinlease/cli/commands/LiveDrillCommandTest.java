package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The commands for live drills, typed against two servers in name only.
final class LiveDrillCommandTest {

    private static final String BOTH = " --connect http://a,http://b";
    private static final String LIVE =
            "drill live stop-serving --reason rehearsal --for 10s --i-have-checked" + BOTH;

    private final Desk desk = new Desk();
    private final FakeChannel a = new FakeChannel();
    private final FakeChannel b = new FakeChannel();
    private int seconds;

    @BeforeEach
    void twoServers() {
        b.name = "dhcp-b";
        state(a, true, ServerState.NORMAL);
        state(b, false, ServerState.NORMAL);
        b.preview = new Preview(true, "This server answers no client.");
        desk.servers = Map.of("http://a", new FakeConnection(a), "http://b", new FakeConnection(b));
        desk.whilePaused = this::aSecond;
    }

    private static void state(FakeChannel server, boolean primary, ServerState state) {
        boolean up = state == ServerState.NORMAL;
        var link = new FailoverView.Link(null, up, null, 0, 0, 10, -1, 1, 0L, 1, 1, 1, 1, 0);
        Reason why = Reason.of(ReasonCode.PAIR_RESTARTED, "fo", "normal");
        server.pairs =
                List.of(
                        new FailoverView(
                                "fo",
                                primary,
                                state,
                                false,
                                1,
                                why,
                                state,
                                1,
                                600,
                                List.of(0),
                                -1,
                                link));
    }

    private static LiveDrillView view(boolean runs, @Nullable LiveEnd how) {
        var running =
                new LiveDrillView.Running("fo", LiveAct.STOP_SERVING, 1, 5_000, 9_000, "rehearsal");
        var over =
                how == null
                        ? null
                        : new LiveDrillView.Ended(
                                "fo", LiveAct.STOP_SERVING, 1, Samples.NOW - 4_000, how);
        return new LiveDrillView(LiveMark.LAB, 0, "lab", runs ? running : null, over);
    }

    /// The countdown takes five, the drill three, and the pair two more to come back.
    private void aSecond() {
        seconds++;
        if (seconds == 6) {
            b.drill = view(true, null);
            state(a, true, ServerState.COMMUNICATIONS_INTERRUPTED);
            state(b, false, ServerState.COMMUNICATIONS_INTERRUPTED);
        }
        if (seconds == 9) b.drill = view(false, LiveEnd.OVER);
        if (seconds == 11) twoNormal();
    }

    private void twoNormal() {
        state(a, true, ServerState.NORMAL);
        state(b, false, ServerState.NORMAL);
    }

    @Test
    void aDrillIsLedToItsEndAndThePairBackToNormal() {
        assertThat(desk.run(LIVE)).as(desk::err).isZero();
        assertThat(b.ordered.getFirst())
                .isEqualTo(new Command.BeginDrill("fo", LiveAct.STOP_SERVING, 10, "rehearsal"));
        assertThat(b.ordered).contains(new Command.HoldDrill("fo"));
        assertThat(a.ordered).isEmpty();
        assertThat(desk.out())
                .contains(
                        "B, dhcp-b: This server answers no client.",
                        "it begins in 5 s",
                        "A  communications-interrupted",
                        "the drill is over: over",
                        "both are in normal again, 4 s after it was over");
    }

    @Test
    void programsGetOneDocument() throws IOException {
        assertThat(desk.run(LIVE + " --json")).isZero();
        JsonNode document = new ObjectMapper().readTree(desk.out());
        assertThat(document.get("name").asText()).isEqualTo("stop-serving");
        assertThat(document.get("on").asText()).isEqualTo("B");
        assertThat(document.get("ended").asText()).isEqualTo("over");
        assertThat(document.get("secondsToNormal").asLong()).isEqualTo(4);
        assertThat(document.get("holds").asBoolean()).isTrue();
        assertThat(document.get("events").get(0).get("server").asText()).isEqualTo("A");
    }

    @Test
    void nothingIsDoneWithoutAWordThatItIsMeant() {
        assertThat(desk.run(LIVE.replace(" --i-have-checked", ""))).isEqualTo(1);
        assertThat(desk.err()).contains("nothing was done");
        assertThat(b.ordered).isEmpty();
        assertThat(desk.paused).isZero();
    }

    @Test
    void whatTheServerRefusesIsNotDone() {
        b.preview = new Preview(false, "This server is not marked for live drills.");
        assertThat(desk.run(LIVE)).isEqualTo(1);
        assertThat(desk.err()).contains("dhcp-b: This server is not marked");
        assertThat(b.ordered).isEmpty();
    }

    @Test
    void aPairThatDoesNotComeBackFailsIt() {
        desk.whilePaused =
                () -> {
                    aSecond();
                    if (seconds > 10) state(a, true, ServerState.PARTNER_DOWN);
                };
        assertThat(desk.run(LIVE)).isEqualTo(1);
        assertThat(desk.out()).contains("not in normal again");
        assertThat(desk.paused).isGreaterThan(120_000);
    }

    @Test
    void aServerThatNobodyCanAskIsNoPlaceForIt() {
        desk.servers = Map.of("http://a", new FakeConnection(a));
        String line = LIVE.replace(BOTH, " --connect http://a");
        assertThat(desk.run(line)).isEqualTo(2);
        assertThat(desk.err()).contains("--on B", "OMAPI");
        assertThat(desk.run(LIVE.replace("stop-serving", "unplug"))).isEqualTo(2);
        assertThat(desk.err()).contains("pause-link, block-port, stop-serving");
        assertThat(desk.run(LIVE.replace("10s", "soon"))).isEqualTo(2);
        assertThat(desk.run(LIVE + " --peer nobody")).isEqualTo(2);
    }

    @Test
    void serversAreMarkedWithAReason() {
        String line = "drill mark maintenance --for 2h --reason Sunday" + BOTH;
        assertThat(desk.run(line)).isZero();
        var mark = new Command.MarkDrills(LiveMark.MAINTENANCE, 7200, "Sunday");
        assertThat(a.ordered).containsExactly(mark);
        assertThat(b.ordered).containsExactly(mark);
        a.outcome = new Outcome.Refused("No.");
        assertThat(desk.run(line)).isEqualTo(1);
        assertThat(desk.err()).contains("dhcp-a: No.");
        assertThat(desk.run("drill mark lab --for never --reason x" + BOTH)).isEqualTo(2);
    }

    @Test
    void whateverIsUnderWayIsEnded() {
        b.drill = view(true, null);
        assertThat(desk.run("drill restore" + BOTH)).isZero();
        assertThat(a.ordered).isEmpty();
        assertThat(b.ordered).containsExactly(new Command.EndDrill("fo"));
        assertThat(desk.out())
                .contains("dhcp-a: no live drill is under way", "dhcp-b: stop-serving is over");
        b.outcome = new Outcome.Refused("No.");
        assertThat(desk.run("drill restore" + BOTH)).isEqualTo(1);
    }
}
