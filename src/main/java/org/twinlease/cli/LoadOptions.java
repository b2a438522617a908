package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What load to make; see `twinlease load --help`. `rate` 0 is a closed loop of `window` exchanges.
public record LoadOptions(
        List<String> servers,
        @Nullable String giaddr,
        int clients,
        double rate,
        int window,
        double seconds,
        String mix) {

    /// Takes a copy of the list.
    public LoadOptions {
        servers = List.copyOf(servers);
    }
}
