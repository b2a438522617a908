package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real dhcpd, looked at and ordered by its OMAPI with this program's commands.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairOmapiTest {

    private static final String PROGRAM = Lab.PROGRAM.toString();
    private static final String SECRET = "c2VjcmV0LWtleS1mb3ItdGVzdHM=";

    @TempDir Path folder;

    private static String key(String name, String algorithm, String secret) {
        return "key " + name + " { algorithm " + algorithm + "; secret " + secret + "; } ";
    }

    /// A command at a server's host, about the dhcpd that is there.
    private static Lab.Run withKey(PairLab pair, Partner server, String keyFile, String... words) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(words));
        command.addAll(List.of("--connect", "omapi://127.0.0.1:7911"));
        if (!keyFile.isEmpty()) command.addAll(List.of("--token-file", keyFile));
        return pair.lab().on(server.host(), command.toArray(String[]::new));
    }

    private static String conf(Partner server) {
        return server.seat().dir().resolve("dhcpd.conf").toString();
    }

    private static Lab.Run at(PairLab pair, Partner server, String... words) {
        return withKey(pair, server, conf(server), words);
    }

    /// Waits until a dhcpd says by its OMAPI that both are in states.
    private static void in(PairLab pair, Partner server, String mine, String partner) {
        Lab.await(
                server.host() + " is in " + mine + ", the partner in " + partner,
                () -> {
                    String said = at(pair, server, "status", "--json").out();
                    return said.contains("\"state\" : \"" + mine + '"')
                            && said.contains("\"partnerState\" : \"" + partner + '"');
                });
    }

    @Test
    void twoDhcpdsWithAKeyAreSeenAndOneTakesOverAndGivesBack() throws IOException {
        String good = key("omapi_key", "hmac-sha256", SECRET);
        List<String> flags = PairLab.flags("--global", good + "omapi-key omapi_key;");
        try (PairLab pair = PairLab.up(folder, Roles.ISC_ONLY, flags, flags)) {
            pair.primary.start();
            pair.secondary.start();
            in(pair, pair.primary, "normal", "normal");
            in(pair, pair.secondary, "normal", "normal");
            Lab.Run well = at(pair, pair.primary, "status");
            assertThat(well.code()).as(well.out()).isZero();
            assertThat(well.out())
                    .contains("127.0.0.1:7911, ISC dhcpd, by its OMAPI")
                    .contains("failover peer \"fo\", this is the primary, mclt 15 s")
                    .contains("10.77.0.100 10.77.0.119")
                    .doesNotContain(SECRET);
            keysThatItDoesNotTake(pair);
            leases(pair, pair.clients.bind(1));

            Lab.Run early = at(pair, pair.primary, "partner-down", "--i-have-checked");
            assertThat(early.code()).isEqualTo(1);
            assertThat(early.out()).contains("The partner answers");
            takenOverAndGivenBack(pair);
            pair.clean();
        }
    }

    private void keysThatItDoesNotTake(PairLab pair) throws IOException {
        Path file = folder.resolve("a.key");
        Lab.Run none = withKey(pair, pair.primary, "", "status");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.out()).contains("it wants a key");
        Files.writeString(file, key("omapi_key", "hmac-sha256", "b3RoZXI="));
        Lab.Run secret = withKey(pair, pair.primary, file.toString(), "explain", "10.77.0.100");
        assertThat(secret.code()).isEqualTo(2);
        assertThat(secret.out()).contains("the secret of the key is not its own");
        assertThat(secret.out()).doesNotContain("b3RoZXI=");
        Files.writeString(file, key("omapi_key", "hmac-md5", SECRET));
        Lab.Run algorithm = withKey(pair, pair.primary, file.toString(), "explain", "10.77.0.100");
        assertThat(algorithm.code()).isEqualTo(2);
        assertThat(algorithm.out()).contains("it has no such key");
        Files.writeString(file, key("another", "hmac-sha256", SECRET));
        Lab.Run name = withKey(pair, pair.primary, file.toString(), "explain", "10.77.0.100");
        assertThat(name.out()).contains("it has no such key");
        Files.writeString(file, key("omapi_key", "hmac-sha256", SECRET));
        Lab.Run right = withKey(pair, pair.primary, file.toString(), "explain", "10.77.0.100");
        assertThat(right.code()).as(right.out()).isZero();
        // Nothing tells it the name of the failover peer.
        Lab.Run peer = withKey(pair, pair.primary, file.toString(), "status");
        assertThat(peer.code()).isEqualTo(2);
        assertThat(peer.out()).contains("omapi://127.0.0.1:7911/NAME");
    }

    private static void leases(PairLab pair, Ip4 address) {
        String client = Probe.hardware(1).toString();
        // It may be over by now; whose it is stays.
        for (String asked : List.of(address.toString(), client)) {
            Lab.Run lease = at(pair, pair.primary, "explain", asked);
            assertThat(lease.code()).as(lease.out()).isZero();
            assertThat(lease.out()).contains(address + " is ", ", client " + client);
        }
        Lab.Run nobody = at(pair, pair.primary, "explain", "02:ff:ff:ff:ff:ff");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.out()).contains("no lease");
        Lab.Run outside = at(pair, pair.primary, "explain", "10.99.0.1");
        assertThat(outside.code()).isEqualTo(1);
        assertThat(outside.out()).contains("in no pool");
    }

    private static void takenOverAndGivenBack(PairLab pair) {
        pair.secondary.kill();
        in(pair, pair.primary, "communications-interrupted", "normal");
        Lab.Run sick = at(pair, pair.primary, "status");
        assertThat(sick.code()).isEqualTo(1);
        assertThat(sick.out()).contains("fo is in communications-interrupted");
        Lab.Run gone = at(pair, pair.secondary, "status");
        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.out()).contains("nobody listens there");
        Lab.Run asked = at(pair, pair.primary, "partner-down");
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.out()).contains("Be certain that the partner is down", "nothing was done");
        in(pair, pair.primary, "communications-interrupted", "normal");
        Lab.Run down =
                at(pair, pair.primary, "partner-down", "--i-have-checked", "--reason", "lab");
        assertThat(down.code()).as(down.out()).isZero();
        assertThat(down.out()).contains("done: this server is in partner-down");
        Lab.Run twice = at(pair, pair.primary, "partner-down", "--i-have-checked");
        assertThat(twice.out()).contains("It is in partner-down already");
        pair.secondary.start();
        in(pair, pair.primary, "normal", "normal");
        in(pair, pair.secondary, "normal", "normal");
    }

    @Test
    void theDhcpdBesideThisProgramTakesOverAndEndsAndRecovers() {
        try (PairLab pair = PairLab.up(folder, Roles.OURS_PRIMARY)) {
            pair.start();
            Partner dhcpd = pair.theirs;
            for (String verb : List.of("pause", "resume", "recover", "full-update")) {
                Lab.Run refused = at(pair, dhcpd, "maintenance", verb, "--i-have-checked");
                assertThat(refused.code()).as(refused.out()).isEqualTo(1);
                assertThat(refused.out()).contains("dhcpd");
            }
            Lab.Run drill =
                    at(
                            pair,
                            dhcpd,
                            "drill",
                            "live",
                            "pause-link",
                            "--reason",
                            "lab",
                            "--i-have-checked");
            assertThat(drill.code()).isEqualTo(1);
            assertThat(drill.out()).contains("No live drill can be done to a dhcpd");
            pair.normal();

            isWatchedWhileADrillIsDoneToItsPartner(pair, (OurPartner) pair.ours);

            pair.ours.kill();
            pair.in(dhcpd, ServerState.COMMUNICATIONS_INTERRUPTED);
            at(pair, dhcpd, "partner-down", "--i-have-checked").mustBeGood();
            pair.in(dhcpd, ServerState.PARTNER_DOWN);
            pair.ours.start();
            pair.normal();

            Lab.Run careless = at(pair, dhcpd, "maintenance", "shutdown");
            assertThat(careless.code()).isEqualTo(1);
            assertThat(careless.out()).contains("nothing was done");
            assertThat(dhcpd.runs()).isTrue();
            Lab.Run end = at(pair, dhcpd, "maintenance", "shutdown", "--i-have-checked");
            assertThat(end.code()).as(end.out()).isZero();
            assertThat(end.out()).contains("done: the dhcpd has ended");
            Lab.await("the dhcpd's process has ended", () -> !dhcpd.runs());
            dhcpd.stop();
            // Whether the dhcpd gets to say where it goes, before its connection ends, is chance.
            assertThat(pair.ours.mine())
                    .isIn(ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.PARTNER_DOWN);
            dhcpd.start();
            pair.normal();
            var given = pair.clients.bind(3);
            pair.both(given, BindingState.ACTIVE);
            pair.same();
            pair.clean();
        }
    }

    private static void isWatchedWhileADrillIsDoneToItsPartner(PairLab pair, OurPartner ours) {
        ours.run(List.of(PROGRAM, "drill", "mark", "lab"), "--reason", "namespaces").mustBeGood();
        Lab.Run drill =
                ours.run(
                        List.of(PROGRAM, "drill", "live", "pause-link"),
                        "--connect",
                        "omapi://" + pair.theirs.address() + "/fo",
                        "--token-file",
                        conf(pair.theirs),
                        "--on",
                        "A",
                        "--for",
                        "5s",
                        "--reason",
                        "lab",
                        "--i-have-checked");
        assertThat(drill.code()).as(drill.out()).isZero();
        assertThat(drill.out()).contains("both are in normal again");
        pair.normal();
    }
}
