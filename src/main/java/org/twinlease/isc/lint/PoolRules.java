package org.twinlease.isc.lint;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.outline.ClassPart;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PeerPart;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Rules about pools: who may use them, and what the failover relation makes of them.
final class PoolRules {
    private static final int FEWEST = 4;
    private static final String NO_BOOTP = "deny dynamic bootp clients;";

    private PoolRules() {}

    private static void each(Site site, Consumer<PoolPart> check) {
        for (Net net : site.nets()) net.pools().forEach(check);
    }

    static void deadClass(Site site, Findings out) {
        each(
                site,
                pool -> {
                    for (Entry permit : pool.permits()) {
                        if (!permit.word(1).equals("members")) continue;
                        ClassPart of = site.classes().get(permit.text(3));
                        if (of == null || !of.isNeverMatched()) continue;
                        out.at(
                                permit,
                                "No client is ever a member of the class \""
                                        + of.name()
                                        + "\" ("
                                        + of.entry().line(permit)
                                        + "), so "
                                        + (permit.is("allow")
                                                ? "the "
                                                        + pool.size()
                                                        + " addresses of "
                                                        + pool.words()
                                                        + " are not used by it."
                                                : "this permit keeps nobody out."),
                                "Give the class a 'match if', or remove the permit.");
                    }
                });
    }

    static void contradiction(Site site, Findings out) {
        each(
                site,
                pool -> {
                    Map<String, Entry> first = new HashMap<>();
                    for (Entry permit : pool.permits()) contradiction(pool, permit, first, out);
                });
    }

    private static void contradiction(
            PoolPart pool, Entry permit, Map<String, Entry> first, Findings out) {
        String whom = whom(permit);
        Entry other = first.putIfAbsent(whom, permit);
        if (other != null && !other.word().equals(permit.word())) {
            out.at(
                    permit,
                    1,
                    "The pool both allows and denies "
                            + permit.head(1)
                            + " ("
                            + other.line(permit)
                            + "); deny wins.",
                    "Keep the one that is meant.");
            return;
        }
        boolean nobody = permit.is("deny", "all", "clients");
        boolean some =
                pool.permits().stream().anyMatch(p -> p.is("allow") && !p.is("allow", "after"));
        if (nobody && some && !pool.has("allow", "all", "clients")) {
            out.at(
                    permit,
                    "'deny all clients' wins over what the pool allows: its "
                            + pool.size()
                            + " addresses go to nobody.",
                    "Remove it; with an 'allow' all others are denied anyway.",
                    out.editor(permit).remove(permit));
        }
    }

    /// Whom a permit is about, in one spelling.
    private static String whom(Entry permit) {
        String words = permit.head(1);
        if (permit.word(1).equals("members")) return words;
        return words.toLowerCase(java.util.Locale.ROOT).replace("known-clients", "known clients");
    }

    static void endless(Site site, Findings out) {
        Set<Entry> told = new HashSet<>();
        each(
                site,
                pool -> {
                    if (isClosed(site, pool)) return;
                    if (site.effective(pool, "dynamic-bootp-lease-length") != null) return;
                    Entry opened = null;
                    for (Span span : pool.ranges()) if (span.bootp()) opened = span.entry();
                    for (Entry permit : pool.permits()) {
                        if (permit.is("allow", "dynamic", "bootp")) opened = permit;
                    }
                    if (opened == null || !told.add(opened)) return;
                    out.at(
                            opened,
                            "A BOOTP client that takes one of these "
                                    + pool.size()
                                    + " addresses keeps it for ever: its lease never ends.",
                            "Add 'dynamic-bootp-lease-length 86400;' or another time.");
                });
    }

    /// Whether BOOTP clients get nothing here anyway.
    private static boolean isClosed(Site site, PoolPart pool) {
        return denies(site.effective(pool, "allow bootp"))
                || denies(site.effective(pool, "allow dynamic-bootp"))
                || pool.has("deny", "dynamic", "bootp", "clients")
                || pool.has("deny", "all", "clients");
    }

