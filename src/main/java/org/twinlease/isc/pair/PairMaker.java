package org.twinlease.isc.pair;

import org.twinlease.config.Edit;
import org.twinlease.isc.edit.Editor;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Makes one server's configuration half of a failover pair.
public final class PairMaker {
    private static final long LONGEST_MCLT = 1800;
    private static final long USUAL_LEASE = 43_200;
    private static final long USUAL_PLAIN = 3_600;
    private static final String NO_BOOTP = "deny dynamic bootp clients;";

    private PairMaker() {}

    /// The edits that put every dynamic address of a configuration into the relation: the
    /// declaration, a reference in every pool, and a pool around every bare range. Pools that are
    /// in a relation already, or say that they are in none, stay as they are.
    public static List<Edit> half(List<ConfTree> files, PairPlan plan, boolean primary) {
        Site site = Site.of(files);
        List<Edit> edits = new ArrayList<>();
        edits.add(declaration(files.getFirst(), site, plan.declaration(primary)));
        for (Net net : site.nets()) {
            for (PoolPart pool : net.pools()) {
                if (pool.peer() != null || pool.reference() != null) continue;
                if (!pool.anonymous()) member(pool, plan, edits);
                for (Span span : pool.ranges()) {
                    boolean bare = pool.anonymous() || pool.joined().contains(span);
                    if (bare) edits.add(wrapped(span, plan));
                }
            }
        }
        return List.copyOf(edits);
    }

    /// Before the first network, since a relation is declared before it is used.
    private static Edit declaration(ConfTree main, Site site, String text) {
        var editor = new Editor(main);
        for (Entry entry : site.outline().top()) {
            boolean network = entry.is("subnet") || entry.is("shared-network") || entry.is("group");
            boolean own = entry.tree() == main && (network || entry.is("include"));
            if (own) return editor.insertBefore(entry, text);
        }
        return editor.insert(null, site.outline().top(), text);
    }

    private static void member(PoolPart pool, PairPlan plan, List<Edit> edits) {
        Entry block = pool.entry();
        String reference = "failover peer \"" + plan.name() + "\";";
        if (!pool.has("deny", "dynamic", "bootp", "clients")) reference += "\n" + NO_BOOTP;
        if (block.children().isEmpty()) return;
        Entry first = block.children().getFirst();
        edits.add(new Editor(first.tree()).insertBefore(first, reference));
        for (Span span : pool.ranges()) {
            if (!span.bootp() || pool.joined().contains(span)) continue;
            edits.add(new Editor(span.entry().tree()).replace(span.entry(), 1, 3, first(span)));
        }
    }

    /// A range without the word `dynamic-bootp`, which the protocol does not permit.
    private static String first(Span span) {
        return span.entry().token(2).raw();
    }

    private static Edit wrapped(Span span, PairPlan plan) {
        Entry entry = span.entry();
        String range =
                span.low().equals(span.high()) ? "" + span.low() : span.low() + " " + span.high();
        return new Editor(entry.tree())
                .replace(
                        entry,
                        0,
                        entry.length() + 1,
                        "pool { failover peer \""
                                + plan.name()
                                + "\"; "
                                + NO_BOOTP
                                + " range "
                                + range
                                + "; }");
    }

    /// A maximum client lead time that suits the lease times of a configuration: half the shortest
    /// default lease time of its pools, and at most half an hour.
    public static long mclt(Site site) {
        long shortest = 2 * LONGEST_MCLT;
        for (Net net : site.nets()) {
            for (PoolPart pool : net.pools()) {
                for (String key : new String[] {"default-lease-time", "max-lease-time"}) {
                    Entry entry = site.effective(pool, key);
                    OptionalLong time = entry == null ? OptionalLong.empty() : entry.number(1);
                    shortest = Math.min(shortest, time.orElse(USUAL_LEASE));
                }
            }
        }
        return Math.max(1, shortest / 2);
    }

    /// A configuration with nothing but networks and their dynamic addresses, to begin with;
    /// clients get an hour.
    public static byte[] plain(List<Plain> networks) {
        return plain(networks, USUAL_PLAIN);
    }

    /// The same with another lease time, in seconds; who asks gets up to twice that.
    public static byte[] plain(List<Plain> networks, long leaseSeconds) {
        var text = new StringBuilder();
        text.append("# The only DHCP server of these networks, with its failover partner.\n");
        text.append("authoritative;\n\ndefault-lease-time ").append(leaseSeconds);
        text.append(";\nmax-lease-time ").append(2 * leaseSeconds).append(";\n");
        for (Plain net : networks) {
            text.append("\nsubnet ").append(net.network()).append(" netmask ");
            text.append(net.netmask()).append(" {\n");
            if (!net.router().isEmpty()) {
                text.append("  option routers ").append(net.router()).append(";\n");
            }
            text.append("  pool {\n    range ").append(net.range()).append(";\n  }\n}\n");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// One network to begin with: its number and netmask, its router (empty for none), and the
    /// lowest and highest dynamic address with a blank between.
    public record Plain(String network, String netmask, String router, String range) {}
}
