package org.twinlease.isc.outline;

import org.twinlease.value.Ip4;

import java.util.List;

/// A host declaration. `hardware` is the type and address in one spelling (`ethernet 02:00:..`),
/// `uid` the client identifier as written; empty where there is none.
public record HostPart(String name, Entry entry, String hardware, String uid, List<Fixed> fixed) {

    /// An address of `fixed-address`, at a token of that statement.
    public record Fixed(Ip4 address, Entry entry, int token) {}

    /// Takes a copy of the list.
    public HostPart {
        fixed = List.copyOf(fixed);
    }
}
