package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.stream.Stream;

/// One half dies and comes back, with what it knew or without.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairReturnTest {

    @TempDir Path folder;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whoIsKilledComesBackWithinMcltAndAfterIt(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            int client = 1;
            for (double seconds : new double[] {0, 16}) {
                for (Partner lost : new Partner[] {pair.theirs, pair.ours}) {
                    Partner left = pair.other(lost);
                    pair.clients.bind(pair.clientOf(lost, client, 128));
                    lost.kill();
                    double since = PairLab.clock();
                    pair.in(left, ServerState.COMMUNICATIONS_INTERRUPTED);
                    Probe.Reply grant = pair.clients.bound(client + 20);
                    assertThat(grant.server()).isEqualTo(left.address());
                    pair.pass(since, seconds);
                    lost.start();
                    pair.normal();
                    pair.same();
                    client += 40;
                }
            }
            pair.clean();
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whoLostItsLeasesGetsThemBackFromTheOther(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            int client = 1;
            for (Partner lost : new Partner[] {pair.theirs, pair.ours}) {
                Ip4 first = pair.clients.bind(pair.clientOf(lost, client, 128));
                Ip4 second = pair.clients.bind(pair.clientOf(pair.other(lost), client, 128));
                pair.same();
                lost.kill();
                lost.forget();
                lost.start();
                pair.in(pair.other(lost), ServerState.PARTNER_DOWN);
                pair.normal();
                pair.same();
                assertThat(lost.leases()).containsKeys(first, second);
                client += 40;
            }
            pair.clean();
        }
    }
}
