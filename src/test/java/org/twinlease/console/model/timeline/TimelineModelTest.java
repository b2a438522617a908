package org.twinlease.console.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.timeline.TimelineModel.Band;
import org.twinlease.console.model.timeline.TimelineModel.Entry;
import org.twinlease.console.model.timeline.TimelineModel.State;
import org.twinlease.console.model.timeline.TimelineModel.Stretch;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;

/// What a console tells of the past, from the records of both servers of a pair.
final class TimelineModelTest {

    private static final long MINUTE = 60_000;
    private static final long NOW = Samples.NOW;
    private static final Reason SILENT = Reason.of(ReasonCode.LINK_SILENT, "campus", 9L);
    private static final Reason LINKED =
            Reason.of(ReasonCode.PAIR_LINKED, "campus", Ip4.of("127.0.0.1"));

    private final FakeChannel first = Samples.office();
    private final FakeChannel second = Samples.office();
    private final Desk desk = new Desk(first);
    private TimelineModel model;
    private ConsoleModels models;

    private static PastEvent event(
            long sequence, long atMillis, PastKind kind, String words, @Nullable Reason why) {
        String subject =
                switch (kind) {
                    case STATE, PARTNER, LINK, TROUBLE, BALANCED, SAMPLE -> "campus";
                    default -> "";
                };
        List<Long> numbers =
                kind == PastKind.SAMPLE
                        ? List.of(sequence, 40L, 30L, 200L)
                        : List.of(1L, 9L, 3L, 3L);
        return new PastEvent(sequence, atMillis, kind, subject, words, numbers, why, null);
    }

    private static FailoverView pair(boolean primary) {
        return new FailoverView(
                "campus",
                primary,
                ServerState.NORMAL,
                false,
                NOW / 1_000,
                LINKED,
                ServerState.NORMAL,
                NOW / 1_000,
                60,
                List.of(0),
                -1,
                new FailoverView.Link(
                        Ip4.of("127.0.0.1"), true, null, 0, 0, 10, -1, -1, null, NOW, -1, 0, 0, 0));
    }

    @BeforeEach
    void open() {
        second.name = "dhcp-b";
        first.pairs = List.of(pair(true));
        second.pairs = List.of(pair(false));
        first.past.addAll(
                List.of(
                        event(0, NOW - 40 * MINUTE, PastKind.STARTED, "1.0", null),
                        event(1, NOW - 40 * MINUTE, PastKind.STATE, "normal", LINKED),
                        event(2, NOW - 40 * MINUTE, PastKind.LINK, "up", LINKED),
                        event(3, NOW - 3 * MINUTE, PastKind.LINK, "down", SILENT),
                        event(
                                4,
                                NOW - 3 * MINUTE,
                                PastKind.STATE,
                                "communications-interrupted",
                                SILENT),
                        event(5, NOW - 2 * MINUTE, PastKind.SAMPLE, "", null),
                        event(6, NOW - 2 * MINUTE, PastKind.ALARM, "The pool is empty.", null),
                        event(7, NOW - MINUTE, PastKind.STATE, "normal", LINKED),
                        event(8, NOW - MINUTE, PastKind.LINK, "up", LINKED),
                        event(9, NOW - MINUTE, PastKind.SAMPLE, "", null)));
        second.past.addAll(
                List.of(
                        event(0, NOW - 40 * MINUTE, PastKind.STARTED, "1.0", null),
                        event(1, NOW - 40 * MINUTE, PastKind.STATE, "normal", LINKED),
                        event(2, NOW - 3 * MINUTE, PastKind.SAMPLE, "", null),
                        event(3, NOW - MINUTE - 5_000, PastKind.STARTED, "1.0", null),
                        event(4, NOW - MINUTE, PastKind.STATE, "normal", LINKED),
                        event(5, NOW - MINUTE, PastKind.SAMPLE, "", null)));
        desk.channels = List.of(first, second);
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        model = models.timeline();
        model.seen(true);
        while (state().zoom() > 1) model.zoom(true);
    }

    private State state() {
        return model.shown().state();
    }

    private Band band(String name) {
        return state().bands().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Band band) {
        return band.stretches().stream()
                .map(s -> s.words() + " " + (s.toMillis() - s.fromMillis()) / 1_000)
                .toList();
    }

    @Test
    void aStateLastsUntilTheNextAlsoOneThatBeganBeforeTheSpan() {
        assertThat(state().span().millis()).isEqualTo(5 * MINUTE);
        assertThat(words(band("dhcp-a state")))
                .containsExactly("NORMAL 120", "COMMUNICATIONS INTERRUPTED 120", "NORMAL 60");
        assertThat(band("dhcp-a state").stretches())
                .extracting(Stretch::tone)
                .containsExactly(Tone.GOOD, Tone.WATCH, Tone.GOOD);
        assertThat(words(band("Connection")))
                .containsExactly("connected 120", "not connected 120", "connected 60");
    }

