package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Merge;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.util.ArrayList;
import java.util.List;

/// The connection of a relationship (`spec/failover-protocol.md` section 1): opens it, answers the
/// partner's, lets one of several win, keeps it alive and notices its death. Both servers connect
/// and listen; whoever opened it, the primary speaks first. What is heard on the connection that
/// won goes to the [Owner].
final class Session {

    /// By how many seconds clocks may differ.
    static final long MOST_SKEW = Merge.MOST_SKEW_SECONDS;

    private static final long RECONNECT_MILLIS = 5_000;
    private static final long NO_ADDRESS_MILLIS = 90_000;
    private static final long STARTUP_MILLIS = 15_000;
    private static final long CLOSE_CALL_MILLIS = 1_000;
    private static final int MOST_LINES = 4;

    /// Who uses the connection.
    interface Owner {

        /// The connection is up. The partner takes at most `maxUnacked` updates unanswered.
        void linked(Now now, long maxUnacked, long delay, boolean kin);

        /// What the primary has set, heard by the secondary before [#linked].
        void agreed(Now now, long mclt, Octets hba);

        /// A message came in on the connection that is up.
        void heard(Now now, FailoverMessage message);

        /// The connection that was up has ended.
        void lost(Now now, Reason why);
    }

    private final Terms terms;
    private final PairHost host;
    private final Owner owner;
    private final Greeting greeting;
    private final List<Line> lines = new ArrayList<>();
    private final Skew skew = new Skew();
    private final Xids updates = new Xids();
    private @Nullable Line up;
    private @Nullable Reason trouble;

    /// The partner's receive timer in seconds.
    private long partnerDelay;

    private long retryTick;
    private long lastHeardMillis;

    Session(Terms terms, PairHost host, Owner owner, String vendor) {
        this.terms = terms;
        this.host = host;
        this.owner = owner;
        greeting = new Greeting(terms, vendor);
    }

    boolean isUp() {
        return up != null;
    }

    /// What is wrong with the connection now, null when it is up or was never tried.
    @Nullable Reason trouble() {
        return trouble;
    }

    Skew skew() {
        return skew;
    }

    /// When something was heard from the partner last, milliseconds since 1970; 0 for never.
    long lastHeardMillis() {
        return lastHeardMillis;
    }

    /// Milliseconds until the connection is given up if nothing is heard; -1 when it is not up.
    long patienceMillis(Now now) {
        Line line = up;
        if (line == null) return -1;
        return Math.max(0, line.heardTick + 1000L * terms.maxResponseDelay() - now.tickMillis());
    }

    boolean owns(long link) {
        return line(link) != null;
    }

    private @Nullable Line line(long link) {
        for (Line line : lines) if (line.link == link) return line;
        return null;
    }

    /// Starts a message that begins an exchange; its number, or -1 when there is no connection.
    long send(Now now, FailoverMessage message) {
        Line line = up;
        return line == null ? -1 : send(now, line, message);
    }

    private long send(Now now, Line line, FailoverMessage message) {
        long xid = message.type() == MessageType.BNDUPD ? line.nextXid(updates) : line.nextXid();
        put(now, line, message.at(now.wallSeconds(), xid));
        return xid;
    }

    /// Answers a message under its number.
    void reply(Now now, FailoverMessage message, long xid) {
        Line line = up;
        if (line != null) put(now, line, message.at(now.wallSeconds(), xid));
    }

    private void put(Now now, Line line, FailoverMessage message) {
        line.sentTick = now.tickMillis();
        host.send(line.link, message.encode());
        host.tell(new PairEvent.Message(terms.name(), true, message));
    }

    /// TCP is up, opened by this server or accepted.
    void opened(Now now, long link, Ip4 remote, boolean accepted) {
        Line line = line(link);
        if (line == null) {
            if (!accepted || lines.size() >= MOST_LINES) {
                host.close(link);
                return;
            }
            line = new Line(link, remote, Line.Phase.OPEN, now.tickMillis());
            lines.add(line);
        }
        line.phase = Line.Phase.OPEN;
        line.begunTick = now.tickMillis();
        if (terms.primary() && up == null) put(now, line, greeting.connect(now, line.nextXid()));
        else if (terms.primary()) drop(line);
    }

    /// Octets from the partner.
    void data(Now now, long link, byte[] octets) {
        Line line = line(link);
        if (line == null) return;
        for (Decoded<FailoverMessage> read : line.cutter.feed(octets, octets.length)) {
            switch (read) {
                case Decoded.Bad<FailoverMessage>(var fault, int at) -> {
                    fail(
                            now,
                            line,
                            Reason.of(
                                    ReasonCode.LINK_MALFORMED,
                                    terms.name(),
                                    fault.words(),
                                    (long) at));
                    return;
                }
                case Decoded.Ok<FailoverMessage>(FailoverMessage message) ->
                        message(now, line, message);
            }
            if (line(link) == null) return;
        }
    }

