package org.twinlease.wire.dhcp;

import org.jspecify.annotations.Nullable;

/// The values of option 53 (RFC 2132 section 9.6), as far as clients and servers of RFC 2131 use
/// them.
public enum MessageType {
    DHCPDISCOVER,
    DHCPOFFER,
    DHCPREQUEST,
    DHCPDECLINE,
    DHCPACK,
    DHCPNAK,
    DHCPRELEASE,
    DHCPINFORM;

    private static final MessageType[] BY_CODE = values();

    /// The type of a code, null for any other number.
    public static @Nullable MessageType of(int code) {
        return code < 1 || code > BY_CODE.length ? null : BY_CODE[code - 1];
    }

    /// The number on the wire, 1 to 8.
    public int code() {
        return ordinal() + 1;
    }
}
