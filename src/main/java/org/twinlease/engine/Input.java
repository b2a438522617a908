package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.util.function.Consumer;

/// What comes into the engine from its edges.
public sealed interface Input {

    /// A datagram as it arrived: the first `length` octets of `bytes` (which the engine now owns),
    /// the index of the interface in the server's list, the sender's address and UDP port, whether
    /// it was sent to this machine alone, when it was read (nanoseconds of the edge's monotonic
    /// clock, for latency only), and a moment before which it had not come: a server that stood
    /// still finds in its sockets what clients said long ago.
    record Datagram(
            byte[] bytes,
            int length,
            int interfaceIndex,
            Ip4 from,
            int fromPort,
            Cast cast,
            long nanos,
            Now notBefore)
            implements Input {}

    /// An address answered a ping.
    record PingAnswered(Ip4 address) implements Input {}

    /// A program that the configuration named has ended, or never began, for an address; `how` in a
    /// few words ("status 0", "it cannot be started").
    record ProgramEnded(Ip4 about, String program, String how) implements Input {}

    /// A TCP connection to a failover partner is up: `local` is this server's address and port of
    /// it, `remote` the other end's; `accepted` when the other side opened it.
    record LinkUp(long link, Ip4 local, int localPort, Ip4 remote, boolean accepted)
            implements Input {}

    /// Octets from a partner, the engine's own from now on, at most 64 kB at a time.
    record LinkData(long link, byte[] octets) implements Input {}

    /// A connection has ended or could not be made; `why` in a few words ("connection refused",
    /// "closed by the partner").
    record LinkDown(long link, String why) implements Input {}

    /// Listening has begun (`fault` null), or is not possible now and why.
    record Listening(Ip4 address, int port, @Nullable String fault) implements Input {}

    /// An operator's command; `answer` is called once, on the engine's thread.
    record Order(Command command, Consumer<Outcome> answer) implements Input {}

    /// A new configuration, already found good; leases stay as they are.
    record NewPlan(Plan plan) implements Input {}

    /// A question; `answer` is called once, on the engine's thread.
    record Question<A extends @Nullable Object>(Query<A> query, Consumer<A> answer)
            implements Input {}
}