    private void message(Now now, Line line, FailoverMessage message) {
        line.heardTick = now.tickMillis();
        host.tell(new PairEvent.Message(terms.name(), false, message));
        if (line.phase == Line.Phase.UP) {
            if (line.echoTick >= 0) skew.roundTrip(now.tickMillis() - line.echoTick);
            line.echoTick = -1;
            lastHeardMillis = now.wallMillis();
            skew.read(message.time(), now.wallMillis());
        }
        switch (message.type()) {
            case CONNECT -> connect(now, line, message);
            case CONNECTACK -> accepted(now, line, message);
            case DISCONNECT -> fail(now, line, greeting.disconnected(message));
            case null -> {}
            case POOLREQ, POOLRESP, BNDUPD, BNDACK, UPDREQALL, UPDDONE, UPDREQ, STATE, CONTACT -> {
                // Before CONNECT nothing counts; dhcpd would act on it.
                if (line.phase == Line.Phase.UP && message.type() != MessageType.CONTACT) {
                    owner.heard(now, message);
                }
            }
        }
    }

    /// A primary's CONNECT.
    private void connect(Now now, Line line, FailoverMessage message) {
        Greeting.Answer answer = greeting.judge(now, message);
        if (answer.refusal() == null && up != null && isAlive(now)) {
            // A second connection: one is enough, and dhcpd takes a silent end for what it is.
            drop(line);
            return;
        }
        Line other = up;
        if (answer.refusal() == null && other != null) {
            fail(now, other, Reason.of(ReasonCode.LINK_REPLACED, terms.name()));
        }
        FailoverMessage ack = answer.message();
        if (ack != null) put(now, line, ack.at(now.wallSeconds(), message.xid()));
        Octets hba = answer.hba();
        if (answer.refusal() != null || hba == null) {
            Reason why = answer.refusal();
            fail(now, line, why == null ? greeting.role() : why);
            return;
        }
        owner.agreed(now, answer.mclt(), hba);
        // A primary answers CONNECTACK with its state at once.
        line.echoTick = now.tickMillis();
        comeUp(now, line, message, answer.maxUnacked(), answer.receiveTimer());
    }

    /// Whether the connection that is up has been heard of so lately that the partner still has it.
    /// A partner that crashed and is back opens a new one; it would have spoken on the old one in a
    /// third of the receive timer.
    private boolean isAlive(Now now) {
        Line line = up;
        long patience = 1000L * terms.maxResponseDelay() / 3 + 2000;
        return line != null && now.tickMillis() - line.heardTick < patience;
    }

    /// A secondary's CONNECTACK.
    private void accepted(Now now, Line line, FailoverMessage message) {
        if (line.phase == Line.Phase.UP || !terms.primary()) return;
        Greeting.Answer answer = greeting.judgeAck(now, message);
        FailoverMessage disconnect = answer.message();
        if (disconnect != null) send(now, line, disconnect);
        Reason refusal = answer.refusal();
        if (refusal != null) {
            fail(now, line, refusal);
        } else if (up != null) {
            drop(line);
        } else {
            skew.roundTrip(now.tickMillis() - line.sentTick);
            comeUp(now, line, message, answer.maxUnacked(), answer.receiveTimer());
        }
    }

    private void comeUp(
            Now now, Line line, FailoverMessage message, long maxUnacked, long receiveTimer) {
        line.phase = Line.Phase.UP;
        up = line;
        trouble = null;
        partnerDelay = Math.max(3, receiveTimer);
        lastHeardMillis = now.wallMillis();
        skew.read(message.time(), now.wallMillis());
        host.tell(new PairEvent.Linked(terms.name(), line.remote));
        owner.linked(now, Math.max(1, maxUnacked), partnerDelay, greeting.isKin(message));
    }

    /// A link has ended by itself.
    void closed(Now now, long link, String why) {
        Line line = line(link);
        if (line == null) return;
        lines.remove(line);
        ended(now, line, ending(now, line, why));
    }

    /// Why a connection ended that this server did not end. A dhcpd waits for a greeting as long as
    /// this server does, and whose wait ends first is chance: that is told alike.
    private Reason ending(Now now, Line line, String why) {
        Ip4 peer = terms.peerAddress();
        if (line.phase == Line.Phase.CONNECTING && peer != null) {
            return Reason.of(ReasonCode.LINK_REFUSED, peer, (long) terms.peerPort(), why);
        }
        long nearly = STARTUP_MILLIS - CLOSE_CALL_MILLIS;
        return line.phase == Line.Phase.OPEN && late(now, line.begunTick, nearly)
                ? ungreeted()
                : Reason.of(ReasonCode.LINK_CLOSED, terms.name(), why);
    }

