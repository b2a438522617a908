package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

/// Who a client is: its client identifier where it sends one, and its hardware address (RFC 2131
/// section 4.2).
public record ClientKey(@Nullable Octets clientId, HardwareAddress hardware) {

    /// Whether the client can be told from others at all.
    public boolean isKnown() {
        return clientId != null || hardware.address().length() > 0;
    }

    /// Whether a binding with this identity is the client's. One with an identifier is of the
    /// client that sends the same; one without is of whoever has the hardware address, so that a
    /// system goes on with what its network boot was given. Not the other way round: a boot that
    /// sends no identifier is not the system that does, and gets an address of its own (as from a
    /// dhcpd).
    public boolean owns(@Nullable Octets otherId, @Nullable HardwareAddress otherHardware) {
        return (otherId == null)
                ? isOn(otherHardware)
                : clientId != null && clientId.equals(otherId);
    }

    /// Whether an identity may be the same client's, for all that is known: identifiers decide
    /// where both have one, else the hardware address does.
    public boolean resembles(@Nullable Octets otherId, @Nullable HardwareAddress otherHardware) {
        return (clientId == null || otherId == null)
                ? isOn(otherHardware)
                : clientId.equals(otherId);
    }

    private boolean isOn(@Nullable HardwareAddress other) {
        return hardware.address().length() > 0 && hardware.equals(other);
    }

    /// The identity for people.
    public String words() {
        if (hardware.address().length() > 0) return hardware.toString();
        return clientId == null ? "-" : clientId.hex();
    }
}
