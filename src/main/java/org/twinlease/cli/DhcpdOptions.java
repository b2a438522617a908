package org.twinlease.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What `dhcpd` was started with, in ISC dhcpd's own terms. `port` -1: not given. `pid` null: no
/// file is written. `everybody` is the address or the name of `-s`, null: not given. `execute`:
/// whether programs that the configuration names are run.
public record DhcpdOptions(
        String config,
        Path leases,
        @Nullable Path pid,
        int port,
        @Nullable String everybody,
        boolean background,
        boolean quiet,
        boolean execute,
        List<String> faces) {

    /// Takes a copy of the list.
    public DhcpdOptions {
        faces = List.copyOf(faces);
    }
}
