package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.files.ServedConf;
import org.twinlease.app.sim.RunningPair;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.control.ConfView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PacketView;
import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The twin of a pair that runs, asked over its control channels.
final class RunningPairTest {

    private static final long NOW = Samples.NOW / 1000;

    @TempDir Path folder;
    private final FakeChannel a = new FakeChannel();
    private final FakeChannel b = new FakeChannel();

    @BeforeEach
    void aPair() throws IOException {
        OwnPair.writeTo(folder);
        b.name = "dhcp-b";
        a.configuration = conf(OwnPair.PRIMARY + OwnPair.POOL);
        b.configuration = conf(OwnPair.SECONDARY + OwnPair.POOL);
        a.pairs = List.of(pair(true, ServerState.NORMAL));
        b.pairs = List.of(pair(false, ServerState.NORMAL));
        for (FakeChannel each : List.of(a, b)) {
            for (int i = 0; i < 40; i++) {
                each.leases.add(lease(20 + i, BindingState.ACTIVE));
                each.leases.add(lease(100 + i, BindingState.BACKUP));
            }
        }
    }

    private static ConfView conf(String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        return ServedConf.view(DhcpdConf.read("dhcpd.conf", _ -> octets));
    }

    private static FailoverView pair(boolean primary, ServerState state) {
        Reason why = Reason.of(ReasonCode.PAIR_RESTARTED, "office", "normal");
        var link =
                new FailoverView.Link(
                        Ip4.of("192.168.7.3"), true, null, 0, 0, 10, -1, 1, 0L, 1, 1, 1, 1, 0);
        return new FailoverView(
                "office",
                primary,
                state,
                false,
                NOW - 900,
                why,
                state,
                NOW - 900,
                300,
                List.of(0),
                -1,
                link);
    }

    private static LeaseView lease(int last, BindingState state) {
        boolean active = state == BindingState.ACTIVE;
        long began = NOW - last;
        return new LeaseView(
                new Ip4(Ip4.of("192.168.7.0").bits() + last),
                state,
                active ? HardwareAddress.ethernet(0x02_11_00_00_00_00L + last) : null,
                null,
                null,
                active ? began : 0,
                active ? began + 600 : 0,
                active ? began : 0,
                false,
                false,
                0,
                active ? began + 900 : 0,
                active ? began + 900 : 0,
                active ? began + 900 : 0);
    }

