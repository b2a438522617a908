package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.BindingState;
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Live drills by the command, on servers in hosts of their own: what the partner and clients see
/// of them, and that a leader who dies leaves nothing closed.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairLiveDrillTest {

    private static final String PROGRAM = Lab.PROGRAM.toString();

    @TempDir Path folder;

    private PairLab up(Roles roles) {
        return PairLab.up(folder, roles, "--mclt", "120", "--lease", "240");
    }

    private static Lab.Run live(OurPartner at, List<String> before, String name, String seconds) {
        var words = new ArrayList<>(before);
        words.addAll(List.of(PROGRAM, "drill", "live", name));
        boolean primary = at.seat().dir().toString().endsWith("primary");
        return at.run(
                words,
                "--on",
                primary ? "A" : "B",
                "--for",
                seconds,
                "--reason",
                "lab",
                "--i-have-checked");
    }

    @ParameterizedTest
    @EnumSource(names = {"OURS_ONLY", "OURS_SECONDARY"})
    void aServerThatStopsServingIsMissedAndComesBackByItself(Roles roles) {
        try (PairLab pair = up(roles)) {
            pair.start();
            OurPartner ours = (OurPartner) pair.ours;
            Lab.Run refused = live(ours, List.of(), "stop-serving", "30s");
            assertThat(refused.code()).as(refused.out()).isEqualTo(1);
            assertThat(refused.out()).contains("not marked");
            ours.run(List.of(PROGRAM, "drill", "mark", "lab"), "--reason", "namespaces")
                    .mustBeGood();
            var before = pair.clients.bind(pair.clientOf(pair.ours, 1, 128));
            pair.both(before, BindingState.ACTIVE);

            var drill =
                    CompletableFuture.supplyAsync(
                            () -> live(ours, List.of(), "stop-serving", "30s"),
                            Thread::startVirtualThread);
            pair.in(pair.theirs, ServerState.COMMUNICATIONS_INTERRUPTED);
            // Whose the client is does not matter: only one answers.
            var given = pair.clients.bind(pair.clientOf(pair.theirs, 20, 128));
            assertThat(PairLab.state(pair.theirs, given)).isEqualTo(BindingState.ACTIVE);
            assertThat(PairLab.state(pair.ours, given)).isNotEqualTo(BindingState.ACTIVE);

            Lab.Run led = drill.join();
            assertThat(led.code()).as(led.out()).isZero();
            assertThat(led.out()).contains("the drill is over: over", "in normal again");
            pair.normal();
            pair.both(given, BindingState.ACTIVE);
            pair.both(before, BindingState.ACTIVE);
            pair.same();
            pair.clean();
        }
    }

    @Test
    void aLeaderThatIsKilledLeavesNothingClosed() {
        try (PairLab pair = up(Roles.OURS_ONLY)) {
            pair.start();
            OurPartner ours = (OurPartner) pair.ours;
            ours.run(
                            List.of(PROGRAM, "drill", "mark", "maintenance"),
                            "--for",
                            "1h",
                            "--reason",
                            "x")
                    .mustBeGood();
            // The countdown is five seconds of these.
            Lab.Run killed =
                    live(ours, List.of("timeout", "-s", "KILL", "20"), "pause-link", "60s");
            assertThat(killed.code()).isNotZero();
            pair.in(pair.theirs, ServerState.COMMUNICATIONS_INTERRUPTED);
            double at = PairLab.clock();
            pair.normal();
            assertThat(PairLab.clock() - at).isLessThan(30);
            Lab.Run restore = ours.run(List.of(PROGRAM, "drill", "restore"));
            assertThat(restore.out()).contains("no live drill is under way");
            pair.same();
            pair.clean();
        }
    }
}
