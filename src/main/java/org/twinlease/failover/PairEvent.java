package org.twinlease.failover;

import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.FailoverMessage;

/// Something that happened in a relationship, for people to see.
public sealed interface PairEvent {

    /// The relationship's name.
    String name();

    /// The own state has changed, and why; from STARTUP where a restart leads back to the same one.
    record Moved(String name, ServerState from, ServerState to, Reason why) implements PairEvent {}

    /// The partner's state is another one.
    record PartnerMoved(String name, ServerState from, ServerState to) implements PairEvent {}

    /// The connection is up: both have accepted each other.
    record Linked(String name, Ip4 partner) implements PairEvent {}

    /// Something is wrong with the connection: what, with both sides' values, and the remedy.
    record Trouble(String name, Reason why) implements PairEvent {}

    /// A message went out or came in.
    record Message(String name, boolean outgoing, FailoverMessage message) implements PairEvent {}

    /// A balance run in one pool: free addresses here and at the partner before it, and how many
    /// were given away.
    record Balanced(String name, int pool, long own, long partners, int given)
            implements PairEvent {}
}
