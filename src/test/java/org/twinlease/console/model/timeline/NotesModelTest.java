package org.twinlease.console.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.Pairs;
import org.twinlease.console.model.timeline.Comparison.Change;
import org.twinlease.console.model.timeline.Comparison.Line;
import org.twinlease.console.model.timeline.NotesModel.Bookmark;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Objects;

/// A person who gives moments names, compares two of them and hands on the story.
final class NotesModelTest {

    private static final long MINUTE = 60_000;
    private static final long NOW = Samples.NOW;
    private static final long LOST = NOW - 3 * MINUTE;
    private static final long BACK = NOW - MINUTE;

    private final FakeChannel channel = Samples.office();
    private final Desk desk = new Desk(channel);
    private TimelineModel model;

    @BeforeEach
    void open() {
        channel.pairs = List.of(Pairs.of("campus", true, 0));
        channel.past.addAll(
                List.of(
                        event(0, NOW - 40 * MINUTE, PastKind.STATE, "campus", "normal"),
                        event(1, NOW - 40 * MINUTE, PastKind.LINK, "campus", "up"),
                        event(2, LOST, PastKind.LINK, "campus", "down"),
                        event(
                                3,
                                LOST + 1_000,
                                PastKind.STATE,
                                "campus",
                                "communications-interrupted"),
                        event(
                                4,
                                NOW - 2 * MINUTE,
                                PastKind.ALARM,
                                "",
                                "The pool <voice> is empty."),
                        event(5, NOW - 90_000, PastKind.CONFIGURED, "", "4 subnets"),
                        event(6, BACK, PastKind.STATE, "campus", "normal"),
                        event(7, BACK, PastKind.LINK, "campus", "up")));
        LeaseView stays = lease(10, BindingState.ACTIVE, 1);
        channel.leasesAt.put(0L, List.of(stays, lease(11, BindingState.ACTIVE, 2)));
        channel.leasesAt.put(
                BACK,
                List.of(
                        stays,
                        lease(11, BindingState.RELEASED, 2),
                        lease(12, BindingState.ACTIVE, 3)));
        model = start(ConsoleSession.Mode.SERVER);
    }

    private static PastEvent event(
            long sequence, long at, PastKind kind, String subject, String words) {
        return new PastEvent(sequence, at, kind, subject, words, List.of(), null, null);
    }

    private static LeaseView lease(int last, BindingState state, int client) {
        long now = NOW / 1_000;
        return new LeaseView(
                Ip4.of("10.20.8." + last),
                state,
                Samples.hardware(client),
                null,
                Samples.host(client),
                now - 100,
                now + 3_500,
                now - 100,
                false,
                false,
                0);
    }

    private TimelineModel start(ConsoleSession.Mode mode) {
        var models = new ConsoleModels(desk.session(mode), Runnable::run);
        models.start();
        TimelineModel timeline = models.timeline();
        timeline.seen(true);
        return timeline;
    }

    private NotesModel.State notes() {
        return model.shown().state().notes();
    }

    private Comparison compared() {
        return Objects.requireNonNull(notes().compared());
    }

