package org.twinlease.isc.lint;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;
import org.twinlease.isc.outline.Sub;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.OptionType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules about subnets and what is said of them.
final class NetRules {
    private NetRules() {}

    static void routers(Site site, Findings out) {
        Set<Entry> told = new HashSet<>();
        for (Net net : site.nets()) {
            for (PoolPart pool : net.pools()) {
                router(net, site.effective(pool, "option routers"), told, out);
            }
            for (Sub sub : net.subnets()) {
                router(net, sub.entry().setting("option routers"), told, out);
            }
        }
    }

    private static void router(Net net, @Nullable Entry option, Set<Entry> told, Findings out) {
        if (option == null || told.contains(option)) return;
        Cursor in = option.cursor(option.value());
        try {
            do {
                int at = in.position() - option.from();
                if (!in.seesAddress()) return;
                Ip4 router = in.address();
                boolean inside = net.subnets().stream().anyMatch(sub -> sub.contains(router));
                if (inside || router.isZero() || !told.add(option)) continue;
                String subnets = String.join(", ", net.subnets().stream().map(Sub::name).toList());
                out.at(
                        option,
                        at,
                        "The router "
                                + router
                                + " is in no subnet of this network ("
                                + subnets
                                + "), so its clients cannot reach it.",
                        "Name a router of their own subnet.");
            } while (in.skip(","));
        } catch (Misread _) {
            in.skipRest();
        }
    }

    static void edges(Site site, Findings out) {
        for (Span span : site.ranges().values()) {
            Sub sub = span.subnet();
            if (sub.length() >= 31) continue;
            boolean network = span.contains(sub.network());
            boolean broadcast = span.contains(sub.last());
            if (!network && !broadcast) continue;
            Ip4 low = network ? new Ip4(sub.network().bits() + 1) : span.low();
            Ip4 high = broadcast ? new Ip4(sub.last().bits() - 1) : span.high();
            String which =
                    network && broadcast
                            ? sub.network() + " and " + sub.last() + ", network and broadcast"
                            : network
                                    ? sub.network() + ", the network"
                                    : sub.last() + ", the broadcast";
            if (low.compareTo(high) > 0) {
                out.at(
                        span.entry(),
                        "The range is nothing but " + which + " address of " + sub.name() + ".",
                        "Remove it.");
                continue;
            }
            int at = span.bootp() ? 2 : 1;
            out.at(
                    span.entry(),
                    "The range holds "
                            + which
                            + " address of "
                            + sub.name()
                            + "; dhcpd hands it out.",
                    "Write range " + low + " " + high + ".",
                    out.editor(span.entry()).value(span.entry(), at, low + " " + high));
        }
    }

    static void maskOptions(Site site, Findings out) {
        for (Net net : site.nets()) {
            for (Sub sub : net.subnets()) {
                differs(site, sub, "option subnet-mask", sub.netmask(), out);
                differs(site, sub, "option broadcast-address", sub.last(), out);
            }
        }
    }

    private static void differs(Site site, Sub sub, String key, Ip4 right, Findings out) {
        Entry option = sub.entry().setting(key);
        if (option == null && sub.net().subnets().size() == 1) {
            boolean used = !sub.net().pools().isEmpty();
            option = used ? site.effective(sub.entry(), key) : null;
        }
        Ip4 said = option == null ? null : option.address(option.value());
        if (option == null || said == null || said.equals(right)) return;
        String name = key.substring("option ".length());
        out.at(
                option,
                "The "
                        + name
                        + " "
                        + said
                        + " differs from "
                        + right
                        + ", which follows from subnet "
                        + sub.name()
                        + "; clients there take the wrong addresses for neighbours.",
                "Write " + right + ", or leave the option out.",
                ofSubnet(sub, option, right, out));
    }

