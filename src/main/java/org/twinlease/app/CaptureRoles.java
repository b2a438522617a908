package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.MessageType;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who in a capture is a primary and who a secondary: whoever was named so, or else whoever sent
/// the first CONNECT of two addresses and whoever got it.
final class CaptureRoles {

    static final String PRIMARY = "primary";
    static final String SECONDARY = "secondary";

    /// Pairs beyond this go by their addresses.
    private static final int MOST = 4096;

    private final Map<Set<Ip4>, Ip4> primaries = new HashMap<>();
    private final @Nullable Ip4 primary;
    private final @Nullable Ip4 secondary;

    CaptureRoles(@Nullable Ip4 primary, @Nullable Ip4 secondary) {
        this.primary = primary;
        this.secondary = secondary;
    }

    /// Learns from a message.
    void learn(Ip4 src, Ip4 dst, Decoded<FailoverMessage> decoded) {
        if (primaries.size() < MOST
                && decoded instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message)
                && message.type() == MessageType.CONNECT) {
            primaries.merge(
                    pair(src, dst), src, (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
    }

    /// The role of an address towards another one; the address where nobody knows.
    String role(Ip4 address, Ip4 other) {
        if (address.equals(primary)) return PRIMARY;
        if (address.equals(secondary)) return SECONDARY;
        Ip4 found = primaries.get(pair(address, other));
        if (found == null || primary != null || secondary != null) return address.toString();
        return found.equals(address) ? PRIMARY : SECONDARY;
    }

    private static Set<Ip4> pair(Ip4 one, Ip4 other) {
        Set<Ip4> pair = new HashSet<>();
        pair.add(one);
        pair.add(other);
        return pair;
    }
}
