package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.ClientClass;
import org.twinlease.config.Scope;
import org.twinlease.value.Octets;

/// A class that a client belongs to, by way of a subclass or of a value that a class of its own was
/// made for (`spec/dhcpd-conf.md` 8.3).
record Membership(ClientClass of, ClientClass.@Nullable Subclass subclass, @Nullable Octets value) {

    /// How many leases the members may have together, 0 for any number.
    int leaseLimit() {
        return subclass == null ? of.leaseLimit() : subclass.leaseLimit();
    }

    /// What tells this class, or this subclass of it, from all others: kept with a lease that
    /// counts for it.
    Octets billing() {
        Octets name = Octets.ofText(of.name());
        if (value == null) return name;
        byte[] out = new byte[name.length() + 1 + value.length()];
        name.copyTo(out, 0);
        value.copyTo(out, name.length() + 1);
        return Octets.of(out);
    }

    /// The settings of the subclass, null without one.
    @Nullable Scope subclassScope() {
        return subclass == null ? null : subclass.scope();
    }
}
