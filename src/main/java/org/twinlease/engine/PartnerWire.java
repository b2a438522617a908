package org.twinlease.engine;

import org.twinlease.value.Ip4;

/// Where connections to failover partners are made and carried: Netty in a server, queues in a
/// simulation. Never blocks. What happens comes back as [Input.LinkUp], [Input.LinkData],
/// [Input.LinkDown] and [Input.Listening], in the order in which it happened on each link. A link
/// is a TCP connection or the attempt at one, named by a number: those that the engine opens have
/// even numbers of its choice, accepted ones odd numbers of the edge's choice; none is used twice.
public interface PartnerWire {

    /// Listens at an address and port; a second call for the same is passed over. Answered by
    /// [Input.Listening].
    void listen(Ip4 address, int port);

    /// Begins to connect, from a local address (any port) to a partner. Answered by [Input.LinkUp]
    /// or [Input.LinkDown].
    void connect(long link, Ip4 from, Ip4 to, int port);

    /// Queues octets on a link; what is sent on a link that is gone is dropped.
    void send(long link, byte[] octets);

    /// Closes a link after what was queued on it has left, or gives an attempt up. Nothing comes in
    /// from it any more, not even [Input.LinkDown].
    void close(long link);

    /// A wire for a server that has no partner: every attempt is passed over in silence.
    PartnerWire NONE =
            new PartnerWire() {
                @Override
                public void listen(Ip4 address, int port) {}

                @Override
                public void connect(long link, Ip4 from, Ip4 to, int port) {}

                @Override
                public void send(long link, byte[] octets) {}

                @Override
                public void close(long link) {}
            };
}
