package org.twinlease.console.model.live;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.PacketView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One message on its way between two lanes of the flow: a client's, a server's answer to it, or
/// one of the two servers' to the other. What is told of it later, by the other server or by its
/// answer, is added.
final class Passage {

    /// Who says something to whom.
    enum Kind {
        /// A client to every server that hears it.
        CLIENT,
        /// A server to a client.
        ANSWER,
        /// A binding update or its answer.
        UPDATE,
        /// Any other message of the connection between the servers.
        LINK
    }

    /// The lane of the clients; the servers' are their numbers and one more.
    static final int CLIENTS = 0;

    /// The order of the flow.
    static final Comparator<Passage> IN_TIME =
            Comparator.<Passage>comparingLong(p -> p.atMillis)
                    .thenComparingInt(Passage::rank)
                    .thenComparingLong(p -> p.id);

    final long id;
    long atMillis;
    final Kind kind;
    final int from;
    final String type;

    /// What it belongs to: the question it answers, the packet that caused it.
    @Nullable Passage before;

    /// What belongs to it, in the order in which it came.
    final List<Passage> after = new ArrayList<>(2);

    /// Of a client's message, by server, what was decided; of an answer, its own alone.
    final @Nullable PacketView[] packets = new PacketView[2];

    @Nullable FailoverMessageView message;

    /// Of an update, how long its answer took in milliseconds; -1 while there is none.
    long lagMillis = -1;

    private int to;

    Passage(long id, long atMillis, Kind kind, int from, int to, String type) {
        this.id = id;
        this.atMillis = atMillis;
        this.kind = kind;
        this.from = from;
        this.to = 1 << to;
        this.type = type;
    }

    /// The lanes that it reaches, a bit each.
    int to() {
        return to;
    }

    void reaches(int lane) {
        to |= 1 << lane;
    }

    /// Two servers tell of the same millisecond one after the other: what can cause the other comes
    /// first.
    private int rank() {
        return switch (type) {
            case "DHCPDISCOVER" -> 0;
            case "DHCPOFFER" -> 1;
            case "BNDUPD" -> 4;
            case "BNDACK" -> 5;
            default -> kind == Kind.LINK ? 6 : kind == Kind.ANSWER ? 3 : 2;
        };
    }

    boolean isUpdate() {
        return type.equals("BNDUPD");
    }

    /// Whether it belongs to a relationship, as what passes between clients and servers does to
    /// all; an empty name is any.
    boolean isOf(String relationship) {
        FailoverMessageView said = message;
        return said == null || relationship.isEmpty() || said.name().equals(relationship);
    }

    /// Whether it is an answer that says no.
    boolean isRefusal() {
        FailoverMessageView said = message;
        return kind == Kind.UPDATE && said != null && said.words().contains("reject-reason");
    }

    /// Whether a server that heard it leaves it unanswered.
    boolean isUnanswered(int server) {
        PacketView packet = packets[server];
        return kind == Kind.CLIENT && packet != null && packet.answer() == null;
    }

    /// The packet that says most: of the server that answered, else of any that heard it.
    @Nullable PacketView packet() {
        PacketView found = null;
        for (PacketView packet : packets) {
            if (packet != null && (found == null || found.answer() == null)) found = packet;
        }
        return found;
    }

    /// Puts this behind what it belongs to.
    void belongsTo(@Nullable Passage earlier) {
        if (earlier == null || before != null || earlier == this) return;
        before = earlier;
        earlier.after.add(this);
    }

    /// Everything that has to do with this one: from the first packet of the client's transaction
    /// to the last answer of the partner, in the order of time.
    List<Passage> together() {
        Passage root = this;
        for (Passage up = before; up != null; up = up.before) root = up;
        List<Passage> all = new ArrayList<>();
        gather(root, all);
        all.sort(IN_TIME);
        return all;
    }

    private static void gather(Passage from, List<Passage> into) {
        into.add(from);
        for (Passage next : from.after) gather(next, into);
    }

    /// Lets go of what is forgotten before it.
    void forget() {
        for (Passage next : after) next.before = null;
        after.clear();
    }
}
