package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

final class LeasesCommandTest extends Typed {

    @TempDir Path folder;

    private static Lease named(String address, String hostname) {
        return new Lease(
                Ip4.of(address),
                BindingState.ACTIVE,
                0,
                HardwareAddress.ethernet(0x0200_0000_0001L),
                null,
                Octets.ofText(hostname),
                null,
                1_800_000_000L,
                Lease.NEVER,
                1_800_000_000L,
                0,
                0,
                0);
    }

    private void store(Lease... leases) throws Exception {
        try (FolderDisk disk = FolderDisk.open(folder.resolve("data"));
                Journal journal = Journal.open(disk, _ -> {}).journal()) {
            for (Lease lease : leases) journal.append(lease);
            journal.sync();
        }
    }

    /// A client's host name goes to a terminal; an escape sequence in it must not.
    @Test
    void noFormatPrintsAControlCharacterThatAClientSent() throws Exception {
        store(named("10.0.0.1", "a\u001b[2J\u009bm\u0007z\rq"));
        for (String format : new String[] {"table", "csv", "json", "isc"}) {
            String data = folder.resolve("data").toString();
            assertThat(run("leases", "list", "--data", data, "--format", format)).isZero();
            assertThat(out.toString().lines()).as(format).allMatch(line -> line.matches("[ -~]*"));
            assertThat(out.toString()).as(format).contains("10.0.0.1");
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String file(String text) throws Exception {
        return Files.writeString(folder.resolve("dhcpd.leases"), text).toString();
    }

    private static String entry(String address, int day, String more) {
        int weekday = LocalDate.of(2026, 11, day).getDayOfWeek().getValue() % 7;
        return """
        lease %s {
          starts %d 2026/11/%02d 08:00:00;
          ends 1 2036/11/24 08:00:00;
          cltt %d 2026/11/%02d 08:00:00;
          binding state active;
          next binding state free;
          rewind binding state free;
        %s}
        """
                .formatted(address, weekday, day, weekday, day, more);
    }

    private static String pair(String state, int day) {
        return """
        failover peer "fo" state {
          my state %s at 2 2026/11/%02d 08:00:00;
          partner state normal at 2 2026/11/24 08:00:00;
        }
        """
                .formatted(state, day);
    }

    @Test
    void theStateOfAPairIsImportedWithTheLeasesUnlessALaterOneIsKnown() throws Exception {
        for (String file :
                new String[] {
                    pair("normal", 24) + entry("10.0.0.1", 24, ""),
                    pair("partner-down", 26),
                    pair("recover", 25)
                }) {
            assertThat(run("leases", "import", "--data", data(), file(file))).isZero();
        }
        assertThat(run("leases", "list", "--data", data(), "--format", "isc")).isZero();
        assertThat(out.toString())
                .contains("my state partner-down at 4 2026/11/26 08:00:00;\n")
                .contains("lease 10.0.0.1 {")
                .doesNotContain("recover");
    }

    @Test
    void whatIsImportedIsListedAndComesOutAsItWentIn() throws Exception {
        String both =
                entry("10.0.0.1", 24, "  hardware ethernet 02:00:00:00:00:01;\n")
                        + entry("10.0.0.2", 25, "  uid \"\\001x\";\n");
        assertThat(run("leases", "import", "--data", data(), file(both))).as("%s", err).isZero();
        assertThat(out.toString()).startsWith("took over 2 leases, kept 0");
        assertThat(run("leases", "list", "--data", data())).isZero();
        assertThat(out.toString().lines())
                .hasSize(3)
                .anyMatch(
                        line ->
                                line.matches(
                                        "10\\.0\\.0\\.1 +active +02:00:00:00:00:01"
                                                + " +2036-11-24T08:00:00Z"));
        assertThat(run("leases", "export", "--data", data())).isZero();
        assertThat(out.toString()).endsWith(both);
    }

    @Test
    void aLeaseOfALaterTimeStaysWhetherItIsInTheFolderOrInTheFile() throws Exception {
        String older = entry("10.0.0.1", 10, "") + entry("10.0.0.2", 20, "");
        String newer = entry("10.0.0.1", 20, "") + entry("10.0.0.2", 10, "");
        assertThat(run("leases", "import", "--data", data(), file(older))).isZero();
        assertThat(run("leases", "import", "--data", data(), file(newer))).isZero();
        assertThat(out.toString()).startsWith("took over 1 leases, kept 1 ");
        assertThat(run("leases", "export", "--data", data())).isZero();
        assertThat(out.toString()).endsWith(entry("10.0.0.1", 20, "") + entry("10.0.0.2", 20, ""));
    }

    @Test
    void damageIsNamedByLineCostsItsEntryAloneAndIsAFinding() throws Exception {
        String torn = entry("10.0.0.1", 24, "  colour blue;\n") + entry("10.0.0.2", 24, "");
        String file = file(torn);
        assertThat(run("leases", "import", "--data", data(), file)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith(file + ":1:1: error lease-damaged: ")
                .contains("Line 8: ");
        assertThat(out.toString()).startsWith("took over 1 leases, kept 0 ");
        assertThat(run("leases", "list", "--data", data())).isZero();
        assertThat(out.toString()).contains("10.0.0.2").doesNotContain("10.0.0.1");
    }

    @Test
    void nothingIsImportedWhileSomebodyHoldsTheFolder() throws Exception {
        store(named("10.0.0.1", "pc"));
        String file = file(entry("10.0.0.2", 24, ""));
        try (FolderDisk held = FolderDisk.open(Path.of(data()))) {
            assertThat(run("leases", "import", "--data", data(), file)).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString()).contains(held.name());
        }
        assertThat(run("leases", "list", "--data", data())).isZero();
        assertThat(out.toString()).contains("10.0.0.1").doesNotContain("10.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leases import --data D",
                "leases import --data D --format csv F",
                "leases import --data D none.leases",
                "leases import F",
                "leases list --data D F",
                "leases import --data F F",
            })
    void whatCannotBeImportedIsRefusedInOneLineAndMakesNoFolder(String line) throws Exception {
        String file = file(entry("10.0.0.2", 24, ""));
        String[] words = line.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("F")) words[i] = file;
            if (words[i].equals("D")) words[i] = data();
        }
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(Path.of(data())).doesNotExist();
    }
}
