package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.host.Arrival;
import org.twinlease.cli.DhcpdOptions;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Terminals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/// `twinlease dhcpd` from its start to its end, on a loopback port.
@Tag("socket")
final class DhcpdTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ENTRY =
            """
            lease 10.5.0.9 {
              starts 2 2026/11/24 08:00:00;
              ends never;
              binding state active;
              next binding state free;
              rewind binding state free;
              hardware ethernet 02:00:00:00:00:09;
            }
            """;

    @TempDir Path folder;
    private final Terminals terminal = new Terminals();
    private Path leases = Path.of("");

    @BeforeEach
    void aLeaseFileOfDhcpd() throws Exception {
        leases = Files.writeString(folder.resolve("dhcpd.leases"), ENTRY);
    }

    private void run(String conf, String face) throws Exception {
        run(conf, face, false);
    }

    private void run(String conf, String face, boolean execute) throws Exception {
        Path config = Files.writeString(folder.resolve("dhcpd.conf"), conf);
        var arrivals = new LinkedBlockingQueue<Arrival>(List.of(new Arrival.End()));
        var options =
                new DhcpdOptions(
                        config.toString(),
                        leases,
                        folder.resolve("dhcpd.pid"),
                        0,
                        null,
                        false,
                        false,
                        execute,
                        List.of(face));
        new Dhcpd(options, terminal.terminal(), arrivals, () -> terminal.terminal().say("begun"))
                .run();
    }

    private static final String GOOD =
            """
            shared-network all {
              subnet 127.0.0.0 netmask 255.0.0.0 { }
              subnet 10.5.0.0 netmask 255.255.255.0 { range 10.5.0.1 10.5.0.200; }
            }
            """;

    @Test
    void theLeasesOfDhcpdAreTakenOverOnceAndWrittenBackAtTheEnd() throws Exception {
        run(GOOD, LOOPBACK);
        assertThat(terminal.complaints()).contains("took over 1 leases");
        assertThat(leases).content().contains("Twinlease").endsWith(ENTRY);
        assertThat(folder.resolve("dhcpd.leases.before-twinlease")).content().isEqualTo(ENTRY);
        run(GOOD, LOOPBACK);
        assertThat(terminal.complaints()).containsOnlyOnce("took over");
        assertThat(leases).content().endsWith(ENTRY);
    }

    /// The folder of the journal is there after a first start that failed, and holds nothing. The
    /// start after it must neither pass the leases over nor write an empty file over them.
    @Test
    void aFirstStartThatFailsCostsNoLease() throws Exception {
        assertThatThrownBy(() -> run(GOOD, "10.255.255.254")).isInstanceOf(Refused.class);
        assertThat(leases).content().isEqualTo(ENTRY);
        assertThat(folder.resolve("dhcpd.leases.twinlease")).isDirectory();
        run(GOOD, LOOPBACK);
        assertThat(terminal.complaints()).contains("took over 1 leases");
        assertThat(leases).content().endsWith(ENTRY);
    }

    /// Who works with a dhcpd empties its lease file to begin anew.
    @Test
    void aLeaseFileThatWasEmptiedCounts() throws Exception {
        run(GOOD, LOOPBACK);
        Files.writeString(leases, "");
        run(GOOD, LOOPBACK);
        assertThat(leases).content().doesNotContain("lease 10.5.0.9");
        assertThat(terminal.complaints()).contains("was changed since it was last written here");
        assertThat(folder.resolve("dhcpd.leases.twinlease.before")).isDirectory();
    }

    @Test
    void aLeaseFileThatWasPutInItsPlaceCountsEachTime() throws Exception {
        run(GOOD, LOOPBACK);
        for (String other : List.of("10.5.0.10", "10.5.0.11")) {
            Files.writeString(leases, ENTRY.replace("10.5.0.9", other));
            run(GOOD, LOOPBACK);
            assertThat(leases).content().endsWith(ENTRY.replace("10.5.0.9", other));
            assertThat(leases).content().doesNotContain("10.5.0.9");
        }
    }

    /// The process may have been killed before its export was written: then the journal knows more.
    @Test
    void anExportThatIsBehindDoesNotCount() throws Exception {
        run(GOOD, LOOPBACK);
        assertThat(leases).content().endsWith(ENTRY);
        run(GOOD, LOOPBACK);
        assertThat(terminal.complaints()).doesNotContain("was changed");
        Files.delete(leases);
        run(GOOD, LOOPBACK);
        assertThat(leases).content().endsWith(ENTRY);
    }

    @Test
    void aWireWithoutASubnetIsNotServed() throws Exception {
        String elsewhere = "subnet 10.5.0.0 netmask 255.255.255.0 { range 10.5.0.1 10.5.0.200; }";
        assertThatThrownBy(() -> run(elsewhere, LOOPBACK))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No subnet declaration for lo (127.0.0.1).")
                .hasMessageEndingWith("Not configured to listen on any interfaces!");
        assertThat(leases).content().isEqualTo(ENTRY);
    }

    @Test
    void aLeaseFileThatWasNeverThereIsRefused() throws Exception {
        Files.delete(leases);
        assertThatThrownBy(() -> run(GOOD, LOOPBACK))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Can't open lease database " + leases);
        assertThat(folder.resolve("dhcpd.leases.twinlease")).doesNotExist();
    }

    @Test
    void theStartIsToldAsDhcpdTellsIt() throws Exception {
        run(GOOD, LOOPBACK);
        assertThat(terminal.complaints().lines())
                .contains(
                        "Config file: " + folder.resolve("dhcpd.conf"),
                        "Database file: " + leases,
                        "PID file: " + folder.resolve("dhcpd.pid"),
                        "Wrote 1 leases to leases file.",
                        "Listening on Socket/lo/all",
                        "Sending on   Socket/lo/all",
                        "Server starting service.");
    }

    @Test
    void aBadConfigurationLeavesTheLeaseFileAndNoPidFile() {
        assertThatThrownBy(() -> run("subnet;", LOOPBACK)).isInstanceOf(Refused.class);
        assertThat(leases).content().isEqualTo(ENTRY);
        assertThat(folder.resolve("dhcpd.pid")).doesNotExist();
    }

    @Test
    void thePidFileIsGoneAtTheEnd() throws Exception {
        run(GOOD, LOOPBACK);
        assertThat(folder.resolve("dhcpd.pid")).doesNotExist();
        assertThat(terminal.said()).startsWith("ready 127.0.0.1:");
    }

    @Test
    void aProgramThatMayRunIsNotWarnedOf() throws Exception {
        String conf = "on commit { execute(\"/bin/true\"); }\n" + GOOD;
        run(conf, LOOPBACK, true);
        assertThat(terminal.complaints()).doesNotContain("/bin/true");
        run(conf, LOOPBACK, false);
        assertThat(terminal.complaints()).contains("/bin/true is run only by a server");
    }
}
