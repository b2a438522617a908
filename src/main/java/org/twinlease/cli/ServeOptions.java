package org.twinlease.cli;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// What a server is started with. `interfaces` empty: all that fit. `port` -1: the configuration's
/// `local-port`, else 67. `name` null: the machine's own. `everybody` is where broadcast answers
/// go, null: as the configuration says. `api` is where the control API listens, null: nowhere.
/// `execute`: whether programs that the configuration names are run.
public record ServeOptions(
        String config,
        Path data,
        @Nullable Path leases,
        List<String> interfaces,
        int port,
        boolean relayOnly,
        @Nullable String name,
        @Nullable Ip4 everybody,
        @Nullable InetSocketAddress api,
        boolean execute) {

    /// Takes a copy of the list.
    public ServeOptions {
        interfaces = List.copyOf(interfaces);
    }
}
