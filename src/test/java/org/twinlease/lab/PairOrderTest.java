package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.BindingState;
import org.twinlease.value.ServerState;

import java.nio.file.Path;

/// What an operator sees of a running pair and orders it to do, by the commands, with a real dhcpd
/// as partner.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairOrderTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"OURS_PRIMARY", "OURS_SECONDARY"})
    void aServerIsTakenOutOfServiceAndComesBack(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles)) {
            pair.start();
            OurPartner ours = (OurPartner) pair.ours;
            JsonNode well = pair(ours);
            assertThat(well.get("state").asText()).isEqualTo("normal");
            assertThat(well.get("partnerState").asText()).isEqualTo("normal");
            assertThat(well.get("connected").asBoolean()).isTrue();
            assertThat(well.get("lastHeard").asText()).endsWith("Z");

            // Two servers that both serve everybody: refused for as long as the partner is heard.
            Lab.Run down = ours.command("partner-down", "--i-have-checked");
            assertThat(down.code()).isEqualTo(1);
            assertThat(down.out()).contains("The partner answers");
            ours.command("rebalance").mustBeGood();
            ours.command("maintenance", "full-update").mustBeGood();

            ours.command("maintenance", "pause").mustBeGood();
            assertThat(pair(ours).get("state").asText()).isEqualTo("paused");
            pair.in(pair.theirs, ServerState.COMMUNICATIONS_INTERRUPTED);
            ours.command("maintenance", "resume").mustBeGood();
            pair.normal();

            ours.command("maintenance", "shutdown").mustBeGood();
            pair.in(pair.theirs, ServerState.PARTNER_DOWN);
            // Alone, the partner serves everybody; this server serves nobody.
            var _ = pair.clients.bind(1);
            var _ = pair.clients.bind(2);
            Lab.Run status = ours.command("status");
            assertThat(status.out()).contains("shutdown");
            ours.command("maintenance", "resume").mustBeGood();
            pair.normal();
            pair.same();
            // A lease of now: the ones from before may be over by the time that all is normal.
            var given = pair.clients.bind(3);
            pair.both(given, BindingState.ACTIVE);
            Lab.Run story = ours.command("explain", given.toString());
            assertThat(story.out()).contains(given + " is active, client ");
            pair.clean();
        }
    }

    private static JsonNode pair(OurPartner ours) {
        Lab.Run run = ours.command("status", "--json");
        try {
            return new ObjectMapper().readTree(run.out()).get("failover").get(0);
        } catch (JsonProcessingException strange) {
            throw new AssertionError(run.out(), strange);
        }
    }
}
