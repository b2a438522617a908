package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.cli.Terminals;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// Scripts look for dhcpd's words.
final class DhcpdLogTest {

    private static final Ip4 ADDRESS = Ip4.of("10.0.0.9");
    private final Terminals terminal = new Terminals();

    private String said(String received, @Nullable String answer, Reason... reasons) {
        var packet =
                new PacketView(
                        1,
                        0,
                        received,
                        answer,
                        HardwareAddress.ethernet(0x0200_0000_0001L),
                        null,
                        null,
                        ADDRESS,
                        Ip4.ZERO,
                        1,
                        0,
                        List.of(reasons));
        new DhcpdLog(terminal.terminal(), List.of("eth0")).on(new Notice.PacketSeen(packet));
        return terminal.complaints();
    }

    @Test
    void aLeaseThatStaysAsItIsIsToldBeforeItsMessages() {
        Reason reason = Reason.of(ReasonCode.TIME_UNCHANGED, 89L, 1L, 25L);
        assertThat(said("DHCPREQUEST", "DHCPACK", reason).lines())
                .containsExactly(
                        "reuse_lease: lease age 1 (secs) under 25% threshold, reply with unaltered,"
                                + " existing lease for 10.0.0.9",
                        "DHCPREQUEST for 10.0.0.9 from 02:00:00:00:00:01 via eth0",
                        "DHCPACK on 10.0.0.9 to 02:00:00:00:00:01 via eth0");
    }

    @Test
    void aSilenceBeginsWithDhcpdsWordsAndEndsWithThisProgramsReason() {
        Reason reason = Reason.of(ReasonCode.SILENT_LEASE_LIMIT, "modem", 1L);
        assertThat(said("DHCPDISCOVER", null, reason))
                .startsWith(
                        "DHCPDISCOVER from 02:00:00:00:00:01 via eth0: no available billing: lease"
                            + " limit reached in all matching classes (last: 'modem'). No answer");
    }

    @Test
    void aRefusalSaysWhyInItsRequest() {
        Reason reason = Reason.of(ReasonCode.NAK_WRONG_NETWORK, ADDRESS, "10.1.0.0/24");
        assertThat(said("DHCPREQUEST", "DHCPNAK", reason).lines())
                .containsExactly(
                        "DHCPREQUEST for 10.0.0.9 from 02:00:00:00:00:01 via eth0: wrong network.",
                        "DHCPNAK on 10.0.0.9 to 02:00:00:00:00:01 via eth0");
    }
}
