package org.twinlease.isc.lint;

import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Set;

/// Rules about the addresses and ports of a failover peer.
final class AddressRules {
    private static final long PORTS = 65_536;
    private static final int LOOPBACK = 127;

    private AddressRules() {}

    static void noAddress(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            if (peer.item("address") != null) continue;
            String partner = peer.text("peer address");
            out.at(
                    peer.entry(),
                    "The failover peer \""
                            + peer.name()
                            + "\" has no address of this server: dhcpd -t passes, and the start"
                            + " fails with 'no local address'.",
                    "Add 'address', the address of this server that "
                            + (partner.isEmpty() ? "its partner" : partner)
                            + " knows it by.");
        }
    }

    static void elsewhere(Site site, Set<Ip4> own, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item item = peer.item("address");
            Ip4 address = item == null ? null : Ip4.parse(item.text());
            if (item == null || address == null || own.contains(address)) continue;
            // A machine has the whole of it, whatever it lists.
            if (address.bits() >>> 24 == LOOPBACK) continue;
            out.at(
                    item.entry(),
                    item.value(),
                    "The address "
                            + address
                            + " of \""
                            + peer.name()
                            + "\" is none of this machine's: the server tries it again and again,"
                            + " dhcpd every 90 s, and never reaches its partner.",
                    "Write one of this machine's addresses, or check the file on the machine that"
                            + " it is for.");
        }
    }

    static void self(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            PeerPart.Item partner = peer.item("peer address");
            if (partner == null || !partner.text().equals(peer.text("address"))) continue;
            if (peer.port("port") != peer.port("peer port")) continue;
            out.at(
                    partner.entry(),
                    "Address and peer address of \""
                            + peer.name()
                            + "\" are both "
                            + partner.text()
                            + " port "
                            + peer.port("port")
                            + ": the server would connect to itself.",
                    "Write the partner's address.");
        }
    }

    static void ports(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            for (String name : List.of("port", "peer port")) {
                PeerPart.Item item = peer.item(name);
                if (item == null || item.number().isEmpty()) continue;
                long port = item.number().getAsLong();
                if (port > 0 && port < PORTS) continue;
                out.at(
                        item.entry(),
                        item.value(),
                        "There is no port "
                                + port
                                + "; dhcpd takes "
                                + peer.port(name)
                                + " instead, without a word.",
                        "Write 1 to 65535; 647 is usual.",
                        out.editor(item.entry())
                                .value(item.entry(), item.value(), "" + peer.port(name)));
            }
        }
    }

    static void byName(Site site, Findings out) {
        for (PeerPart peer : site.peers().values()) {
            for (PeerPart.Item item : peer.items()) {
                boolean address = item.name().endsWith("address");
                if (!address || item.entry().length() <= item.value()) continue;
                Token first = item.entry().token(item.value());
                if (first.kind() == Token.Kind.NUMBER) continue;
                out.at(
                        item.entry(),
                        item.value(),
                        "The "
                                + item.name()
                                + " of \""
                                + peer.name()
                                + "\" is the name "
                                + item.text()
                                + ": the pair breaks when DNS does.",
                        "Write the address itself.");
            }
        }
    }
}
