package org.twinlease.isc.lint;

import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.HostPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;
import org.twinlease.isc.outline.Sub;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rules about host declarations.
final class HostRules {
    private HostRules() {}

    static void inRange(Site site, Findings out) {
        for (HostPart host : site.hosts().values()) {
            for (HostPart.Fixed fixed : host.fixed()) {
                Span span = site.range(fixed.address());
                if (span == null) continue;
                out.at(
                        host.entry(),
                        "The fixed address "
                                + fixed.address()
                                + " of the host "
                                + host.name()
                                + " is one of the "
                                + span.size()
                                + " dynamic addresses of the range "
                                + span.words()
                                + " in "
                                + span.entry().line(host.entry())
                                + ", so another client can hold it when the host comes.",
                        "Take "
                                + fixed.address()
                                + " out of the range by splitting it, or give the host an address"
                                + " outside.");
            }
        }
    }

    static void sameHardware(Site site, Findings out) {
        Map<String, HostPart> first = new HashMap<>();
        for (HostPart host : site.hosts().values()) {
            if (host.hardware().isEmpty()) continue;
            HostPart other = first.putIfAbsent(host.hardware(), host);
            if (other == null || apart(site, host, other)) continue;
            out.at(
                    host.entry(),
                    "The hosts "
                            + other.name()
                            + " ("
                            + other.entry().line(host.entry())
                            + ") and "
                            + host.name()
                            + " have the same hardware address "
                            + host.hardware()
                            + ", and only one of them matches; which, depends on hashing.",
                    "Remove one, or give each fixed addresses of subnets of its own.");
        }
    }

    /// Whether each of two hosts is bound to subnets of its own by its addresses.
    private static boolean apart(Site site, HostPart one, HostPart other) {
        if (one.fixed().isEmpty() || other.fixed().isEmpty()) return false;
        List<Object> nets = new ArrayList<>();
        for (HostPart.Fixed fixed : one.fixed()) {
            Sub sub = site.subnet(fixed.address());
            if (sub != null) nets.add(sub.net());
        }
        for (HostPart.Fixed fixed : other.fixed()) {
            Sub sub = site.subnet(fixed.address());
            if (sub != null && nets.contains(sub.net())) return false;
        }
        return true;
    }

    static void sameAddress(Site site, Findings out) {
        Map<Ip4, HostPart> first = new HashMap<>();
        for (HostPart host : site.hosts().values()) {
            for (HostPart.Fixed fixed : host.fixed()) {
                HostPart other = first.putIfAbsent(fixed.address(), host);
                if (other == null || other.name().equals(host.name())) continue;
                out.at(
                        host.entry(),
                        "The hosts "
                                + other.name()
                                + " ("
                                + other.entry().line(host.entry())
                                + ") and "
                                + host.name()
                                + " both get the fixed address "
                                + fixed.address()
                                + ".",
                        "Give each its own.");
            }
        }
    }

    static void noSubnet(Site site, Findings out) {
        if (site.nets().isEmpty()) return;
        for (HostPart host : site.hosts().values()) {
            for (HostPart.Fixed fixed : host.fixed()) {
                if (site.subnet(fixed.address()) != null) continue;
                out.at(
                        fixed.entry(),
                        "The fixed address "
                                + fixed.address()
                                + " of the host "
                                + host.name()
                                + " is in none of the declared subnets, so it is never used and the"
                                + " client gets a dynamic lease.",
                        "Declare its subnet, or correct the address.");
            }
        }
    }

    static void inNetwork(Site site, Findings out) {
        for (HostPart host : site.hosts().values()) {
            Entry around = host.entry().parent();
            while (around != null && around.is("group")) around = around.parent();
            if (around == null || !(around.is("subnet") || around.is("shared-network"))) continue;
            out.at(
                    host.entry(),
                    "The host "
                            + host.name()
                            + " stands in "
                            + around.head(0)
                            + ", but hosts are global: it is served in all "
                            + site.nets().size()
                            + " networks, with the settings from here.",
                    "Move it to the top level if that is not meant.");
        }
    }
}