    @Test
    void whereAServerToldNothingBeforeItsNextStartIsAGap() {
        assertThat(words(band("dhcp-b state")))
                .containsExactly("NORMAL 120", "not recorded 115", "NORMAL 60");
        assertThat(band("dhcp-b state").stretches().get(1).gap()).isTrue();
    }

    @Test
    void numbersAndActsHaveTheirBands() {
        assertThat(band("dhcp-a unacked").points())
                .extracting(TimelineModel.Point::value)
                .containsExactly(5.0, 9.0);
        assertThat(band("dhcp-a own free").points())
                .extracting(TimelineModel.Point::value)
                .containsExactly(40.0, 40.0);
        assertThat(band("dhcp-b own free").points())
                .as("the secondary's are the pair's backup")
                .extracting(TimelineModel.Point::value)
                .containsExactly(30.0, 30.0);
        assertThat(band("Alarms and acts").marks())
                .extracting(TimelineModel.Mark::words)
                .containsExactly("dhcp-a: The pool is empty.", "dhcp-b:  has begun to work");
    }

    @Test
    void eventsOfBothServersStandNewestFirst() {
        assertThat(state().entries())
                .extracting(e -> e.server() + " " + e.title())
                .containsExactly(
                        "dhcp-b State NORMAL",
                        "dhcp-a Connected to the partner",
                        "dhcp-a State NORMAL",
                        "dhcp-b  has begun to work",
                        "dhcp-a The pool is empty.",
                        "dhcp-a State COMMUNICATIONS INTERRUPTED",
                        "dhcp-a Connection lost");
    }

