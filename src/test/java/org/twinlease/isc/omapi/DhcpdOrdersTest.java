package org.twinlease.isc.omapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Preview;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// Of all that a dhcpd would take, two orders are given, each where it is right, and every other is
/// refused with words.
final class DhcpdOrdersTest {

    private static final long NOW = 1_700_000_000;
    private static final Command DOWN = new Command.PartnerDown("fo", NOW);

    private static FailoverView pair(ServerState mine, ServerState partner, long mclt) {
        var link =
                new FailoverView.Link(null, false, null, 3, 3, 10, -1, -1, null, 0, -1, -1, -1, -1);
        Reason why = Reason.of(ReasonCode.PAIR_NOT_TOLD, "fo");
        return new FailoverView(
                "fo", true, mine, false, NOW - 90, why, partner, NOW - 99, mclt, List.of(), -1,
                link);
    }

    private static Preview preview(Command order, ServerState mine, ServerState partner) {
        return DhcpdOrders.preview(order, pair(mine, partner, 3600), NOW);
    }

    @Test
    void partnerDownIsForAServerThatIsInterruptedAndWhosePartnerWasNot() {
        for (ServerState mine : ServerState.values()) {
            for (ServerState partner : ServerState.values()) {
                boolean right =
                        mine == ServerState.COMMUNICATIONS_INTERRUPTED
                                && partner != ServerState.PARTNER_DOWN;
                assertThat(preview(DOWN, mine, partner).allowed())
                        .as("%s with %s", mine, partner)
                        .isEqualTo(right);
            }
        }
        assertThat(preview(DOWN, ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.NORMAL))
                .extracting(Preview::words)
                .asString()
                .contains("from 2023-11-14T23:13:21Z on (MCLT 1 h from now)")
                .contains("since 2023-11-14T22:11:50Z");
    }

    @Test
    void whatADhcpdCannotBeToldWithPartnerDownIsRefused() {
        refuses(new Command.PartnerDown("fo", NOW - 61), "leave out --as-of");
        refuses(new Command.PartnerDown("fo", NOW + 61), "leave out --as-of");
        refuses(new Command.PartnerDown("fo", NOW, true, ""), "--no-leases");
        FailoverView young = pair(ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.NORMAL, 0);
        assertThat(DhcpdOrders.preview(DOWN, young, NOW).words()).contains("MCLT is not known");
        Preview reasoned =
                preview(
                        new Command.PartnerDown("fo", NOW - 5, false, "seen off"),
                        ServerState.COMMUNICATIONS_INTERRUPTED,
                        ServerState.NORMAL);
        assertThat(reasoned.allowed()).isTrue();
        assertThat(reasoned.words()).contains("A dhcpd keeps no reason");
    }

    private static void refuses(Command order, String words) {
        Preview preview =
                preview(order, ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.NORMAL);
        assertThat(preview.allowed()).as("%s", order).isFalse();
        assertThat(preview.words()).contains(words);
    }

    @ParameterizedTest
    @EnumSource(ServerState.class)
    void itIsEndedInNormalOnlyAndNothingElseIsEverDone(ServerState state) {
        Command end = new Command.ShutDown("fo");
        assertThat(preview(end, state, ServerState.NORMAL).allowed())
                .isEqualTo(state == ServerState.NORMAL);
        for (Command other : others()) {
            Preview preview = preview(other, state, ServerState.NORMAL);
            assertThat(preview.allowed()).as("%s in %s", other, state).isFalse();
            assertThat(preview.words()).isNotBlank();
        }
    }

    private static List<Command> others() {
        return List.of(
                new Command.Release(Ip4.ZERO),
                new Command.Unabandon(Ip4.ZERO),
                new Command.MarkDrills(LiveMark.values()[1], 0, "x"),
                new Command.Pause("fo"),
                new Command.Resume("fo"),
                new Command.Rebalance("fo"),
                new Command.FullUpdate("fo"),
                new Command.Recover("fo"),
                new Command.BeginDrill("fo", LiveAct.values()[0], 10, "x"),
                new Command.HoldDrill("fo"),
                new Command.EndDrill("fo"));
    }

    @Test
    void aNameThatThereIsNotIsRefused() {
        @Nullable FailoverView none = null;
        assertThat(DhcpdOrders.preview(DOWN, none, NOW).words()).contains("no failover peer");
    }
}
