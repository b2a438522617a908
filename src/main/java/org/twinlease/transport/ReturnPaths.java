package org.twinlease.transport;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which socket somebody last spoke to, of an interface with several addresses: the answer has to
/// come from the address that was asked. Remembers the last few thousand relays and clients; with
/// one that was forgotten the interface's own address answers. For the loop's thread.
final class ReturnPaths {
    static final int REMEMBERED = 4_096;
    private static final int GIADDR = 24;

    private final Map<Integer, Lane> lanes =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Lane> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// Notes by which socket a datagram came. Answers go to the relay's address in the message
    /// where there is one, whatever address the relay sent it from (RFC 2131 section 4.1).
    void arrived(Input.Datagram datagram, Lane lane) {
        lanes.put(answeredAt(datagram), lane);
    }

    /// Forgets the sender of a datagram that came to the interface's own address.
    void arrived(Input.Datagram datagram) {
        if (!lanes.isEmpty()) lanes.remove(answeredAt(datagram));
    }

    /// The socket for an answer, null for the usual one.
    @Nullable Lane to(Ip4 address) {
        return lanes.isEmpty() ? null : lanes.get(address.bits());
    }

    private static int answeredAt(Input.Datagram datagram) {
        byte[] b = datagram.bytes();
        if (datagram.length() < GIADDR + 4) return datagram.from().bits();
        int relay = 0;
        for (int i = GIADDR; i < GIADDR + 4; i++) relay = relay << 8 | (b[i] & 255);
        return relay == 0 ? datagram.from().bits() : relay;
    }
}