    private Entry titled(String title) {
        return state().entries().stream()
                .filter(e -> e.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOpenEventSaysWhyAndWhatCameBeforeIt() {
        first.leasesThen.add(Samples.lease(3, BindingState.ACTIVE));
        model.open(titled("State COMMUNICATIONS INTERRUPTED").id());
        var opened = Objects.requireNonNull(state().opened());
        assertThat(opened.why()).contains("9 s");
        assertThat(opened.ledTitle()).isEqualTo("What came before it about campus");
        assertThat(opened.led())
                .extracting(Entry::title)
                .containsExactly("Connection lost", "Connected to the partner", "State NORMAL");
        model.open(opened.led().get(1).id());
        assertThat(Objects.requireNonNull(state().opened()).event().title())
                .as("walked backwards, out of the span")
                .isEqualTo("Connected to the partner");
    }

    @Test
    void theLeasesOfTheMomentAreShownWithIt() {
        first.leasesThen.add(Samples.lease(3, BindingState.ACTIVE));
        first.leasesThen.add(Samples.lease(4, BindingState.FREE));
        assertThat(state().then()).isEmpty();
        model.choose(NOW - 90_000);
        assertThat(state().momentMillis()).isEqualTo(NOW - 90_000);
        assertThat(state().thenOf()).isEqualTo("Leases at 2026-03-03 14:28:30: 2 known, 1 active");
        assertThat(state().then())
                .extracting(t -> t.address() + " " + t.state() + " " + t.host())
                .containsExactly("10.20.0.13 Active ip-phone-103", "10.20.0.14 Free sensor-gw-104");
        assertThat(Objects.requireNonNull(state().opened()).event().title())
                .as("what was last then")
                .isEqualTo("The pool is empty.");
        model.close();
        assertThat(state().then()).isEmpty();
        assertThat(state().opened()).isNull();
    }

    @Test
    void aLeaseOfTheMomentTellsItsHistory() {
        Reason given = Reason.of(ReasonCode.ACK_SELECTING, Ip4.of("10.20.0.13"));
        for (int i = 0; i < 2; i++) {
            first.past.add(
                    new PastEvent(
                            20 + i,
                            NOW - 150_000 + i * 1_000L,
                            PastKind.LEASE,
                            "10.20.0.13",
                            i == 0 ? "active" : "released",
                            List.of(),
                            given,
                            null));
        }
        model.choose(NOW - 90_000);
        model.lease(Ip4.of("10.20.0.13"));
        var opened = Objects.requireNonNull(state().opened());
        assertThat(opened.event().title()).isEqualTo("10.20.0.13 is released");
        assertThat(opened.led()).extracting(Entry::title).containsExactly("10.20.0.13 is active");
    }

    @Test
    void stepsGoFromEventToEventOrFromStateToState() {
        model.step(false, false);
        assertThat(Objects.requireNonNull(state().opened()).event().id())
                .isEqualTo(state().entries().getFirst().id());
        model.step(false, false);
        assertThat(Objects.requireNonNull(state().opened()).event().title())
                .isEqualTo("Connected to the partner");
        model.step(false, true);
        assertThat(Objects.requireNonNull(state().opened()).event().title())
                .isEqualTo("State NORMAL");
        model.step(false, true);
        assertThat(Objects.requireNonNull(state().opened()).event().title())
                .isEqualTo("State COMMUNICATIONS INTERRUPTED");
        model.step(true, true);
        assertThat(Objects.requireNonNull(state().opened()).event().title())
                .isEqualTo("State NORMAL");
    }

    @Test
    void theSpanFollowsTheTimeUntilSomebodyLooksBack() {
        assertThat(state().following()).isTrue();
        desk.millis += 6_000;
        models.tick();
        assertThat(state().span().toMillis()).isEqualTo(NOW + 6_000);
        model.move(false);
        assertThat(state().following()).isFalse();
        assertThat(state().span().toMillis()).isEqualTo(NOW + 6_000 - 150_000);
        model.zoom(false);
        assertThat(state().span().millis()).isEqualTo(15 * MINUTE);
        model.toBeginning();
        assertThat(state().span().fromMillis()).isEqualTo(NOW - 40 * MINUTE);
        model.toNow();
        assertThat(state().following()).isTrue();
    }

    @Test
    void whatCameBeforeTheSpanIsKnownAlsoWhenItHasGoneOn() {
        for (int i = 0; i < 60; i++) {
            desk.millis += 6_000;
            models.tick();
        }
        assertThat(state().entries()).isEmpty();
        assertThat(words(band("dhcp-a state"))).containsExactly("NORMAL 300");
        model.move(false);
        model.move(false);
        assertThat(words(band("dhcp-a state")).getFirst()).startsWith("NORMAL");
        assertThat(state().entries()).isNotEmpty();
    }

    @Test
    void aYoungRecordIsShownWholeAndOfAnOldOneTheLastHour() {
        assertThat(Span.width(Span.fitting(30_000))).isEqualTo(MINUTE);
        assertThat(Span.width(Span.fitting(4 * MINUTE))).isEqualTo(5 * MINUTE);
        assertThat(Span.width(Span.fitting(40 * MINUTE))).isEqualTo(60 * MINUTE);
        assertThat(Span.width(Span.fitting(9_999 * MINUTE))).isEqualTo(60 * MINUTE);
        var again = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        again.start();
        again.timeline().seen(true);
        assertThat(again.timeline().shown().state().span().millis()).isEqualTo(60 * MINUTE);
    }

    @Test
    void aServerWithoutARecordIsSaidToHaveNone() {
        var alone = new Desk(new FakeChannel());
        var page = new ConsoleModels(alone.session(ConsoleSession.Mode.DEMO), Runnable::run);
        assertThat(Objects.requireNonNull(page.timeline().shown().state().empty()).title())
                .isEqualTo("Reading the record");
        page.timeline().seen(true);
        assertThat(Objects.requireNonNull(page.timeline().shown().state().empty()).title())
                .isEqualTo("No record of the past");
    }

    @Test
    void aServerOfAnOlderVersionHasNoneEither() {
        var channel = new FakeChannel();
        channel.old = true;
        var older = new Desk(channel);
        var page = new ConsoleModels(older.session(ConsoleSession.Mode.DEMO), Runnable::run);
        page.timeline().seen(true);
        assertThat(Objects.requireNonNull(page.timeline().shown().state().empty()).title())
                .isEqualTo("No record of the past");
    }

    @Test
    void aServerThatIsGoneKeepsWhatItToldLast() {
        int before = state().entries().size();
        second.gone = true;
        desk.millis += 6_000;
        models.tick();
        assertThat(state().entries()).hasSize(before);
        assertThat(words(band("dhcp-b state")))
                .as("what nobody can know is not drawn as nothing")
                .containsExactly(
                        "NORMAL 114",
                        "not recorded 115",
                        "does not answer: its record is with it 66");
        assertThat(band("dhcp-b state").stretches().getLast().gap()).isTrue();
        assertThat(words(band("dhcp-a state")).getLast()).isEqualTo("NORMAL 66");
    }

    @Test
    void whatIsSeenIsWrittenToAFileOldestFirst() {
        first.past.add(event(10, NOW - 30_000, PastKind.ORDER, "=1+1, \"quoted\"", null));
        model.toNow();
        model.export();
        assertThat(desk.files.saved).hasSize(1);
        List<String> lines = desk.files.saved.values().iterator().next().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("time,server,event,why");
        assertThat(lines).hasSize(state().entries().size() + 1);
        assertThat(lines.get(1)).contains("dhcp-a,Connection lost,\"Nothing was heard");
        assertThat(lines.getLast()).as("no formula").endsWith("\"'=1+1, \"\"quoted\"\"\"");
        assertThat(state().saved().words()).startsWith(lines.size() - 1 + " events written to");
        desk.files.refusal = "the disk is full";
        model.export();
        assertThat(state().saved().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void everyKindOfEventHasItsWords() {
        for (PastKind kind : PastKind.values()) {
            PastEvent event = event(1, NOW, kind, "done", null);
            assertThat(PastWords.title(event)).as("%s", kind).isNotBlank();
            assertThat(PastWords.tone(event)).isNotNull();
            if (kind != PastKind.LEASE) assertThat(PastWords.more(event)).doesNotContain("{");
        }
        assertThat(PastWords.more(event(1, NOW, PastKind.ORDER, "It answers.", null)))
                .isEqualTo("It answers.");
    }
}
