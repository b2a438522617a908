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
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.stream.Stream;

/// A server that was told that its partner is down, and the partner that comes back.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairConflictTest {

    @TempDir Path folder;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whoIsAloneTakesTheOthersAddressesAfterMclt(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles, "--range", "10.77.0.100 10.77.0.103")) {
            pair.start();
            int client = 1;
            for (Partner lost : new Partner[] {pair.theirs, pair.ours}) {
                Partner left = pair.other(lost);
                lost.kill();
                pair.in(left, ServerState.COMMUNICATIONS_INTERRUPTED);
                left.partnerDown();
                pair.in(left, ServerState.PARTNER_DOWN);
                takeThree(pair, client);
                lost.start();
                pair.normal();
                pair.same();
                giveBack(pair, client);
                client += 40;
            }
            pair.clean();
        }
    }

    /// Two addresses are the server's own, the third it may give when MCLT has passed.
    private static void takeThree(PairLab pair, int from) {
        for (int i = from; i < from + 3; i++) {
            int client = i;
            pair.await(
                    "client " + client + " gets an address",
                    () -> pair.clients.ask("dora", client, "--wait", "1").getLast().is("ACK"));
        }
    }

    private static void giveBack(PairLab pair, int from) {
        for (int i = 0; i < 3; i++) {
            var _ = pair.clients.ask("release", from + i);
        }
        pair.await(
                "everything is free again",
                () -> PairLab.count(pair.primary, BindingState.ACTIVE) == 0);
        pair.same();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void twoThatWereAloneSettleWhatTheyDidAndAnInterruptionDoesNotHurt(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            apart(pair, 1);
            pair.heal();
            pair.normal();
            pair.same();

            apart(pair, 60);
            pair.fault("delay", pair.theirs, "1500");
            pair.heal(pair.ours);
            pair.in(pair.theirs, ServerState.POTENTIAL_CONFLICT);
            pair.fault("cut", pair.ours, "tcp-reset");
            pair.await(
                    "a conflict is interrupted",
                    () ->
                            Stream.of(pair.ours, pair.theirs)
                                    .anyMatch(p -> p.mine() == ServerState.RESOLUTION_INTERRUPTED));
            pair.heal();
            pair.normal();
            pair.same();
            pair.clean();
        }
    }

    /// Both are told that the other is down, and each gives its own addresses out.
    private static void apart(PairLab pair, int from) {
        pair.fault("cut", pair.ours, "tcp-reset");
        pair.in(pair.ours, ServerState.COMMUNICATIONS_INTERRUPTED);
        pair.in(pair.theirs, ServerState.COMMUNICATIONS_INTERRUPTED);
        pair.ours.partnerDown();
        pair.theirs.partnerDown();
        pair.in(pair.ours, ServerState.PARTNER_DOWN);
        pair.in(pair.theirs, ServerState.PARTNER_DOWN);
        pair.await(
                "both answer everybody",
                () -> pair.clients.ask("discover", from, "--wait", "0.7").size() == 2);
        int client = from;
        for (Partner side : new Partner[] {pair.ours, pair.theirs}) {
            Ip4 given = pair.clients.bind(client++, "--server", side.address().toString());
            assertThat(PairLab.state(side, given)).isEqualTo(BindingState.ACTIVE);
        }
    }
}
