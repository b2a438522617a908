package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who answers whom, and who may give what.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairShareTest {

    @TempDir Path folder;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    static Stream<Arguments> splits() {
        return Roles.all()
                .flatMap(
                        roles ->
                                IntStream.of(0, 64, 128, 255, 256)
                                        .mapToObj(split -> Arguments.of(roles, split)));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void everyClientIsAnsweredByTheServerOfItsHash(Roles roles, int split) {
        try (PairLab pair = PairLab.up(folder, roles, "--split", Integer.toString(split))) {
            pair.start();
            pair.same();
            for (int client = 1; client <= 6; client++) {
                Partner its = PairLab.isPrimarys(client, split) ? pair.primary : pair.secondary;
                Set<Ip4> servers =
                        pair.clients.ask("discover", client, "--wait", "0.7").stream()
                                .map(Probe.Reply::server)
                                .collect(Collectors.toSet());
                assertThat(servers).as("client %d", client).containsExactly(its.address());
            }
            // One that has waited longer than the limit is answered by both.
            assertThat(pair.clients.ask("discover", 7, "--secs", "9", "--wait", "0.7")).hasSize(2);
            pair.clean();
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whoRunsOutOfAddressesIsGivenSomeOfThePartners(Roles roles) {
        try (PairLab pair =
                PairLab.up(folder, roles, "--fo-extra", "min-balance 2; max-balance 4;")) {
            pair.start();
            pair.same();
            int client = 1;
            for (Partner side : List.of(pair.primary, pair.secondary)) {
                long before = free(pair, side);
                for (int i = 0; i < before - 1; i++) {
                    client = pair.clientOf(side, client, 128);
                    pair.clients.bind(client++);
                }
                pair.await("the partner gives some", () -> free(pair, side) > 2);
                pair.same();
            }
            pair.clean();
        }
    }

    /// How many addresses a side may give, as its partner has it.
    private static long free(PairLab pair, Partner side) {
        if (side.equals(pair.secondary)) {
            return PairLab.count(pair.primary, BindingState.BACKUP);
        }
        long taken =
                pair.secondary.leases().values().stream()
                        .filter(l -> l.state() != BindingState.FREE)
                        .count();
        return 20 - taken;
    }
}
