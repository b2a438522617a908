package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.OptionKey;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;

/// A host declaration. Global wherever it stands; its scope's ancestors are the groups and networks
/// around it, which override class and pool for this client (`spec/dhcpd-conf.md` 8.1, 8.2).
/// `identifier` is an option of the client's packet by which it is found, too.
public record Host(
        String name,
        Scope scope,
        @Nullable HardwareAddress hardware,
        @Nullable Octets clientId,
        List<Ip4> fixedAddresses,
        @Nullable Identifier identifier) {

    /// What `host-identifier` says: an option and its value.
    public record Identifier(OptionKey key, Octets value) {}

    /// A host without `host-identifier`.
    public Host(
            String name,
            Scope scope,
            @Nullable HardwareAddress hardware,
            @Nullable Octets clientId,
            List<Ip4> fixedAddresses) {
        this(name, scope, hardware, clientId, fixedAddresses, null);
    }

    /// Takes a copy of the addresses.
    public Host {
        fixedAddresses = List.copyOf(fixedAddresses);
    }
}