    private static Scenario scenario(String... lines) {
        var reading = DrillReader.read("own.drill", String.join("\n", lines));
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    private PacketView packet(int client, long ago, String answer, ReasonCode why) {
        return new PacketView(
                client,
                Samples.NOW - 1000 * ago,
                "DHCPREQUEST",
                answer,
                HardwareAddress.ethernet(0x02_22_00_00_00_00L + client),
                null,
                null,
                Ip4.of("192.168.7.9"),
                Ip4.ZERO,
                1,
                1,
                List.of(reason(why)));
    }

    private static Reason reason(ReasonCode why) {
        Ip4 address = Ip4.of("192.168.7.9");
        return why.operands() == 2 ? Reason.of(why, address, -1L) : Reason.of(why, address);
    }

    @Test
    void itsTwinBeginsWithItsLeasesAndItsStates() throws Refused {
        Original original = RunningPair.read(List.of(b, a), null, List.of());
        assertThat(original.name()).isEqualTo("office");
        assertThat(original.mclt()).isEqualTo(300);
        assertThat(original.leases()).isEqualTo(80);
        assertThat(original.takenAt()).isEqualTo(NOW);
        assertThat(original.sources())
                .extracting(Original.Source::what)
                .containsExactly(
                        "configuration of A", "configuration of B", "leases of A", "leases of B");
        assertThat(original.sources().getFirst().file())
                .isEqualTo("dhcpd.conf as dhcp-a serves it");
        assertThat(original.sources().getLast().file())
                .isEqualTo("80 addresses of dhcp-b at 2026-03-03T14:30:00Z");

        Scenario drill = original.peopled(scenario("begin 14:30", "at 14:35 kill A", "end 14:50"));
        Twin twin = new Twin(drill, original, 1);
        assertThat(twin.state(0)).isEqualTo("normal");
        assertThat(twin.count().on()).isEqualTo(40);
        assertThat(twin.leases(1)).filteredOn(l -> l.state() == BindingState.ACTIVE).hasSize(40);
        assertThat(twin.finish().holds()).isTrue();
        assertThat(twin.state(1)).isEqualTo("communications-interrupted");
    }

    @Test
    void nobodyIsOrderedAnything() throws Refused {
        RunningPair.read(List.of(a, b), null, List.of());
        assertThat(a.ordered).isEmpty();
        assertThat(b.ordered).isEmpty();
        assertThat(a.watchers() + b.watchers()).isZero();
    }

    @Test
    void newClientsComeAsOftenAsTheServersHaveSeen() throws Refused {
        // 7,500 s are 125 minutes, since when the servers run.
        for (int i = 0; i < 50; i++) {
            a.packets.add(packet(i, 3000 - i, "DHCPOFFER", ReasonCode.OFFER_LONGEST_UNUSED));
            b.packets.add(packet(i, 3000 - i, "DHCPOFFER", ReasonCode.OFFER_LONGEST_UNUSED));
            a.packets.add(packet(i, 2990 - i, "DHCPACK", ReasonCode.ACK_SELECTING));
        }
        b.packets.add(packet(99, 100, "DHCPOFFER", ReasonCode.OFFER_PREVIOUS));
        b.packets.add(packet(99, 99, "DHCPACK", ReasonCode.ACK_SELECTING));
        b.packets.add(packet(98, 90, "DHCPACK", ReasonCode.ACK_RENEWING));
        Original original = RunningPair.read(List.of(a, b), null, List.of());
        assertThat(original.grounds().newPerMinute()).isEqualTo(0.4);
        assertThat(original.grounds().words().getFirst())
                .contains("2 h 5 min", "50 clients came without a lease", "1 leases were renewed");
        Scenario drill = original.peopled(scenario("population 9 new a minute staying 5m"));
        assertThat(drill.population().perMinute()).isEqualTo(0.4);
        assertThat(drill.population().groups().getFirst().staySeconds()).isEqualTo(300);
    }

    @Test
    void aServerThatCannotBeAskedIsDownInTheTwinAndItsFileIsWanted() throws Refused {
        b.gone = true;
        assertThatThrownBy(() -> RunningPair.read(List.of(a, b), null, List.of()))
                .hasMessage(
                        "the secondary of \"office\" cannot be asked for its configuration; give"
                                + " its dhcpd.conf with --partner-config B");
        String file = folder.resolve("b.conf").toString();
        Original original = RunningPair.read(List.of(a, b), null, List.of(file));
        assertThat(original.sources().get(1).file()).isEqualTo(file);
        assertThat(original.sources().getLast().file())
                .isEqualTo("as dhcp-a knows them, since it cannot be asked");
        Twin twin = new Twin(original.peopled(scenario("end 08:10")), original, 1);
        assertThat(twin.state(1)).isEqualTo("down");
        assertThat(twin.state(0)).isEqualTo("communications-interrupted");
    }

    @Test
    void whatIsMissingIsSaidWithTheRemedy() {
        a.configuration = ConfView.UNKNOWN;
        assertThatThrownBy(() -> RunningPair.read(List.of(a, b), null, List.of()))
                .hasMessage(
                        "dhcp-a does not tell its configuration; give its dhcpd.conf with"
                                + " --config A");
        assertThatThrownBy(() -> RunningPair.read(List.of(a, a), null, List.of()))
                .hasMessageContaining("both servers are primary");
        assertThatThrownBy(() -> RunningPair.read(List.of(a), "other", List.of()))
                .hasMessage("dhcp-a has no failover peer \"other\"");
        a.pairs = List.of();
        assertThatThrownBy(() -> RunningPair.read(List.of(a), null, List.of()))
                .hasMessageContaining("no pair to rehearse on");
        a.gone = true;
        assertThatThrownBy(() -> RunningPair.read(List.of(a), null, List.of()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.exit()).isEqualTo(Exit.UNREACHABLE));
    }
}
