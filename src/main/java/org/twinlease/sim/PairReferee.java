package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.failover.BindingAck;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.MessageType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Watches a failover pair: what [Referee] watches of clients and of what is on disk, and that no
/// lease time goes beyond what the partner has acknowledged, plus MCLT. What the two have
/// acknowledged is read from the octets that they send.
final class PairReferee extends Referee {

    private final SimTime time;
    private final long mclt;
    private final long leaseMillis;
    private final List<SimServer> servers;
    private long wrongTick = -1;

    /// The potential expiration times in updates on their way, by sender, xid and address.
    private final Map<String, Long> updates = new HashMap<>();

    /// What each server was told last, by server and address. Its partner counts what it has sent,
    /// answered or not.
    private final Map<String, Long> told = new HashMap<>();

    /// What each server may count on, by server and address.
    private final Map<String, Long> known = new HashMap<>();

    PairReferee(
            Setting setting,
            SimTime time,
            Transcript transcript,
            long mclt,
            List<SimServer> servers) {
        super(setting, time, transcript);
        this.time = time;
        this.mclt = mclt;
        this.servers = servers;
        leaseMillis = (setting.leaseSeconds() + 2 * mclt) * 1000;
    }

    /// A server that comes back may have missed what its partner granted.
    @Override
    void opened(SimServer server) {}

    @Override
    void afterBatch(SimServer server) {}

    /// Where one is in PARTNER-DOWN, the other serves only when it does not know: it came back
    /// while the two could not talk, and whoever ordered partner-down has let it.
    private void together(SimServer server) {
        for (SimServer other : servers) {
            if (other != server && other.pairState() == ServerState.PARTNER_DOWN) {
                wrongTick = time.tick();
            }
        }
    }

    @Override
    void moved() {
        if (wrongTick < 0 || !isNormal()) return;
        long wrong = wrongTick;
        time.after(
                leaseMillis,
                () -> {
                    if (wrongTick == wrong && isNormal()) wrongTick = -1;
                });
    }

    private boolean isNormal() {
        return servers.stream().allMatch(each -> each.pairState() == ServerState.NORMAL);
    }

    @Override
    @Nullable String excuse() {
        return wrongTick < 0 ? null : "operator";
    }

    @Override
    void granted(SimServer server, Packet ack) {
        together(server);
        super.granted(server, ack);
        long seconds = ack.seconds(OptionType.DHCP_LEASE_TIME);
        Ip4 address = new Ip4(ack.yiaddr());
        if (address.isZero() || seconds < 0) return;
        long now = time.now().wallSeconds();
        // What was taken from the partner in the same batch counts, and its answer leaves after.
        time.after(0, () -> bounded(server.name(), address, seconds, now));
    }

    private void bounded(String server, Ip4 address, long seconds, long now) {
        String key = key(server, address);
        long acknowledged = Math.max(known.getOrDefault(key, 0L), told.getOrDefault(key, 0L));
        if (now + seconds <= Math.max(now, acknowledged) + mclt) return;
        fail(
                "%s gives %s for %d s, but its partner has acknowledged %d s from now and MCLT is %d s"
                        .formatted(server, address, seconds, acknowledged - now, mclt));
    }

    @Override
    void said(SimServer server, byte[] octets) {
        if (!(FailoverMessage.decode(octets)
                instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message))) {
            throw fail(server.name() + " sent its partner what nobody can read");
        }
        if (message.type() == MessageType.BNDUPD) told(server, message);
        else if (message.type() == MessageType.BNDACK) answered(server, message);
    }

    private void told(SimServer server, FailoverMessage message) {
        if (!(BindingUpdate.read(message) instanceof BindingUpdate.Read.Ok(BindingUpdate update))) {
            throw fail(server.name() + " sent an update that nobody can take");
        }
        long until = update.potentialExpiration();
        known.computeIfPresent(
                key(server.name(), update.address()), (_, before) -> Math.min(before, until));
        updates.put(key(server.name() + message.xid(), update.address()), until);
        told.put(key(other(server), update.address()), until);
    }

    /// From now on the one who answers knows, and the other as soon as it hears.
    private void answered(SimServer server, FailoverMessage message) {
        BindingAck ack = BindingAck.read(message);
        // Each of the two counts its transactions by itself.
        String other = other(server);
        @Nullable Long until = updates.remove(key(other + message.xid(), ack.address()));
        if (until == null || !ack.isAccepted()) return;
        known.put(key(server.name(), ack.address()), until);
        known.put(key(other, ack.address()), until);
    }

    private static String other(SimServer server) {
        return server.name().equals("A") ? "B" : "A";
    }

    private static String key(String whose, Ip4 address) {
        return whose + " " + address;
    }
}
