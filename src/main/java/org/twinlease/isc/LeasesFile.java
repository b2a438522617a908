package org.twinlease.isc;

import org.twinlease.config.Problem;
import org.twinlease.lease.Lease;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// ISC's lease file, dhcpd.leases (`spec/dhcpd-leases.md`): read what a dhcpd left behind, and
/// write what a dhcpd will take over. The octets come from and go to the caller.
public final class LeasesFile {
    private LeasesFile() {}

    /// What was read: the last whole entry of each address, in the order of first mention; what was
    /// damaged and therefore left out; and how many entries of other kinds (host, group, failover,
    /// ...) were passed over.
    public record Reading(
            List<Lease> leases, List<Problem> problems, Map<String, Integer> skipped) {

        /// Takes copies.
        public Reading {
            leases = List.copyOf(leases);
            problems = List.copyOf(problems);
            skipped = Map.copyOf(skipped);
        }
    }

    /// Reads a file; never fails, whatever the octets are. `now`, in seconds since 1970, decides
    /// the state of leases that do not name theirs, as files before version 3 had it.
    public static Reading read(String fileName, byte[] octets, long now) {
        return new LeaseReader(fileName, octets, now).read();
    }

    /// A whole file with the entries of all leases that are worth one.
    public static byte[] write(Collection<Lease> leases) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(header());
        for (Lease lease : leases) if (!lease.isUnused()) out.writeBytes(entry(lease));
        return out.toByteArray();
    }

    /// The beginning of a file, for callers that write entry by entry.
    public static byte[] header() {
        return LeaseWriter.HEADER.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// One entry as dhcpd would write it.
    public static byte[] entry(Lease lease) {
        return LeaseWriter.entry(lease).getBytes(StandardCharsets.ISO_8859_1);
    }
}
