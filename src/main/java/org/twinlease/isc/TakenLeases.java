package org.twinlease.isc;

import org.twinlease.config.Config;
import org.twinlease.config.Range;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What of a lease file a configuration has ranges for, counted as a dhcpd counts when it tests a
/// lease file (`spec/dhcpd-leases.md` 9): `written` leases have an entry worth writing, those of
/// `outside` are in no range.
public record TakenLeases(int written, List<Ip4> outside) {

    /// Takes a copy.
    public TakenLeases {
        outside = List.copyOf(outside);
    }

    /// Goes through the leases of a file.
    public static TakenLeases of(Config config, LeasesFile.Reading reading) {
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
        return new TakenLeases(written, outside);
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
