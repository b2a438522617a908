package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.StoryLine;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// Why a client got a shorter lease than it is configured to get.
final class LeaseLimitTest {

    private static StoryLine line(long secondsAgo, String answer, Reason... reasons) {
        long at = Samples.NOW - secondsAgo * 1_000;
        return new StoryLine(at, "DHCPREQUEST", answer, List.of(reasons));
    }

    private static StoryLine limited(long secondsAgo) {
        return line(secondsAgo, "DHCPACK", Reason.of(ReasonCode.TIME_MCLT, 3_600L, 28_800L));
    }

    private static StoryLine whole(long secondsAgo) {
        return line(secondsAgo, "DHCPACK", Reason.of(ReasonCode.TIME_DEFAULT, 28_800L));
    }

    private static String of(StoryLine... story) {
        return LeaseLimit.of(List.of(story), ZoneOffset.UTC);
    }

    @Test
    void aFirstLeaseSaysItsReasonAndWhatComes() {
        assertThat(of(limited(60)))
                .isEqualTo(
                        "At 14:29:00: The lease is for 1 h instead of 8 h: more may not be promised"
                                + " before the failover partner has confirmed it (MCLT). From the"
                                + " next renewal on it gets the whole time.");
    }

    @Test
    void afterARenewalTheFirstOneIsThePast() {
        assertThat(of(limited(120), whole(60)))
                .startsWith("First, at 14:28:00: The lease is for 1 h instead of 8 h")
                .endsWith("Since its renewal it gets the whole time.");
    }

    @Test
    void whatWasOfferedOrNeverLimitedSaysNothing() {
        assertThat(of()).isEmpty();
        assertThat(of(whole(60))).isEmpty();
        assertThat(of(line(9, "DHCPOFFER", Reason.of(ReasonCode.TIME_MCLT, 3_600L, 28_800L))))
                .isEmpty();
    }

    @Test
    void aClientThatAskedTheOtherServerHasItsReasonThere() {
        FakeChannel first = Samples.office();
        FakeChannel second = Samples.office();
        first.story.clear();
        second.story.clear();
        second.story.add(limited(60));
        var desk = new Desk(first);
        desk.channels = List.of(first, second);
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        models.start();
        LeasesModel leases = models.chosen().leases();
        leases.open(Samples.address(3));
        leases.tick();
        leases.settle();
        assertThat(Objects.requireNonNull(leases.shown().state().drawer()).limit())
                .startsWith("At 14:29:00: The lease is for 1 h instead of 8 h");
    }
}
