package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.lease.Lease;
import org.twinlease.sim.twin.Present.Stand;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// A twin that begins as its pair stands.
final class PresentTest {

    private static final long THEN = 1_700_000_000;
    private static final Ip4 FIRST = Ip4.of("10.0.1.0");
    private static final Stand NORMAL =
            new Stand(true, ServerState.NORMAL, THEN - 500, ServerState.NORMAL, THEN - 500);

    private static Lease lease(int number, BindingState state, long cltt) {
        boolean active = state == BindingState.ACTIVE;
        return new Lease(
                new Ip4(FIRST.bits() + number),
                state,
                active ? Lease.TOLD_ACTIVE : 0,
                active ? HardwareAddress.ethernet(0x02_aa_00_00_00_00L + number) : null,
                null,
                null,
                null,
                cltt,
                active ? cltt + 600 : cltt,
                cltt,
                cltt + 600,
                cltt + 600,
                cltt + 600);
    }

    private static List<Lease> leases(int count) {
        List<Lease> all = new ArrayList<>();
        for (int i = 0; i < count; i++) all.add(lease(i, BindingState.ACTIVE, THEN - 10 - i));
        for (int i = 0; i < count; i++) all.add(lease(500 + i, BindingState.BACKUP, THEN - 900));
        return all;
    }

    private static FailoverView pair(Watched twin, int server) {
        return twin.world.ask(server, new Query.Failover()).getFirst();
    }

    @Test
    void aPairInNormalGoesOnInNormalWithTheLeasesOfBoth() {
        Present stands = new Present(List.of(NORMAL, NORMAL), true);
        List<Lease> leases = leases(20);
        Watched twin = new Watched(Watched.site(1000).at(THEN, leases, leases, stands), 1);
        assertThat(twin.world.taken()).isEqualTo(new TwinWorld.Taken(20, 0));
        for (int server = 0; server < 2; server++) {
            assertThat(twin.world.state(server)).isEqualTo(ServerState.NORMAL);
            LeaseView backup = twin.world.ask(server, new Query.OneLease(Ip4.of("10.0.2.250")));
            assertThat(backup).extracting(LeaseView::state).isEqualTo(BindingState.BACKUP);
        }
        assertThat(pair(twin, 0).link().up()).isTrue();
    }

    @Test
    void twoThatCannotReachEachOtherBeginSo() {
        Stand alone =
                new Stand(
                        true,
                        ServerState.COMMUNICATIONS_INTERRUPTED,
                        THEN - 400,
                        ServerState.NORMAL,
                        THEN - 4000);
        Present stands = new Present(List.of(alone, alone), false);
        Watched twin = new Watched(Watched.site(1000).at(THEN, leases(9), leases(9), stands), 1);
        assertThat(twin.world.isLinkCut()).isTrue();
        for (int server = 0; server < 2; server++) {
            assertThat(twin.world.state(server)).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
            // The twin settles for two minutes after the moment at which its pair was asked.
            long since = TwinWorld.epoch(Watched.NOON) - pair(twin, server).since();
            assertThat(since).isBetween(400L, 700L);
        }
        twin.world.cutLink(false);
        twin.minutes(1);
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.NORMAL);
    }

    @Test
    void aServerThatIsDownBeginsDownWithWhatItsPartnerKnows() {
        Stand left =
                new Stand(
                        true,
                        ServerState.PARTNER_DOWN,
                        THEN - 4000,
                        ServerState.COMMUNICATIONS_INTERRUPTED,
                        THEN - 5000);
        Present stands = new Present(List.of(left, left.mirrored()), false);
        Watched twin = new Watched(Watched.site(1000).at(THEN, leases(9), null, stands), 1);
        assertThat(twin.world.isUp(1)).isFalse();
        assertThat(twin.world.isLinkCut()).isFalse();
        assertThat(twin.world.state(0)).isEqualTo(ServerState.PARTNER_DOWN);
        twin.world.start(1);
        twin.minutes(10);
        assertThat(twin.world.state(0)).isEqualTo(ServerState.NORMAL);
        assertThat(twin.world.state(1)).isEqualTo(ServerState.NORMAL);
        assertThat(twin.world.lost()).isEmpty();
    }

    @Test
    void aClientIsWithTheServerThatHeardItLast() {
        List<Lease> ofA = List.of(lease(1, BindingState.ACTIVE, THEN - 590));
        List<Lease> ofB = List.of(lease(1, BindingState.ACTIVE, THEN - 20));
        Present stands = new Present(List.of(NORMAL, NORMAL), true);
        Site site = Watched.site(100).at(THEN, ofA, ofB, stands);
        assertThat(site.merged()).isEqualTo(ofB);
        assertThat(Watched.site(100).at(THEN, ofB, ofA, stands).merged()).isEqualTo(ofB);
        assertThat(new Watched(site, 1).world.taken()).isEqualTo(new TwinWorld.Taken(1, 0));
    }

    @Test
    void aPairHasTwo() {
        assertThatThrownBy(() -> new Present(List.of(NORMAL), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
