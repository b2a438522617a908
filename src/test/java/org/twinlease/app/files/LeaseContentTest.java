package org.twinlease.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.control.LeaseView;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the console shows of leases, as files of three formats.
final class LeaseContentTest {

    private static final LeaseView LEASE =
            new LeaseView(
                    Ip4.of("10.0.0.5"),
                    BindingState.ACTIVE,
                    HardwareAddress.ethernet(0x0200_0000_0001L),
                    Octets.ofText("desk"),
                    "say \"hi\"",
                    1_700_000_000L,
                    LeaseView.NEVER,
                    1_700_000_000L,
                    true,
                    false,
                    0,
                    1_700_000_100L,
                    1_700_000_200L,
                    1_700_000_200L);
    private static final LeaseView UNUSED =
            new LeaseView(
                    Ip4.of("10.0.0.6"),
                    BindingState.FREE,
                    null,
                    null,
                    null,
                    0,
                    0,
                    0,
                    false,
                    false,
                    0);

    private static byte[] file(ConsoleFiles.Leases format) throws IOException {
        var out = new ByteArrayOutputStream();
        new LeaseContent(List.of(LEASE, UNUSED), format).writeTo(out);
        return out.toByteArray();
    }

    @Test
    void aTableHasALineALeaseAndQuotesInNamesAreDoubled() throws IOException {
        assertThat(new String(file(ConsoleFiles.Leases.CSV), StandardCharsets.UTF_8).split("\r\n"))
                .containsExactly(
                        "address,state,hardware,client-id,starts,ends,cltt,name",
                        "10.0.0.5,active,02:00:00:00:00:01,64:65:73:6b,2023-11-14T22:13:20Z,never,"
                                + "2023-11-14T22:13:20Z,\"say \"\"hi\"\"\"",
                        "10.0.0.6,free,,,,,,\"\"");
    }

    /// A client may call itself `=HYPERLINK(...)`, and an admin opens the table in a spreadsheet.
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1"})
    void aNameThatASpreadsheetWouldCarryOutIsText(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        new LeaseContent(List.of(named(name)), ConsoleFiles.Leases.CSV).writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(",\"'" + name + '"');
    }

    private static LeaseView named(String name) {
        return new LeaseView(
                LEASE.address(),
                LEASE.state(),
                null,
                null,
                name,
                LEASE.starts(),
                LEASE.ends(),
                LEASE.cltt(),
                false,
                false,
                0);
    }

    @Test
    void aDocumentIsAnArrayOfObjects() throws IOException {
        var leases = new ObjectMapper().readTree(file(ConsoleFiles.Leases.JSON));
        assertThat(leases.size()).isEqualTo(2);
        assertThat(leases.get(0).get("name").asText()).isEqualTo("say \"hi\"");
        assertThat(leases.get(0).get("ends").asText()).isEqualTo("never");
        assertThat(leases.get(1).get("starts").asText()).isEmpty();
    }

    @Test
    void aLeaseFileIsReadBackByTheReaderOfDhcpdsFiles() throws IOException {
        var reading = LeasesFile.read("leases", file(ConsoleFiles.Leases.ISC), 1_700_000_300L);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.leases())
                .singleElement()
                .satisfies(
                        lease -> {
                            assertThat(lease.address()).isEqualTo(LEASE.address());
                            assertThat(lease.hardware()).isEqualTo(LEASE.hardware());
                            assertThat(lease.clientId()).isEqualTo(LEASE.clientId());
                            assertThat(lease.ends()).isEqualTo(Lease.NEVER);
                            assertThat(lease.tsfp()).isEqualTo(LEASE.tsfp());
                            assertThat(lease.flags() & Lease.RESERVED).isNotZero();
                        });
    }
}
