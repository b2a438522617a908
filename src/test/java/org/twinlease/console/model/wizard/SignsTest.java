package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.control.PacketView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// What clients' packets say of a partner that is missed.
final class SignsTest {

    private static final long SECOND = Samples.NOW / 1_000;
    private static final Reason TOOK =
            Reason.of(ReasonCode.SILENT_OTHER_SERVER, Ip4.of("10.0.0.2"));
    private static final Reason REBOUND = Reason.of(ReasonCode.ACK_REBINDING, Samples.address(1));
    private static final Reason LEFT =
            Reason.of(ReasonCode.SILENT_PARTNERS_CLIENT, 200L, "campus", 0L, 3L);

    private final Signs signs = new Signs();

    private void hear(long sequence, long second, Reason... reasons) {
        signs.add(
                new PacketView(
                        sequence,
                        second * 1_000,
                        "DHCPREQUEST",
                        null,
                        Samples.hardware(1),
                        null,
                        null,
                        Samples.address(1),
                        Ip4.ZERO,
                        1,
                        -1,
                        List.of(reasons)));
    }

    @Test
    void eachIsCountedInItsSecond() {
        hear(1, SECOND, LEFT);
        hear(2, SECOND + 1, REBOUND);
        hear(3, SECOND + 2, TOOK);
        assertThat(signs.between(SECOND, SECOND + 3))
                .isEqualTo(new Signs.Seen(3, 1, "10.0.0.2", 1, 1));
        assertThat(signs.between(SECOND + 1, SECOND + 2)).isEqualTo(new Signs.Seen(1, 0, "", 1, 0));
        assertThat(signs.between(SECOND + 3, Long.MAX_VALUE)).isEqualTo(Signs.Seen.NOTHING);
        assertThat(signs.between(SECOND + 3, SECOND)).isEqualTo(Signs.Seen.NOTHING);
    }

    @Test
    void whatWasToldAndAskedForAsWellIsCountedOnce() {
        hear(5, SECOND + 5, TOOK);
        for (int i = 1; i <= 6; i++) hear(i, SECOND + i, TOOK);
        assertThat(signs.between(0, Long.MAX_VALUE).tookOther()).isEqualTo(6);
    }

    @Test
    void aServerThatWasRestartedCountsFromTheBeginning() {
        hear(900, SECOND, REBOUND);
        hear(1, SECOND + 9, REBOUND);
        hear(2, SECOND + 10, REBOUND);
        hear(2, SECOND + 10, REBOUND);
        assertThat(signs.between(0, Long.MAX_VALUE).rebound()).isEqualTo(3);
    }

    @Test
    void anHourIsKept() {
        for (int i = 0; i < 5_000; i++) hear(i, SECOND + i, LEFT);
        assertThat(signs.between(0, Long.MAX_VALUE).packets()).isEqualTo(3_600);
        assertThat(signs.between(SECOND, SECOND + 1_400)).isEqualTo(Signs.Seen.NOTHING);
    }
}
