package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.value.BindingState;
import org.twinlease.value.Now;
import org.twinlease.value.ReasonCode;

/// What clients give back.
class GiveBackTest {
    private static final String MAC = "02:00:00:00:00:0a";

    private final Scene scene = new Scene(Site.small());
    private final Guest guest = scene.guest(MAC);

    @Test
    void aLeaseThatIsGivenBackEndsNow() {
        String address = guest.joins();
        scene.pass(100);
        guest.releases(address).mustBe("noted");
        assertThat(scene.lease(address).ends()).isEqualTo(scene.clock());
    }

    /// A server that stood still reads old words after its partner has served the client again:
    /// with a late end it would win over the partner's newer binding.
    @Test
    void whatWaitedToBeReadEndedTheLeaseWhenItWasSaid() {
        String address = guest.joins();
        scene.pass(300).late(120);
        guest.releases(address).mustBe("noted");
        assertThat(scene.lease(address).ends()).isEqualTo(scene.clock() - 120);
    }

    @Test
    void whatWasSaidBeforeTheBindingThatIsThereChangesNothing() {
        String address = guest.joins();
        scene.pass(100).late(120);
        Heard heard = guest.releases(address).mustBe("silence");
        assertThat(heard.why()).containsExactly(ReasonCode.SILENT_LATE);
        assertThat(scene.state(address)).isEqualTo(BindingState.ACTIVE);
    }

    @Test
    void aFewSecondsAreNoWaiting() {
        Now now = new Now(1_700_000_100_000L, 100_000);
        assertThat(Arrival.waited(new Now(1_700_000_095_000L, 95_000), now)).isZero();
        assertThat(Arrival.waited(new Now(1_700_000_094_000L, 94_000), now)).isEqualTo(6);
        // A machine that slept: only the wall clock went on.
        assertThat(Arrival.waited(new Now(1_700_000_000_000L, 99_000), now)).isEqualTo(100);
        // A wall clock that was set back.
        assertThat(Arrival.waited(new Now(1_700_009_000_000L, 90_000), now)).isEqualTo(10);
    }
}
