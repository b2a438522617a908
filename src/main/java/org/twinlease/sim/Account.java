package org.twinlease.sim;

import org.twinlease.control.Counter;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Sentences;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.Packet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a server's engine has said since it started, kept beside the engine for who watches it and
/// written into the transcript.
final class Account {

    private final SimServer server;
    private final Watch watch;
    private final Transcript transcript;
    private final Map<Ip4, LeaseView> told = new TreeMap<>();
    private final Map<Counter, Long> own = new EnumMap<>(Counter.class);
    private ServerState pairState = ServerState.UNKNOWN;

    Account(SimServer server, Watch watch, Transcript transcript) {
        this.server = server;
        this.watch = watch;
        this.transcript = transcript;
    }

    /// An engine starts.
    void begin() {
        own.clear();
        told.clear();
    }

    /// It has these leases and relationships.
    void found(Map<Ip4, LeaseView> leases, List<FailoverView> pairs) {
        told.putAll(leases);
        pairs.forEach(this::state);
    }

    /// The state of the server's relationship, STARTUP while it looks for its partner; the last one
    /// where the server is down.
    ServerState pairState() {
        return pairState;
    }

    /// All leases as the engine has told of them.
    Map<Ip4, LeaseView> told() {
        return told;
    }

    /// How often something happened, as seen from outside.
    long own(Counter counter) {
        return own.getOrDefault(counter, 0L);
    }

    void count(Counter counter) {
        own.merge(counter, 1L, Long::sum);
    }

    void notice(Notice notice) {
        watch.notice(server, notice);
        switch (notice) {
            case Notice.LeaseChanged(LeaseView lease, var why, long _, var _) ->
                    changed(lease, why);
            case Notice.PacketSeen(var packet) -> {
                if (packet.reasons().isEmpty()) watch.fail("no reason for " + packet);
                if (transcript.isOn()) server.line(Words.seen(packet));
            }
            case Notice.Alarm(var alarm) -> {
                if (transcript.isOn()) server.line(Words.alarm(alarm));
            }
            case Notice.PairChanged(var pair, var why, long _) -> {
                state(pair);
                if (transcript.isOn()) {
                    server.line(pair.name() + " " + pairState.word() + ": " + Sentences.of(why));
                }
            }
            case Notice.PoolBalanced balanced -> {
                if (transcript.isOn()) server.line(Words.balanced(balanced));
            }
            case Notice.Pulse _, Notice.Resync _, Notice.PairPulse _, Notice.PairMessage _ -> {}
        }
    }

    private void changed(LeaseView lease, Reason why) {
        told.put(lease.address(), lease);
        watch.told(server, lease);
        if (why.code() == ReasonCode.LEASE_EXPIRED) count(Counter.EXPIRED);
        if (transcript.isOn()) server.line(Words.changed(lease, why));
    }

    private void state(FailoverView pair) {
        pairState = pair.starting() ? ServerState.STARTUP : pair.state();
        watch.moved();
    }

    /// The engine sends a client octets.
    void sent(byte[] payload) {
        if (!(Packet.decode(payload, payload.length) instanceof Decoded.Ok<Packet>(var packet))) {
            throw watch.fail(server.name() + " sent what nobody can read");
        }
        MessageType type = packet.messageType();
        switch (type) {
            case DHCPOFFER -> count(Counter.OFFER);
            case DHCPNAK -> count(Counter.NAK);
            case DHCPACK -> {
                count(Counter.ACK);
                watch.granted(server, packet);
            }
            case null, default -> throw watch.fail(server.name() + " sent " + type);
        }
    }
}