    /// The partner took the connection, and not the part that is its own in greeting.
    private Reason ungreeted() {
        return Reason.of(
                terms.primary() ? ReasonCode.LINK_NO_CONNECTACK : ReasonCode.LINK_NO_CONNECT,
                terms.name(),
                STARTUP_MILLIS / 1000);
    }

    /// Ends a link for a reason.
    private void fail(Now now, Line line, Reason why) {
        drop(line);
        ended(now, line, why);
    }

    private void drop(Line line) {
        lines.remove(line);
        host.close(line.link);
    }

    private void ended(Now now, Line line, Reason why) {
        retryTick = now.tickMillis() + RECONNECT_MILLIS;
        if (line.equals(up)) {
            up = null;
            blame(why);
            owner.lost(now, why);
        } else if (up == null) {
            blame(why);
        }
    }

    private void blame(Reason why) {
        if (isKnown(why)) return;
        trouble = why;
        host.tell(new PairEvent.Trouble(terms.name(), why));
    }

    /// Whether people were told already. Readings of two clocks are never the same; what counts is
    /// how far apart they are, and that is right to a second.
    private boolean isKnown(Reason why) {
        Reason known = trouble;
        if (known == null || known.code() != why.code()) return false;
        if (why.code() != ReasonCode.LINK_CLOCK) return known.equals(why);
        return Math.abs((long) known.operands().get(1) - (long) why.operands().get(1)) <= 1;
    }

    /// Ends the connection that is up, since what the partner says on it makes no sense.
    void refuse(Now now, Reason why) {
        Line line = up;
        if (line != null) fail(now, line, why);
    }

    /// Ends everything, as when the disk has failed: nothing that is said could be kept.
    void hangUp(Now now, Reason why) {
        for (Line line : List.copyOf(lines)) drop(line);
        boolean was = up != null;
        up = null;
        retryTick = now.tickMillis() + RECONNECT_MILLIS;
        blame(why);
        if (was) owner.lost(now, why);
    }

    /// What time brings: attempts, silence, signs of life.
    void tick(Now now) {
        for (Line line : List.copyOf(lines)) {
            if (line.phase == Line.Phase.OPEN && late(now, line.begunTick, STARTUP_MILLIS)) {
                fail(now, line, ungreeted());
            }
        }
        Line line = up;
        if (line != null) keepAlive(now, line);
        else if (now.tickMillis() >= retryTick) dial(now);
    }

    private void keepAlive(Now now, Line line) {
        if (late(now, line.heardTick, 1000L * terms.maxResponseDelay())) {
            long silent = terms.maxResponseDelay();
            fail(now, line, Reason.of(ReasonCode.LINK_SILENT, terms.name(), silent));
        } else if (late(now, line.sentTick, 1000 * (partnerDelay / 3))) {
            send(now, line, Messages.contact());
        }
    }

    private static boolean late(Now now, long since, long millis) {
        return now.tickMillis() - since >= millis;
    }

    private void dial(Now now) {
        if (isDialling()) return;
        Ip4 from = terms.address();
        Ip4 to = terms.peerAddress();
        if (from == null || to == null) {
            retryTick = now.tickMillis() + NO_ADDRESS_MILLIS;
            blame(terms.noAddress(from == null));
            return;
        }
        retryTick = now.tickMillis() + RECONNECT_MILLIS;
        long link = host.connect(from, to, terms.peerPort());
        lines.add(new Line(link, to, Line.Phase.CONNECTING, now.tickMillis()));
    }

    /// Whether an attempt is under way; how it ends is told by whoever carries it.
    private boolean isDialling() {
        for (Line line : lines) if (line.phase == Line.Phase.CONNECTING) return true;
        return false;
    }

    /// The tick at which [#tick] has something to do.
    long nextTick() {
        long next = up == null && !isDialling() ? retryTick : Long.MAX_VALUE;
        for (Line line : lines) {
            if (line.phase == Line.Phase.OPEN) {
                next = Math.min(next, line.begunTick + STARTUP_MILLIS);
            }
        }
        Line line = up;
        if (line == null) return next;
        next = Math.min(next, line.heardTick + 1000L * terms.maxResponseDelay());
        return Math.min(next, line.sentTick + 1000 * (partnerDelay / 3));
    }
}
