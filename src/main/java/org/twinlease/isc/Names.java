package org.twinlease.isc;

import org.twinlease.isc.tree.ConfTree;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Host names where addresses are meant. dhcpd resolves them while serving; this server once, when
/// it reads the configuration.
final class Names {
    private Names() {}

    /// The addresses of a name in wire form, one behind the other.
    static Octets octets(
            ConfTree tree, int token, String name, DhcpdConf.Resolver resolver, Report report) {
        var out = new ByteArrayOutputStream();
        for (Ip4 address : resolve(tree, token, name, resolver, report)) {
            out.writeBytes(address.octets());
        }
        return Octets.of(out.toByteArray());
    }

    /// The addresses of a name; none, with a warning, when it has none.
    static List<Ip4> resolve(
            ConfTree tree, int token, String name, DhcpdConf.Resolver resolver, Report report) {
        List<Ip4> addresses = resolver.resolve(name);
        if (addresses.isEmpty()) {
            report.warn(
                    tree,
                    token,
                    "name-not-resolved",
                    "The host name " + name + " has no IPv4 address, so it is left out.",
                    "Write the address itself.");
        }
        return addresses;
    }
}
