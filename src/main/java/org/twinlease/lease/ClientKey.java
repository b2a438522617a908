package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

/// Who a client is: its client identifier where it sends one, and its hardware address (RFC 2131
/// section 4.2). Two sightings are the same client when both have an identifier and these are
/// equal, or, where one has none, when the hardware addresses are equal: a network boot and the
/// system that it starts are one machine.
public record ClientKey(@Nullable Octets clientId, HardwareAddress hardware) {

    /// Whether the client can be told from others at all.
    public boolean isKnown() {
        return clientId != null || hardware.address().length() > 0;
    }

    /// Whether a binding with this identity is the client's.
    public boolean owns(@Nullable Octets otherId, @Nullable HardwareAddress otherHardware) {
        if (clientId != null && otherId != null) return clientId.equals(otherId);
        return hardware.address().length() > 0 && hardware.equals(otherHardware);
    }

    /// The identity for people.
    public String words() {
        if (hardware.address().length() > 0) return hardware.toString();
        return clientId == null ? "-" : clientId.hex();
    }
}