    /// The right value, where only this subnet has the option.
    private static Edit[] ofSubnet(Sub sub, Entry option, Ip4 right, Findings out) {
        if (option.parent() != sub.entry()) return new Edit[0];
        return new Edit[] {out.editor(option).value(option, option.value(), right.toString())};
    }

    /// Sorted by number, then the larger first, a subnet that overlaps another is behind it.
    static void overlaps(Site site, Findings out) {
        List<Sub> all = new ArrayList<>();
        for (Net net : site.nets()) all.addAll(net.subnets());
        all.sort(
                Comparator.comparing(Sub::network)
                        .thenComparing(Sub::netmask)
                        .thenComparingInt(sub -> sub.entry().from()));
        Sub widest = null;
        for (Sub sub : all) {
            if (widest == null || !widest.contains(sub.network())) {
                widest = sub;
                continue;
            }
            boolean after =
                    sub.entry().tree() != widest.entry().tree()
                            || sub.entry().from() > widest.entry().from();
            Sub later = after ? sub : widest;
            Sub earlier = after ? widest : sub;
            out.at(
                    later.entry(),
                    "The subnet "
                            + later.name()
                            + " overlaps the subnet "
                            + earlier.name()
                            + " of "
                            + earlier.entry().line(later.entry())
                            + "; which of them a client is in is a matter of luck.",
                    "Correct one of them.");
        }
    }

    static void gaps(Site site, Findings out) {
        for (Net net : site.nets()) {
            for (Sub sub : net.subnets()) {
                int rest = ~sub.netmask().bits();
                if ((rest & rest + 1) == 0) continue;
                out.at(
                        sub.entry(),
                        9,
                        "The netmask " + sub.netmask() + " has gaps.",
                        "Write a mask whose ones stand in front.");
            }
        }
    }

    static void authority(Site site, Findings out) {
        for (Net net : site.nets()) {
            if (net.pools().isEmpty()) continue;
            Entry said = site.effective(net.entry(), "authoritative");
            for (Sub sub : net.subnets()) {
                if (said == null) said = sub.entry().setting("authoritative");
            }
            if (said != null) continue;
            long addresses = net.pools().stream().mapToLong(PoolPart::size).sum();
            out.at(
                    net.entry(),
                    "This server has "
                            + addresses
                            + " dynamic addresses in "
                            + net.name()
                            + " but is not authoritative there: a client that comes with an address"
                            + " of another network gets no DHCPNAK and waits.",
                    "Add 'authoritative;' at the top level, or 'not authoritative;' if that is"
                            + " meant.");
        }
    }

    static void names(Site site, Findings out) {
        for (Entry entry : site.outline().all()) {
            int at =
                    switch (entry.word()) {
                        case "fixed-address", "next-server" -> 1;
                        case "option", "supersede", "append", "prepend", "default", "send" ->
                                addresses(entry);
                        default -> -1;
                    };
            if (at > 0 && !entry.isBlock()) name(entry, at, out);
        }
    }

    /// Where the value of an option of addresses begins; -1 for other options.
    private static int addresses(Entry entry) {
        if (entry.length() < 3) return -1;
        OptionType type = OptionType.named(entry.word(1));
        boolean plain = type != null && type.format().matches("I+A?");
        return plain && !entry.token(2).is("=") && !entry.word(2).equals("code") ? 2 : -1;
    }

    private static void name(Entry entry, int from, Findings out) {
        boolean begins = true;
        for (int i = from; i < entry.length(); i++) {
            boolean word = begins && entry.token(i).isIdentifier();
            begins = entry.token(i).is(",");
            if (!word) continue;
            var name = new StringBuilder();
            for (int j = i; j < entry.length() && !entry.token(j).is(","); j++) {
                name.append(entry.token(j).raw());
            }
            out.at(
                    entry,
                    i,
                    "The host name "
                            + name
                            + " stands for an address; dhcpd looks it up while it serves and"
                            + " answers nobody meanwhile.",
                    "Write the address itself.");
            return;
        }
    }
}
