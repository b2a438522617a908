package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.cli.Twinlease;
import org.twinlease.journal.FolderDisk;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

final class LeasesCommandTest {

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Twinlease.run(
                new LocalPrograms(), new PrintWriter(out), new PrintWriter(err), words);
    }

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
}
