package org.twinlease.isc.outline;

import java.util.Set;

/// Keys of statements ([Entry#key]) that every reading of a whole configuration has to tell from
/// ordinary settings.
public final class Keys {

    /// Settings that are a server's own: two halves of a pair may have them differently.
    public static final Set<String> SERVERS_OWN =
            Set.of(
                    "omapi-port",
                    "omapi-key",
                    "local-address",
                    "local-port",
                    "remote-port",
                    "lease-file-name",
                    "pid-file-name",
                    "log-facility",
                    "ddns-local-address4",
                    "interface",
                    "option dhcp-server-identifier");

    /// What is part of a declaration and no setting.
    public static final Set<String> OF_DECLARATIONS =
            Set.of(
                    "range",
                    "failover",
                    "hardware",
                    "fixed-address",
                    "uid",
                    "match",
                    "spawn",
                    "include",
                    "no",
                    "subclass");

    private Keys() {}
}
