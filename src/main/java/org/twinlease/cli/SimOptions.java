package org.twinlease.cli;

import java.util.List;
import java.util.Set;

/// Which lives of a failover pair are simulated: `seeds` of them, from the seed `first` on, each
/// with troubles for so many days; see `twinlease sim --help`. `faults` are kinds of trouble, or
/// `all`; only the troubles with the numbers in `only` happen (empty: all). `configs` are the two
/// servers' dhcpd.conf whose pair it is; empty: settings from each seed.
public record SimOptions(
        long first,
        long seeds,
        double days,
        List<String> faults,
        Set<Integer> only,
        List<String> configs) {

    /// Takes copies.
    public SimOptions {
        faults = List.copyOf(faults);
        only = Set.copyOf(only);
        configs = List.copyOf(configs);
    }
}
