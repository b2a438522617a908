package org.twinlease.isc.lint;

import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.Site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules about the numbers of a failover peer.
final class PeerRules {
    private static final String BALANCE = "load balance max seconds";
    private static final int BUCKETS = 256;
    private static final int SLOW_DELAY = 300;
    private static final int MANY_UPDATES = 100;

    private PeerRules() {}

    static void noBalance(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            if (peer.number(BALANCE).orElse(0) != 0) continue;
            PeerPart.Item zero = peer.item(BALANCE);
            out.at(
                    zero != null ? zero.entry() : peer.entry(),
                    "Without 'load balance max seconds' this server of \""
                            + peer.name()
                            + "\" answers every client, so each DISCOVER gets two offers"
                            + (peer.item("split") == null
                                    ? "."
                                    : " and split " + peer.text("split") + " has no effect."),
                    "Add 'load balance max seconds 3;' on both servers.",
                    zero != null
                            ? out.editor(zero.entry()).value(zero.entry(), zero.value(), "3")
                            : out.editor(peer.entry())
                                    .insert(
                                            peer.entry(),
                                            peer.entry().children(),
                                            BALANCE + " 3;"));
        }
    }

    static void noRole(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            boolean given = peer.items().stream().anyMatch(PeerPart.Item::isRole);
            if (given) continue;
            Entry block = peer.entry();
            List<Entry> items = block.children();
            String partner = peer.text("peer address");
            out.at(
                    peer.entry(),
                    "The failover peer \""
                            + peer.name()
                            + "\" is neither primary nor secondary; dhcpd acts as primary, and so"
                            + " may its partner"
                            + (partner.isEmpty() ? "." : " at " + partner + "."),
                    "Write 'primary;' here and 'secondary;' at the partner.",
                    items.isEmpty()
                            ? out.editor(block).insert(block, items, "primary;")
                            : out.editor(block).insertBefore(items.getFirst(), "primary;"));
        }
    }

    static void mcltOnSecondary(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item mclt = peer.item("mclt");
            if (mclt == null || mclt.partner() || !peer.isSecondary()) continue;
            out.at(
                    mclt.entry(),
                    "mclt "
                            + mclt.text()
                            + " on a secondary is replaced by the primary's when they connect.",
                    "Remove it; the primary's counts.",
                    out.editor(mclt.entry()).remove(mclt.entry()));
        }
    }

    static void splitAndHba(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item split = peer.item("split");
            PeerPart.Item hba = peer.item("hba");
            if (split == null || hba == null) continue;
            boolean hbaLater = hba.entry().from() > split.entry().from();
            PeerPart.Item later = hbaLater ? hba : split;
            PeerPart.Item earlier = hbaLater ? split : hba;
            out.at(
                    later.entry(),
                    "'"
                            + later.name()
                            + "' replaces the '"
                            + earlier.name()
                            + "' of "
                            + earlier.entry().line(later.entry())
                            + ".",
                    "Keep one.",
                    out.editor(earlier.entry()).remove(earlier.entry()));
        }
    }

    static void split(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item("split");
            if (item == null || item.number().isEmpty()) continue;
            long split = item.number().getAsLong();
            if (split < 0 || split > BUCKETS || split == BUCKETS / 2) continue;
            String shares =
                    "split "
                            + split
                            + " gives "
                            + split
                            + " of 256 buckets of clients to the primary and "
                            + (BUCKETS - split)
                            + " to the secondary";
            var even = out.editor(item.entry()).value(item.entry(), item.value(), "128");
            if (split == 0 || split >= BUCKETS - 1) {
                out.at(
                        item.entry(),
                        shares + ": one of them does nearly everything.",
                        "Write 'split 128;' to share evenly.",
                        even);
            } else {
                out.note(item.entry(), shares + ".", "'split 128;' shares evenly.");
            }
        }
    }

    static void autoPartnerDown(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item("auto-partner-down");
            if (item == null || item.number().orElse(0) <= 0) continue;
            out.at(
                    item.entry(),
                    "auto-partner-down: "
                            + item.text()
                            + " s after the link is cut this server takes all addresses, although"
                            + " its partner may be serving them; the same address goes to two"
                            + " clients.",
                    "Remove it and declare a partner down by hand.",
                    out.editor(item.entry()).remove(item.entry()));
        }
    }

    static void responseDelay(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item("max-response-delay");
            if (item == null || item.number().isEmpty()) continue;
            long delay = item.number().getAsLong();
            if (delay > 0 && delay < 10) {
                out.at(
                        item.entry(),
                        "With max-response-delay "
                                + delay
                                + " s a pause of "
                                + delay
                                + " s is taken for the partner's death; every such flap means"
                                + " communications-interrupted and short leases.",
                        "Write 'max-response-delay 60;'.",
                        out.editor(item.entry()).value(item.entry(), item.value(), "60"));
            } else if (delay > SLOW_DELAY) {
                out.note(
                        item.entry(),
                        "With max-response-delay "
                                + delay
                                + " s a partner that vanished is noticed after "
                                + delay
                                + " s; until then its half of the clients waits.",
                        "60 s is usual.");
            }
        }
    }

    static void unacked(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item("max-unacked-updates");
            if (item == null || item.number().isEmpty()) continue;
            long most = item.number().getAsLong();
            if (most < 5) {
                out.at(
                        item.entry(),
                        "max-unacked-updates "
                                + most
                                + ": acknowledgements may be held back for 2 s, so no more than "
                                + most
                                + " updates get through in such a time.",
                        "Write 'max-unacked-updates 10;'.",
                        out.editor(item.entry()).value(item.entry(), item.value(), "10"));
            } else if (most > MANY_UPDATES) {
                out.note(
                        item.entry(),
                        "A burst of "
                                + most
                                + " unacknowledged updates can overflow the partner's buffers.",
                        "10 to 100 are usual.");
            }
        }
    }

    static void misplacedPeer(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            for (PeerPart.Item item : peer.items()) {
                if (!item.partner() || item.name().matches("peer (address|port)")) continue;
                out.at(
                        item.entry(),
                        "'peer' before '"
                                + item.name()
                                + "' changes nothing: the item is about this server.",
                        "Remove 'peer', or the item if it was meant for the partner.");
            }
        }
    }

    static void twice(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            Set<String> seen = new HashSet<>();
            for (PeerPart.Item item : peer.items()) {
                boolean misplaced = item.partner() && !item.name().startsWith("peer ");
                if (item.name().isEmpty() || misplaced) {
                    continue;
                }
                if (seen.add(item.isRole() ? "role" : item.name())) continue;
                out.at(
                        item.entry(),
                        "'"
                                + item.name()
                                + "' is given twice for \""
                                + peer.name()
                                + "\"; the later one counts.",
                        "Keep one.");
            }
        }
    }

    static void slowBalance(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item(BALANCE);
            if (item == null || item.number().orElse(0) <= 10) continue;
            out.at(
                    item.entry(),
                    "A client of the other server's share waits "
                            + item.text()
                            + " s before this server answers it, dead partner or not.",
                    "Write 'load balance max seconds 3;'.",
                    out.editor(item.entry()).value(item.entry(), item.value(), "3"));
        }
    }
}
