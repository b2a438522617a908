package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.UpdateCause;
import org.twinlease.failover.PairEvent;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.Messages;

/// Why the partner is told of a lease.
final class CausesTest {

    private static final Ip4 ADDRESS = Ip4.of("10.0.0.5");

    private final Causes causes = new Causes();

    private static UpdateCause cause(Ip4 address) {
        return UpdateCause.of(Reason.of(ReasonCode.LEASE_ABANDON_OVER, address));
    }

    private static PairEvent.Message said(boolean outgoing, FailoverMessage message) {
        return new PairEvent.Message("fo", outgoing, message);
    }

    private static FailoverMessage update() {
        var update =
                new BindingUpdate(
                        ADDRESS,
                        BindingState.ACTIVE,
                        null,
                        HardwareAddress.ethernet(1),
                        9,
                        9,
                        1,
                        1,
                        0);
        return update.message();
    }

    @Test
    void onlyAnUpdateThatGoesOutHasACause() {
        causes.put(ADDRESS, cause(ADDRESS));
        assertThat(causes.of(said(true, update()))).isEqualTo(cause(ADDRESS));
        assertThat(causes.of(said(false, update()))).isNull();
        assertThat(causes.of(said(true, BindingAck.accept(ADDRESS).message()))).isNull();
        assertThat(causes.of(said(true, Messages.contact()))).isNull();
    }

    @Test
    void theNewestCauseCountsAndTheOldestAreForgotten() {
        causes.put(ADDRESS, cause(Ip4.of("10.0.0.1")));
        causes.put(ADDRESS, cause(ADDRESS));
        assertThat(causes.of(said(true, update()))).isEqualTo(cause(ADDRESS));
        for (int i = 0; i < 8_191; i++) causes.put(new Ip4(i), cause(new Ip4(i)));
        assertThat(causes.of(said(true, update()))).isEqualTo(cause(ADDRESS));
        causes.put(new Ip4(9_000), cause(ADDRESS));
        assertThat(causes.of(said(true, update()))).isNull();
    }
}
