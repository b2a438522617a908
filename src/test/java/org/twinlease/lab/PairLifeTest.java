package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The daily life of a pair: clients come and go on each side.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairLifeTest {

    @TempDir Path folder;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void clientsOfEachSideComeRenewLeaveDeclineAndEnd(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            pair.same();
            assertThat(PairLab.count(pair.primary, BindingState.BACKUP)).isEqualTo(10);
            List<Ip4> ended = new ArrayList<>();
            for (Partner side : List.of(pair.primary, pair.secondary)) {
                ended.add(lifeOn(pair, side));
            }
            pair.same();
            for (Ip4 address : ended) {
                pair.await(
                        address + " has ended on both",
                        () ->
                                Stream.of(pair.primary, pair.secondary)
                                        .map(p -> PairLab.state(p, address))
                                        .noneMatch(s -> s == BindingState.ACTIVE));
            }
            pair.same();
            pair.clean();
        }
    }

    /// One client that renews and then ends, one that releases, one that declines; the address of
    /// the one that ends. The renewal comes first: what the others need can outlast 15 seconds.
    private static Ip4 lifeOn(PairLab pair, Partner side) {
        int first = pair.clientOf(side, 1, 128);
        Probe.Reply grant = pair.clients.bound(first);
        assertThat(grant.server()).isEqualTo(side.address());
        assertThat(grant.lease()).as("the first lease is MCLT long").isEqualTo(15);
        pair.both(grant.address(), BindingState.ACTIVE);
        pair.same();

        // Within the first quarter a renewal is answered from what is known and told to nobody.
        pair.pass(grant.at(), 4);
        Probe.Reply renewal = pair.clients.ask("renew", first).getLast();
        assertThat(renewal.reply()).isEqualTo("ACK");
        assertThat(renewal.address()).isEqualTo(grant.address());
        assertThat(renewal.lease()).as("the partner knows, so it is long").isGreaterThan(15);
        pair.same();

        int second = pair.clientOf(side, first + 1, 128);
        Ip4 released = pair.clients.bind(second);
        pair.both(released, BindingState.ACTIVE);
        var _ = pair.clients.ask("release", second);
        pair.await(
                released + " is given back on both",
                () ->
                        Stream.of(pair.primary, pair.secondary)
                                .allMatch(p -> isFree(PairLab.state(p, released))));
        pair.same();

        int third = pair.clientOf(side, second + 1, 128);
        Ip4 declined = pair.clients.bind(third);
        var _ = pair.clients.ask("decline", third);
        pair.both(declined, BindingState.ABANDONED);
        pair.same();
        return grant.address();
    }

    private static boolean isFree(BindingState state) {
        return state == BindingState.FREE || state == BindingState.BACKUP;
    }
}
