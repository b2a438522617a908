package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One server in two relationships, each with a partner and a network of its own: the primary of
/// the partner on its own segment, and the hot standby of another one, behind a relay. What happens
/// in one is nothing to the other.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairHubTest {

    private static final Ip4 FAR_SERVER = Ip4.of("10.77.0.4");
    private static final String NEAR = "10.77.0.";
    private static final String FAR = "10.77.1.";
    private static final String CONFIGURATION =
            """
            authoritative;
            ddns-update-style none;
            default-lease-time 24;
            max-lease-time 24;
            ping-check false;
            failover peer "near" {
              primary; address 10.77.0.2; peer address 10.77.0.3; mclt 15; split 128;
              max-response-delay 9; max-unacked-updates 10; load balance max seconds 3;
            }
            failover peer "far" {
              secondary; address 10.77.0.2; peer address 10.77.0.4;
              max-response-delay 9; max-unacked-updates 10; load balance max seconds 3;
            }
            subnet 10.77.0.0 netmask 255.255.255.0 {
              pool { failover peer "near"; range 10.77.0.100 10.77.0.119; }
            }
            subnet 10.77.1.0 netmask 255.255.255.0 {
              option routers 10.77.1.1;
              pool { failover peer "far"; range 10.77.1.100 10.77.1.119; }
            }
            """;

    @TempDir Path folder;

    /// The hub and its two partners, which are of one kind.
    private record Hub(OurPartner hub, Partner near, Partner far) {

        void start() {
            far.start();
            near.start();
            hub.start();
            normal();
        }

        void normal() {
            for (String name : List.of("near", "far")) {
                Lab.await(
                        () -> name + " is in normal; " + words(),
                        () ->
                                in(hub.pair(name), ServerState.NORMAL)
                                        && in(partner(name).state(), ServerState.NORMAL));
            }
        }

        private static boolean in(@Nullable PairState pair, ServerState state) {
            return pair != null && pair.mine() == state && pair.partner() == state;
        }

        private Partner partner(String name) {
            return name.equals("near") ? near : far;
        }

        void same() {
            Lab.await(
                    () -> "all know the same; " + differences() + words(),
                    () -> differences().isEmpty());
        }

        private List<String> differences() {
            List<String> all = new ArrayList<>();
            all.addAll(PairLab.differences(of(hub, NEAR), of(near, NEAR)));
            all.addAll(PairLab.differences(of(far, FAR), of(hub, FAR)));
            return all;
        }

        /// What a server knows of a network.
        private static Map<Ip4, Lease> of(Partner server, String network) {
            Map<Ip4, Lease> known = new TreeMap<>(server.leases());
            known.keySet().removeIf(address -> !address.toString().startsWith(network));
            return known;
        }

        private String words() {
            return hub.log() + "\n" + near.log() + "\n" + far.log();
        }
    }

    private static Hub hub(Lab lab, Path folder, boolean isc) {
        Seat center = new Seat(lab, "a", Ip4.of("10.77.0.2"), folder.resolve("hub"), List.of());
        List<String> near = flags(folder.resolve("near"), "secondary", "near");
        List<String> far = flags(folder.resolve("far"), "primary", "far");
        far.addAll(List.of("--addr", FAR_SERVER.toString(), "--peer-addr", "10.77.0.2"));
        far.addAll(List.of("--subnet", "10.77.1.0/24", "--range", "10.77.1.100 10.77.1.119"));
        far.addAll(List.of("--split", "256"));
        far.addAll(List.of("--global", "subnet 10.77.0.0 netmask 255.255.255.0 { }"));
        Seat nearSeat = new Seat(lab, "b", Ip4.of("10.77.0.3"), folder.resolve("near"), near);
        Seat farSeat = new Seat(lab, "c2", FAR_SERVER, folder.resolve("far"), far);
        OurPartner hub = new OurPartner(center);
        hub.configure(CONFIGURATION);
        Hub all =
                isc
                        ? new Hub(hub, new IscPartner(nearSeat), new IscPartner(farSeat))
                        : new Hub(hub, new OurPartner(nearSeat), new OurPartner(farSeat));
        if (isc) {
            lab.closeLater(all.near()::kill);
            lab.closeLater(all.far()::kill);
        }
        return all;
    }

    private static List<String> flags(Path dir, String role, String name) {
        List<String> flags = PairLab.flags("--role", role, "--name", name);
        flags.addAll(List.of("--dir", dir.toString()));
        return flags;
    }

    /// The hub stands in for the far server only when that one is away (split 256).
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatHappensInOneRelationshipIsNothingToTheOther(boolean isc) {
        try (Lab lab = Lab.up(folder, "--clients", "2", "--relay")) {
            lab.on("c2", "ip", "addr", "add", FAR_SERVER + "/24", "dev", "eth0").mustBeGood();
            lab.on("c2", "ip", "route", "add", "10.77.1.0/24", "via", "10.77.0.254").mustBeGood();
            relay(lab);
            Capture capture = Capture.start(lab);
            Hub all = hub(lab, folder, isc);
            all.start();
            Probe near = new Probe(lab, "c1");
            Probe far = new Probe(lab, "d1");
            for (int client = 1; client <= 4; client++) {
                assertThat(near.bind(client).toString()).startsWith(NEAR);
                Probe.Reply grant = far.bound(client + 100);
                assertThat(grant.server()).as("the hub only stands by").isEqualTo(FAR_SERVER);
                assertThat(grant.address().toString()).startsWith(FAR);
            }
            all.same();

            all.far().kill();
            Lab.await(
                    "the hub misses its partner",
                    () -> state(all.hub(), "far") == ServerState.COMMUNICATIONS_INTERRUPTED);
            Probe.Reply instead = far.bound(120);
            assertThat(instead.server()).isEqualTo(all.hub().address());
            assertThat(state(all.hub(), "near")).isEqualTo(ServerState.NORMAL);
            var _ = near.bind(20);
            all.far().start();
            all.normal();
            all.same();

            long losses = losses(all.near());
            all.hub()
                    .configure(
                            CONFIGURATION.replaceFirst(
                                    "(?s)(\"far\".*?)max-response-delay 9",
                                    "$1max-response-delay 12"));
            all.hub().reload();
            Lab.await(
                    "the far server is greeted anew",
                    () -> all.hub().log().contains("was read again and is in force"));
            all.normal();
            var _ = near.bind(30);
            var _ = far.bind(130);
            all.same();
            assertThat(losses(all.near())).as("nobody changed that block").isEqualTo(losses);
            capture.stop();
            capture.mustBeWellFormed();
        }
    }

    private void relay(Lab lab) {
        Path dir = folder.resolve("relay");
        lab.run(
                        Lab.script("relay.sh"),
                        "start",
                        "--netns",
                        lab.namespace("r"),
                        "--dir",
                        dir.toString(),
                        "--servers",
                        "10.77.0.2 " + FAR_SERVER)
                .mustBeGood();
        lab.closeLater(() -> lab.run(Lab.script("relay.sh"), "stop", "--dir", dir.toString()));
    }

    private static ServerState state(OurPartner hub, String name) {
        PairState pair = hub.pair(name);
        return pair == null ? ServerState.UNKNOWN : pair.mine();
    }

    /// How often a server said that its partner is away.
    private static long losses(Partner server) {
        return server.log()
                .lines()
                .filter(line -> line.contains("communications-interrupted"))
                .count();
    }
}
