package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.drill.VerdictPicture.Figure;
import org.twinlease.console.model.drill.VerdictPicture.Ruling;
import org.twinlease.drill.Library;
import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Scenario;

import java.util.Objects;

/// What came of a drill, as it stands on the page.
final class VerdictPictureTest {

    private static VerdictPicture.State over(String name) {
        Scenario scenario = Objects.requireNonNull(Library.scenario(name));
        Twin twin = new Twin(scenario, Original.demo(scenario), 1);
        twin.finish();
        return VerdictPicture.of(Glance.of(twin));
    }

    private static Figure figure(VerdictPicture.State state, String label) {
        return state.figures().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void doubledAddressesAreNamedWithBothOwners() {
        var state = over("partner-down-too-early");
        Figure doubled = figure(state, "Addresses doubled");
        assertThat(doubled.value()).isEqualTo("34");
        assertThat(doubled.tone()).isEqualTo(Tone.BAD);
        assertThat(doubled.details().getFirst())
                .startsWith("10.0.1.3 at 12:17:24: ")
                .contains(" has it from B, ")
                .endsWith(" from A");
        assertThat(doubled.causes()).contains("12:05:00 operator: partner-down on A as of 12:01");
        assertThat(state.worstClock()).isEqualTo("12:17:24");
        assertThat(state.worst()).startsWith("An address is doubled: 10.0.1.3 ");
        assertThat(state.causes()).isEqualTo(doubled.causes());
        assertThat(state.title().tone()).as("which is what it shows").isEqualTo(Tone.GOOD);
        assertThat(figure(state, "Fewest addresses left, B").tone()).isEqualTo(Tone.WATCH);
    }

    @Test
    void whoWaitedForMcltIsNamedWithWhatItWasTold() {
        var state = over("mclt-too-long");
        Figure mclt = figure(state, "Waited for MCLT");
        assertThat(Integer.parseInt(mclt.value())).isPositive();
        assertThat(mclt.tone()).isEqualTo(Tone.WATCH);
        assertThat(mclt.details()).hasSizeLessThanOrEqualTo(21);
        assertThat(mclt.causes()).isNotEmpty();
    }

    @Test
    void aLongWaitOfANewClientIsWorthWatchingAndOfOneThatRenewsIsNot() {
        var calm = over("primary-dies-at-noon");
        assertThat(figure(calm, "Longest wait, renewing").value()).isEqualTo("22 min 30 s");
        assertThat(figure(calm, "Longest wait, renewing").tone()).isEqualTo(Tone.PLAIN);
        assertThat(figure(calm, "Longest wait, new").tone()).isEqualTo(Tone.PLAIN);
        assertThat(figure(calm, "Renewals refused").value()).isEqualTo("0");
        assertThat(figure(calm, "Renewals refused").details()).isEmpty();
        assertThat(figure(calm, "To NORMAL after the last act").value()).isEqualTo("0 s");
        var dry = over("pool-runs-dry");
        assertThat(figure(dry, "Longest wait, new").tone()).isEqualTo(Tone.WATCH);
    }

    @Test
    void whatIsLostIsNamed() {
        var state = over("lost-lease-file");
        int lost = Integer.parseInt(figure(state, "Leases lost").value());
        assertThat(figure(state, "Leases lost").details().isEmpty()).isEqualTo(lost == 0);
    }

    @Test
    void beforeItIsOverNothingIsJudged() {
        Scenario scenario = Objects.requireNonNull(Library.scenario("partner-down-too-early"));
        Twin twin = new Twin(scenario, Original.demo(scenario), 1);
        twin.runTo(12 * 3_600 + 45 * 60);
        var state = VerdictPicture.of(Glance.of(twin));
        assertThat(state.title().words()).isEqualTo("So far");
        assertThat(state.rulings()).hasSize(4);
        assertThat(state.rulings()).extracting(Ruling::tone).containsOnly(Tone.PLAIN);
        assertThat(state.rulings())
                .extracting(Ruling::found)
                .containsOnly("judged when the drill is over");
        assertThat(state.worst()).isEmpty();
        // What has gone wrong is said at once.
        assertThat(figure(state, "Addresses doubled").value()).isEqualTo("18");
    }
}