    private static boolean denies(@Nullable Entry key) {
        return key != null && !key.is("allow");
    }

    static void bareRange(Site site, Findings out) {
        each(
                site,
                pool -> {
                    for (Span span : pool.joined()) {
                        out.at(
                                span.entry(),
                                "This range joins "
                                        + pool.words()
                                        + " in "
                                        + pool.entry().line(span.entry())
                                        + (pool.peer() == null
                                                ? ", with that pool's permits and settings."
                                                : ", so its "
                                                        + span.size()
                                                        + " addresses are shared with the failover"
                                                        + " partner, who does not know them."),
                                "Put the range into a pool of its own.",
                                out.editor(span.entry())
                                        .replace(
                                                span.entry(),
                                                0,
                                                span.entry().length() + 1,
                                                "pool { " + span.entry().head(0) + "; }"));
                    }
                });
    }

    static void bootp(Site site, Findings out) {
        each(
                site,
                pool -> {
                    if (pool.peer() == null || isClosed(site, pool)) return;
                    if (!pool.joined().isEmpty() && pool.anonymous()) return;
                    Entry at = pool.reference() != null ? pool.reference() : pool.entry();
                    out.at(
                            at,
                            "BOOTP clients may take the "
                                    + pool.size()
                                    + " addresses of "
                                    + pool.words()
                                    + ", with endless leases that the failover protocol cannot"
                                    + " share.",
                            "Add '" + NO_BOOTP + "' to the pool.",
                            out.editor(at).insertAfter(at, NO_BOOTP));
                });
    }

    static void outside(Site site, Findings out) {
        for (Net net : site.nets()) {
            List<PoolPart> in = net.pools().stream().filter(p -> p.peer() != null).toList();
            if (in.isEmpty()) continue;
            for (PoolPart pool : net.pools()) {
                if (pool.peer() != null) continue;
                out.at(
                        pool.entry(),
                        "The "
                                + pool.size()
                                + " addresses of "
                                + pool.words()
                                + " are outside the relation \""
                                + in.getFirst().peer()
                                + "\" of the same network: the partner does not know them, and a"
                                + " client may move between both kinds.",
                        "Add 'failover peer \""
                                + in.getFirst().peer()
                                + "\";' if that is not meant.");
            }
        }
    }

    static void lateReference(Site site, Findings out) {
        for (Net net : site.nets()) {
            if (!net.shared()) continue;
            for (Entry reference : net.entry().children()) {
                if (!reference.is("failover", "peer") || reference.isBlock()) continue;
                List<PoolPart> missed =
                        net.pools().stream()
                                .filter(p -> p.entry().tree() == reference.tree())
                                .filter(p -> p.entry().from() < reference.from())
                                .filter(p -> p.reference() == null)
                                .toList();
                if (missed.isEmpty()) continue;
                long addresses = missed.stream().mapToLong(PoolPart::size).sum();
                out.at(
                        reference,
                        "This reference counts for later pools only: the "
                                + addresses
                                + " addresses of the "
                                + missed.size()
                                + (missed.size() == 1 ? " pool" : " pools")
                                + " before it are not in the relation.",
                        "Write it into each pool.");
            }
        }
    }

    static void tiny(Site site, Findings out) {
        each(
                site,
                pool -> {
                    String name = pool.peer();
                    PeerPart peer = name == null ? null : site.peers().get(name);
                    if (name == null || peer == null || pool.size() >= FEWEST) return;
                    out.at(
                            pool.entry(),
                            "The pool of the relation \""
                                    + name
                                    + "\" has "
                                    + pool.size()
                                    + (pool.size() == 1 ? " address" : " addresses")
                                    + ", too few to share: one server has all or none.",
                            "Give it at least "
                                    + FEWEST
                                    + " addresses, or take it out of the"
                                    + " relation.");
                });
    }
}
