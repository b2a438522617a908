package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Tag("lab")
final class RealClientsTest {

    private static final String CONFIG =
            """
            authoritative;
            default-lease-time 600;
            max-lease-time 7200;
            ping-check PING;
            subnet 10.77.0.0 netmask 255.255.255.0 {
              option routers 10.77.0.2;
              option domain-name-servers 10.77.0.2, 10.77.0.3;
              option domain-name "lab.example";
              range 10.77.0.100 10.77.0.119;
            }
            subnet 10.77.1.0 netmask 255.255.255.0 {
              option routers 10.77.1.1;
              range 10.77.1.100 10.77.1.119;
            }
            """;

    @TempDir Path folder;

    private Path config(String pingCheck) throws IOException {
        return Files.writeString(folder.resolve("dhcpd.conf"), CONFIG.replace("PING", pingCheck));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udhcpc", "dhclient", "dhcpcd"})
    void aClientGetsRenewsKeepsOverARestartAndReleases(String kind) throws Exception {
        Path data = folder.resolve("data");
        try (Lab lab = Lab.up(folder, "--clients", "1")) {
            ServerProcess server = lab.serve(config("on"), data);
            Client client = lab.client(kind, "c1");
            String address = client.bound();
            assertThat(address).startsWith("10.77.0.1");
            assertThat(Leases.state(data, address)).isEqualTo(BindingState.ACTIVE);

            server.stop();
            lab.serve(config("on"), data);
            long grants = client.grants();
            client.renew();
            // dhcpcd tells its script of its address once more before it asks.
            long told = kind.equals("dhcpcd") ? 2 : 1;
            Lab.await("the renewal is granted", () -> client.grants() >= grants + told);
            assertThat(client.bound()).isEqualTo(address);

            client.release();
            Lab.await(
                    "the release is on disk",
                    () -> Leases.state(data, address) == BindingState.FREE);
        }
    }

    /// The machine is gone, and its disk runs in another one: what the client sends to its server
    /// arrives nowhere, what it asks everybody is answered.
    @ParameterizedTest
    @ValueSource(strings = {"udhcpc", "dhclient", "dhcpcd"})
    void aClientWhoseServerIsGoneRebindsAndKeepsItsAddress(String kind) throws Exception {
        Path data = folder.resolve("data");
        String times =
                """
                min-lease-time 90;
                option dhcp-renewal-time 5;
                option dhcp-rebinding-time 9;
                """;
        String text = CONFIG.replace("PING", "off").replace("time 600", "time 90");
        Path config = Files.writeString(folder.resolve("dhcpd.conf"), times + text);
        try (Lab lab = Lab.up(folder, "--clients", "1")) {
            ServerProcess server = lab.serve(config, data);
            Client client = lab.client(kind, "c1");
            String address = client.bound();
            long ends = ends(data, address);
            server.stop();
            lab.serve("b", config, data, List.of());
            Lab.await("the lease goes on", () -> ends(data, address) > ends);
            assertThat(ends(data, address)).isLessThanOrEqualTo(ends + 90);
            assertThat(client.bound()).isEqualTo(address);
        }
    }

    /// When a lease ends on disk, seconds since 1970; 0 where there is none.
    private static long ends(Path data, String address) {
        Lease lease = Leases.of(data).get(Ip4.of(address));
        return lease == null ? 0 : lease.ends();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udhcpc", "dhclient", "dhcpcd"})
    void aClientBehindARelayGetsAnAddressOfItsOwnNetwork(String kind) throws Exception {
        Path data = folder.resolve("data");
        try (Lab lab = Lab.up(folder, "--clients", "1", "--relay", "--relay-clients", "1")) {
            lab.serve(config("on"), data);
            lab.run(
                            Lab.script("relay.sh"),
                            "start",
                            "--netns",
                            lab.namespace("r"),
                            "--dir",
                            folder.toString(),
                            "--servers",
                            "10.77.0.2",
                            "--agent-option")
                    .mustBeGood();
            lab.closeLater(
                    () -> lab.run(Lab.script("relay.sh"), "stop", "--dir", folder.toString()));
            Client client = lab.client(kind, "d1");
            String address = client.bound();
            assertThat(address).startsWith("10.77.1.1");
            client.release();
            Lab.await(
                    "the release is on disk",
                    () -> Leases.state(data, address) == BindingState.FREE);
        }
    }

    @Test
    void anAddressThatAnswersPingsIsNotOffered() throws Exception {
        Path data = folder.resolve("data");
        try (Lab lab = Lab.up(folder, "--clients", "1")) {
            takeFirstAddresses(lab);
            lab.serve(config("on"), data);
            String address = lab.client("udhcpc", "c1").bound();
            assertThat(address).isNotEqualTo("10.77.0.100");
            assertThat(Leases.state(data, "10.77.0.100")).isEqualTo(BindingState.ABANDONED);
        }
    }

    @Test
    void anAddressThatAClientFindsInUseIsDeclinedAndNotGivenAgain() throws Exception {
        Path data = folder.resolve("data");
        try (Lab lab = Lab.up(folder, "--clients", "1")) {
            takeFirstAddresses(lab);
            lab.serve(config("off"), data);
            Client client = lab.client("udhcpc", "c1", "--arp");
            String address = client.bound();
            assertThat(address).isNotEqualTo("10.77.0.100");
            assertThat(Leases.state(data, "10.77.0.100")).isEqualTo(BindingState.ABANDONED);
        }
    }

    private static void takeFirstAddresses(Lab lab) {
        lab.on("b", "ip", "addr", "add", "10.77.0.100/24", "dev", "eth0").mustBeGood();
    }

    @Test
    void scannersAreAnsweredAndNoReplyIsMalformed() throws Exception {
        try (Lab lab = Lab.up(folder, "--clients", "3")) {
            Path capture = folder.resolve("lab.pcap");
            lab.run(
                            Lab.script("capture.sh"),
                            "start",
                            "--netns",
                            lab.namespace("sw"),
                            "--iface",
                            "br0",
                            "--out",
                            capture.toString())
                    .mustBeGood();
            lab.serve(config("off"), folder.resolve("data"));
            Lab.Run nmap = lab.on("b", "nmap", "--script", "broadcast-dhcp-discover", "-e", "eth0");
            assertThat(nmap.out()).contains("DHCPOFFER").contains("10.77.0.1");
            String address = lab.client("udhcpc", "c2").bound();
            assertThat(address).startsWith("10.77.0.1");
            lab.client("dhclient", "c3").bound();
            lab.run(Lab.script("capture.sh"), "stop", "--out", capture.toString()).mustBeGood();
            assertThat(tshark(lab, capture, "dhcp && ip.src == 10.77.0.2")).isNotBlank();
            String wrong =
                    "dhcp && (_ws.malformed || udp.checksum.status == \"Bad\" || ip.checksum.status"
                            + " == \"Bad\" || _ws.expert.severity >= 0x600000)";
            assertThat(tshark(lab, capture, wrong)).isBlank();
        }
    }

    private static String tshark(Lab lab, Path capture, String filter) {
        return lab.run(
                        "bash",
                        "-c",
                        "tshark -n -o udp.check_checksum:TRUE -o ip.check_checksum:TRUE -r \"$0\""
                                + " -Y \"$1\" 2>/dev/null",
                        capture.toString(),
                        filter)
                .mustBeGood()
                .out();
    }
}
