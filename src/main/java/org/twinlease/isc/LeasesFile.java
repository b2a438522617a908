package org.twinlease.isc;

import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.config.Range;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// ISC's lease file, dhcpd.leases (`spec/dhcpd-leases.md`): read what a dhcpd left behind, and
/// write what a dhcpd will take over. The octets come from and go to the caller.
public final class LeasesFile {
    private LeasesFile() {}

    /// What was read: the last whole entry of each address and of each failover pair, in the order
    /// of first mention; what was damaged and therefore left out; how many entries of other kinds
    /// (host, group, ...) were passed over; and what the file keeps of changes.
    public record Reading(
            List<Lease> leases,
            List<PairState> pairs,
            List<Problem> problems,
            Map<String, Integer> skipped,
            History history) {

        /// Takes copies.
        public Reading {
            leases = List.copyOf(leases);
            pairs = List.copyOf(pairs);
            problems = List.copyOf(problems);
            skipped = Map.copyOf(skipped);
        }
    }

    /// What of a lease file a configuration has ranges for, counted as a dhcpd counts when it tests
    /// a lease file (`spec/dhcpd-leases.md` 9): `written` leases have an entry worth writing, those
    /// of `outside` are in no range.
    public record Taken(int written, List<Ip4> outside) {

        /// Takes a copy.
        public Taken {
            outside = List.copyOf(outside);
        }

        /// Goes through the leases of a file.
        public static Taken of(Config config, Reading reading) {
            TreeMap<Ip4, Range> ranges = new TreeMap<>();
            config.networks().stream()
                    .flatMap(network -> network.pools().stream())
                    .flatMap(pool -> pool.ranges().stream())
                    .forEach(range -> ranges.put(range.low(), range));
            int written = 0;
            List<Ip4> outside = new ArrayList<>();
            for (Lease lease : reading.leases()) {
                var range = ranges.floorEntry(lease.address());
                boolean inside =
                        range != null && range.getValue().high().compareTo(lease.address()) >= 0;
                if (!inside) outside.add(lease.address());
                else if (isWorthAnEntry(lease)) written++;
            }
            return new Taken(written, outside);
        }

        private static boolean isWorthAnEntry(Lease lease) {
            return lease.hardware() != null
                    || lease.clientId() != null
                    || lease.tsfp() != 0
                    || lease.state() != BindingState.FREE;
        }

        /// The lines that a dhcpd has for this.
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (Ip4 address : outside) lines.add("lease " + address + ": no subnet.");
            lines.add("Wrote " + written + " leases to leases file.");
            return lines;
        }
    }

    /// What a file keeps of changes: a dhcpd appends each to what it wrote when it began the file
    /// anew, within the last hour or so. `from` and `to` are the times of the first and the last
    /// change, seconds since 1970, 0 for none. `came` counts clients that took an address that was
    /// not theirs before, `renewed` how often a lease was gone on with.
    public record History(long from, long to, int came, int renewed) {}

    /// Reads a file; never fails, whatever the octets are. `now`, in seconds since 1970, decides
    /// the state of leases that do not name theirs, as files before version 3 had it.
    public static Reading read(String fileName, byte[] octets, long now) {
        return new LeaseReader(fileName, octets, now).read();
    }

    /// A whole file with the entries of all leases that are worth one.
    public static byte[] write(Collection<Lease> leases) {
        return write(leases, List.of());
    }

    /// A whole file with the states of failover pairs too. A pair whose `mclt` is known is a
    /// secondary's: a dhcpd takes the number from a secondary's file only.
    public static byte[] write(Collection<Lease> leases, Collection<PairState> pairs) {
        var writer = LeaseWriter.of(pairs);
        var out = new ByteArrayOutputStream();
        out.writeBytes(header());
        for (PairState pair : pairs) out.writeBytes(octets(LeaseWriter.pair(pair)));
        for (Lease lease : leases) {
            if (!lease.isUnused()) out.writeBytes(octets(writer.entry(lease)));
        }
        return out.toByteArray();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The beginning of a file, for callers that write entry by entry.
    public static byte[] header() {
        return octets(LeaseWriter.HEADER);
    }

    /// One entry as a dhcpd without a partner would write it.
    public static byte[] entry(Lease lease) {
        return octets(LeaseWriter.of(List.of()).entry(lease));
    }
}
