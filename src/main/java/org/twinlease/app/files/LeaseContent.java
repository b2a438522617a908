package org.twinlease.app.files;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.lines.LeaseLines;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.control.LeaseView;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lease.Lease;
import org.twinlease.value.Octets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Leases that a console shows as a file.
public record LeaseContent(List<LeaseView> leases, ConsoleFiles.Leases format)
        implements ConsoleFiles.Content {

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out);
        switch (format) {
            case CSV -> csv(buffered);
            case JSON -> {
                var text = new OutputStreamWriter(buffered, StandardCharsets.UTF_8);
                LeaseLines.json(leases, text);
                text.flush();
            }
            case ISC -> {
                buffered.write(LeasesFile.header());
                for (LeaseView lease : leases) {
                    Lease whole = lease(lease);
                    if (!whole.isUnused()) buffered.write(LeasesFile.entry(whole));
                }
            }
        }
        buffered.flush();
    }

    private void csv(OutputStream out) throws IOException {
        out.write(line(LeaseLines.CSV_HEAD));
        for (LeaseView lease : leases) out.write(line(LeaseLines.csv(lease)));
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Lease lease(LeaseView view) {
        int flags = (view.reserved() ? Lease.RESERVED : 0) | (view.bootp() ? Lease.BOOTP : 0);
        return new Lease(
                view.address(),
                view.state(),
                flags,
                view.hardware(),
                view.clientId(),
                octets(view.hostname()),
                null,
                view.starts(),
                view.ends(),
                view.cltt(),
                view.tstp(),
                view.tsfp(),
                view.atsfp());
    }

    private static @Nullable Octets octets(@Nullable String text) {
        return text == null ? null : Octets.ofText(text);
    }
}
