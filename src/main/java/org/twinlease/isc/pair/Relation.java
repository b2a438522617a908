package org.twinlease.isc.pair;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.edit.Editor;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;

/// One failover relation as both servers declare it.
record Relation(PeerPart one, PeerPart two) {

    /// The relations of two servers: those of the same name, and then those that must be meant for
    /// each other, because their addresses cross or nothing else is left.
    static List<Relation> of(Site one, Site two, PairFindings out) {
        List<Relation> found = new ArrayList<>();
        List<PeerPart> left = new ArrayList<>(one.peers().values());
        List<PeerPart> right = new ArrayList<>(two.peers().values());
        for (PeerPart peer : one.peers().values()) {
            PeerPart same = two.peers().get(peer.name());
            if (same == null) continue;
            found.add(new Relation(peer, same));
            left.remove(peer);
            right.remove(same);
        }
        for (PeerPart peer : List.copyOf(left)) {
            PeerPart meant = meant(peer, left.size(), right);
            if (meant == null) continue;
            var relation = new Relation(peer, meant);
            found.add(relation);
            left.remove(peer);
            right.remove(meant);
            relation.differentNames(out);
        }
        for (PeerPart peer : left) alone(peer, out);
        for (PeerPart peer : right) alone(peer, out);
        return found;
    }

    private static @Nullable PeerPart meant(PeerPart peer, int left, List<PeerPart> right) {
        for (PeerPart other : right) {
            boolean crosses =
                    !peer.text("address").isEmpty()
                            && peer.text("address").equals(other.text("peer address"))
                            && peer.text("peer address").equals(other.text("address"));
            if (crosses) return other;
        }
        return left == 1 && right.size() == 1 ? right.getFirst() : null;
    }

    private void differentNames(PairFindings out) {
        out.error(
                "F12",
                two.entry(),
                "The relation is called \""
                        + one.name()
                        + "\" at one server ("
                        + place(one.entry())
                        + ") and \""
                        + two.name()
                        + "\" at the other, and case counts: the connection is refused as an"
                        + " unknown relationship.",
                "Give both the same name, in the declaration and in every pool.");
    }

    private static void alone(PeerPart peer, PairFindings out) {
        out.error(
                "F12",
                peer.entry(),
                "The partner has no failover peer \""
                        + peer.name()
                        + "\": it refuses the connection as an unknown relationship.",
                "Declare it in the partner's file, too.");
    }

    static String place(Entry entry) {
        return entry.tree().name() + " line " + entry.token(0).line();
    }

    void check(PairFindings out) {
        roles(out);
        addresses(one, two, out);
        addresses(two, one, out);
        kept(out);
        timers(out);
        ports(out);
    }

    private void roles(PairFindings out) {
        if (one.isSecondary() != two.isSecondary()) return;
        String role = one.isSecondary() ? "secondary" : "primary";
        String other = one.isSecondary() ? "primary" : "secondary";
        out.error(
                "F13",
                two.entry(),
                "Both servers of \""
                        + one.name()
                        + "\" are "
                        + role
                        + " ("
                        + place(one.entry())
                        + "): they never agree on who leads and stay out of normal operation.",
                "Make one of them " + other + "; mclt and split stand at the primary only.");
    }

    /// What one server calls its partner has to be what the partner calls itself.
    private static void addresses(PeerPart from, PeerPart to, PairFindings out) {
        PeerPart.Item called = from.item("peer address");
        String own = to.text("address");
        if (called != null && differ(called.text(), own)) {
            out.error(
                    "F10",
                    called.entry(),
                    "This server of \""
                            + from.name()
                            + "\" takes "
                            + called.text()
                            + " for its partner, but the partner's address is "
                            + own
                            + " ("
                            + place(to.entry())
                            + "): neither accepts the other.",
                    "Write 'peer address " + own + ";', or correct the partner's address.",
                    new Editor(called.entry().tree()).value(called.entry(), called.value(), own));
        }
        PeerPart.Item written = from.item("peer port");
        int port = from.port("peer port");
        int listening = to.port("port");
        if (port == listening) return;
        Entry at = written == null ? from.entry() : written.entry();
        out.error(
                "F10",
                at,
                "This server of \""
                        + from.name()
                        + "\" connects to port "
                        + port
                        + (written == null ? " (the default)" : "")
                        + ", but the partner listens on "
                        + listening
                        + " ("
                        + place(to.entry())
                        + "): after a cut only the partner can restore the connection.",
                "Write 'peer port " + listening + ";'.");
    }

    private static boolean differ(String called, String own) {
        Ip4 one = Ip4.parse(called);
        Ip4 other = Ip4.parse(own);
        return one != null && other != null && !one.equals(other);
    }

    /// What a secondary keeps of the primary's numbers.
    private void kept(PairFindings out) {
        if (one.isSecondary() == two.isSecondary()) return;
        PeerPart primary = one.isSecondary() ? two : one;
        PeerPart secondary = one.isSecondary() ? one : two;
        for (String name : List.of("mclt", "split")) {
            PeerPart.Item item = secondary.item(name);
            String right = primary.text(name);
            if (item == null || right.isEmpty() || item.text().equals(right)) continue;
            out.warn(
                    "F30",
                    item.entry(),
                    "The secondary says "
                            + name
                            + " "
                            + item.text()
                            + ", but the primary's "
                            + right
                            + " ("
                            + place(primary.entry())
                            + ") is what counts.",
                    "Remove it here, so that nobody believes it.",
                    new Editor(item.entry().tree()).remove(item.entry()));
        }
    }

    private void timers(PairFindings out) {
        for (String name :
                List.of("max-response-delay", "max-unacked-updates", "load balance max seconds")) {
            String mine = one.text(name);
            PeerPart.Item item = two.item(name);
            String theirs = item == null ? "" : item.text();
            if (mine.equals(theirs)) continue;
            out.note(
                    "F28",
                    item == null ? two.entry() : item.entry(),
                    name
                            + " is "
                            + (mine.isEmpty() ? "not set" : mine)
                            + " at one server ("
                            + place(one.entry())
                            + ") and "
                            + (theirs.isEmpty() ? "not set" : theirs)
                            + " at the other.",
                    "Each counts for its own server; the same on both is easier to reason about.");
        }
    }

    private void ports(PairFindings out) {
        out.note(
                "failover-port",
                one.entry(),
                "The pair talks over TCP between "
                        + one.text("address")
                        + " port "
                        + one.port("port")
                        + " and "
                        + two.text("address")
                        + " port "
                        + two.port("port")
                        + ".",
                "Let firewalls pass it in both directions; a closed port looks like a dead"
                        + " partner.");
    }
}
