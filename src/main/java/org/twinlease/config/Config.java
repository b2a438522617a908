package org.twinlease.config;

import java.util.List;

/// What one server runs on. `global` is the outermost scope; every other scope has it as its last
/// ancestor. Networks, hosts and peers stand in the order of the configuration.
public record Config(
        Scope global,
        List<SharedNetwork> networks,
        List<Host> hosts,
        List<FailoverPeer> peers,
        List<Problem> problems) {

    /// Takes copies of the lists.
    public Config {
        networks = List.copyOf(networks);
        hosts = List.copyOf(hosts);
        peers = List.copyOf(peers);
        problems = List.copyOf(problems);
    }
}
