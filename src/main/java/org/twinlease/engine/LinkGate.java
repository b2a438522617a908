package org.twinlease.engine;

import org.twinlease.failover.Peer;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Keeps connections to partners closed while a live drill wants that. To a relationship it looks
/// as if its connections ended and its attempts failed, so it goes the way that it goes in earnest.
final class LinkGate {

    /// Why a connection has ended.
    static final String WHY = "a live drill keeps it closed";

    /// What is done to a connection that is not to be.
    interface Cutter {
        void cut(Peer peer, long link);
    }

    private final LiveDrills drills;

    /// Connections and attempts that are there, by their numbers: those that this server makes have
    /// even ones.
    private final Set<Long> links = new LinkedHashSet<>();

    LinkGate(LiveDrills drills) {
        this.drills = drills;
    }

    /// Whether an attempt to reach a partner is not to leave this server.
    boolean keeps(List<Peer> peers, Ip4 to, int port) {
        return peers.stream()
                .filter(peer -> to.equals(peer.terms().peerAddress()))
                .filter(peer -> peer.terms().peerPort() == port)
                .anyMatch(peer -> drills.closes(peer.name(), false));
    }

    /// An attempt begins; what it comes to is seen when the batch's work is done.
    void made(long link) {
        links.add(link);
    }

    void gone(long link) {
        links.remove(link);
    }

    /// Whether a connection that is up now is not taken; otherwise it is known from now on.
    boolean refuses(Peer peer, Input.LinkUp up) {
        if (up.accepted() && drills.closes(peer.name(), true)) return true;
        links.add(up.link());
        return false;
    }

    /// Cuts what is not to be.
    void shut(List<Peer> peers, Cutter cutter) {
        if (!drills.isLive()) return;
        for (long link : new ArrayList<>(links)) {
            boolean accepted = link % 2 != 0;
            for (Peer peer : peers) {
                if (!peer.owns(link) || !drills.closes(peer.name(), accepted)) continue;
                cutter.cut(peer, link);
                break;
            }
        }
    }
}
