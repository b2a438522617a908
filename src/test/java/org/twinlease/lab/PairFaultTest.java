package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.stream.Stream;

/// What the network does to a pair: both go on alone, and agree when it is over.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairFaultTest {

    @TempDir Path folder;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void bothServeWhileTheLinkIsCutAndAgreeAfterIt(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            aCutLink(pair, 1, pair.theirs, "tcp");
            aCutLink(pair, 40, pair.ours, "tcp-reset");
            aCutLink(pair, 80, pair.ours, "tcp");
            pair.clean();
        }
    }

    /// Clients of each side are served by whoever answers first, from its own addresses.
    private static void aCutLink(PairLab pair, int from, Partner at, String how) {
        pair.fault("cut", at, how);
        pair.in(pair.ours, ServerState.COMMUNICATIONS_INTERRUPTED);
        pair.in(pair.theirs, ServerState.COMMUNICATIONS_INTERRUPTED);
        for (Partner side : new Partner[] {pair.ours, pair.theirs}) {
            int client = pair.clientOf(side, from, 128);
            Probe.Reply grant = pair.clients.bound(client, "--server", side.address().toString());
            assertThat(grant.server()).isEqualTo(side.address());
            assertThat(grant.lease()).isLessThanOrEqualTo(15);
        }
        pair.heal();
        pair.normal();
        pair.same();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void oneServesWhileTheOtherIsOutOfReachOrSlow(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            for (Partner lost : new Partner[] {pair.theirs, pair.ours}) {
                Partner left = pair.other(lost);
                pair.fault("cut", lost, "blackhole");
                pair.in(left, ServerState.COMMUNICATIONS_INTERRUPTED);
                // A client that waits is answered whatever the hash says.
                int client = pair.clientOf(lost, lost.equals(pair.ours) ? 50 : 1, 128);
                assertThat(pair.clients.bound(client).server()).isEqualTo(left.address());
                pair.heal();
                pair.normal();
                pair.same();
            }
            pair.fault("delay", pair.theirs, "400");
            // Two times 400 ms and a busy machine can be more than a client waits for an answer;
            // then
            // it asks again.
            for (int client = 100; client < 104; client++)
                pair.clients.bind(client, "--retry", "4");
            pair.same();
            assertThat(pair.ours.mine()).isEqualTo(ServerState.NORMAL);
            assertThat(pair.theirs.mine()).isEqualTo(ServerState.NORMAL);
            pair.heal();
            pair.normal();
            pair.same();
            pair.clean();
        }
    }
}
