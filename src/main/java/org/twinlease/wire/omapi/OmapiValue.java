package org.twinlease.wire.omapi;

import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.OptionalLong;

/// A value with its name, as it stands in a message. The octets say nothing of their kind: whoever
/// knows the name knows that.
public record OmapiValue(String name, Octets octets) {

    /// Text, without an end mark.
    public static OmapiValue of(String name, String text) {
        return new OmapiValue(name, Octets.ofText(text));
    }

    /// A number, in the four octets that dhcpd wants.
    public static OmapiValue of(String name, int number) {
        byte[] octets = new byte[4];
        for (int i = 0; i < 4; i++) octets[i] = (byte) (number >>> (24 - 8 * i));
        return new OmapiValue(name, Octets.of(octets));
    }

    /// An address.
    public static OmapiValue of(String name, Ip4 address) {
        return of(name, address.bits());
    }

    /// The octets as a number without sign; empty unless there are one to four of them.
    public OptionalLong number() {
        if (octets.length() == 0 || octets.length() > 4) return OptionalLong.empty();
        long number = 0;
        for (int i = 0; i < octets.length(); i++) number = number << 8 | octets.at(i);
        return OptionalLong.of(number);
    }
}
