package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.PassedView;
import org.twinlease.dhcp.Destination;
import org.twinlease.dhcp.Reply;
import org.twinlease.failover.PairEvent;
import org.twinlease.failover.Terms;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Objects;

/// What went over the network last, with its octets, so that a capture can be had of what has been.
/// Keeps the octets where they are; they are copied only when somebody asks.
final class Passing {

    private static final int REMEMBERED = 1 << 14;
    private static final int SERVER_PORT = 67;

    private final Ring<Passed> newest = new Ring<>(REMEMBERED);
    private long sequence;

    /// One end of a way.
    private record End(Ip4 address, int port) {}

    private sealed interface Payload {
        Octets octets();
    }

    private record Raw(byte[] bytes, int length) implements Payload {
        @Override
        public Octets octets() {
            return Octets.of(bytes, 0, length);
        }
    }

    private record Message(PairEvent.Message event) implements Payload {
        @Override
        public Octets octets() {
            return Octets.of(event.message().encode());
        }
    }

    private record Passed(
            long sequence, long atMillis, boolean outgoing, End from, End to, Payload payload) {
        PassedView view() {
            return new PassedView(
                    sequence,
                    atMillis,
                    payload instanceof Message,
                    outgoing,
                    from.address(),
                    from.port(),
                    to.address(),
                    to.port(),
                    payload.octets());
        }
    }

    /// A client's datagram and, where there is one, its answer.
    void datagrams(long atMillis, Handled handled, Edges edges) {
        Input.Datagram in = handled.datagram();
        Ip4 own = edges.interfaces().get(in.interfaceIndex()).address();
        End server = new End(own, edges.port());
        End client = new End(in.from(), in.fromPort());
        boolean broadcast = in.from().isZero() && edges.port() == SERVER_PORT;
        End heardAt = broadcast ? new End(Ip4.BROADCAST, edges.port()) : server;
        add(atMillis, false, client, heardAt, new Raw(in.bytes(), in.length()));
        Reply reply = handled.reply();
        if (reply == null) return;
        Destination to = reply.to();
        byte[] payload = reply.payload();
        End there = new End(to.address(), to.port());
        add(atMillis, true, server, there, new Raw(payload, payload.length));
    }

    /// A message of a relationship with these terms.
    void message(long atMillis, Terms terms, PairEvent.Message event) {
        End own = new End(known(terms.address()), terms.port());
        End partner = new End(known(terms.peerAddress()), terms.peerPort());
        boolean out = event.outgoing();
        add(atMillis, out, out ? own : partner, out ? partner : own, new Message(event));
    }

    private static Ip4 known(@Nullable Ip4 address) {
        return Objects.requireNonNullElse(address, Ip4.ZERO);
    }

    private void add(long atMillis, boolean outgoing, End from, End to, Payload payload) {
        newest.add(new Passed(sequence++, atMillis, outgoing, from, to, payload));
    }

    /// Those since a time and after a number, the oldest first, at most `limit`.
    List<PassedView> since(long millis, long after, int limit) {
        return newest
                .newest(REMEMBERED, p -> p.atMillis() >= millis && p.sequence() > after)
                .stream()
                .limit(limit)
                .map(Passed::view)
                .toList();
    }
}