    private static @Nullable Line line(Comparison comparison, String what) {
        return comparison.facts().stream()
                .filter(line -> line.what().equals(what))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aMomentIsNamedAfterItsEventThenByAPersonAndFoundAgainInAnotherSession() {
        model.choose(LOST + 1_500);
        model.bookmark();
        assertThat(notes().bookmarks())
                .extracting(Bookmark::name)
                .containsExactly("State COMMUNICATIONS INTERRUPTED");
        model.notes().rename("  the switch \t failed ");
        assertThat(Objects.requireNonNull(notes().here()).name()).isEqualTo("the switch failed");
        model.notes().rename(" ");
        assertThat(Objects.requireNonNull(notes().here()).name())
                .as("no name is no name")
                .isEqualTo("the switch failed");
        model = start(ConsoleSession.Mode.SERVER);
        assertThat(notes().bookmarks()).hasSize(1);
        assertThat(notes().here()).isNull();
        model.go(notes().bookmarks().getFirst().atMillis());
        assertThat(model.shown().state().momentMillis()).isEqualTo(LOST + 1_500);
        assertThat(Objects.requireNonNull(notes().here()).name()).isEqualTo("the switch failed");
        assertThat(model.shown().state().bands().getLast().name()).isEqualTo("Bookmarks");
        model.notes().remove();
        assertThat(notes().bookmarks()).isEmpty();
        assertThat(start(ConsoleSession.Mode.SERVER).shown().state().notes().bookmarks()).isEmpty();
    }

    @Test
    void withoutAMomentThisOneIsNamed() {
        model.bookmark();
        assertThat(Objects.requireNonNull(notes().here()).atMillis()).isEqualTo(NOW);
    }

    @Test
    void whatIsDoneInTheDemonstrationIsNotKept() {
        model = start(ConsoleSession.Mode.DEMO);
        model.choose(LOST);
        model.bookmark();
        assertThat(notes().bookmarks()).hasSize(1);
        assertThat(desk.stored).doesNotContainKey("timeline.bookmarks");
    }

    @Test
    void twoMomentsAreComparedInTheOrderOfTime() {
        model.choose(NOW - 30_000);
        model.notes().compare();
        assertThat(notes().asked()).startsWith("Choose another moment");
        assertThat(notes().compared()).isNull();
        model.choose(NOW - 150_000);
        assertThat(notes().asked()).isEmpty();
        assertThat(compared().loading()).isFalse();
        assertThat(line(compared(), "dhcp-a state"))
                .isEqualTo(new Line("dhcp-a state", "COMMUNICATIONS INTERRUPTED", "NORMAL", true));
        assertThat(line(compared(), "Connection"))
                .isEqualTo(new Line("Connection", "not connected", "connected", true));
        assertThat(line(compared(), "Leases: Active"))
                .isEqualTo(new Line("Leases: Active", "2", "2", false));
        assertThat(line(compared(), "Leases: Released"))
                .isEqualTo(new Line("Leases: Released", "0", "1", true));
        assertThat(line(compared(), "dhcp-a: configuration"))
                .isEqualTo(
                        new Line(
                                "dhcp-a: configuration", "", "another is served: 4 subnets", true));
        assertThat(line(compared(), "dhcp-a: alarms in between"))
                .isEqualTo(new Line("dhcp-a: alarms in between", "", "1", true));
        assertThat(compared().leases())
                .containsExactly(
                        new Change(
                                Ip4.of("10.20.8.11"),
                                "Active",
                                "Released",
                                compared().leases().getFirst().tone(),
                                Samples.hardware(2).toString()),
                        new Change(
                                Ip4.of("10.20.8.12"),
                                "no client",
                                "Active",
                                Tone.GOOD,
                                Samples.hardware(3).toString()));
        assertThat(compared().more()).contains("2 are not what they were");
        model.notes().compare();
        assertThat(notes().compared()).isNull();
    }

    @Test
    void aConfigurationThatStayedIsSaidToAndAMomentHasToBeChosenFirst() {
        model.notes().compare();
        assertThat(notes().asked()).startsWith("Choose a moment first");
        model.choose(NOW - 30_000);
        model.notes().compare();
        model.choose(NOW - 10_000);
        assertThat(Objects.requireNonNull(line(compared(), "dhcp-a: configuration")).differs())
                .isFalse();
        assertThat(compared().leases()).isEmpty();
        model.close();
        assertThat(notes().fromMillis()).isZero();
    }

    @Test
    void theStoryIsHandedOnInTwoFormsWithWhatWasNamedAndCompared() {
        model.choose(NOW - 30_000);
        model.bookmark();
        model.notes().rename("well again");
        model.notes().compare();
        model.choose(NOW - 150_000);
        model.story();
        assertThat(desk.files.saved.keySet())
                .hasSize(2)
                .allMatch(name -> name.matches("story-\\d{8}-\\d{6}\\.(html|pdf)"));
        String html = of(".html");
        assertThat(html)
                .contains("<h1>The story of campus</h1>")
                .contains("The pool &lt;voice&gt; is empty.")
                .contains("well again")
                .contains(" compared with ")
                .contains("10.20.8.12")
                .contains("<svg")
                .contains("NORMAL")
                .doesNotContain("<script")
                .doesNotContain("DEMO");
        assertThat(html.indexOf("Connection lost"))
                .as("oldest first")
                .isLessThan(html.indexOf("Another configuration"))
                .isPositive();
        assertThat(of(".pdf")).startsWith("%PDF-");
        assertThat(model.shown().state().saved().words()).startsWith("Story written to");
        desk.files.refusal = "the disk is full";
        model.story();
        assertThat(model.shown().state().saved().tone()).isEqualTo(Tone.BAD);
    }

    private String of(String ending) {
        return desk.files.saved.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ending))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void theStoryOfADemonstrationSaysThatItIsOne() {
        model = start(ConsoleSession.Mode.DEMO);
        model.story();
        assertThat(of(".html")).contains("A demonstration");
    }
}
