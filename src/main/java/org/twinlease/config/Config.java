package org.twinlease.config;

import java.util.List;

/// What one server runs on. `global` is the outermost scope; every other scope but those of classes
/// has it as its last ancestor. Networks, hosts, peers and classes stand in the order of the
/// configuration; `spaces` are those that are sent inside other options.
public record Config(
        Scope global,
        List<SharedNetwork> networks,
        List<Host> hosts,
        List<FailoverPeer> peers,
        List<ClientClass> classes,
        List<OptionSpace> spaces,
        List<Problem> problems) {

    /// A configuration that knows no classes.
    public Config(
            Scope global,
            List<SharedNetwork> networks,
            List<Host> hosts,
            List<FailoverPeer> peers,
            List<Problem> problems) {
        this(global, networks, hosts, peers, List.of(), List.of(), problems);
    }

    /// Takes copies of the lists.
    public Config {
        classes = List.copyOf(classes);
        spaces = List.copyOf(spaces);
        networks = List.copyOf(networks);
        hosts = List.copyOf(hosts);
        peers = List.copyOf(peers);
        problems = List.copyOf(problems);
    }

    /// The same with other peers.
    public Config withPeers(List<FailoverPeer> others) {
        return new Config(global, networks, hosts, others, classes, spaces, problems);
    }
}
